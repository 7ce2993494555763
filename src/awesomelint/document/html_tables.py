"""Tables written in HTML, where they are regular: closed, not nested, each cell one column and row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from awesomelint.document.contents import Content, merged
from awesomelint.document.elements import Occurrence
from awesomelint.document.model import Cell, Row, Section, Table
from awesomelint.document.sections import Sections
from awesomelint.document.tables import columns, make_cell, missing_cells
from awesomelint.source import Span


@dataclass(slots=True)
class _Cell:
    start: Occurrence
    is_header: bool
    end: Occurrence | None = None


@dataclass(slots=True)
class _Row:
    start: int
    end: int
    cells: list[_Cell] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    start: int
    end: int = 0
    is_regular: bool = True
    rows: list[_Row] = field(default_factory=list)


def html_tables(tags: Sequence[Occurrence], contents: Sequence[Content], sections: Sections) -> list[Table]:
    """The regular tables in the HTML of a file."""
    return [
        _finish(draft, contents, sections.at(draft.start))
        for draft in _drafts(tags, contents)
        if draft.is_regular
    ]


def _drafts(tags: Sequence[Occurrence], contents: Sequence[Content]) -> Iterator[_Table]:
    open_tables: list[_Table] = []
    for occurrence in tags:
        tag, span = occurrence.placed.tag, occurrence.placed.span
        if tag.name == "table" and not tag.is_end:
            if open_tables:
                open_tables[-1].is_regular = False
            is_block = contents[occurrence.content].kind in ("html", "heading")
            open_tables.append(_Table(span.start, is_regular=is_block and not open_tables))
        elif open_tables and tag.name in ("table", "tr", "td", "th"):
            table = open_tables[-1]
            _close(table, occurrence)
            if tag.name == "table":
                table.end = span.end
                table.is_regular = table.is_regular and any(row.cells for row in table.rows)
                yield open_tables.pop()
            elif not tag.is_end:
                _open(table, occurrence)


def _close(table: _Table, occurrence: Occurrence) -> None:
    """End the cell that is open, and the row with it if a tag of a row or a table does so."""
    tag, span = occurrence.placed.tag, occurrence.placed.span
    if not table.rows:
        return
    row = table.rows[-1]
    if row.cells and row.cells[-1].end is None:
        row.cells[-1].end = occurrence
        row.end = span.end if tag.is_end and tag.name != "table" else span.start
    elif tag.name == "tr" and tag.is_end:
        row.end = span.end


def _open(table: _Table, occurrence: Occurrence) -> None:
    tag, span = occurrence.placed.tag, occurrence.placed.span
    if tag.name == "tr":
        table.rows.append(_Row(span.start, span.end))
        return
    if any(
        tag.attributes[name].value.strip() != "1" for name in ("colspan", "rowspan") if name in tag.attributes
    ):
        table.is_regular = False
    if not table.rows:
        table.rows.append(_Row(span.start, span.end))
    table.rows[-1].cells.append(_Cell(occurrence, tag.name == "th"))


def _finish(draft: _Table, contents: Sequence[Content], section: Section) -> Table:
    rows = [row for row in draft.rows if row.cells]
    width = max(len(row.cells) for row in rows)
    has_header = all(cell.is_header for cell in rows[0].cells)
    header = _row(rows.pop(0) if has_header else _Row(draft.start, draft.start), width, contents, section)
    body = tuple(_row(row, width, contents, section) for row in rows)
    return Table("html", "other", Span(draft.start, draft.end), header, body, columns(header), section)


def _row(draft: _Row, width: int, contents: Sequence[Content], section: Section) -> Row:
    cells = [_cell(cell, column, contents, section) for column, cell in enumerate(draft.cells)]
    cells += missing_cells(len(cells), width, draft.end, section)
    return Row(Span(draft.start, draft.end), tuple(cells))


def _cell(draft: _Cell, column: int, contents: Sequence[Content], section: Section) -> Cell:
    end = draft.end
    assert end is not None, "every tag of a table ends the cell before it"
    # In a paragraph the end tag stands behind the text, else it begins a new content.
    is_inside = contents[end.content].span.start <= end.placed.span.start
    inside = contents[draft.start.content : end.content + is_inside]
    shown = [content for content in inside if not content.is_blank]
    return make_cell(merged(shown, draft.start.placed.span.end), column, section)
