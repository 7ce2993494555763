"""The parts of an entry: title, links, venue, date, authors, description, and the work that it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from awesomelint.document.model import (
    Block,
    Cell,
    ColumnRole,
    Entry,
    EntryLink,
    EntryShape,
    Field,
    Link,
    Row,
    Section,
    Table,
)
from awesomelint.document.roles import label_role, link_role
from awesomelint.document.visible import VisibleText
from awesomelint.source import Span
from awesomelint.values.blanks import is_blank_marker
from awesomelint.values.dates import find_dates, parse_date
from awesomelint.values.urls import missing_scheme
from awesomelint.values.venues import Catalogue, VenueReading, find_venues, parse_venue
from awesomelint.works import Work, identify

_LONGEST_LABEL = 45
"""What is longer names a work, not a venue or a kind of link."""
_ACRONYM = re.compile(r"\d|[A-Z]\S*[A-Z]|[Xx]iv")
"""What labels that are venues have: `CVPR`, `ICLR'24`, `arxiv`; most names of tools have none of it."""
_WORDS = re.compile(r"[^\W\d_]{2,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")
_PREFIX = re.compile(
    r"[\s\d.)]*(?:(?:\[[^\[\]\n]{0,60}\]|\([^()\n]{0,60}\)|（[^（）\n]{0,60}）|【[^【】\n]{0,60}】)[\s:,.-]*)*"
)
_BEFORE = " \t\n\u3000\"“”'*_.,;:|·•-–—)]}>"
_AFTER = " \t\n\u3000\"“”'*_.,;:|·•-–—([{<"
"""What stands around a title without belonging to it; brackets may open in front and close behind."""
_QUOTED = re.compile(r"^\W*[\"“]([^\"“”\n]{8,300})[\"”]")
_DESCRIPTION = re.compile(r"\s*(?:[-–—:：]\s*)(?=\S)")
_AUTHORS = re.compile(r",| and | et al|&|、|，")


class EntryReader:
    """Reads entries by what is known of venues."""

    def __init__(self, known: Catalogue | None = None) -> None:
        """`known` are the shipped venues unless the list's config adds to them."""
        self._known = known

    def row_entry(self, table: Table, row: Row, section: Section, *, is_work: bool) -> Entry:
        """The entry that a table's row is."""

        def field_of(role: ColumnRole) -> Field | None:
            column = next((column for column in table.columns if column.role == role), None)
            return None if column is None else _cell_field(row.cells[column.index])

        title_column = next((column for column in table.columns if column.role == "title"), None)
        first_with_text = next((cell for cell in row.cells if cell.text), row.cells[0])
        title, title_link = self.find_title(
            row.cells[title_column.index] if title_column else first_with_text
        )
        links = tuple(
            _entry_link(link, table.columns[cell.column].header)
            for cell in row.cells
            for link in cell.links
            if leads_outside(link)
        )
        papers = {
            link.work.identity
            for link in links
            if link.work and link.work.is_paper and not _is_label(link.link)
        }
        if len(papers) > 1:
            # A row of a survey lists several papers: none of them is what the row stands for.
            title, title_link, is_work = None, None, False
        return Entry(
            shape="row",
            span=row.span,
            section=section,
            title=title,
            title_link=title_link,
            links=links,
            venue=field_of("venue"),
            date=field_of("date"),
            authors=field_of("authors"),
            description=field_of("description"),
            work=_work(title_link, links),
            table=table,
            row=row,
            is_work=is_work,
        )

    def text_entry(
        self, shape: EntryShape, span: Span, section: Section, blocks: Sequence[Block], *, is_work: bool
    ) -> Entry:
        """The entry that one or several blocks of text make up."""
        title, title_link, title_block = None, None, blocks[0]
        for block in blocks:
            title, title_link = self.find_title(block)
            if title is not None:
                title_block = block
                break
        links = tuple(_entry_link(link) for block in blocks for link in block.links if leads_outside(link))
        venue = self._text_venue(blocks, title)
        return Entry(
            shape=shape,
            span=span,
            section=section,
            title=title,
            title_link=title_link,
            links=links,
            venue=venue,
            date=_text_date(blocks, title, venue),
            authors=_text_authors(blocks, title),
            description=_text_description(title_block, title_link),
            work=_work(title_link, links),
            is_work=is_work,
        )

    def find_title(self, block: Block) -> tuple[Field | None, Link | None]:
        """The title in a block, and the link that carries it.

        It is the first link that is no label, or the first bold text, unless words stand before it.
        """
        visible = block.visible
        link = next((link for link in block.links if self._can_be_title(link)), None)
        places = [link.text_span] if link else []
        places += [
            span
            for span in block.strong
            if self._is_name(visible.text_in(span)) and " " in visible.text_in(span)
        ]
        start = min(places, default=None)
        lead = _PREFIX.sub("", visible.text[: visible.locate(start.start)], count=1) if start else ""
        if start is not None and len(_WORDS.findall(lead)) < 3:
            field = Field(_bare(visible.text_in(start)), start)
            carrier = link if link is not None and link.span.overlaps(start) else None
            return (field, carrier) if field.text else (None, None)
        return self._leading_title(block) or _label_as_title(block)

    def _leading_title(self, block: Block) -> tuple[Field, None] | None:
        """Plain words at the beginning, up to a line break, a link, a venue or italics."""
        visible = block.visible
        quoted = _QUOTED.match(visible.text)
        if quoted:
            return Field(quoted[1], visible.span(*quoted.span(1))), None
        prefix = _PREFIX.match(visible.text)
        begin = prefix.end() if prefix else 0
        stops = [visible.locate(link.span.start) for link in block.links]
        stops += [visible.locate(span.start) for span in block.emphasis]
        stops += [reading.span[0] for reading in find_venues(visible.text, self._known)]
        newline = visible.text.find("\n", begin)
        stops.append(newline if newline >= 0 else len(visible.text))
        end = min((stop for stop in stops if stop >= begin), default=begin)
        text = visible.text[begin:end]
        stripped = _bare(text)
        if not _WORDS.search(stripped):
            return None
        offset = begin + text.index(stripped)
        return Field(stripped, visible.span(offset, offset + len(stripped))), None

    def _can_be_title(self, link: Link) -> bool:
        return not link.is_image and not link.url.startswith("#") and self._is_name(link.text)

    def _is_name(self, text: str) -> bool:
        """Whether a text names something, and is no label, venue, date or mark."""
        if len(text) > _LONGEST_LABEL:
            return True
        return (
            bool(re.search(r"\w", text))
            and label_role(text) is None
            and parse_date(text) is None
            and not (_ACRONYM.search(text) and self._is_venue(text))
        )

    def _is_venue(self, text: str) -> bool:
        return isinstance(parse_venue(text, self._known), VenueReading)

    def _text_venue(self, blocks: Sequence[Block], title: Field | None) -> Field | None:
        """The first venue with a year outside the title, or else the first one."""
        found = [
            (reading, Field(block.visible.text[slice(*reading.span)], block.visible.span(*reading.span)))
            for block in blocks
            for reading in find_venues(block.visible.text, self._known)
            if _outside(block.visible, *reading.span, title) and not _is_in_label(block, reading)
        ]
        dated = (field for reading, field in found if reading.year is not None)
        return next(dated, found[0][1] if found else None)


def _label_as_title(block: Block) -> tuple[Field | None, Link | None]:
    """A link that begins the block and stands alone or before words: `[Papers](…) - The most cited.`"""
    first = next(iter(block.links), None)
    if first is None or first.is_badge or not re.search(r"\w", first.text):
        return None, None
    visible = block.visible
    before, after = (
        visible.text[: visible.locate(first.span.start)],
        visible.text[visible.locate(first.span.end) :],
    )
    stands_alone = len(block.links) == 1 or (_DESCRIPTION.match(after) and _WORDS.search(after))
    if _WORDS.search(before) or not stands_alone:
        return None, None
    return Field(_bare(first.text), first.text_span), first


def _bare(title: str) -> str:
    bare = title.lstrip(_BEFORE).rstrip(_AFTER)
    return bare[1:-1] if bare.startswith("[") and bare.find("]") == len(bare) - 1 else bare


def _is_in_label(block: Block, reading: VenueReading) -> bool:
    """Whether the name is that of a link's label: `[arxiv](…)` says where the link leads."""
    name = block.visible.span(*reading.name_span)
    return any(link.span.covers(name) and label_role(link.text) is not None for link in block.links)


def _is_label(link: Link) -> bool:
    return label_role(link.text) is not None or link.is_badge


def leads_outside(link: Link) -> bool:
    """Whether it leads to another site, or is meant to: `arxiv.org/abs/2001.08361` only lacks its scheme."""
    return link.is_external or _lacks_scheme(link.url)


def _lacks_scheme(url: str) -> bool:
    fault = missing_scheme(url) if "/" in url else None
    return fault is not None and fault.is_certain


def _entry_link(link: Link, header: str = "") -> EntryLink:
    work = identify(f"https://{link.url}" if _lacks_scheme(link.url) else link.url)
    role = link_role(link, work)
    if role == "other" and header:
        role = label_role(header) or role
    return EntryLink(role, link, work)


def _work(title_link: Link | None, links: Sequence[EntryLink]) -> Work | None:
    """The identity of the title's link, or else of the paper's."""
    titled = next((link.work for link in links if link.link is title_link), None)
    if titled is not None and (titled.is_paper or titled.is_repository):
        return titled
    # A paper that is linked by its own title, and not by a label, is mentioned, not meant.
    labelled = (link for link in links if len(link.link.text.split()) < 4 or link.link.is_badge)
    papers = (link.work for link in labelled if link.role == "paper" and link.work and link.work.is_paper)
    return next(papers, titled)


def _cell_field(cell: Cell) -> Field | None:
    return None if is_blank_marker(cell.text) else Field(cell.text, cell.span)


def _outside(visible: VisibleText, start: int, end: int, *taken: Field | None) -> bool:
    span = visible.span(start, end)
    return not any(field is not None and field.span.overlaps(span) for field in taken)


def _text_date(blocks: Sequence[Block], title: Field | None, venue: Field | None) -> Field | None:
    """The first date outside title and venue; a lone year only in brackets."""
    for block in blocks:
        text = block.visible.text
        for match in find_dates(text):
            start, end = match.span
            if not _outside(block.visible, start, end, title, venue):
                continue
            is_bracketed = start > 0 and text[start - 1] in "[(（【" and text[end : end + 1] in "])）】"
            if match.reading.precision != "year" or is_bracketed:
                return Field(text[start:end], block.visible.span(start, end))
    return None


def _text_authors(blocks: Sequence[Block], title: Field | None) -> Field | None:
    """The first italics after the title that list names."""
    for block, span in _emphasis(blocks):
        text = block.visible.text_in(span)
        if (title is None or span.start >= title.span.end) and _AUTHORS.search(text) and len(text) > 5:
            return Field(text, span)
    return None


def _emphasis(blocks: Sequence[Block]) -> Iterator[tuple[Block, Span]]:
    return ((block, span) for block in blocks for span in block.emphasis)


def _text_description(block: Block, title_link: Link | None) -> Field | None:
    """What follows the title's link after a dash or a colon."""
    if title_link is None:
        return None
    text = block.visible.text
    separator = _DESCRIPTION.match(text, block.visible.locate(title_link.span.end))
    if separator is None:
        return None
    rest = text[separator.end() :].rstrip()
    return Field(rest, block.visible.span(separator.end(), separator.end() + len(rest))) if rest else None
