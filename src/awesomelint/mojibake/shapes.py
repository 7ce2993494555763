"""UTF-8's shapes in bytes read through a code page: a lead byte and the continuation bytes that it wants.

Lead bytes survive every damage known here, so where one clean character ends and the next starts is never in
doubt.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

from awesomelint.mojibake.damage import HOLE
from awesomelint.mojibake.oddity import is_unlikely

# These begin with a set of bytes and look back at it, which lets a search skip what is not in the set.
_CASES = (
    rb"(?<=[\xc2-\xdf])[\x80-\xbf]|(?<=\xe0)[\xa0-\xbf][\x80-\xbf]"
    rb"|(?<=[\xe1-\xec\xee\xef])[\x80-\xbf]{2}|(?<=\xed)[\x80-\x9f][\x80-\xbf]"
    rb"|(?<=\xf0)[\x90-\xbf][\x80-\xbf]{2}|(?<=[\xf1-\xf3])[\x80-\xbf]{3}"
    rb"|(?<=\xf4)[\x80-\x8f][\x80-\xbf]{2}"
)
_WHOLE = rb"[\xc2-\xf4](?:" + _CASES + rb")"
_PART = rb"[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2}"
_LEADS = bytes(range(0xC2, 0xF5))
_BEGINNING = re.compile(b"[\x80-\xbf](?<=[\xc2-\xf4].)")
"""A lead byte with a continuation byte, seen from the latter, which is rarer in clean Cyrillic text."""
_PIECE = re.compile(b"(?P<whole>(?:" + _WHOLE + b")+)|(?P<part>" + _PART + b")|(?P<stray>[\x80-\xff])")
_CHARACTER = re.compile(_WHOLE + b"|" + _PART)
_WHOLE_CHARACTER = re.compile(_WHOLE)
_TELLING = re.compile(rb"[\xc2-\xf4](?:" + _CASES + rb"|(?<=\xf0)\x9f[\x80-\xbf])")
HIGH = re.compile(rb"[\x80-\xff]+")
"""Neighbouring bytes that are not ASCII."""


class Part(NamedTuple):
    """A character that lacks bytes: its offset in the text, and what is left, the lead byte first."""

    offset: int
    seen: bytes

    @property
    def is_bare(self) -> bool:
        """Whether only the lead byte is left, which may as well be an accented letter."""
        return len(self.seen) == 1

    @property
    def is_emoji(self) -> bool:
        """Whether it is all but one byte of an emoji."""
        return len(self.seen) == 3


class Shapes(NamedTuple):
    """Neighbouring bytes as UTF-8: the text, with `HOLE` for each of `parts`, and how many bytes lie `apart`.

    Those belong to no character and stand right before or behind.
    """

    start: int
    end: int
    text: str
    parts: tuple[Part, ...]
    apart: int

    @property
    def whole(self) -> int:
        """How many characters lack nothing."""
        return len(self.text) - len(self.parts)


def has_telling(data: bytes) -> bool:
    """Whether there is a whole character, or most of an emoji, which is as telling."""
    return _BEGINNING.search(data) is not None and _TELLING.search(data) is not None


def shapes(data: bytes, start: int, end: int) -> list[Shapes]:
    """Divide bytes that are not ASCII at those that belong to no character.

    Nothing where those are more than the whole characters, which are there by chance then.
    """
    garbled = data[start:end]
    if not _BEGINNING.search(garbled):
        lacks_all = not garbled.translate(None, _LEADS)
        return _divided(data, start, end) if lacks_all else []
    try:
        return [Shapes(start, end, garbled.decode("utf-8"), (), 0)]
    except UnicodeDecodeError:
        apart = len(_CHARACTER.sub(b"", garbled))
        is_chance = apart > 0 and apart > len(_WHOLE_CHARACTER.findall(garbled))
        return [] if is_chance else _divided(data, start, end)


def _divided(data: bytes, start: int, end: int) -> list[Shapes]:
    found: list[Shapes] = []
    text = ""
    parts: list[Part] = []
    apart = 0
    position = start
    for piece in _PIECE.finditer(data, start, end):
        if piece["stray"]:
            if text:
                found.append(Shapes(position, piece.start(), text, tuple(parts), apart))
                text, parts, apart = "", [], 0
            apart += piece.end() - piece.start()
            position = piece.end()
        elif piece["whole"]:
            text += piece[0].decode("utf-8")
        else:
            parts.append(Part(len(text), piece[0]))
            text += HOLE
    if text:
        found.append(Shapes(position, end, text, tuple(parts), apart))
    elif found:
        found[-1] = found[-1]._replace(apart=found[-1].apart + apart)
    return found


def without_whole(line: str, data: bytes) -> str:
    """What is left of a line, given its bytes in a page, without the characters that lack nothing."""
    places = [place for match in _WHOLE_CHARACTER.finditer(data) for place in match.span()]
    bounds = [0, *places, len(line)]
    return " ".join(line[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True))


@cache
def candidates(seen: bytes, lost: frozenset[int]) -> tuple[str, ...]:
    """The characters that a part can be if only bytes in `lost` are missing, in code-point order."""
    found = set()
    wanted = 1 if seen[0] < 0xE0 else 2 if seen[0] < 0xF0 else 3
    for places in combinations(range(wanted), len(seen) - 1):
        gaps = [place for place in range(wanted) if place not in places]
        for fill in product(sorted(lost), repeat=len(gaps)):
            rest = dict(zip(places, seen[1:], strict=True)) | dict(zip(gaps, fill, strict=True))
            found.add(_decoded(seen[:1] + bytes(rest[place] for place in range(wanted))))
    return tuple(sorted(character for character in found if character and not is_unlikely(character)))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
