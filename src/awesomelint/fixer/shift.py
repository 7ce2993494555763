"""Where places of a text are after some edits."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from awesomelint.diagnostics import Edit
from awesomelint.source import Span


class Shift:
    """What some edits, sorted and not overlapping, do to the places of a text."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        """Remember where the edits are and how much each makes the text longer."""
        self._starts = [edit.span.start for edit in edits]
        self._ends = [edit.span.end for edit in edits]
        growths = (len(edit.content) - (edit.span.end - edit.span.start) for edit in edits)
        self._shifts = [0, *accumulate(growths)]
        self.written = [
            Span(edit.span.start + shift, edit.span.start + shift + len(edit.content))
            for edit, shift in zip(edits, self._shifts, strict=False)
        ]
        """Where the content of each edit stands afterwards."""

    def moved(self, offset: int) -> int:
        """Where the character at an offset outside of the edits is; what is inserted there comes first."""
        return offset + self._shifts[bisect_right(self._ends, offset)]

    def moved_span(self, span: Span) -> Span:
        """About where a span is that edits may have touched: no more than what the text around it moved."""
        return Span(*sorted((self.moved(span.start), self.moved(span.end))))

    def changes(self, span: Span) -> bool:
        """Whether an edit replaces characters of a span or inserts some between them."""
        first = bisect_right(self._ends, span.start)
        return first < len(self._starts) and self._starts[first] < span.end

    def reaches(self, span: Span) -> bool:
        """Whether an edit lies in a span or at one of its ends."""
        first = bisect_left(self._ends, span.start)
        return first < len(self._starts) and self._starts[first] <= span.end
