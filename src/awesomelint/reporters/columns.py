"""Columns in other units than code points: UTF-8 bytes, UTF-16 units, and cells of a terminal."""

from __future__ import annotations


def utf8_column(line: str, column: int) -> int:
    """A column of a line, counted from 1 in code points, counted from 1 in UTF-8 bytes."""
    return len(line[: column - 1].encode("utf-8", "surrogatepass")) + 1


def utf16_column(line: str, column: int) -> int:
    """A column of a line, counted from 1 in code points, counted from 1 in UTF-16 code units."""
    return len(line[: column - 1].encode("utf-16-le", "surrogatepass")) // 2 + 1


def display_width(text: str) -> int:
    """How many cells a printable text takes in a terminal.

    A character in two cells counts two, a combining mark none, an emoji sequence two.
    """
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # slow to import, and ASCII does without

    return max(wcswidth(text), 0)
