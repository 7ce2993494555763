"""Where UTF-8's characters begin and end in bytes of which some are unknown.

Mostly the lead bytes are known, and tell. Big5, Shift-JIS and EUC-KR lose lead bytes too; then the usual
length of the text's characters decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from awesomelint.mojibake.multibyte_reading import UNKNOWN

CHARACTER = (
    rb"[\xc2-\xdf][\x80-\xbf\xff]|\xe0[\xa0-\xbf\xff][\x80-\xbf\xff]"
    rb"|[\xe1-\xef][\x80-\xbf\xff]{2}|\xf0[\x90-\xbf\xff][\x80-\xbf\xff]{2}"
)
"""A character whose lead byte is known."""
_HIGH = re.compile(rb"[\x80-\xff]+")
_KNOWN = re.compile(b"(?:" + CHARACTER + b")+")
_CHARACTER = re.compile(CHARACTER)
_COVERED = re.compile(
    rb"(?:[\x00-\x7f]+(?![\x00-\x7f])|" + CHARACTER + rb"|\xff[\x80-\xbf\xff]*(?![\x80-\xbf\xff]))*"
)
_CONTINUATION = re.compile(rb"[\x80-\xbf\xff]+")
_LENGTHS = (2, 3, 4)
_UNUSUAL = 1
_VERY_UNUSUAL = 3
"""What a character of another than the usual length costs, if its lead byte is lost."""


def may_be_all(data: bytes) -> bool:
    """Whether nothing known speaks against all that is not ASCII being UTF-8."""
    return _COVERED.fullmatch(data) is not None


def usual_length(data: bytes) -> int:
    """The length of most characters whose lead byte is known: 2 for the letters of most alphabets, or 3."""
    lengths = [len(match[0]) for match in _CHARACTER.finditer(data)]
    return 2 if 2 * lengths.count(2) > len(lengths) else 3


def all_pieces(data: bytes, usual: int) -> Iterator[tuple[int, int]] | None:
    """The characters that are not ASCII, by their bounds; None where some bytes belong to none."""
    found: list[tuple[int, int]] = []
    for stretch in _HIGH.finditer(data):
        start, end = stretch.span()
        if _KNOWN.fullmatch(data, start, end):
            found += (match.span() for match in _CHARACTER.finditer(data, start, end))
            continue
        pieces = _divided(data, start, end, usual)
        if pieces is None:
            return None
        found += pieces
    return iter(found)


def _divided(data: bytes, start: int, end: int, usual: int) -> list[tuple[int, int]] | None:
    """The cheapest way to divide bytes into characters."""
    infinite = float("inf")
    costs = [0.0] + [infinite] * (end - start)
    lengths = [0] * (end - start + 1)
    for place in range(start, end):
        cost = costs[place - start]
        if cost == infinite:
            continue
        for length, extra in _starting(data, place, end, usual):
            reached = place + length - start
            if cost + extra < costs[reached]:
                costs[reached] = cost + extra
                lengths[reached] = length
    if costs[-1] == infinite:
        return None
    pieces = []
    place = end
    while place > start:
        length = lengths[place - start]
        pieces.append((place - length, place))
        place -= length
    return pieces[::-1]


def _starting(data: bytes, place: int, end: int, usual: int) -> Iterator[tuple[int, int]]:
    """The lengths that a character can have that begins at a place, and what they cost."""
    if data[place] != UNKNOWN:
        match = _CHARACTER.match(data, place, end)
        if match:
            yield match.end() - place, 0
        return
    for length in _LENGTHS:
        if place + length <= end and _CONTINUATION.fullmatch(data, place + 1, place + length):
            is_usual = length == usual
            yield length, 1 if is_usual else 1 + (_VERY_UNUSUAL if length == 4 else _UNUSUAL)
