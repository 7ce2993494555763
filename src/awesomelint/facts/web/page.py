"""What the first 64 KB of a page show: that it does not exist, that its domain is for sale, or a bot wall.

A page is only suspected on two signs that agree, such as title and heading: an article about the error
404 is a living page.
"""

from __future__ import annotations

import html
import re

from awesomelint.facts.web.phrases import (
    CHALLENGE_TITLES,
    NOT_FOUND,
    NOT_FOUND_HINT,
    PARKED_PHRASES,
    PARKED_SOURCES,
)
from awesomelint.facts.web.verdicts import Signal

_TITLE = re.compile(r"(?is)<title\b[^>]{0,500}>(.{0,1000}?)</title")
_HEADING = re.compile(r"(?is)<h([1-3])\b[^>]{0,500}>(.{0,300}?)</h\1")
_META_CHARSET = re.compile(rb"(?i)<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})")
_META_STATUS = re.compile(r"(?i)<meta\b[^>]{0,100}prerender-status-code[^>]{0,100}\b(?:404|410)\b")
_UNRENDERED = "script|style|noscript|template|svg"
_FRAME = "nav|footer|header|head"
_NOT_RENDERED = re.compile(rf"(?i)<(?:!--|({_UNRENDERED})\b)")
_NOT_CONTENT = re.compile(rf"(?i)<(?:!--|({_UNRENDERED}|{_FRAME})\b)")
_ENDS = {name: re.compile(f"(?i)</{name}") for name in f"{_UNRENDERED}|{_FRAME}".split("|")}
_COMMENT_END = re.compile("-->")
_SOURCE = re.compile(
    r"(?i)<(?:script|i?frame|img|link)\b[^>]{0,500}?\b(?:src|href)\s*=\s*[\"']?([^\"'\s>]{1,500})"
)
_TAG = re.compile(r"<[^<>]*>")
_SEPARATOR = re.compile(r"\s+[|·•—–«»›:-]+\s+|\s*[|»›_]\s*|：|—")
_NOISE = re.compile(r"[^\w\s']+")
_HEADINGS_READ = 12
_QUOTED = 80
_SHORT = 2500
"""Characters of visible text below which a page has nothing else to say."""
_ABOUT_404 = re.compile(r"(?i)404|not[-_ ]?found|missing[-_ ]?page")


def decode_page(body: bytes, charset: str | None) -> str:
    """A page's text by its header's or its own charset; what cannot be decoded is replaced."""
    if charset is None:
        match = _META_CHARSET.search(body[:2048])
        charset = match[1].decode("ascii") if match else "utf-8"
    try:
        return body.decode(charset, "replace")
    except (LookupError, ValueError):
        return body.decode("utf-8", "replace")


def page_title(page: str) -> str:
    """The title as a reader sees it, or nothing."""
    match = _TITLE.search(page)
    return _readable(match[1]) if match else ""


def challenge_title(page: str) -> str:
    """The title of a bot wall's challenge page, or nothing."""
    title = page_title(page)
    return title[:_QUOTED] if title.casefold().startswith(CHALLENGE_TITLES) else ""


def judge_page(page: str, path: str) -> tuple[Signal, str] | None:
    """What a page that came with a good status shows against itself, with the reason; None for nothing.

    `path` is the link's: a page whose address speaks of 404 is about it.
    """
    lowered = page.lower()
    if "/cdn-cgi/challenge-platform/" in lowered and challenge_title(page):
        return Signal.CHALLENGE, f'challenge page "{challenge_title(page)}"'
    said = _says_not_found(page) if not _ABOUT_404.search(path) else ""
    if said:
        return Signal.SOFT_404, f"the page says {_quoted(said)}"
    return _parked(page, lowered)


def _says_not_found(page: str) -> str:
    title = page_title(page)
    if _META_STATUS.search(page):
        return title or "404"
    segments = [_plain(segment) for segment in _SEPARATOR.split(title) if segment]
    is_told = any(NOT_FOUND.fullmatch(segment) for segment in segments) or bool(
        NOT_FOUND.fullmatch(_plain(title))
    )
    is_hinted = is_told or any(NOT_FOUND_HINT.fullmatch(segment) for segment in segments)
    headings = _headings(page)
    if any(map(_is_telling, headings)):
        # Applications in a page carry the page that they would show for an unknown address.
        headings = _headings(_without(page, _NOT_RENDERED))
    told = next((heading for heading in headings if NOT_FOUND.fullmatch(_plain(heading))), "")
    hinted = told or next((heading for heading in headings if NOT_FOUND_HINT.fullmatch(_plain(heading))), "")
    if is_told and (hinted or _is_short(page)):
        return title
    if told and (is_hinted or _is_short(page)):
        return told
    if (is_hinted or hinted) and _is_short(page) and NOT_FOUND.search(_plain(_visible_text(page))):
        return title if is_hinted else hinted
    return ""


def _parked(page: str, lowered: str) -> tuple[Signal, str] | None:
    if any(mark in lowered for mark in PARKED_SOURCES):
        for source in _SOURCE.finditer(page):
            mark = next((mark for mark in PARKED_SOURCES if mark in source[1].lower()), None)
            if mark:
                return Signal.PARKED, f"parked domain ({mark})"
    phrase = next((phrase for phrase in PARKED_PHRASES if phrase in lowered), None)
    if phrase and _is_short(page) and phrase in f"{page_title(page).lower()}\n{_visible_text(page)}":
        return Signal.PARKED, f'the page says "{phrase}"'
    return None


def _is_short(page: str) -> bool:
    return len(_visible_text(page)) < _SHORT


def _headings(page: str) -> list[str]:
    return [_readable(match[2]) for match in _HEADING.finditer(page)][:_HEADINGS_READ]


def _is_telling(heading: str) -> bool:
    plain = _plain(heading)
    return bool(NOT_FOUND.fullmatch(plain) or NOT_FOUND_HINT.fullmatch(plain))


def _visible_text(page: str) -> str:
    """The text outside scripts, comments and what frames every page of a site; in small letters."""
    return _readable(_without(page, _NOT_CONTENT)).lower()


def _without(page: str, hidden: re.Pattern[str]) -> str:
    """The page without comments and what begins as `hidden` says; one without an end takes the rest."""
    pieces: list[str] = []
    place = 0
    while match := hidden.search(page, place):
        pieces.append(page[place : match.start()])
        end = (_ENDS[match[1].lower()] if match[1] else _COMMENT_END).search(page, match.end())
        place = end.end() if end else len(page)
    pieces.append(page[place:])
    return " ".join(pieces)


def _readable(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


def _quoted(text: str) -> str:
    return f'"{text[:_QUOTED]}…"' if len(text) > _QUOTED else f'"{text}"'


def _plain(text: str) -> str:
    """Words only, in small letters, with straight apostrophes."""
    return " ".join(_NOISE.sub(" ", text.casefold().replace("’", "'")).split())
