"""HTML as a reader sees it: without what is not rendered, read in linear time from any page."""

from __future__ import annotations

import html
import re

_UNRENDERED = "script|style|noscript|template|svg"
_FRAME = "nav|footer|header|head"
_HIDEABLE = "div|section|main|article|aside|dialog|span|p|h[1-6]"
_NOT_RENDERED = re.compile(rf"(?i)<(?:!--|({_UNRENDERED})\b)")
_NOT_CONTENT = re.compile(rf"(?i)<(?:!--|({_UNRENDERED}|{_FRAME})\b)")
_HIDDEN = re.compile(
    rf"(?i)<({_HIDEABLE})\b(?=[^<>]{{0,500}}?\s(?:hidden[\s>=]|style\s*=\s*[\"']?[^\"'<>]{{0,100}}"
    r"\bdisplay\s*:\s*none))"
)
_ENDS = {name: re.compile(f"(?i)</{name}") for name in f"{_UNRENDERED}|{_FRAME}".split("|")}
_COMMENT_END = re.compile("-->")
_TAG = re.compile(r"<[^<>]*>")


def first_rendered(pattern: re.Pattern[str], page: str) -> re.Match[str] | None:
    """The first match that is not inside a comment, a script or the like."""
    match = pattern.search(page)
    place = 0
    while match and (hidden := _NOT_RENDERED.search(page, place, match.start())):
        place = _end(page, hidden)
        if match.start() < place:
            match = pattern.search(page, place)
    return match


def rendered(page: str) -> str:
    """The page without comments, scripts and elements that are hidden in their own tag."""
    page = _without(page, _NOT_RENDERED)
    pieces: list[str] = []
    place = 0
    while match := _HIDDEN.search(page, place):
        pieces.append(page[place : match.start()])
        place = _end_of_element(page, match[1], match.end())
    pieces.append(page[place:])
    return " ".join(pieces)


def visible_text(page: str) -> str:
    """The text outside scripts, comments and what frames every page of a site; in small letters."""
    return readable(_without(page, _NOT_CONTENT)).lower()


def readable(markup: str) -> str:
    """Markup as text, with single blanks."""
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


def _without(page: str, hidden: re.Pattern[str]) -> str:
    """The page without comments and what begins as `hidden` says; one without an end takes the rest."""
    pieces: list[str] = []
    place = 0
    while match := hidden.search(page, place):
        pieces.append(page[place : match.start()])
        place = _end(page, match)
    pieces.append(page[place:])
    return " ".join(pieces)


def _end(page: str, begin: re.Match[str]) -> int:
    end = (_ENDS[begin[1].lower()] if begin[1] else _COMMENT_END).search(page, begin.end())
    return end.end() if end else len(page)


def _end_of_element(page: str, name: str, place: int) -> int:
    """Behind the end of an element whose name and attributes begin before a place."""
    depth = 1
    for tag in re.compile(rf"(?i)<(/?){name}\b").finditer(page, place):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(page)
