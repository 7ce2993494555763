"""Where a list writes dates: what the rules about dates look at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from awesomelint.document.document import Document
from awesomelint.document.model import Column, Entry, Section, Table
from awesomelint.source import Span
from awesomelint.values.dates import DateReading, find_dates, parse_date, settle, with_year
from awesomelint.works import Work

_UPDATE = re.compile(r"updat|更新|업데이트|revis", re.IGNORECASE)
"""Headers of dates that are later than the paper by what they are."""
_LONGEST_HEADING = 200
"""Code points of a heading in which a year is looked for: it is read again for every date under it."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as it stands in the source; `entry` is what it belongs to, if that is an entry."""

    reading: DateReading
    text: str
    span: Span
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class DateColumn:
    """The dates of a table's column, each read in the light of the others; other cells are left out.

    A date without a year has that of the nearest heading that holds one.
    """

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
            readings = settle([reading for reading, _, _ in read])
            settled = [_dated(reading, table.section) for reading in readings]
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
    """The dates of entries that are no table's rows; those without a year have their heading's."""
    mentions = []
    for entry in document.entries:
        if entry.row is None and entry.date is not None:
            reading = parse_date(entry.date.text)
            if reading is not None:
                dated = _dated(reading, entry.section)
                mentions.append(DateMention(dated, entry.date.text, entry.date.span, entry))
    return tuple(mentions)


def dates_of_preprints(document: Document) -> tuple[tuple[DateMention, Work], ...]:
    """The dates of entries whose work is at arXiv, with that; columns of updates and bad dates left out."""
    mentions = [
        *(
            mention
            for column in document.derive(date_columns)
            if not _UPDATE.search(column.column.header)
            for mention in column.mentions
        ),
        *document.derive(text_dates),
    ]
    found = ((mention, mention.entry.work) for mention in mentions if mention.entry is not None)
    return tuple(
        (mention, work)
        for mention, work in found
        if work is not None and work.kind == "arxiv" and mention.reading.problem is None
    )


def _dated(reading: DateReading, section: Section) -> DateReading:
    """The reading with the year of the headings above it, unless it is likelier to have one of its own."""
    if reading.interpretations[0].value.year is not None:
        return reading
    year = _year_of(section)
    return reading if year is None else with_year(reading, year)


def _year_of(section: Section) -> int | None:
    """The year of the nearest heading that holds one; None without such a heading, or if it holds several."""
    for ancestor in section.ancestors:
        years = {match.reading.year for match in find_dates(ancestor.title[:_LONGEST_HEADING])} - {None}
        if years:
            return years.pop() if len(years) == 1 else None
    return None
