"""Columns in other units than code points: UTF-8 bytes, UTF-16 units, and cells of a terminal."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate


def utf8_offsets(text: str) -> Sequence[int]:
    """For every offset in a text, counted in code points and its end included, the offset in bytes of UTF-8.

    Made once for a text, it says any number of columns in a long line without reading that line again.
    """
    if text.isascii():
        return range(len(text) + 1)
    return array("Q", accumulate(map(_utf8_length, text), initial=0))


def utf16_column(line: str, column: int) -> int:
    """A column of a line, counted from 1 in code points, counted from 1 in UTF-16 code units."""
    return len(line[: column - 1].encode("utf-16-le", "surrogatepass")) // 2 + 1


def _utf8_length(character: str) -> int:
    code = ord(character)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4


def display_width(text: str) -> int:
    """How many cells a printable text takes in a terminal.

    A character in two cells counts two, a combining mark none, an emoji sequence two.
    """
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # slow to import, and ASCII does without

    return max(wcswidth(text), 0)
