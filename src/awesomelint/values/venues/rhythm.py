"""In which years a venue was held, from a line such as `1969-2015 odd; 2015- yearly`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_YEARS = r"\d{4}(?: \d{4})*"
_SEGMENT = re.compile(
    rf"(?P<first>\d{{4}})-(?P<last>\d{{4}})? "
    rf"(?:(?P<beat>yearly|odd|even)|in (?P<listed>{_YEARS}))"
    rf"(?: not (?P<missed>{_YEARS}))?(?: unsure (?P<unsure>{_YEARS}))?"
)


class _Segment(NamedTuple):
    first: int
    last: int
    beat: str | None
    listed: frozenset[int]
    missed: frozenset[int]
    unsure: frozenset[int]


def held_in(rhythm: str, year: int) -> bool | None:
    """Whether a venue of that rhythm was held in `year`; None where the rhythm does not say.

    A rhythm is one or more segments, divided by `; `; the first that covers the year answers. A segment is
    `FIRST-LAST yearly|odd|even` or `FIRST-LAST in YEAR…`, where `FIRST-` goes on to this day, then
    `not YEAR…` for years left out and `unsure YEAR…` for years about which nothing is said.
    Raises ValueError where the text is no rhythm.
    """
    for segment in _segments(rhythm):
        if segment.first <= year <= segment.last:
            return _held(segment, year)
    return None


def _held(segment: _Segment, year: int) -> bool | None:
    if year in segment.unsure:
        return None
    if segment.beat is None:
        return year in segment.listed
    if year in segment.missed:
        return False
    return segment.beat == "yearly" or (year % 2 == 1) == (segment.beat == "odd")


@cache
def _segments(rhythm: str) -> tuple[_Segment, ...]:
    return tuple(_segment(text) for text in rhythm.split("; ")) if rhythm else ()


def _segment(text: str) -> _Segment:
    match = _SEGMENT.fullmatch(text)
    if match is None:
        raise ValueError(f"not a rhythm: {text!r}")
    return _Segment(
        first=int(match["first"]),
        last=int(match["last"] or 9999),
        beat=match["beat"],
        listed=_years(match["listed"]),
        missed=_years(match["missed"]),
        unsure=_years(match["unsure"]),
    )


def _years(text: str | None) -> frozenset[int]:
    return frozenset(int(year) for year in (text or "").split())
