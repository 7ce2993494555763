"""The block structure of Markdown as GitHub reads it, from markdown-it-py, with exact places.

The parser's tokens know their lines, but not where in a line they start, and inside a block quote or a list
item that cannot be guessed from the line. Each block rule is therefore wrapped: before it runs, the parser's
state has the start at hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from awesomelint.document import helpers
from awesomelint.document.inline import InlineParser
from awesomelint.document.pipes import pipe_table
from awesomelint.source import Span

MAX_NESTING = 100
"""Deeper structure is dropped. Real lists reach 22; at 300 Python's recursion limit is hit."""

_NO_DEFINITION = re.compile(r"\[[^\[\]\\\n]*\](?!:)")
"""A label that no colon follows: an item that begins with a link."""

BlockRule = Callable[[StateBlock, int, int, bool], bool]


class Blocks(NamedTuple):
    """A file's block tokens in source order, and what the parser keeps for its inline content.

    Every block's first token has `meta["start"]`, the offset of its first character behind the markers
    of what it stands in; so has each `list_item_open`.
    """

    tokens: list[Token]
    environment: dict[str, Any]
    parser: MarkdownIt


def parse_blocks(text: str) -> Blocks:
    """Read the block structure of a text whose lines end at line feeds."""
    parser = _parser()
    environment: dict[str, Any] = {}
    tokens: list[Token] = []
    parser.block.parse(text, parser, environment, tokens)
    return Blocks(tokens, environment, parser)


class _Parser(MarkdownIt):
    """URLs stay as they stand in the source, and those that a browser refuses are links as well."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        return True


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = _Parser(
        "commonmark",
        {
            "maxNesting": MAX_NESTING,
            "alerts": True,
            "strikethrough_single_tilde": True,
            "store_labels": True,
        },
    )
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.use(front_matter_plugin)
    parser.inline = InlineParser(parser.inline)
    parser.helpers = SimpleNamespace(  # type: ignore[assignment]
        parseLinkLabel=helpers.parse_link_label,
        parseLinkDestination=helpers.parse_link_destination,
        parseLinkTitle=helpers.parse_link_title,
    )
    _wrap_block_rules(parser)
    return parser


_FIRST_CHARACTERS = {
    "blockquote": frozenset(">"),
    "fence": frozenset("`~"),
    "footnote_def": frozenset("["),
    "heading": frozenset("#"),
    "hr": frozenset("*-_"),
    "html_block": frozenset("<"),
    "list": frozenset("*+-0123456789"),
    "reference": frozenset("["),
}
"""What a block must begin with: most rules need not be tried on most lines."""


def _wrap_block_rules(parser: MarkdownIt) -> None:
    notes: dict[str, Callable[[BlockRule], BlockRule]] = {
        "reference": _noting_definition,
        "list": _noting_items,
        "paragraph": _noting_trimmed_lines,
        "lheading": _noting_trimmed_lines,
    }
    for rule in list(parser.block.ruler.__rules__):
        function = pipe_table if rule.name == "table" else rule.fn
        wrapped = _noting_start(function, _FIRST_CHARACTERS.get(rule.name))
        if rule.name in notes:
            wrapped = notes[rule.name](wrapped)
        # Without `alt` the rule would no longer end a paragraph.
        parser.block.ruler.at(rule.name, wrapped, {"alt": rule.alt})


def _first_character(state: StateBlock, line: int) -> int:
    return state.bMarks[line] + state.tShift[line]


def _noting_start(rule: BlockRule, characters: frozenset[str] | None) -> BlockRule:
    """Try the rule only on a line that begins with one of `characters`, and note where the block starts."""

    def run(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        start = state.bMarks[line] + state.tShift[line]
        if characters and state.src[start : start + 1] not in characters:
            return False
        if silent:
            return rule(state, line, end_line, True)
        count = len(state.tokens)
        if not rule(state, line, end_line, False):
            return False
        if len(state.tokens) > count:
            state.tokens[count].meta["start"] = start
        return True

    return run


def _noting_items(rule: BlockRule) -> BlockRule:
    """Note where each item of the list starts; lists inside have noted theirs in their own container."""

    def run(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        index = len(state.tokens)
        if not rule(state, line, end_line, silent):
            return False
        if silent:
            return True
        tokens = state.tokens
        level = tokens[index].level + 1
        opening = tokens[index]
        index += 1
        while index < len(tokens):
            token = tokens[index]
            if token.type == "list_item_open" and token.level == level:
                assert token.map is not None
                token.meta["start"] = _first_character(state, token.map[0])
            # Jumping over lists inside keeps deep nesting linear.
            index = token.meta.get("list_end", index) + 1
        opening.meta["list_end"] = len(tokens) - 1
        return True

    return run


def _noting_trimmed_lines(rule: BlockRule) -> BlockRule:
    """Note how many lines of only Unicode blanks the parser trimmed from a paragraph's beginning."""

    def run(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        count = len(state.tokens)
        if not rule(state, line, end_line, silent):
            return False
        if not silent:
            trimmed = 0
            while line + trimmed < state.line and not _line(state, line + trimmed).strip(MD_TRIM_CHARS):
                trimmed += 1
            if trimmed:
                state.tokens[count + 1].meta["trimmed_lines"] = trimmed
        return True

    return run


def _noting_definition(rule: BlockRule) -> BlockRule:
    """Note each line of a reference definition, which leaves no token."""

    def run(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        if _NO_DEFINITION.match(state.src, _first_character(state, line)):
            return False
        if not rule(state, line, end_line, silent):
            return False
        if not silent:
            lines = [Span(_first_character(state, n), state.eMarks[n]) for n in range(line, state.line)]
            state.env.setdefault("definition_lines", []).append(lines)
        return True

    return run


def _line(state: StateBlock, line: int) -> str:
    return state.src[_first_character(state, line) : state.eMarks[line]]
