"""A file's bytes as text, without losing how they were written.

Everything above this module works on `Source.text`: no byte order mark, every line end a single `\n`.
An offset in that text is a place in the file, and `Source.encode` puts an edited text back with the
byte order mark and the line ends that the file had.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")


class Span(NamedTuple):
    """A range of code points in `Source.text`; `end` is exclusive."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether all of `other` lies inside."""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A line and a column, both from 1; columns count code points after the byte order mark."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """One file as it was read.

    `text` is None when the bytes are not valid UTF-8; then `undecodable` is the offset of the first
    byte that is wrong. `line_ends` holds each line's own end, one fewer than there are lines
    when the file has no final newline.
    """

    path: str
    data: bytes
    bom: bool
    text: str
    line_ends: tuple[str, ...]
    undecodable: int | None = None

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset in `text` at which each line starts; a final newline opens no further line of its own."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def newline(self) -> str:
        """The line end that the file uses most; a line feed in a file of one line."""
        return Counter(self.line_ends).most_common(1)[0][0] if self.line_ends else "\n"

    def position(self, offset: int) -> Position:
        """Line and column of an offset in `text`."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """The offset in `text` of a line and column."""
        return self.line_starts[position.line - 1] + position.column - 1

    def line_text(self, line: int) -> str:
        """The text of a line, counted from 1, without its line end."""
        start = self.line_starts[line - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def slice(self, span: Span) -> str:
        """The source text of a span."""
        return self.text[span.start : span.end]


def decode(data: bytes, path: str = "") -> Source:
    """Read bytes as UTF-8. Never fails: see `Source.undecodable`.

    Lines end at LF, CRLF or CR and nowhere else: mojibake is full of U+0085, at which `str.splitlines` breaks.
    """
    bom = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if bom else data
    undecodable: int | None = None
    try:
        raw = body.decode("utf-8")
    except UnicodeDecodeError as error:
        undecodable = error.start + (len(data) - len(body))
        raw = body.decode("utf-8", "replace")
    line_ends = tuple(_LINE_END.findall(raw))
    text = _LINE_END.sub("\n", raw) if any(end != "\n" for end in line_ends) else raw
    return Source(path, data, bom, text, line_ends, undecodable)
