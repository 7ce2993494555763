"""What we read is what GitHub's own parser renders: links, images, tables and headings of real lists.

The differences, all on purpose:

- a footnote that nothing refers to is not rendered by GitHub; we keep its links (one in the corpus);
- a footnote's number is rendered in a heading that refers to it; it is no part of our title (one);
- an HTML table of a single row is layout and no table of ours (one);
- front matter is unknown to the parser, so it is cut off before.
"""

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from awesomelint.document import Document, parse
from awesomelint.source import decode
from conftest import corpus_files, seed_file
from github import render

LISTS = [path for path in [seed_file(), *corpus_files()] if path.is_file()]


class Rendered(HTMLParser):
    """Links, images, headings and shapes of tables in GitHub's HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.images: list[str] = []
        self.headings: list[str] = []
        self.tables: list[list[int]] = []
        self._heading: list[str] | None = None
        self._in_footnote_mark = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a" and values.get("href") is not None and not _is_footnote(values):
            self.links.append(_comparable(values["href"] or ""))
        elif tag == "img" and values.get("src") is not None:
            self.images.append(_comparable(values["src"] or ""))
        elif tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append(0)
        elif tag in ("td", "th") and self.tables and self.tables[-1]:
            self.tables[-1][-1] += 1
        elif tag == "sup":
            self._in_footnote_mark = "footnote" in (values.get("class") or "")
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self._heading = []

    def handle_endtag(self, tag: str) -> None:
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6") and self._heading is not None:
            self.headings.append(_words("".join(self._heading)))
            self._heading = None
        elif tag == "sup":
            self._in_footnote_mark = False

    def handle_data(self, data: str) -> None:
        if self._heading is not None and not self._in_footnote_mark:
            self._heading.append(data)


def _is_footnote(attributes: dict[str, str | None]) -> bool:
    return any("footnote" in name for name in attributes) or "footnote" in (attributes.get("class") or "")


def _comparable(url: str) -> str:
    """GitHub percent-encodes what it renders; we keep what is written."""
    return unquote(url).strip()


def _words(text: str) -> str:
    return " ".join(text.split())


def rendered(document: Document) -> Rendered:
    text = document.text
    if document.front_matter is not None:
        text = text[document.front_matter.end :]
    return Rendered(render(text))


def difference(theirs: list[str], ours: list[str]) -> tuple[list[str], list[str]]:
    """What only GitHub has, and what only we have."""
    return sorted((Counter(theirs) - Counter(ours)).elements()), sorted(
        (Counter(ours) - Counter(theirs)).elements()
    )


@pytest.fixture(params=LISTS, ids=lambda path: path.stem[:30], scope="module")
def both(request: pytest.FixtureRequest) -> tuple[Document, Rendered]:
    path: Path = request.param
    document = parse(decode(path.read_bytes()))
    return document, rendered(document)


def test_links(both: tuple[Document, Rendered]) -> None:
    document, github = both
    unseen = [footnote.span for footnote in document.footnotes if not footnote.references]
    ours = [link.url for link in document.links if not any(span.covers(link.span) for span in unseen)]
    assert difference(github.links, [_comparable(url) for url in ours]) == ([], [])


def test_images(both: tuple[Document, Rendered]) -> None:
    document, github = both
    assert difference(github.images, [_comparable(image.url) for image in document.images]) == ([], [])


def test_headings(both: tuple[Document, Rendered]) -> None:
    document, github = both
    assert difference(github.headings, [_words(section.title) for section in document.sections[1:]]) == (
        [],
        [],
    )


def test_tables(both: tuple[Document, Rendered]) -> None:
    document, github = both
    ours = [[len(row.cells) for row in (table.header, *table.rows)] for table in document.tables]
    theirs = [shape for shape in github.tables if len(shape) > 1]
    assert difference([str(shape) for shape in theirs], [str(shape) for shape in ours]) == ([], [])
