"""A list as data: sections, tables, entries and links, every one with its exact place in the file."""

from awesomelint.document.document import Document
from awesomelint.document.model import (
    Block,
    Cell,
    Column,
    ColumnRole,
    Comment,
    Definition,
    Entry,
    EntryLink,
    EntryShape,
    Field,
    Footnote,
    Item,
    Link,
    LinkKind,
    LinkRole,
    Row,
    Section,
    Table,
    TableKind,
)
from awesomelint.document.parse import parse
from awesomelint.document.visible import VisibleText
from awesomelint.document.web_links import web_links

__all__ = [
    "Block",
    "Cell",
    "Column",
    "ColumnRole",
    "Comment",
    "Definition",
    "Document",
    "Entry",
    "EntryLink",
    "EntryShape",
    "Field",
    "Footnote",
    "Item",
    "Link",
    "LinkKind",
    "LinkRole",
    "Row",
    "Section",
    "Table",
    "TableKind",
    "VisibleText",
    "parse",
    "web_links",
]
