"""The block tokens of a file, gathered into what they make up: headings, tables, list items, footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.token import Token

from awesomelint.document.contents import Content, ContentKind
from awesomelint.document.maps import line_end, map_at, map_cell, map_lines
from awesomelint.document.pipes import PipeRow
from awesomelint.document.reading import Reader
from awesomelint.source import Span

_CHECKBOX = re.compile(r"\[[ xX]\](?:[ \t]*\n|[ \t])[ \t]*")


@dataclass(slots=True, eq=False)
class HeadingDraft:
    """A heading before its section is known."""

    level: int
    span: Span
    contents: list[Content]


@dataclass(slots=True, eq=False)
class ItemDraft:
    """A list item before its section is known; `end` grows with what stands in it."""

    marker: Span
    depth: int
    end: int
    contents: list[Content] = field(default_factory=list)
    children: list[ItemDraft] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class RowDraft:
    """A row of a table in pipes; the pieces that GitHub does not show, `surplus`, are not read."""

    span: Span
    cells: list[Content]
    surplus: tuple[Span, ...]


@dataclass(slots=True, eq=False)
class TableDraft:
    """A table in pipes; the first row is its header."""

    span: Span
    rows: list[RowDraft]


@dataclass(slots=True, eq=False)
class FootnoteDraft:
    """A footnote's definition; `end` grows with what stands in it."""

    label: str
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Outline:
    """What a file's block tokens make up, each list in source order."""

    headings: list[HeadingDraft] = field(default_factory=list)
    tables: list[TableDraft] = field(default_factory=list)
    items: list[ItemDraft] = field(default_factory=list)
    footnotes: list[FootnoteDraft] = field(default_factory=list)
    front_matter: Span | None = None


def gather(tokens: list[Token], text: str, line_starts: Sequence[int], reader: Reader) -> Outline:
    """Read the contents of all blocks with `reader`, and say what the blocks make up.

    Uses the tokens up: they take as much memory as what is made of them.
    """
    gathering = _Gathering(text, line_starts, reader)
    tokens.reverse()
    while tokens:
        token = tokens.pop()
        handler = _HANDLERS.get(token.type)
        if handler is not None:
            handler(gathering, token, tokens[-1] if tokens else token)
    return gathering.outline


class _Gathering:
    def __init__(self, text: str, line_starts: Sequence[int], reader: Reader) -> None:
        self.text = text
        self.line_starts = line_starts
        self.reader = reader
        self.outline = Outline()
        self.open_items: list[ItemDraft] = []
        self.open_footnotes: list[FootnoteDraft] = []

    def paragraph(self, token: Token, inline: Token) -> None:
        if self._is_first_in_item(token.meta["start"]):
            _cut_checkbox(inline)
        content = self._lines("paragraph", token, inline)
        self._add([content], content.span.end)

    def heading(self, token: Token, inline: Token) -> None:
        start, last_line = token.meta["start"], _lines_of(token)[1] - 1
        span = Span(start, self._line_end(last_line))
        if token.markup.startswith("#"):
            line = self.text[start + len(token.markup) : span.end]
            places = map_at(span.end - len(line.lstrip(MD_TRIM_CHARS)))
            inner = places.span(0, len(inline.content))
            content = self.reader.inline("heading", inline.content, places, inner)
        else:
            content = self._lines("heading", token, inline)
        self.outline.headings.append(HeadingDraft(int(token.tag[1:]), span, [content]))
        self._add([content], span.end)

    def html_block(self, token: Token, _next: Token) -> None:
        content = token.content.removesuffix("\n")
        first, last = _lines_of(token)
        places = map_lines(content, self.text, self.line_starts, first, trimmed=False)
        self._add(self.reader.html_block(content, places), self._line_end(last - 1))

    def code(self, token: Token, _next: Token) -> None:
        span = Span(token.meta["start"], self._line_end(_lines_of(token)[1] - 1))
        self.reader.code.append(span)
        self._add([], span.end)

    def rule(self, token: Token, _next: Token) -> None:
        self._add([], self._line_end(_lines_of(token)[1] - 1))

    def table(self, token: Token, _next: Token) -> None:
        pipe_rows: list[PipeRow] = token.meta["rows"]
        columns = len(pipe_rows[0].pieces)
        rows = [
            RowDraft(row.span, [self._cell(piece) for piece in row.pieces[:columns]], row.pieces[columns:])
            for row in pipe_rows
        ]
        span = Span(token.meta["start"], self._line_end(_lines_of(token)[1] - 1))
        self.outline.tables.append(TableDraft(span, rows))
        self._add([], span.end)

    def open_item(self, token: Token, _next: Token) -> None:
        start = token.meta["start"]
        marker = Span(start, start + len(token.info) + 1)
        item = ItemDraft(marker, len(self.open_items), marker.end)
        if self.open_items:
            self.open_items[-1].children.append(item)
        self.open_items.append(item)
        self.outline.items.append(item)

    def close_item(self, _token: Token, _next: Token) -> None:
        item = self.open_items.pop()
        self._add([], item.end)

    def open_footnote(self, token: Token, _next: Token) -> None:
        label: str = token.meta["label"]
        start = token.meta["start"]
        footnote = FootnoteDraft(label, start, start + len(f"[^{label}]:"))
        self.open_footnotes.append(footnote)
        self.outline.footnotes.append(footnote)

    def close_footnote(self, _token: Token, _next: Token) -> None:
        footnote = self.open_footnotes.pop()
        self._add([], footnote.end)

    def front_matter(self, token: Token, _next: Token) -> None:
        first, end = _lines_of(token)
        self.outline.front_matter = Span(self.line_starts[first], self._line_end(end - 1))

    def _add(self, contents: list[Content], end: int) -> None:
        """Contents that belong to what is open; it reaches at least to `end`."""
        if self.open_items:
            self.open_items[-1].contents += contents
            self.open_items[-1].end = max(self.open_items[-1].end, end)
        if self.open_footnotes:
            self.open_footnotes[-1].end = max(self.open_footnotes[-1].end, end)

    def _is_first_in_item(self, start: int) -> bool:
        if not self.open_items:
            return False
        item = self.open_items[-1]
        return item.end == item.marker.end and not self.text[item.end : start].strip(" \t")

    def _lines(self, kind: ContentKind, token: Token, inline: Token) -> Content:
        """A content of whole lines."""
        start: int = token.meta["start"]
        if not inline.content:
            return self.reader.inline(kind, "", map_at(start), Span(start, start))
        line = _lines_of(inline)[0] + inline.meta.get("trimmed_lines", 0)
        places = map_lines(inline.content, self.text, self.line_starts, line, trimmed=True)
        return self.reader.inline(kind, inline.content, places, places.span(0, len(inline.content)))

    def _cell(self, piece: Span) -> Content:
        content, places = map_cell(self.text, piece)
        return self.reader.inline("cell", content, places, piece)

    def _line_end(self, line: int) -> int:
        return line_end(self.text, self.line_starts, line)


def _cut_checkbox(inline: Token) -> None:
    """Take the box of a task off its text. On GitHub `- [ ] # x` holds no heading."""
    checkbox = _CHECKBOX.match(inline.content)
    if checkbox:
        inline.content = inline.content[checkbox.end() :]
        inline.meta["trimmed_lines"] = inline.meta.get("trimmed_lines", 0) + checkbox[0].count("\n")


def _lines_of(token: Token) -> tuple[int, int]:
    """The token's first line and the line after its last, counted from 0."""
    assert token.map is not None
    return token.map[0], token.map[1]


_HANDLERS: dict[str, Callable[[_Gathering, Token, Token], None]] = {
    "paragraph_open": _Gathering.paragraph,
    "heading_open": _Gathering.heading,
    "html_block": _Gathering.html_block,
    "fence": _Gathering.code,
    "code_block": _Gathering.code,
    "hr": _Gathering.rule,
    "table": _Gathering.table,
    "list_item_open": _Gathering.open_item,
    "list_item_close": _Gathering.close_item,
    "footnote_reference_open": _Gathering.open_footnote,
    "footnote_reference_close": _Gathering.close_footnote,
    "front_matter": _Gathering.front_matter,
}
"""What reads which token; each is given the one that follows, too."""
