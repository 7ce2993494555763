"""The parser's own functions for links, with short cuts for what nearly every link looks like."""

from __future__ import annotations

import re
from typing import NamedTuple, Protocol

from markdown_it.common.utils import unescapeAll
from markdown_it.helpers import parseLinkDestination, parseLinkLabel, parseLinkTitle
from markdown_it.rules_inline import StateInline


class Parsed(Protocol):
    """What the parser's functions give: whether it is there, where it ends, and its text unescaped."""

    @property
    def ok(self) -> bool: ...  # noqa: D102

    @property
    def pos(self) -> int: ...  # noqa: D102

    @property
    def str(self) -> str: ...  # noqa: D102


class _Plain(NamedTuple):
    ok: bool
    pos: int
    str: str


_PLAIN_DESTINATION = re.compile(r"[^\x00-\x20\x7f<()\\][^\x00-\x20\x7f()\\]*")

parse_link_title = parseLinkTitle


def parse_link_destination(text: str, start: int, end: int) -> Parsed:
    """`markdown_it.helpers.parseLinkDestination` without a step for each character of a plain URL."""
    match = _PLAIN_DESTINATION.match(text, start, end)
    if match and (match.end() == end or text[match.end()] not in "(\\"):
        return _Plain(True, match.end(), unescapeAll(match[0]))
    return parseLinkDestination(text, start, end)


def parse_link_label(state: StateInline, start: int, disableNested: bool = False) -> int:  # noqa: N803
    """The place of the bracket that closes the label opened at `start`, or -1.

    A bracket after which none closes is not looked for: a text of nothing but `[` stays quick.
    """
    last = getattr(state, "last_bracket", None)
    if last is not None and last < start:
        return -1
    return parseLinkLabel(state, start, disableNested)
