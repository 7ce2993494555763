"""What stands in a list as text: neither link nor code, comment, HTML or escape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from awesomelint.document.document import Document
from awesomelint.document.model import Block
from awesomelint.source import Span

MASK = "\ue000"
"""Stands for each character that is markup, or that markup holds."""
ESCAPE = "\ue001"
"""Stands for the backslash before a bracket: the bracket can be seen, but makes no link."""

_MARKUP = re.compile(r"\\[!-/:-@\[-`{-~]|</?[A-Za-z][^<>]*>|\[\^[^\]\[\s]{1,999}\]")
_BRACKET = re.compile(r"[\[\]()]")
_OPENING = {"]": "[", ")": "("}


class Brackets(NamedTuple):
    """The brackets that stand in the text, by their offsets."""

    partners: dict[int, int]
    """Of each bracket that has one, opening or closing."""
    unmatched: tuple[int, ...]
    """Those that have none in their paragraph or cell, in order; escaped ones only match."""


def literal_text(document: Document) -> str:
    """The list's text with `MASK` for everything that is no text; URLs without markup and line ends stay.

    An escaped bracket stays as well, behind `ESCAPE`.

    Offsets are those of the document.
    """
    text = document.text
    pieces: list[str] = []
    done = 0
    for start, end in _united(_masked(document)):
        pieces.append(_MARKUP.sub(_mask, text[done:start]))
        pieces.append(MASK * (end - start) if text.find("\n", start, end) < 0 else _blank(text[start:end]))
        done = end
    pieces.append(_MARKUP.sub(_mask, text[done:]))
    return "".join(pieces)


def brackets(document: Document) -> Brackets:
    """Which brackets of the text belong together: those of one kind within one paragraph, heading or cell."""
    literal = document.derive(literal_text)
    partners: dict[int, int] = {}
    unmatched: list[int] = []
    open_brackets: dict[str, list[int]] = {"[": [], "(": []}
    block: Block | None = None
    for match in _BRACKET.finditer(literal):
        place, sign = match.start(), match[0]
        if block is None or not block.span.start <= place < block.span.end:
            unmatched += chain.from_iterable(open_brackets.values())
            open_brackets = {"[": [], "(": []}
            block = document.block_at(place)
            if block is None:
                continue
        if sign in open_brackets:
            open_brackets[sign].append(place)
        elif before := open_brackets[_OPENING[sign]]:
            partners[place] = before.pop()
            partners[partners[place]] = place
        else:
            unmatched.append(place)
    unmatched += chain.from_iterable(open_brackets.values())
    return Brackets(
        partners, tuple(sorted(place for place in unmatched if literal[place - 1 : place] != ESCAPE))
    )


def _masked(document: Document) -> Iterator[Span]:
    yield from (link.span for link in document.links if link.kind != "bare")
    yield from (image.span for image in document.images)
    yield from document.code
    yield from (comment.span for comment in document.comments)
    yield from (definition.span for definition in document.definitions)
    yield from document.unparsed
    if document.front_matter is not None:
        yield document.front_matter


def _united(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans in order, those that overlap as one."""
    current: Span | None = None
    for span in sorted(spans):
        if current is not None and span.start < current.end:
            current = Span(current.start, max(current.end, span.end))
            continue
        if current is not None:
            yield current
        current = span
    if current is not None:
        yield current


def _mask(match: re.Match[str]) -> str:
    if match[0][0] == "\\" and match[0][1] in "[]()":
        return ESCAPE + match[0][1]
    return _blank(match[0])


def _blank(text: str) -> str:
    if "\n" not in text:
        return MASK * len(text)
    return "\n".join(MASK * len(line) for line in text.split("\n"))
