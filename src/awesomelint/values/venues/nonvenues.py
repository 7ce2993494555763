"""Recognises what stands in a venue field and is certainly no venue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from awesomelint.values.venues.catalogue import DATA
from awesomelint.values.venues.decorations import Month, decorations
from awesomelint.values.venues.phrases import Token, tokenize
from awesomelint.values.venues.reading import NotAVenue

_ENDINGS = re.compile(
    r"(?:技术报告|技術報告|技术博客|博客|官网|官方网站"
    r"|(?<![A-Za-z])(?:tech(?:nical)? ?reports?|blog(?: ?posts?)?|white ?paper|(?:model|system) card"
    r"|thesis|dissertation))\s*\Z",
    re.IGNORECASE,
)
_LONGEST_ENDING = 40
_DATE_WORDS = frozenset({"年", "月", "日", "st", "nd", "rd", "th", "of"})
_MAX_WORDS = 8


def certain_non_venue(tokens: Sequence[Token]) -> NotAVenue | None:
    """Say that a text of these words is empty, a date, or listed as no venue."""
    if not tokens:
        return NotAVenue("empty")
    if len(tokens) > _MAX_WORDS:
        return None
    if tuple(token.folded for token in tokens) in _listed():
        return NotAVenue("listed")
    return NotAVenue("date") if all(map(_is_of_date, tokens)) else None


def looks_like_no_venue(text: str) -> NotAVenue | None:
    """Say that `text`, which names no known venue, has another thing's form: `GPT-4 Technical Report`."""
    return NotAVenue("form") if _ENDINGS.search(text[-_LONGEST_ENDING:]) else None


def _is_of_date(token: Token) -> bool:
    if token.is_number or token.folded in _DATE_WORDS:
        return True
    return isinstance(decorations().get(token.folded), Month)


@cache
def _listed() -> frozenset[tuple[str, ...]]:
    """The words of each entry of `data/not-venues.txt`."""
    lines = (DATA / "not-venues.txt").read_text(encoding="utf-8").split("\n")
    entries = (line for line in lines if line and not line.startswith("# "))
    return frozenset(tuple(token.folded for token in tokenize(entry)) for entry in entries)
