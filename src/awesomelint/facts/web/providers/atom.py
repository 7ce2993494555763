"""An Atom feed as arXiv writes it (https://info.arxiv.org/help/api/user-manual.html), read as a stranger's.

A document type may define entities that multiply without end: a feed that has one is refused unread.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_MOST_AUTHORS = 50


class BadFeed(ValueError):  # noqa: N818
    """No feed, or one that is not safe to read."""


def read_feed(data: bytes) -> Iterator[dict[str, str | list[str]]]:
    """Each entry's fields by name, blanks run together; `authors` is a list. Raises `BadFeed`."""
    root = _parse(data)
    if root.tag != f"{_ATOM}feed":
        raise BadFeed("not an Atom feed")
    for entry in root.findall(f"{_ATOM}entry"):
        fields: dict[str, str | list[str]] = {
            name: _text(entry.find(f"{_ATOM}{name}")) for name in ("id", "title", "published", "summary")
        }
        fields |= {name: _text(entry.find(f"{_ARXIV}{name}")) for name in ("comment", "journal_ref", "doi")}
        authors = entry.findall(f"{_ATOM}author")[:_MOST_AUTHORS]
        fields["authors"] = [name for author in authors if (name := _text(author.find(f"{_ATOM}name")))]
        yield fields


class _Builder(TreeBuilder):
    def doctype(self, name: str, public_id: str | None, system_id: str | None) -> None:
        """Called before anything in the document type is read."""
        raise BadFeed("it has a document type")


def _parse(data: bytes) -> Element:
    parser = XMLParser(target=_Builder())  # noqa: S314  document types are refused
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, LookupError, ValueError) as error:
        raise BadFeed(str(error)) from error
    return root


def _text(element: Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
