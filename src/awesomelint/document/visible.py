"""What a reader sees of a piece of the source, character by character."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from awesomelint.source import Span


@dataclass(frozen=True, slots=True)
class VisibleText:
    r"""What a reader sees of one inline content, and where each character of it stands in the source.

    Markup is gone, entities and escapes are decoded, a line break is `\n`, an image counts as nothing.
    The text is made of runs: run k begins at `text_starts[k]` and stands for the source from
    `source_starts[k]` to `source_ends[k]`, either character by character, or as a whole (`&amp;`, `\[`).
    There is at least one run, so that an empty text has its place as well.
    """

    text: str
    text_starts: tuple[int, ...]
    source_starts: tuple[int, ...]
    source_ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The source of `text[start:end]`, from its first to its last character, escapes whole."""
        if end <= start:
            place = self._source(start).start
            return Span(place, place)
        return Span(self._source(start).start, self._source(end - 1).end)

    def locate(self, place: int) -> int:
        """The offset in `text` of a source offset; for a place that shows nothing, of what follows it."""
        run = bisect_right(self.source_starts, place) - 1
        if run < 0:
            return 0
        length = self._length(run)
        if self._is_whole(run):
            return self.text_starts[run] + (0 if place == self.source_starts[run] else length)
        return self.text_starts[run] + min(place - self.source_starts[run], length)

    def text_in(self, span: Span) -> str:
        """What a reader sees of a span of the source, without outer blanks."""
        return self.text[self.locate(span.start) : self.locate(span.end)].strip()

    def _source(self, offset: int) -> Span:
        run = max(bisect_right(self.text_starts, offset) - 1, 0)
        if self._is_whole(run):
            end = self.source_ends[run]
            return Span(self.source_starts[run], end) if offset < len(self.text) else Span(end, end)
        place = self.source_starts[run] + offset - self.text_starts[run]
        return Span(place, place + 1)

    def _length(self, run: int) -> int:
        end = self.text_starts[run + 1] if run + 1 < len(self.text_starts) else len(self.text)
        return end - self.text_starts[run]

    def _is_whole(self, run: int) -> bool:
        return self._length(run) != self.source_ends[run] - self.source_starts[run]
