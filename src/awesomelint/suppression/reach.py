"""Where in a list a comment that silences rules counts."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Literal, get_args

from awesomelint.directives import Directive
from awesomelint.document import Document, Item
from awesomelint.source import Span

Reach = Literal[
    "next line", "row", "item", "paragraph", "own lines", "node", "range", "foreign range", "file"
]
REACHES: tuple[Reach, ...] = get_args(Reach)
"""How far a comment counts, from the narrowest: of two that silence one finding, the narrower has done it."""


class Places:
    """Where the comments count that speak of one place; the rows, items and paragraphs are sorted once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._next_lines: dict[int, Span] = {}

    def of(self, directive: Directive) -> tuple[Reach, Span] | None:
        """How far a comment counts and where; None for a verb that means nothing."""
        comment, text = directive.comment.span, self._document.text
        match directive.verb.text:
            case "disable-file":
                return "file", Span(0, len(text) + 1)
            case "disable-next-line":
                return "next line", self._next_line(comment.end)
            case "disable-line":
                return self._around(comment)
            case "ignore":
                return "node", Span(comment.end, self._end_of_next_node(comment.end))
        return None

    def _next_line(self, offset: int) -> Span:
        """The next line that is not blank: formatters put a blank line after a comment."""
        source = self._document.source
        last = len(source.line_starts)
        first = line = source.position(offset).line + 1
        if first not in self._next_lines:
            while line < last and not source.line_text(line).strip():
                line += 1
            start = source.line_starts[line - 1] if line <= last else len(source.text)
            length = len(source.line_text(line)) if line <= last else 0
            self._next_lines[first] = Span(start, start + length + 1)
        return self._next_lines[first]

    def _around(self, comment: Span) -> tuple[Reach, Span]:
        """The row, item or paragraph that holds a comment, else its own lines."""
        reaches: tuple[Reach, ...] = ("row", "item", "paragraph")
        for reach, spans in zip(reaches, (self._rows, self._items, self._paragraphs), strict=True):
            index = bisect_right(spans, comment.start, key=lambda span: span.start) - 1
            if index >= 0 and spans[index].covers(comment):
                return reach, Span(spans[index].start, spans[index].end + 1)
        source = self._document.source
        start = source.line_starts[source.position(comment.start).line - 1]
        end = source.text.find("\n", comment.end)
        return "own lines", Span(start, end + 1 if end >= 0 else len(source.text) + 1)

    def _end_of_next_node(self, offset: int) -> int:
        """Where the table, list or paragraph ends that starts next after an offset."""
        following = []
        for spans in (self._tables, self._lists, self._paragraphs):
            index = bisect_right(spans, offset, key=lambda span: span.start)
            if index < len(spans):
                following.append(spans[index])
        return min(following, key=lambda span: (span.start, -span.end)).end + 1 if following else offset

    @cached_property
    def _rows(self) -> list[Span]:
        return sorted(row.span for table in self._document.tables for row in (table.header, *table.rows))

    @cached_property
    def _items(self) -> list[Span]:
        """The items without what stands in items below them."""
        return sorted(
            Span(item.span.start, item.children[0].span.start if item.children else item.span.end)
            for item in self._document.items
        )

    @cached_property
    def _paragraphs(self) -> list[Span]:
        return sorted(block.span for block in self._document.blocks if block.kind != "cell")

    @cached_property
    def _tables(self) -> list[Span]:
        return sorted(table.span for table in self._document.tables)

    @cached_property
    def _lists(self) -> list[Span]:
        """Outermost items that follow one another in a section, together."""
        lists: list[Span] = []
        previous: Item | None = None
        for item in self._document.items:
            if item.depth:
                continue
            if previous is not None and item.section is previous.section:
                lists[-1] = Span(lists[-1].start, item.span.end)
            else:
                lists.append(item.span)
            previous = item
        return lists
