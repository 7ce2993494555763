r"""A file's bytes as text, without losing how they were written.

Everything above this module works on `Source.text`: no byte order mark, every line end a single `\n`.
An offset in that text is a place in the file, and `Source.with_edits` turns edits of the text into the
file's new bytes, with the byte order mark and every other line's own end as they were.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
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
    r"""One file as it was read.

    `undecodable` is the offset in `data` of the first byte that is not valid UTF-8, and None for a file
    that is; otherwise `text` holds U+FFFD for what could not be read. `line_ends` holds the end of each
    line that has one, in order: the k-th belongs to the k-th `\n` of `text`.
    """

    path: str
    data: bytes
    bom: bool
    text: str
    line_ends: tuple[str, ...]
    undecodable: int | None = None

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset in `text` at which each line starts; after a final newline that is the end of the text."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def newline(self) -> str:
        """The line end that the file uses most; a line feed in a file of one line."""
        return Counter(self.line_ends).most_common(1)[0][0] if self.line_ends else "\n"

    @cached_property
    def _has_only_line_feeds(self) -> bool:
        return all(line_end == "\n" for line_end in self.line_ends)

    def position(self, offset: int) -> Position:
        """Line and column of an offset in `text`."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """The offset in `text` of a line and column."""
        return self.line_starts[position.line - 1] + position.column - 1

    def line_text(self, line: int) -> str:
        """The text of a line, counted from 1, without its line end."""
        return self.slice(self.line_span(line))

    def line_span(self, line: int) -> Span:
        """Where a line is, counted from 1, without its line end."""
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return Span(self.line_starts[line - 1], end)

    def slice(self, span: Span) -> str:
        """The source text of a span."""
        return self.text[span.start : span.end]

    def with_edits(self, edits: Iterable[tuple[Span, str]]) -> bytes:
        """The file's bytes after replacing each span by its text; an empty span inserts.

        Spans count in `text`, sorted, not overlapping. Every byte outside them stays the same; a line feed
        in a replacement becomes the line end that the file uses most.
        Raises ValueError for spans out of order, and for a file that is not valid UTF-8.
        """
        if self.undecodable is not None:
            raise ValueError(f"not UTF-8 at byte {self.undecodable}: its text cannot be written back")
        pieces: list[str] = []
        position = 0
        for span, content in edits:
            if not position <= span.start <= span.end <= len(self.text):
                raise ValueError(f"edit at {span} overlaps another or leaves the text")
            pieces += self._as_written(position, span.start), content.replace("\n", self.newline)
            position = span.end
        pieces.append(self._as_written(position, len(self.text)))
        return (codecs.BOM_UTF8 if self.bom else b"") + _join_lines(pieces).encode("utf-8")

    def _as_written(self, start: int, end: int) -> str:
        """A part of `text` with the line ends that the file has there."""
        part = self.text[start:end]
        if self._has_only_line_feeds:
            return part
        lines = part.split("\n")
        first = bisect_left(self.line_starts, start + 1) - 1
        ends = self.line_ends[first : first + len(lines) - 1]
        return "".join(line + line_end for line, line_end in zip(lines, (*ends, ""), strict=True))


def _join_lines(pieces: Iterable[str]) -> str:
    """Concatenate; a CR and a LF that an edit brings together stay two line ends."""
    joined: list[str] = []
    for piece in filter(None, pieces):
        if joined and joined[-1].endswith("\r") and piece.startswith("\n"):
            joined.append("\n")
        joined.append(piece)
    return "".join(joined)


def decode(data: bytes, path: str = "") -> Source:
    """Read bytes as UTF-8. Never fails: see `Source.undecodable`.

    Lines end at LF, CRLF or CR and nowhere else: `str.splitlines` breaks at U+0085, common in mojibake.
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
    text = _LINE_END.sub("\n", raw) if "\r" in raw else raw
    return Source(path, data, bom, text, line_ends, undecodable)
