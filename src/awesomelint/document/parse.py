"""A list's text as a document: parsed once, every object with its exact place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from awesomelint.document import elements, links
from awesomelint.document.columns import TableSetting, describe
from awesomelint.document.contents import Content
from awesomelint.document.document import Document
from awesomelint.document.entries import find_entries
from awesomelint.document.fields import EntryReader
from awesomelint.document.html_tables import html_tables
from awesomelint.document.items import make_items
from awesomelint.document.markdown import parse_blocks
from awesomelint.document.model import Block, Cell, Footnote, Link
from awesomelint.document.outline import FootnoteDraft, gather
from awesomelint.document.reading import Reader
from awesomelint.document.sections import Sections
from awesomelint.document.tables import pipe_table
from awesomelint.source import Source, Span
from awesomelint.values.venues import Catalogue


def parse(
    source: Source, settings: Sequence[TableSetting] = (), known_venues: Catalogue | None = None
) -> Document:
    """Read a list as GitHub renders it. Never fails: what is no Markdown is text.

    The text of a source that is not valid UTF-8 is read as far as it could be decoded. `settings` is what the
    list's config says about its tables; `known_venues` are the shipped ones unless it adds to them.
    """
    # As CommonMark demands; one character for one, so that places stay.
    text = source.text.replace("\0", "\ufffd")
    tokens, environment, parser = parse_blocks(text)
    definitions = links.read_definitions(text, environment.get("definition_lines", ()))
    counting = links.effective(definitions)
    reader = Reader(parser, environment, counting)
    outline = gather(tokens, text, source.line_starts, reader)
    contents = reader.contents

    tags = elements.occurrences(contents)
    elements.add_links(tags, contents)
    sections = Sections([*outline.headings, *elements.html_headings(tags, contents)], len(text))

    cells: dict[Content, Cell] = {}
    tables = [pipe_table(draft, sections, cells) for draft in outline.tables]
    tables += html_tables(tags, contents, sections)
    tables = sorted(
        (describe(table, settings, known_venues) for table in tables), key=lambda table: table.span
    )
    blocks = _blocks(contents, cells, sections)
    items = make_items(outline.items, blocks, sections)
    all_blocks = tuple(blocks.values())
    entry_reader = EntryReader(known_venues)
    return Document(
        source=source,
        sections=tuple(sections.all),
        blocks=all_blocks,
        tables=tuple(tables),
        items=items,
        known_venues=known_venues,
        links=_in_order(link for content in contents for link in content.links),
        images=_in_order(image for content in contents for image in content.images),
        definitions=links.finished_definitions(definitions, counting, reader.used_labels),
        footnotes=_footnotes(outline.footnotes, reader.footnote_references),
        comments=tuple(reader.comments),
        code=tuple(sorted([*reader.code, *elements.code_spans(tags)])),
        anchors=elements.anchors(tags),
        front_matter=outline.front_matter,
        unparsed=tuple(reader.unparsed),
        read_entries=partial(find_entries, sections.all, tables, items, all_blocks, entry_reader),
    )


def _blocks(
    contents: Iterable[Content], cells: dict[Content, Cell], sections: Sections
) -> dict[Content, Block]:
    """The block that each content is, in source order; HTML that shows nothing is none."""
    blocks: dict[Content, Block] = {}
    for content in contents:
        if content in cells:
            blocks[content] = cells[content]
        elif content.kind != "html" or not content.is_blank:
            blocks[content] = Block(
                kind=content.kind,
                visible=content.visible,
                span=content.span,
                links=tuple(content.links),
                images=tuple(content.images),
                section=sections.at(content.span.start),
                breaks=tuple(content.breaks),
                strong=tuple(content.strong),
                emphasis=tuple(content.emphasis),
            )
    return blocks


def _in_order(found: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(found, key=lambda link: link.span))


def _footnotes(drafts: Iterable[FootnoteDraft], references: dict[str, list[Span]]) -> tuple[Footnote, ...]:
    return tuple(
        Footnote(draft.label, Span(draft.start, draft.end), tuple(references.get(draft.label, ())))
        for draft in drafts
    )
