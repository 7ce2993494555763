"""The block structure of Markdown as GitHub reads it, from markdown-it-py."""

from __future__ import annotations

from functools import lru_cache
from types import SimpleNamespace
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from awesomelint.document import helpers
from awesomelint.document.block_rules import BlockRules
from awesomelint.document.inline import InlineParser

MAX_NESTING = 100
"""Deeper structure is dropped. Real lists reach 22; at 300 Python's recursion limit is hit."""


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
    parser.block.ruler = BlockRules(parser.block.ruler)
    parser.inline = InlineParser(parser.inline)
    parser.helpers = SimpleNamespace(  # type: ignore[assignment]
        parseLinkLabel=helpers.parse_link_label,
        parseLinkDestination=helpers.parse_link_destination,
        parseLinkTitle=helpers.parse_link_title,
    )
    return parser
