"""Where a list names venues: what the rules about venues look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from awesomelint.document.document import Document
from awesomelint.document.model import Block, Cell, Entry, Row
from awesomelint.source import Span
from awesomelint.values.venues import NotAVenue, VenueReading, find_venues, parse_venue

_LABEL = re.compile(
    r"[\[(【（]((?=[A-Za-z]{0,19}[A-Z][A-Za-z]{0,19}[A-Z])[A-Za-z]{4,20}[ ,'’‘]{0,2}(?:19|20)?\d\d)[\])】）]"
)
"""An acronym with a year: a name without a second capital may be an author's."""


@dataclass(frozen=True, slots=True)
class VenueMention:
    """A venue as it stands in the source; `entry` is what it belongs to, if that is an entry."""

    reading: VenueReading
    span: Span
    """Name, year, track and award."""
    name_span: Span
    year_span: Span | None
    entry: Entry | None
    is_badge: bool = False
    """Whether it stands in the address of a badge."""


@dataclass(frozen=True, slots=True)
class DoubtfulVenue:
    """A text that may be a venue; `place` gives the place in the source of a part of it."""

    text: str
    place: Callable[[int, int], Span]


def venue_mentions(document: Document) -> tuple[VenueMention, ...]:
    """Every venue in a column or a badge, and the venue of every entry in text; in source order."""
    mentions = [*_in_columns(document), *_in_text(document), *_in_badges(document)]
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def doubtful_venues(document: Document) -> tuple[DoubtfulVenue, ...]:
    """What stands where a venue is expected and holds a word of which nothing is known.

    That is the text of cells in columns of venues, and a name with a year in brackets beside the title of an
    entry in text for which no venue was found: `[ENMLP 2023]`.
    """
    cells = [
        DoubtfulVenue(cell.visible.text, cell.visible.span) for cell, _ in _venue_cells(document) if cell.text
    ]
    return tuple(
        doubtful
        for doubtful in (*cells, *_labels_in_text(document))
        if _is_doubtful(parse_venue(doubtful.text, document.known_venues))
    )


def _labels_in_text(document: Document) -> Iterator[DoubtfulVenue]:
    for entry in document.entries:
        if entry.row is not None or entry.venue is not None or entry.title is None:
            continue
        block = document.block_at(entry.title.span.start)
        if block is None:
            continue
        for match in _LABEL.finditer(block.visible.text):
            yield DoubtfulVenue(match[1], partial(_visible_part, block, match.start(1)))


def _visible_part(block: Block, offset: int, start: int, end: int) -> Span:
    return block.visible.span(offset + start, offset + end)


def _is_doubtful(reading: VenueReading | NotAVenue | None) -> bool:
    return reading is None or (isinstance(reading, VenueReading) and bool(reading.rest))


def venues_of_entries(document: Document) -> tuple[tuple[Entry, tuple[VenueMention, ...]], ...]:
    """Every entry that names venues, and all that it names, in source order."""
    found: dict[int, tuple[Entry, list[VenueMention]]] = {}
    for mention in document.derive(venue_mentions):
        if mention.entry is not None:
            found.setdefault(id(mention.entry), (mention.entry, []))[1].append(mention)
    return tuple((entry, tuple(mentions)) for entry, mentions in found.values())


def _in_columns(document: Document) -> Iterator[VenueMention]:
    entries = {id(entry.row): entry for entry in document.entries if entry.row is not None}
    for cell, row in _venue_cells(document):
        reading = parse_venue(cell.visible.text, document.known_venues)
        if isinstance(reading, VenueReading):
            for one in (reading, *reading.others):
                yield _mention(one, cell.visible.span, entries.get(id(row)))


def _venue_cells(document: Document) -> Iterator[tuple[Cell, Row]]:
    for table in document.tables:
        for column in table.columns:
            if column.role == "venue":
                yield from ((row.cells[column.index], row) for row in table.rows)


def _in_text(document: Document) -> Iterator[VenueMention]:
    for entry in document.entries:
        if entry.row is not None or entry.venue is None:
            continue
        block = document.block_at(entry.venue.span.start)
        if block is None:
            continue
        for reading in find_venues(block.visible.text, document.known_venues):
            is_that = block.visible.span(*reading.span) == entry.venue.span
            if is_that and (reading.year is not None or _is_bracketed(block.visible.text, reading)):
                yield _mention(reading, block.visible.span, entry)


def _in_badges(document: Document) -> Iterator[VenueMention]:
    """The venues of entries' badges; one without a year, such as `arXiv`, says where the badge leads."""
    for image in document.images:
        is_as_written = document.source.slice(image.url_span) == image.url
        entry = document.entry_at(image.span.start) if is_as_written and "/badge/" in image.url else None
        reading = parse_venue(image.url, document.known_venues) if entry else None
        if isinstance(reading, VenueReading) and reading.year is not None:
            yield _mention(reading, partial(_within, image.url_span), entry, is_badge=True)


def _within(outer: Span, start: int, end: int) -> Span:
    return Span(outer.start + start, outer.start + end)


def _is_bracketed(text: str, reading: VenueReading) -> bool:
    """Whether brackets say that a name without a year is a venue; in a sentence it may be anything."""
    start, end = reading.span
    return text[:start].rstrip()[-1:] in ("[", "(", "【", "（") and text[end:].lstrip()[:1] in (
        "]",
        ")",
        "】",
        "）",
    )


def _mention(
    reading: VenueReading, place: Callable[[int, int], Span], entry: Entry | None, *, is_badge: bool = False
) -> VenueMention:
    """The mention whose places in the source `place` gives for those in the text that was read."""
    return VenueMention(
        reading=reading,
        span=place(*reading.span),
        name_span=place(*reading.name_span),
        year_span=place(*reading.year_span) if reading.year_span else None,
        entry=entry,
        is_badge=is_badge,
    )
