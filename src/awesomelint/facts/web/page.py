"""What the first 64 KB of a page show: that it does not exist, that its domain is for sale, or a bot wall.

A page is only suspected on two signs that agree, such as title and heading: an article about the error
404 is a living page.
"""

from __future__ import annotations

import codecs
import html
import re

from awesomelint.facts.web.markup import first_rendered, readable, rendered, visible_text
from awesomelint.facts.web.phrases import (
    BOT_WALL_SCRIPTS,
    BOT_WALL_TITLES,
    CHALLENGE_TITLES,
    DEFAULT_TITLES,
    FOR_SALE,
    NOT_FOUND,
    NOT_FOUND_HINT,
    NOT_FOUND_SENTENCE,
    PARKED_PHRASES,
    PARKED_SCRIPTS,
    PARKED_SOURCES,
    PARKED_WORDS,
    SENTENCE_WORDS,
)
from awesomelint.facts.web.verdicts import Signal

_TITLE = re.compile(r"(?is)<title\b[^>]{0,500}>(.{0,1000}?)</title")
_REFRESH = re.compile(
    r"(?i)<meta\b(?=[^<>]{0,300}\bhttp-equiv\s*=\s*[\"']?refresh\b)[^<>]{0,300}?"
    r"\bcontent\s*=\s*[\"']?\s*(\d{1,3})[.\d]{0,9}\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"'<>\s]{1,2000})"
)
_HEADING = re.compile(r"(?is)<h([1-3])\b[^>]{0,500}>(.{0,300}?)</h\1")
_META_CHARSET = re.compile(rb"(?i)<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})")
_META_STATUS = re.compile(r"(?i)<meta\b[^>]{0,100}prerender-status-code[^>]{0,100}\b(?:404|410)\b")
_SOURCE = re.compile(
    r"(?i)<(?:script|i?frame|img|link)\b[^>]{0,500}?\b(?:src|href)\s*=\s*[\"']?([^\"'\s>]{1,500})"
)
_SEPARATOR = re.compile(r"\s+[|·•—–«»›:-]+\s+|\s*[|»›_]\s*|：|—")
_NOISE = re.compile(r"[^\w\s'\u0300-\u036f\u0900-\u0dff\u0e00-\u0e7f]+")
"""Punctuation. The vowel signs of Indic scripts and of Thai are no letters for `re`, but parts of words."""
_NUMBER = re.compile(r"(?:error |http |status )*404(?: page)?")
_TICKET = re.compile(r"(?:issue|bug|ticket|question|discussion|pull request) #?\d+")
_HEADINGS_READ = 12
_QUOTED = 80
_SHORT = 2500
"""Characters of visible text below which a page has nothing else to say."""
_SENTENCE = 500
"""Characters below which a single sentence about a missing page is what it says."""
_HARDLY_ANY = 200
"""Characters below which it says nothing at all."""
_LONGEST_REFRESH = 5
"""Seconds within which a page must send the reader on to count as a redirect."""
_BOMS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_ABOUT_404 = re.compile(r"(?i)404|not[-_ ]?found|missing[-_ ]?page")


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


def page_title(page: str) -> str:
    """The title as a reader sees it, or nothing."""
    match = first_rendered(_TITLE, page)
    return readable(match[1]) if match else ""


def challenge_title(page: str) -> str:
    """The title of a bot wall's challenge page, or nothing."""
    title = page_title(page)
    return title[:_QUOTED] if title.casefold().startswith(CHALLENGE_TITLES) else ""


def refresh_target(page: str) -> str:
    """Where a page sends the reader on to at once, as it stands there; or nothing."""
    if "refresh" not in page.lower():
        return ""
    match = first_rendered(_REFRESH, page)
    return html.unescape(match[2]) if match and int(match[1]) <= _LONGEST_REFRESH else ""


def judge_page(page: str, path: str) -> tuple[Signal, str] | None:
    """What a page that came with a good status shows against itself, with the reason; None for nothing.

    `path` is the link's: a page whose address speaks of 404 is about it.
    """
    lowered = page.lower()
    if "/cdn-cgi/challenge-platform/" in lowered and challenge_title(page):
        return Signal.CHALLENGE, f'challenge page "{challenge_title(page)}"'
    if wall := _bot_wall(page, lowered):
        return Signal.CHALLENGE, wall
    said = _says_not_found(page, lowered) if not _ABOUT_404.search(path) else ""
    if said:
        return Signal.SOFT_404, f"the page says {_quoted(said)}"
    return _parked(page, lowered)


def _bot_wall(page: str, lowered: str) -> str:
    """What a bot wall shows that comes with a good status, or nothing."""
    title = page_title(page)
    if title.casefold().startswith(BOT_WALL_TITLES) and _is_short(page):
        return f"challenge page {_quoted(title)}"
    script = next((script for script in BOT_WALL_SCRIPTS if script in lowered), None)
    return f"challenge page ({script})" if script and len(visible_text(page)) < _HARDLY_ANY else ""


def _says_not_found(page: str, lowered: str) -> str:
    title = page_title(page)
    if _META_STATUS.search(page):
        return title or "404"
    segments = [_plain(segment) for segment in _SEPARATOR.split(title) if segment]
    is_told = any(NOT_FOUND.fullmatch(segment) for segment in segments) or bool(
        NOT_FOUND.fullmatch(_plain(title))
    )
    if any(_TICKET.match(segment) for segment in segments):
        # Somebody asks why a page is not found.
        return ""
    is_hinted = is_told or any(NOT_FOUND_HINT.fullmatch(segment) for segment in segments)
    headings = _headings(page)
    if any(map(_is_telling, headings)):
        # Applications in a page carry the page that they would show for an unknown address.
        headings = _headings(rendered(page))
    told = next((heading for heading in headings if NOT_FOUND.fullmatch(_plain(heading))), "")
    hinted = told or next((heading for heading in headings if NOT_FOUND_HINT.fullmatch(_plain(heading))), "")
    if is_told and (hinted or _is_short(page)):
        return title
    if told and (is_hinted or _is_short(page)):
        return told
    if (is_hinted or hinted) and _is_short(page) and NOT_FOUND.search(_plain(visible_text(page))):
        return title if is_hinted else hinted
    if any(map(_NUMBER.fullmatch, segments)) and any(map(_is_number, headings)) and _is_short(page):
        return title
    return _said_in_a_sentence(page, lowered)


def _said_in_a_sentence(page: str, lowered: str) -> str:
    """The sentence that is all that a page has to say, or nothing."""
    if not any(word in lowered for word in SENTENCE_WORDS) or len(visible_text(page)) >= _SENTENCE:
        return ""
    sentence = NOT_FOUND_SENTENCE.search(_plain(visible_text(rendered(page))))
    return sentence[0] if sentence else ""


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
        if phrase := next((phrase for phrase in PARKED_PHRASES if phrase in said), None):
            return Signal.PARKED, f'the page says "{phrase}"'
        if offer := FOR_SALE.search(said):
            return Signal.PARKED, f"the page says {_quoted(offer[0].strip())}"
    return None


def _is_short(page: str) -> bool:
    return len(visible_text(page)) < _SHORT


def _headings(page: str) -> list[str]:
    return [readable(match[2]) for match in _HEADING.finditer(page)][:_HEADINGS_READ]


def _is_number(heading: str) -> bool:
    return _NUMBER.fullmatch(_plain(heading)) is not None


def _is_telling(heading: str) -> bool:
    plain = _plain(heading)
    return bool(NOT_FOUND.fullmatch(plain) or NOT_FOUND_HINT.fullmatch(plain))


def _quoted(text: str) -> str:
    return f'"{text[:_QUOTED]}…"' if len(text) > _QUOTED else f'"{text}"'


def _plain(text: str) -> str:
    """Words only, in small letters, with straight apostrophes."""
    return " ".join(_NOISE.sub(" ", text.casefold().replace("’", "'")).split())
