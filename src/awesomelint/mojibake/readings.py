"""What in a line can be read as UTF-8 through a code page."""

from __future__ import annotations

from typing import NamedTuple

from awesomelint.mojibake.gain import gain
from awesomelint.mojibake.shapes import HIGH, Shapes, shapes


class Reading(NamedTuple):
    """Shapes in a line; `gain` is the oddity that goes when they are read so."""

    shapes: Shapes
    gain: int

    @property
    def length(self) -> int:
        """How many characters it has in the garbled text."""
        return self.shapes.end - self.shapes.start

    @property
    def is_telling(self) -> bool:
        """Whether a continuation byte shows that a lead byte is more than an accented letter."""
        return self.shapes.whole > 0 or not all(part.is_bare for part in self.shapes.parts)


def read_through(line: str, data: bytes, *, is_exclusive: bool = False) -> list[Reading]:
    """The readings of a line, given its bytes in the page; `is_exclusive` is as for `gain`."""
    return [
        Reading(found, gain(line, found, is_exclusive=is_exclusive))
        for match in HIGH.finditer(data)
        for found in shapes(data, *match.span())
    ]
