r"""Tables in pipes: a block rule for markdown-it-py that keeps where each cell stands.

It reads what GitHub reads as a table (https://github.github.com/gfm/#tables-extension-). Unlike the parser's
own rule it leaves one token a table, with the pieces of each row, those beyond the header's count included.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock

from awesomelint.source import Span

_PIPE = re.compile(r"(?<!\\)\|")
_DELIMITER_ROW = re.compile(r"[|:\-][|:\- \t]*")
_DELIMITER_CELL = re.compile(r":?-+:?")
MAX_MISSING_CELLS = 0x10000
"""A table ends where its rows together lack more cells than this: a short text must not make a huge table."""


class PipeRow(NamedTuple):
    """A row and the pieces between its pipes, all without outer blanks."""

    span: Span
    pieces: tuple[Span, ...]


def pipe_table(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """Read a table whose header is at `line`; its token's `meta["rows"]` holds the header and the body."""
    if line + 2 > end_line or state.sCount[line + 1] < state.blkIndent or state.is_code_block(line + 1):
        return False
    start, end = state.bMarks[line + 1] + state.tShift[line + 1], state.eMarks[line + 1]
    if start >= end or state.src[start] not in "|:-" or not _is_delimiter_row(state.src[start:end]):
        return False
    header = _row(state, line)
    delimiters = _row(state, line + 1)
    if state.is_code_block(line) or not 0 < len(header.pieces) == len(delimiters.pieces):
        return False
    if not all(_DELIMITER_CELL.fullmatch(state.src, *piece) for piece in delimiters.pieces):
        return False
    if _starts_another_block(state, line, end_line):
        return False
    if silent:
        return True
    rows = [header, *_body(state, line + 2, end_line, len(header.pieces))]
    token = state.push("table", "", 0)
    state.line = line + 1 + len(rows)
    token.map = [line, state.line]
    token.meta["rows"] = rows
    return True


def _is_delimiter_row(text: str) -> bool:
    """Whether a line could stand under a header, and neither starts a list nor underlines a heading."""
    if not _DELIMITER_ROW.fullmatch(text) or text[:2] in ("- ", "-\t", "-"):
        return False
    return "|" in text or ":" in text


def _body(state: StateBlock, line: int, end_line: int, columns: int) -> list[PipeRow]:
    parent_type, state.parentType = state.parentType, "table"
    rows: list[PipeRow] = []
    missing = 0
    while line < end_line and state.sCount[line] >= state.blkIndent and not state.is_code_block(line):
        if _starts_another_block(state, line, end_line):
            break
        row = _row(state, line)
        missing += max(columns - len(row.pieces), 0)
        if row.span.start == row.span.end or missing > MAX_MISSING_CELLS:
            break
        rows.append(row)
        line += 1
    state.parentType = parent_type
    return rows


def _starts_another_block(state: StateBlock, line: int, end_line: int) -> bool:
    # What ends a block quote ends a table, and is no header of one.
    return any(rule(state, line, end_line, True) for rule in state.md.block.ruler.getRules("blockquote"))


def _row(state: StateBlock, line: int) -> PipeRow:
    row = trim(state.src, Span(state.bMarks[line] + state.tShift[line], state.eMarks[line]))
    pipes = [match.start() for match in _PIPE.finditer(state.src, *row)]
    starts = [row.start, *(pipe + 1 for pipe in pipes)]
    ends = [*pipes, row.end]
    if pipes and ends[0] == row.start:
        del starts[0], ends[0]
    if starts and starts[-1] == row.end:
        del starts[-1], ends[-1]
    return PipeRow(row, tuple(trim(state.src, Span(*bounds)) for bounds in zip(starts, ends, strict=True)))


def trim(text: str, span: Span) -> Span:
    """A span without the blanks at its ends; of nothing but blanks, the place in their middle."""
    part = text[span.start : span.end]
    rest = part.lstrip(MD_TRIM_CHARS)
    if not rest:
        middle = (span.start + span.end) // 2
        return Span(middle, middle)
    start = span.end - len(rest)
    return Span(start, start + len(rest.rstrip(MD_TRIM_CHARS)))
