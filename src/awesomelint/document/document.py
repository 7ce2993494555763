"""A list as a whole: its parts in source order, and what stands where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any, TypeVar, cast

from awesomelint.document.model import (
    Block,
    Comment,
    Definition,
    Entry,
    Footnote,
    Item,
    Link,
    Section,
    Table,
)
from awesomelint.source import Source, Span
from awesomelint.values.venues import Catalogue

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Document:
    """A list, parsed once."""

    source: Source
    sections: tuple[Section, ...]
    """In source order; the first is what stands before the first heading."""
    blocks: tuple[Block, ...]
    """Every paragraph, heading, cell and piece of HTML text, in source order, whatever they stand in.

    An HTML table's cells are not here, but the blocks that they are made of.
    """
    tables: tuple[Table, ...]
    items: tuple[Item, ...]
    """Every list item, in source order, nested ones included."""
    links: tuple[Link, ...]
    images: tuple[Link, ...]
    definitions: tuple[Definition, ...]
    footnotes: tuple[Footnote, ...]
    comments: tuple[Comment, ...]
    code: tuple[Span, ...]
    """Fenced, indented and inline code, in source order."""
    anchors: frozenset[str]
    """Explicit `<a name>` and `id` values."""
    read_entries: Callable[[], tuple[Entry, ...]]
    """Reads `entries` from the rest: a third of the work, which those who want only links are spared."""
    front_matter: Span | None = None
    unparsed: tuple[Span, ...] = ()
    """Places left as plain text because they are too long, or their brackets too intricate, to read."""
    known_venues: Catalogue | None = None
    """What is known of venues, where the list's config adds to the shipped ones."""
    _derived: dict[Callable[[Document], Any], Any] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        """The text that all spans count in."""
        return self.source.text

    @property
    def path(self) -> str:
        """The file's path as given."""
        return self.source.path

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The items of the list, in source order, in whichever of the four shapes they are written."""
        return self.read_entries()

    @cached_property
    def _entry_starts(self) -> list[int]:
        return [entry.span.start for entry in self.entries]

    @cached_property
    def _entry_reaches(self) -> list[int]:
        """How far the entries up to each one reach: entries may nest, a heading's hold rows and items."""
        return list(accumulate((entry.span.end for entry in self.entries), max))

    def entry_at(self, offset: int) -> Entry | None:
        """The innermost entry that holds an offset."""
        index = bisect_right(self._entry_starts, offset) - 1
        while index >= 0 and self._entry_reaches[index] > offset:
            if self.entries[index].span.end > offset:
                return self.entries[index]
            index -= 1
        return None

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """The paragraph, heading or cell that holds an offset."""
        index = bisect_right(self._block_starts, offset) - 1
        return self.blocks[index] if index >= 0 and self.blocks[index].span.end > offset else None

    def derive(self, function: Callable[[Document], T]) -> T:
        """`function(self)`, computed once: how rules share what they all work out from a document."""
        if function not in self._derived:
            self._derived[function] = function(self)
        return cast("T", self._derived[function])
