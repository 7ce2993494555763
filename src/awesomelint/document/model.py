"""The parts of a list. Every object knows its exact place: `document.text[span]` is its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from awesomelint.document.visible import VisibleText
from awesomelint.source import Span
from awesomelint.works import Work

LinkKind = Literal["inline", "reference", "autolink", "bare", "html"]
"""`[a](u)`; `[a][r]`, `[r]`; `<u>`; `https://…` in text; `<a href>` or `<img src>`."""

LinkRole = Literal[
    "paper", "code", "project", "data", "model", "demo", "video", "slides", "poster",
    "blog", "notes", "docs", "bibtex", "supplement", "other",
]  # fmt: skip
ColumnRole = Literal["title", "venue", "date", "links", "authors", "description", "kind", "rank", "other"]
EntryShape = Literal["row", "item", "paragraph", "heading"]
TableKind = Literal["entries", "leaderboard", "other"]
"""Rows are entries of the list; rows are scores of models; rows are something else (a key, a layout)."""


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """A link or an image.

    `url` is what a browser is given before any normalisation: escapes and entities decoded, nothing
    percent-encoded. `url_span` is the url alone, without angle brackets or quotes; of a reference link it
    lies in the definition.
    """

    kind: LinkKind
    url: str
    url_span: Span
    text: str
    """What a reader sees; of a link around an image, the image's alternative text."""
    span: Span
    text_span: Span
    title: str = ""
    reference: str | None = None
    """The label of a reference link, as written."""
    is_image: bool = False
    images: tuple[Link, ...] = ()
    """The images inside a link: a badge has one, and no text of its own."""

    @property
    def is_badge(self) -> bool:
        """Whether it shows an image instead of words."""
        return bool(self.images)

    @property
    def is_external(self) -> bool:
        """Whether it leads to another site, as far as can be seen: a scheme with an authority."""
        return self.url.startswith(("http://", "https://", "//", "ftp://")) or "://" in self.url[:12]


@dataclass(frozen=True, slots=True, eq=False)
class Definition:
    """A reference definition `[label]: url "title"`."""

    label: str
    url: str
    url_span: Span
    span: Span
    is_used: bool
    is_duplicate: bool
    """A second definition of a label has no effect."""


@dataclass(frozen=True, slots=True, eq=False)
class Footnote:
    """A footnote's definition with its text, and the references to it; without any, GitHub leaves it out."""

    label: str
    span: Span
    references: tuple[Span, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Comment:
    """An HTML comment with its delimiters."""

    text: str
    span: Span
    is_block: bool
    """Whether it starts an HTML block, and so ends a paragraph or a table."""


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A heading and what stands under it, to the next heading of its level; the first may have no heading."""

    title: str
    level: int
    """1 to 6; 0 for the part before the first heading."""
    slug: str
    """The fragment that GitHub gives the heading; empty for the part before the first heading."""
    heading_span: Span
    """The heading with its markers, underline or tags; empty at 0 for the part before the first heading."""
    title_span: Span
    span: Span
    parent: Section | None
    links: tuple[Link, ...] = ()

    @property
    def ancestors(self) -> tuple[Section, ...]:
        """From this section outwards."""
        chain: list[Section] = []
        section: Section | None = self
        while section is not None:
            chain.append(section)
            section = section.parent
        return tuple(chain)


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A paragraph, a heading, a cell, or a piece of text inside an HTML block: one inline content.

    `span` is its source without outer blanks.
    """

    kind: Literal["paragraph", "heading", "cell", "html"]
    visible: VisibleText
    span: Span
    links: tuple[Link, ...]
    images: tuple[Link, ...]
    section: Section
    breaks: tuple[Span, ...] = ()
    """Hard line breaks, `<br>` included."""
    strong: tuple[Span, ...] = ()
    """The contents of bold text, without its markers; `<b>` and `<strong>` included."""
    emphasis: tuple[Span, ...] = ()
    """The contents of italic text, without its markers; `<i>` and `<em>` included."""

    @property
    def text(self) -> str:
        """What a reader sees, without outer blanks."""
        return self.visible.text.strip()


@dataclass(frozen=True, slots=True, eq=False)
class Cell(Block):
    """A table's cell. A missing one has the empty span at its row's end."""

    column: int = 0
    is_missing: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A table's row; `surplus` are the pieces beyond the header's count, which GitHub does not show."""

    span: Span
    cells: tuple[Cell, ...]
    surplus: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A table's column: its header as a reader sees it and what it holds."""

    index: int
    header: str
    role: ColumnRole


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table in pipes or in HTML."""

    syntax: Literal["pipes", "html"]
    kind: TableKind
    span: Span
    header: Row
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    section: Section

    def column_cells(self, column: Column) -> list[Cell]:
        """The body cells of a column that are there and not empty."""
        return [row.cells[column.index] for row in self.rows if row.cells[column.index].text]


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A list item. `blocks` are its own paragraphs, not those of nested lists."""

    span: Span
    marker_span: Span
    depth: int
    """0 for an item of an outermost list."""
    blocks: tuple[Block, ...]
    children: tuple[Item, ...]
    section: Section


@dataclass(frozen=True, slots=True)
class Field:
    """A value of an entry: what a reader sees and its place in the source."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class EntryLink:
    """A link of an entry and what it is for."""

    role: LinkRole
    link: Link
    work: Work | None
    """What the link points at, where that can be told from the URL."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One item of the list, in whichever shape it is written."""

    shape: EntryShape
    span: Span
    section: Section
    title: Field | None = None
    title_link: Link | None = None
    links: tuple[EntryLink, ...] = ()
    venue: Field | None = None
    date: Field | None = None
    authors: Field | None = None
    description: Field | None = None
    work: Work | None = None
    """The identity of the title link, or else of the paper link."""
    table: Table | None = None
    row: Row | None = None
    is_work: bool = True
    """Whether it stands for a work: no line of news, and no row of models or of scores."""

    def cell(self, role: ColumnRole) -> Cell | None:
        """The cell of the first column with that role, for an entry that is a table's row."""
        if self.table is None or self.row is None:
            return None
        return next((self.row.cells[c.index] for c in self.table.columns if c.role == role), None)
