"""From places in a block's inline content to places in the text it was taken from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.common.utils import MD_TRIM_CHARS

from awesomelint.source import Span


class OffsetMap(NamedTuple):
    """Runs of a content in which it and its source advance together: where each starts in both."""

    content_starts: Sequence[int]
    source_starts: Sequence[int]

    def place(self, offset: int) -> int:
        """The place in the source of the character at an offset of the content."""
        if len(self.content_starts) == 1:
            return self.source_starts[0] + offset
        run = bisect_right(self.content_starts, offset) - 1
        return self.source_starts[run] + offset - self.content_starts[run]

    def span(self, start: int, end: int) -> Span:
        """The source of `content[start:end]`; its end belongs to the character before it."""
        place = self.place(start)
        return Span(place, self.place(end - 1) + 1 if end > start else place)

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The parts of `content[start:end]` that lie in one run each: start, end, and place in the source."""
        while start < end:
            run = bisect_right(self.content_starts, start)
            stop = min(end, self.content_starts[run]) if run < len(self.content_starts) else end
            yield start, stop, self.place(start)
            start = stop


def map_at(place: int) -> OffsetMap:
    """The map of a content that stands in its source as it is."""
    return OffsetMap((0,), (place,))


def map_lines(content: str, text: str, line_starts: Sequence[int], line: int, *, trimmed: bool) -> OffsetMap:
    """The map of a content of whole lines, whose first is line `line` of the text, counted from 0.

    Whatever stands before it (quotes, list markers, indentation), each line of the content is what its source
    line ends with; `trimmed` says that blanks at the very end were cut off.
    """
    content_starts: list[int] = []
    source_starts: list[int] = []
    offset = 0
    lines = content.split("\n")
    for number, content_line in enumerate(lines, line):
        end = line_end(text, line_starts, number)
        if trimmed and number == line + len(lines) - 1:
            source_line = text[line_starts[number] : end]
            end -= len(source_line) - len(source_line.rstrip(MD_TRIM_CHARS))
        content_starts.append(offset)
        source_starts.append(end - len(content_line))
        offset += len(content_line) + 1
    return OffsetMap(content_starts, source_starts)


def line_end(text: str, line_starts: Sequence[int], line: int) -> int:
    """The end of a line, counted from 0, without its line feed."""
    return line_starts[line + 1] - 1 if line + 1 < len(line_starts) else len(text)


def map_cell(text: str, span: Span) -> tuple[str, OffsetMap]:
    r"""The content of a cell in pipes, and its map: the backslash of `\|` is no part of it, even in code."""
    pieces = text[span.start : span.end].split("\\|")
    content_starts, source_starts = [0], [span.start]
    for piece in pieces[:-1]:
        content_starts.append(content_starts[-1] + len(piece) + (len(content_starts) > 1))
        source_starts.append(source_starts[-1] + len(piece) + 1 + (len(source_starts) > 1))
    return "|".join(pieces), OffsetMap(content_starts, source_starts)
