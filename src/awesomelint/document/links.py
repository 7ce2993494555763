"""Where the destination of a Markdown link stands, and what the reference definitions say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from markdown_it.common.utils import normalizeReference

from awesomelint.document.helpers import parse_link_destination
from awesomelint.document.maps import OffsetMap
from awesomelint.document.model import Definition
from awesomelint.source import Span

_LABEL = re.compile(r"\[((?:[^\]\\]|\\.)*)\]:[ \t\n]*", re.DOTALL)


class DefinitionPlace(NamedTuple):
    """A reference definition as it stands in the source."""

    label: str
    key: str
    """The label in the form in which labels are compared."""
    url: str
    url_span: Span
    span: Span


def destination(content: str, label_end: int) -> Span:
    """The place in the content of the destination behind the `](` at `label_end`, without angle brackets.

    An empty one has the place between the parentheses.
    """
    start = _skip_blanks(content, label_end + len("]("))
    return _destination_at(content, start) or Span(start, start)


def reference_label(content: str, label: Span, end: int) -> str:
    """The label of the reference link that ends at `end`, as written: `[text][label]` or only `[label]`."""
    return content[label.end + len("][") : end - 1] or content[label.start : label.end]


def read_definitions(text: str, definition_lines: Iterable[list[Span]]) -> list[DefinitionPlace]:
    """The reference definitions whose lines the block parser has noted."""
    return [_read_definition(text, lines) for lines in definition_lines]


def effective(definitions: Iterable[DefinitionPlace]) -> dict[str, DefinitionPlace]:
    """The definition that counts for each label: the first."""
    first: dict[str, DefinitionPlace] = {}
    for definition in definitions:
        first.setdefault(definition.key, definition)
    return first


def finished_definitions(
    definitions: Iterable[DefinitionPlace], counting: Mapping[str, DefinitionPlace], used: set[str]
) -> tuple[Definition, ...]:
    """The definitions, knowing which labels links use."""
    return tuple(
        Definition(
            label=place.label,
            url=place.url,
            url_span=place.url_span,
            span=place.span,
            is_used=place.key in used and counting[place.key] is place,
            is_duplicate=counting[place.key] is not place,
        )
        for place in definitions
    )


def _read_definition(text: str, lines: list[Span]) -> DefinitionPlace:
    content = "\n".join(text[line.start : line.end] for line in lines)
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + line.end - line.start + 1)
    places = OffsetMap(starts, [line.start for line in lines])
    label = _LABEL.match(content)
    assert label is not None, "the block parser has read this as a definition"
    url = _destination_at(content, label.end()) or Span(label.end(), label.end())
    return DefinitionPlace(
        label[1],
        normalizeReference(label[1]),
        parse_link_destination(content, label.end(), len(content)).str,
        places.span(*url),
        Span(lines[0].start, lines[-1].start + len(text[lines[-1].start : lines[-1].end].rstrip())),
    )


def _destination_at(content: str, start: int) -> Span | None:
    parsed = parse_link_destination(content, start, len(content))
    if not parsed.ok:
        return None
    in_brackets = content.startswith("<", start)
    return Span(start + in_brackets, parsed.pos - in_brackets)


def _skip_blanks(content: str, start: int) -> int:
    while start < len(content) and content[start] in " \t\n":
        start += 1
    return start
