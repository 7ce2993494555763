"""What the first 64 KB of a page show: that it does not exist, that its domain is for sale, or a bot wall."""

from __future__ import annotations

import codecs
import html
import re

from awesomelint.facts.web.markup import first_rendered, page_title, visible_text
from awesomelint.facts.web.missing import SHORT, says_missing
from awesomelint.facts.web.phrases import (
    BOT_WALL_SCRIPTS,
    BOT_WALL_TITLES,
    CHALLENGE_TITLES,
    DEFAULT_TITLES,
    FOR_SALE,
    PARKED_PHRASES,
    PARKED_SCRIPTS,
    PARKED_SOURCES,
    PARKED_WORDS,
)
from awesomelint.facts.web.verdicts import Signal

_REFRESH = re.compile(
    r"(?i)<meta\b(?=[^<>]{0,300}\bhttp-equiv\s*=\s*[\"']?refresh\b)[^<>]{0,300}?"
    r"\bcontent\s*=\s*(?:\"([^\"<>]{1,2000})\"|'([^'<>]{1,2000})'|([^\"'<>\s]{1,2000}))"
)
_SENT_ON = re.compile(
    r"(?i)\s*(\d{1,3})[.\d]{0,9}\s*[;,]\s*(?:url\s*=\s*)?(?:\"([^\"]+)|'([^']+)|(?!url\s*=)([^\"'\s].*))"
)
_META_CHARSET = re.compile(rb"(?i)<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})")
_SOURCE = re.compile(
    r"(?i)<(?:script|i?frame|img|link)\b[^>]{0,500}?\b(?:src|href)\s*=\s*[\"']?([^\"'\s>]{1,500})"
)
_QUOTED = 80
_HARDLY_ANY = 200
"""Characters below which it says nothing at all."""
_CONDITION = re.compile(r"\b(?:if|when|once|after|before|until|unless|whether)\b[^.!?\n]{0,40}$")
_LONGEST_REFRESH = 5
"""Seconds within which a page must send the reader on to count as a redirect."""
_BOMS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def decode_page(body: bytes, charset: str | None) -> str:
    """A page's text by its byte order mark, its header's or its own charset; the rest is replaced."""
    marked = next((encoding for mark, encoding in _BOMS.items() if body.startswith(mark)), None)
    charset = marked or charset
    if charset is None:
        match = _META_CHARSET.search(body[:2048])
        charset = match[1].decode("ascii") if match else "utf-8"
        if charset.lower().startswith("utf-16"):
            charset = "utf-8"  # it could not have been read otherwise
    try:
        return body.decode(charset, "replace")
    except (LookupError, ValueError):
        return body.decode("utf-8", "replace")


def challenge_title(page: str) -> str:
    """The title of a bot wall's challenge page, or nothing."""
    title = page_title(page)
    return title[:_QUOTED] if title.casefold().startswith(CHALLENGE_TITLES) else ""


def refresh_target(page: str) -> str:
    """Where a page sends the reader on to at once, as it stands there; or nothing."""
    if "refresh" not in page.lower():
        return ""
    element = first_rendered(_REFRESH, page)
    content = html.unescape(element[1] or element[2] or element[3]) if element else ""
    match = _SENT_ON.fullmatch(content.rstrip("\"' \t\r\n"))
    if match is None or int(match[1]) > _LONGEST_REFRESH:
        return ""
    return (match[2] or match[3] or match[4]).strip().replace(" ", "%20")


def judge_page(page: str, link: str) -> tuple[Signal, str] | None:
    """What a page that came with a good status shows against itself, with the reason; None for nothing.

    `link` is the URL that led to it: a page whose address speaks of 404 is about it.
    """
    lowered = page.lower()
    if "/cdn-cgi/challenge-platform/" in lowered and challenge_title(page):
        return Signal.CHALLENGE, f'challenge page "{challenge_title(page)}"'
    if wall := _bot_wall(page, lowered):
        return Signal.CHALLENGE, wall
    if said := says_missing(page, link):
        return Signal.SOFT_404, f"the page says {_quoted(said)}"
    return _parked(page, lowered)


def _bot_wall(page: str, lowered: str) -> str:
    """What a bot wall shows that comes with a good status, or nothing."""
    title = page_title(page)
    if title.casefold().startswith(BOT_WALL_TITLES) and _is_short(page):
        return f"challenge page {_quoted(title)}"
    script = next((script for script in BOT_WALL_SCRIPTS if script in lowered), None)
    return f"challenge page ({script})" if script and len(visible_text(page)) < _HARDLY_ANY else ""


def _parked(page: str, lowered: str) -> tuple[Signal, str] | None:
    if any(mark in lowered for mark in PARKED_SOURCES):
        for source in _SOURCE.finditer(page):
            mark = next((mark for mark in PARKED_SOURCES if mark in source[1].lower()), None)
            if mark:
                return Signal.PARKED, f"parked domain ({mark})"
    if any(script in lowered for script in PARKED_SCRIPTS) and len(visible_text(page)) < _HARDLY_ANY:
        return Signal.PARKED, "parked domain (a script leads to its lander)"
    if (title := page_title(page)).lower() in DEFAULT_TITLES:
        return Signal.PARKED, f"the page says {_quoted(title)}"
    if any(word in lowered for word in PARKED_WORDS) and _is_short(page):
        said = f"{title.lower()}\n{visible_text(page)}"
        if phrase := next((phrase for phrase in PARKED_PHRASES if _says(said, phrase)), None):
            return Signal.PARKED, f'the page says "{phrase}"'
        if offer := FOR_SALE.search(said):
            return Signal.PARKED, f"the page says {_quoted(offer[0].strip())}"
    return None


def _says(text: str, phrase: str) -> bool:
    """Whether a text says so, and not only what to do if it is so."""
    before, found, _ = text.partition(phrase)
    return bool(found) and not _CONDITION.search(before)


def _is_short(page: str) -> bool:
    return len(visible_text(page)) < SHORT


def _quoted(text: str) -> str:
    return f'"{text[:_QUOTED]}…"' if len(text) > _QUOTED else f'"{text}"'
