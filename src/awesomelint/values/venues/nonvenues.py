"""Recognises what stands in a venue field and is certainly no venue."""

from __future__ import annotations

import re
from functools import cache

from awesomelint.values.venues.catalogue import DATA
from awesomelint.values.venues.decorations import Month, decorations
from awesomelint.values.venues.phrases import phrase_key, tokenize
from awesomelint.values.venues.reading import NotAVenue

_FORMS = re.compile(
    r"(?:技术报告|技術報告|技术博客|博客|官网|官方网站|(?:^|[\s\])-])"
    r"(?:tech(?:nical)? ?reports?|blog(?: ?posts?)?|white ?paper|(?:model|system) card|thesis|dissertation))\s*$",
    re.IGNORECASE,
)
_DATE_WORDS = frozenset({"年", "月", "日", "st", "nd", "rd", "th", "of", "q"})
_MAX_DATE_WORDS = 8


def not_a_venue(text: str) -> NotAVenue | None:
    """Say that `text` names no venue, where that is certain; None where it may."""
    tokens = tokenize(text, limit=_MAX_DATE_WORDS + 1)
    if not tokens:
        return NotAVenue("empty")
    if phrase_key(text[:200]) in _listed():
        return NotAVenue("listed")
    if len(tokens) <= _MAX_DATE_WORDS and all(
        token.is_number or token.folded in _DATE_WORDS or _is_month(token.folded) for token in tokens
    ):
        return NotAVenue("date")
    return NotAVenue("form") if _FORMS.search(text[-60:]) else None


def _is_month(folded: str) -> bool:
    return isinstance(decorations().values.get(folded), Month)


@cache
def _listed() -> frozenset[str]:
    lines = (DATA / "not-venues.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(phrase_key(line) for line in lines if line and not line.startswith("# "))
