"""For every object of a document, `text[span]` is its very source: on real lists and on generated text."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.document import Block, Document, Entry, Link, Section, Table, parse
from awesomelint.source import Span, decode
from conftest import corpus_files, seed_file

LISTS = [path for path in [seed_file(), *corpus_files()] if path.is_file()]


def faults(document: Document) -> Iterator[str]:
    """What is wrong with the spans of a document."""
    for link in (*document.links, *document.images):
        yield from _link_faults(document, link)
    for block in document.blocks:
        yield from _block_faults(document, block)
    for table in document.tables:
        yield from _table_faults(document, table)
    for section in document.sections[1:]:
        yield from _section_faults(document, section)
    for item in document.items:
        if not re.fullmatch(r"[-+*]|\d{1,9}[.)]", document.source.slice(item.marker_span)):
            yield f"marker {document.source.slice(item.marker_span)!r}"
        if not item.span.covers(item.marker_span):
            yield f"marker outside item {document.source.slice(item.span)!r:.60}"
    for entry in document.entries:
        yield from _entry_faults(entry)
    for comment in document.comments:
        if not document.source.slice(comment.span).startswith("<!--"):
            yield f"comment {document.source.slice(comment.span)!r:.40}"


def _entry_faults(entry: Entry) -> Iterator[str]:
    for field in (entry.title, entry.venue, entry.date, entry.authors, entry.description):
        if field is not None and not entry.span.covers(field.span):
            yield f"field outside entry {field.text!r:.60}"


def _block_faults(document: Document, block: Block) -> Iterator[str]:
    source = document.source.slice(block.span)
    if source != source.strip(" \t\n"):
        yield f"blanks around {block.kind} {source!r:.60}"
    for offset, character in enumerate(block.visible.text):
        if character in "\n ":
            continue
        # Each visible character stands at its place, unless it is written as an escape or an entity.
        written = document.source.slice(block.visible.span(offset, offset + 1))
        if written != character and not written.startswith(("\\", "&")):
            yield f"{character!r} at {written!r:.20}"


def _table_faults(document: Document, table: Table) -> Iterator[str]:
    for row in (table.header, *table.rows):
        spans = [cell.span for cell in row.cells]
        if table.syntax == "pipes" and not all(row.span.covers(span) for span in spans):
            yield f"a cell leaves its row {document.source.slice(row.span)!r:.60}"
        if any(before.end > after.start for before, after in pairwise(spans)):
            yield f"cells overlap in {document.source.slice(row.span)!r:.60}"


def _section_faults(document: Document, section: Section) -> Iterator[str]:
    heading = document.source.slice(section.heading_span)
    if heading != heading.strip("\n") or not heading:
        yield f"heading {heading!r:.60}"
    if not (section.span.covers(section.heading_span) and section.heading_span.covers(section.title_span)):
        yield f"title outside heading {heading!r:.60}"


def _link_faults(document: Document, link: Link) -> Iterator[str]:
    whole = Span(0, len(document.text))
    source = document.source.slice(link.span)
    url = document.source.slice(link.url_span)
    if not (whole.covers(link.span) and whole.covers(link.url_span)):
        yield f"span outside the text {link.url!r:.60}"
    opening = {"inline": r"!?\[", "reference": r"!?\[", "autolink": "<", "html": "<", "bare": r"[\w.+-]"}[
        link.kind
    ]
    if not re.match(opening, source):
        yield f"{link.kind} {source!r:.60}"
    if (
        "\\" not in url
        and "&" not in url
        and url not in (link.url, link.url.removeprefix("mailto:"), link.url.removeprefix("http://"))
    ):
        yield f"url {url!r:.60} is read as {link.url!r:.60}"
    if link.kind != "reference" and not link.span.covers(link.url_span):
        yield f"url outside link {source!r:.60}"


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem[:30])
def test_spans_of_a_real_list(path: Path) -> None:
    assert list(faults(parse(decode(path.read_bytes())))) == []


FRAGMENTS = st.sampled_from(
    [
        "[a](https://b.c)", "[[a]](u)", "[[a](u)]", "![i](j.png)", "[![i](j)](k)", "[r]", "[t][r]", "<https://d.e>",
        "https://f.g/h", "www.i.j", "m@x.org", "`code | c`", "**b**", "*e*", "~~s~~", "\\[x\\]", "&amp;", "a\\|b", "|",
        "<a href=\"u\">t</a>", "<img src='v'>", "<br>", "<!-- c -->", "[^1]", "中文", "🤗", "e\u0301", "a  \nb", "x\ny", "[x]( u )",
        "[x](<a b> \"t\")", "]", "[", "(", ")", "# h", "- i", "\u00a0", "\t",
    ]
)  # fmt: skip
CONTAINERS = st.sampled_from(["", "> ", "- ", "1.\t", "[^1]: ", "- [ ] ", ">\t", "  - ", "# ", "## "])
LINES = st.builds(
    lambda container, parts: container + " ".join(parts), CONTAINERS, st.lists(FRAGMENTS, max_size=4)
)
TABLES = st.builds(
    lambda rows, outer: "\n".join(
        (f"| {' | '.join(row)} |" if outer else f"{' | '.join(row)}")
        for row in [["h", "i"], ["---", "---"], *rows]
    ),
    st.lists(st.lists(FRAGMENTS.filter(lambda part: "\n" not in part), min_size=1, max_size=3), max_size=3),
    st.booleans(),
)
TEXTS = st.builds(
    lambda blocks, end: f"{end * 2}".join(blocks).replace("\n", end) + f"{end}{end}[r]: https://r.s 't'{end}",
    st.lists(st.one_of(LINES, TABLES, st.lists(LINES, max_size=3).map("\n".join)), max_size=5),
    st.sampled_from(["\n", "\r\n"]),
)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_spans_of_generated_lists(text: str) -> None:
    assert list(faults(parse(decode(text.encode())))) == []


@given(
    st.text(alphabet=st.sampled_from("[]()!<>|`*_~#-+.:/\\&;\"'= \t\n\r\u00a0\u3000aA1中é🤗"), max_size=80)
)
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    document = parse(decode(text.encode()))
    assert document.text == text.replace("\r\n", "\n").replace("\r", "\n")
