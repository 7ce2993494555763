"""Tables in pipes, and what tables of both kinds have in common."""

from __future__ import annotations

from awesomelint.document.contents import Content
from awesomelint.document.model import Cell, Column, Row, Section, Table
from awesomelint.document.outline import RowDraft, TableDraft
from awesomelint.document.sections import Sections
from awesomelint.document.visible import VisibleText
from awesomelint.source import Span


def pipe_table(draft: TableDraft, sections: Sections, cells: dict[Content, Cell]) -> Table:
    """The table that a draft describes; its cells are also put into `cells`."""
    section = sections.at(draft.span.start)
    width = len(draft.rows[0].cells)
    header, *rows = [_row(row, width, section, cells) for row in draft.rows]
    return Table("pipes", "other", draft.span, header, tuple(rows), columns(header), section)


def columns(header: Row) -> tuple[Column, ...]:
    """The columns under a header, before anything is known of what they hold."""
    return tuple(Column(cell.column, " ".join(cell.text.split()), "other") for cell in header.cells)


def missing_cells(first: int, width: int, place: int, section: Section) -> list[Cell]:
    """The cells from column `first` on that a row which ends at `place` lacks."""
    visible = VisibleText("", (0,), (place,), (place,))
    return [
        Cell("cell", visible, Span(place, place), (), (), section, column=column, is_missing=True)
        for column in range(first, width)
    ]


def _row(draft: RowDraft, width: int, section: Section, cells: dict[Content, Cell]) -> Row:
    row: list[Cell] = []
    for column, content in enumerate(draft.cells):
        cells[content] = make_cell(content, column, section)
        row.append(cells[content])
    row += missing_cells(len(row), width, draft.span.end, section)
    return Row(draft.span, tuple(row), draft.surplus)


def make_cell(content: Content, column: int, section: Section) -> Cell:
    """The cell that holds a content."""
    return Cell(
        kind="cell",
        visible=content.visible,
        span=content.span,
        links=tuple(content.links),
        images=tuple(content.images),
        section=section,
        breaks=tuple(content.breaks),
        strong=tuple(content.strong),
        emphasis=tuple(content.emphasis),
        column=column,
    )
