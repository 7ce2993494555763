"""UTF-8's shapes in text that was read through a code page: a lead byte and the continuation bytes that it
wants.

Lead bytes survive every damage known here, so where one clean character ends and the next starts is never in
doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

from awesomelint.mojibake.damage import HOLE
from awesomelint.mojibake.oddity import is_unlikely
from awesomelint.mojibake.pages import CodePage, page


class Shape(NamedTuple):
    """The bytes of one clean character that are still there, or one byte that belongs to none.

    `length` is how many bytes the lead byte wants; 0 for a stray byte.
    """

    seen: bytes
    length: int

    @property
    def is_stray(self) -> bool:
        """Whether it belongs to no character."""
        return self.length == 0

    @property
    def is_complete(self) -> bool:
        """Whether no byte is missing."""
        return len(self.seen) == self.length

    @property
    def text(self) -> str:
        """The clean character, or `HOLE`."""
        return self.seen.decode("utf-8") if self.is_complete else HOLE


def shapes(data: bytes) -> Iterator[Shape]:
    """Divide bytes from 80 up into shapes, in order, leaving none out."""
    position = 0
    while position < len(data):
        length = _wanted(data[position])
        end = position + 1
        while end < min(position + length, len(data)) and 0x80 <= data[end] <= 0xBF:
            end += 1
        seen = data[position:end]
        if length == 0 or not _is_possible(seen, length):
            seen, length = data[position : position + 1], 0
        yield Shape(seen, length)
        position += len(seen)


@cache
def candidates(shape: Shape, lost: frozenset[int]) -> tuple[str, ...]:
    """The characters that an incomplete shape can be if only bytes in `lost` are missing, in code-point
    order.
    """
    found = set()
    seen = shape.seen[1:]
    wanted = shape.length - 1
    for places in combinations(range(wanted), len(seen)):
        gaps = [place for place in range(wanted) if place not in places]
        for fill in product(sorted(lost), repeat=len(gaps)):
            rest = dict(zip(places, seen, strict=True)) | dict(zip(gaps, fill, strict=True))
            found.add(_decoded(shape.seen[:1] + bytes(rest[place] for place in range(wanted))))
    return tuple(sorted(character for character in found if character and not is_unlikely(character)))


@cache
def complete_shape(codec: str) -> re.Pattern[str]:
    """Matches a complete shape as it looks through a code page, or most of an emoji, which is as telling.

    It is a prefilter: some of what it matches is not UTF-8.
    """
    code_page = page(codec)
    tail = _character_set(code_page, range(0x80, 0xC0))
    leads = ((range(0xC2, 0xE0), 1), (range(0xE0, 0xF0), 2), (range(0xF0, 0xF5), 3))
    patterns = [f"{_character_set(code_page, lead)}{tail}{{{count}}}" for lead, count in leads]
    emoji = re.escape(code_page.characters[0xF0] + code_page.characters[0x9F])
    return re.compile("|".join([*patterns, f"{emoji}{tail}"]))


@cache
def high_run(codec: str) -> re.Pattern[str]:
    """Matches neighbouring characters that all come from the upper half of a code page."""
    return re.compile(f"{_character_set(page(codec), range(0x80, 0x100))}+")


def _character_set(code_page: CodePage, numbers: Iterable[int]) -> str:
    return "[" + "".join(re.escape(code_page.characters[number]) for number in numbers) + "]"


def _wanted(lead: int) -> int:
    if 0xC2 <= lead <= 0xDF:
        return 2
    if 0xE0 <= lead <= 0xEF:
        return 3
    return 4 if 0xF0 <= lead <= 0xF4 else 0


def _is_possible(seen: bytes, length: int) -> bool:
    """Whether the bytes can begin a character; those of an incomplete shape may have gaps, so only complete
    ones are tried.
    """
    return len(seen) < length or _decoded(seen) != ""


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
