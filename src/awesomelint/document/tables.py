"""Tables in pipes, and what tables of both kinds have in common."""

from __future__ import annotations

from collections.abc import Sequence

from awesomelint.document.contents import Content
from awesomelint.document.model import Cell, Column, Row, Section, Table, VisibleText
from awesomelint.document.outline import RowDraft, TableDraft
from awesomelint.document.sections import Sections
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
        cells[content] = make_cell([content], content.span, content.visible, column, section)
        row.append(cells[content])
    row += missing_cells(len(row), width, draft.span.end, section)
    return Row(draft.span, tuple(row), draft.surplus)


def make_cell(
    contents: Sequence[Content], span: Span, visible: VisibleText, column: int, section: Section
) -> Cell:
    """A cell that holds some contents."""
    return Cell(
        kind="cell",
        visible=visible,
        span=span,
        links=tuple(link for content in contents for link in content.links),
        images=tuple(image for content in contents for image in content.images),
        section=section,
        breaks=tuple(span for content in contents for span in content.breaks),
        strong=tuple(span for content in contents for span in content.strong),
        emphasis=tuple(span for content in contents for span in content.emphasis),
        column=column,
    )
