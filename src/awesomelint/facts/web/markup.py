"""HTML as a reader sees it: without what is not rendered, read in linear time from any page."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_UNRENDERED = "script|style|noscript|template|svg|textarea|xmp"
_FRAME = "nav|footer|header|head"
_HIDEABLE = "div|section|main|article|aside|dialog|span|p|h[1-6]"
_NOT_RENDERED = re.compile(rf"(?i)<(?:!--|({_UNRENDERED})\b)")
_NOT_CONTENT = re.compile(rf"(?i)<(?:!--|({_UNRENDERED}|{_FRAME})\b)")
_CONDITIONS = (
    r"(?:data-)?ng-(?:if|show|hide|cloak|switch-when)|v-(?:if|else(?:-if)?|show|cloak)|x-(?:if|show|cloak)"
)
_HIDING_CLASSES = (
    "(?:is-|u-|uk-|ng-|w3-)?(?:hidden|hide)|d-none|display-none|invisible|visually-hidden|v-hidden"
)
_HIDDEN = re.compile(
    rf"(?i)<({_HIDEABLE})\b(?=[^<>]{{0,500}}?\s(?:(?:hidden|{_CONDITIONS})[\s>=]"
    r"|style\s*=\s*[\"']?[^\"'<>]{0,100}\bdisplay\s*:\s*none"
    rf"|class\s*=\s*(?:[\"'](?:[^\"'<>]{{0,200}}\s)?)?(?:{_HIDING_CLASSES})[\s\"'>]))"
)
"""What the page itself hides, or leaves to a script to show."""
_ENDS = {name: re.compile(rf"(?i)</{name}\b[^<>]*>?") for name in f"{_UNRENDERED}|{_FRAME}".split("|")}
_COMMENT_END = re.compile("-->")
_TAG = re.compile(r"<[^<>]*>")
_IN_A_LINE = re.compile(r"(?i)</?(?:a|abbr|b|bdi|br|code|em|font|i|mark|small|span|strong|u|wbr)\b[^<>]*>")
_SENTENCE_END = re.compile(r"[\n.!?。！？]+")
_TITLE = re.compile(r"(?is)<title\b[^>]{0,500}>(.{0,1000}?)</title")
_HEADING = re.compile(r"(?is)<h([1-3])\b[^>]{0,500}>(.{0,300}?)</h\1")
_LINKED = re.compile(r"(?i)<a\b[^<>]{0,500}?\bhref\s*=\s*[\"']?[^\"'#\s]")
_HEADINGS_READ = 12
_NOISE = re.compile(r"[^\w\s'\u0300-\u036f\u0900-\u0dff\u0e00-\u0e7f]+")
"""Punctuation. The vowel signs of Indic scripts and of Thai are no letters for `re`, but parts of words."""


class Heading(NamedTuple):
    """One of the upper three levels. The name of a site is a link to its home page."""

    text: str
    is_linked: bool


def page_title(page: str) -> str:
    """The title as a reader sees it, or nothing."""
    match = first_rendered(_TITLE, page)
    return readable(match[1]) if match else ""


def headings(page: str) -> list[Heading]:
    """The first headings in the markup, those that are not rendered included."""
    found = [match[2] for match in _HEADING.finditer(page)][:_HEADINGS_READ]
    return [Heading(plain(readable(heading)), bool(_LINKED.search(heading))) for heading in found]


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


def sentences(page: str) -> list[str]:
    """The visible text by sentences and by elements; in small letters."""
    content = " ".join(_without(page, _NOT_CONTENT).split())
    text = html.unescape(_TAG.sub("\n", _IN_A_LINE.sub(" ", content)))
    return [sentence for piece in _SENTENCE_END.split(text.lower()) if (sentence := " ".join(piece.split()))]


def plain(text: str) -> str:
    """Words only, in small letters, with straight apostrophes."""
    return " ".join(_NOISE.sub(" ", text.casefold().replace("’", "'")).split())


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
