"""The proof that a fix lost nothing: what the edits do not touch is the same before and after."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from awesomelint.diagnostics import Edit
from awesomelint.document import Document, Entry, Link, Row, Section
from awesomelint.fixer.shift import Shift
from awesomelint.source import Source, Span


def first_loss(before: Document, after: Document, shift: Shift) -> str | None:
    """What an edit took away that it did not touch, in a few words; None where everything is still there.

    Compared one by one, each at the place where it must be: the title and level of every section, the title
    and URLs of every entry, the cells of every row, the URL and the text of every link and image.
    """
    return next(_losses(before, after, shift), None)


def is_same_outside(before: Source, after: Source, edits: Sequence[Edit]) -> bool:
    """Whether every byte outside of the edits is the same: byte order mark, text, line ends."""
    old = new = old_line = new_line = 0
    for edit in (*edits, Edit(Span(len(before.text), len(before.text)), "")):
        kept = before.text[old : edit.span.start]
        lines = kept.count("\n")
        if after.text[new : new + len(kept)] != kept:
            return False
        if after.line_ends[new_line : new_line + lines] != before.line_ends[old_line : old_line + lines]:
            return False
        old, new = edit.span.end, new + len(kept) + len(edit.content)
        old_line += lines + before.slice(edit.span).count("\n")
        new_line += lines + edit.content.count("\n")
    return before.bom == after.bom and new == len(after.text)


def _losses(before: Document, after: Document, shift: Shift) -> Iterator[str]:
    yield from _lost_sections(before, after, shift)
    yield from _lost_entries(before, after, shift)
    yield from _lost_rows(before, after, shift)
    yield from _lost_links(before, after, shift)


def _lost_sections(before: Document, after: Document, shift: Shift) -> Iterator[str]:
    there = {section.heading_span.start: section for section in after.sections if section.level}
    for section in before.sections:
        if section.level and not shift.reaches(section.heading_span):
            other = there.get(shift.moved(section.heading_span.start))
            if other is None or _heading(other) != _heading(section):
                yield f"the heading '{section.title}' in line {_line(before, section.heading_span.start)}"


def _lost_entries(before: Document, after: Document, shift: Shift) -> Iterator[str]:
    there = {entry.span.start: entry for entry in after.entries}
    for entry in before.entries:
        if not (shift.reaches(entry.span) or _is_read_anew(entry, shift)):
            other = there.get(shift.moved(entry.span.start))
            if other is None or _content(other) != _content(entry):
                title = entry.title.text if entry.title else before.source.slice(entry.span)
                yield f"the entry '{title:.60}' in line {_line(before, entry.span.start)}"


def _is_read_anew(entry: Entry, shift: Shift) -> bool:
    """Whether an edit changes how an entry is to be read. Its row and its links are still compared.

    A table's header and cells say what its columns hold, and a heading whether entries stand below it at all.
    """
    if entry.table is not None and shift.reaches(entry.table.span):
        return True
    return any(shift.reaches(section.heading_span) for section in entry.section.ancestors)


def _lost_rows(before: Document, after: Document, shift: Shift) -> Iterator[str]:
    there = {row.span.start: row for row in _rows(after)}
    for row in _rows(before):
        if not shift.reaches(row.span):
            other = there.get(shift.moved(row.span.start))
            # A header that gets more cells shows what its rows had too many.
            if other is None or _texts(other)[: len(row.cells)] != _texts(row):
                yield f"the row '{before.source.slice(row.span):.60}' in line {_line(before, row.span.start)}"


def _lost_links(before: Document, after: Document, shift: Shift) -> Iterator[str]:
    links = sorted((*after.links, *after.images), key=_place)
    places = [_place(link) for link in links]
    for link in (*before.links, *before.images):
        if link.reference is not None and shift.reaches(link.span):
            continue
        if link.reference is None and shift.changes(link.url_span):
            continue
        last = bisect_right(places, shift.moved(_place(link)))
        first = bisect_left(places, places[last - 1]) if last else 0
        if not any(_is_still(link, other, shift) for other in links[first:last]):
            yield f"the link to '{link.url:.100}' in line {_line(before, link.span.start)}"


def _is_still(link: Link, other: Link, shift: Shift) -> bool:
    """Whether the link that stands, after the edits, where another stood or right before it is that one."""
    place = shift.moved(_place(link))
    is_bare = link.kind in _BARE
    if other.kind in _BARE and not is_bare:
        return False
    if is_bare and other.kind not in _BARE and _place(other) == place and other.url:
        # A bare URL has become the target of a link, whose brackets the edit has mended. It may have gone on
        # into what stood behind it.
        return link.url.startswith(other.url) or shift.reaches(link.url_span)
    if shift.reaches(link.url_span):
        # Something was put in front of the URL or after it, or stands in the definition that it comes from.
        if link.reference is None and not (link.url in other.url and place < other.url_span.end):
            return False
    elif other.url != link.url or _place(other) != place:
        return False
    return is_bare or shift.reaches(link.span) or other.text == link.text


_BARE = ("bare", "autolink")


def _place(link: Link) -> int:
    """What tells a link from others: its URL's place; for a reference link, which shares its URL, its own."""
    return link.url_span.start if link.reference is None else link.span.start


def _rows(document: Document) -> Iterator[Row]:
    return (row for table in document.tables for row in (table.header, *table.rows))


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def _heading(section: Section) -> tuple[int, str]:
    return section.level, section.title


def _content(entry: Entry) -> tuple[str | None, list[str]]:
    return entry.title.text if entry.title else None, [entry_link.link.url for entry_link in entry.links]


def _line(document: Document, offset: int) -> int:
    return document.source.position(offset).line
