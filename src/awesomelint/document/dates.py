"""Where a list writes dates: what the rules about dates look at."""

from __future__ import annotations

from dataclasses import dataclass

from awesomelint.document.model import Column, Document, Entry, Table
from awesomelint.source import Span
from awesomelint.values.dates import DateReading, parse_date, settle


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as it stands in the source; `entry` is what it belongs to, if that is an entry."""

    reading: DateReading
    text: str
    span: Span
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class DateColumn:
    """The dates of a table's column, each read in the light of the others; other cells are left out."""

    table: Table
    column: Column
    mentions: tuple[DateMention, ...]


def date_columns(document: Document) -> tuple[DateColumn, ...]:
    """Every column that holds dates."""
    entries = {id(entry.row): entry for entry in document.entries if entry.row is not None}
    columns = []
    for table in document.tables:
        for column in table.columns:
            if column.role != "date":
                continue
            read = []
            for row in table.rows:
                cell = row.cells[column.index]
                reading = parse_date(cell.visible.text)
                if reading is not None:
                    read.append((reading, cell, entries.get(id(row))))
            settled = settle([reading for reading, _, _ in read])
            mentions = tuple(
                DateMention(
                    reading,
                    cell.visible.text[reading.span.start : reading.span.end],
                    cell.visible.span(reading.span.start, reading.span.end),
                    entry,
                )
                for reading, (_, cell, entry) in zip(settled, read, strict=True)
            )
            columns.append(DateColumn(table, column, mentions))
    return tuple(columns)


def text_dates(document: Document) -> tuple[DateMention, ...]:
    """The dates of entries that are no table's rows."""
    mentions = []
    for entry in document.entries:
        if entry.row is None and entry.date is not None:
            reading = parse_date(entry.date.text)
            if reading is not None:
                mentions.append(DateMention(reading, entry.date.text, entry.date.span, entry))
    return tuple(mentions)
