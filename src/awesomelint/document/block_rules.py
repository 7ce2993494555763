"""Markdown-it-py's block rules, tried only where they can start, with notes of where blocks stand.

The parser's tokens know their lines, but not where in a line they start, and inside a block quote or a list
item that cannot be guessed from the line. Before a rule runs, the parser's state has the start at hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.ruler import Rule, Ruler
from markdown_it.rules_block import StateBlock

from awesomelint.document.pipes import pipe_table
from awesomelint.source import Span

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_FIRST_CHARACTERS = {
    "blockquote": ">",
    "fence": "`~",
    "footnote_def": "[",
    "front_matter": "-",
    "heading": "#",
    "hr": "*-_",
    "html_block": "<",
    "list": "*+-0123456789",
    "reference": "[",
}
"""What a block must begin with; the rules that are not here are tried on every line."""

_NO_DEFINITION = re.compile(r"\[[^\[\]\\\n]*\](?!:)")
"""A label that no colon follows: a line that begins with a link."""


class BlockRules(Ruler[BlockRule]):
    """The rules of a configured parser, made one for each purpose: that tries those which can start."""

    def __init__(self, configured: Ruler[BlockRule]) -> None:
        super().__init__()
        self.__rules__ = [
            Rule(rule.name, rule.enabled, _noting(rule.name, rule.fn), rule.alt)
            for rule in configured.__rules__
        ]
        self._chains: dict[str, list[BlockRule]] = {}

    def getRules(self, chainName: str = "") -> list[BlockRule]:  # noqa: N802, N803
        """The rules to start a block with, or (by its name) those that end a block of another kind."""
        if chainName not in self._chains:
            rules = [
                rule for rule in self.__rules__ if rule.enabled and (not chainName or chainName in rule.alt)
            ]
            self._chains[chainName] = [_first_that_starts(rules)]
        return self._chains[chainName]


def _first_that_starts(rules: Sequence[Rule[BlockRule]]) -> BlockRule:
    """One rule for many. Of the block that it finds, it notes the start in the first token's `meta`."""
    everywhere = [rule.fn for rule in rules if rule.name not in _FIRST_CHARACTERS]
    by_character = {
        character: [rule.fn for rule in rules if character in _FIRST_CHARACTERS.get(rule.name, character)]
        for character in "".join(_FIRST_CHARACTERS.values())
    }

    def run(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        start, count = _start(state, line), len(state.tokens)
        for rule in by_character.get(state.src[start : start + 1], everywhere):
            if rule(state, line, end_line, silent):
                if len(state.tokens) > count:
                    state.tokens[count].meta["start"] = start
                return True
        return False

    return run


def _noting(name: str, rule: BlockRule) -> BlockRule:
    """The rule that takes notes for one of a name."""
    if name == "table":
        return pipe_table
    notes = {
        "list": _noting_items,
        "paragraph": _noting_trimmed_lines,
        "lheading": _noting_trimmed_lines,
        "reference": _noting_definition,
    }
    return notes[name](rule) if name in notes else rule


def _noting_items(rule: BlockRule) -> BlockRule:
    """Note where each item of the list starts; lists inside have noted theirs in their own container."""

    def run(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        tokens = state.tokens
        first = len(tokens)
        if not rule(state, line, end_line, silent):
            return False
        index = first + 1
        while index < len(tokens):
            token = tokens[index]
            if token.type == "list_item_open" and token.level == tokens[first].level + 1:
                assert token.map is not None
                token.meta["start"] = _start(state, token.map[0])
            # Jumping over lists inside keeps deep nesting linear.
            index = token.meta.get("list_end", index) + 1
        if not silent:
            tokens[first].meta["list_end"] = len(tokens) - 1
        return True

    return run


def _noting_trimmed_lines(rule: BlockRule) -> BlockRule:
    """Note how many lines of only Unicode blanks the parser trimmed from a paragraph's beginning."""

    def run(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        first = len(state.tokens)
        if not rule(state, line, end_line, silent):
            return False
        trimmed = 0
        while line + trimmed < state.line and not _line(state, line + trimmed).strip(MD_TRIM_CHARS):
            trimmed += 1
        if trimmed:
            state.tokens[first + 1].meta["trimmed_lines"] = trimmed
        return True

    return run


def _noting_definition(rule: BlockRule) -> BlockRule:
    """Note each line of a reference definition, which leaves no token."""

    def run(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        if _NO_DEFINITION.match(state.src, _start(state, line)) or not rule(state, line, end_line, silent):
            return False
        lines = [Span(_start(state, number), state.eMarks[number]) for number in range(line, state.line)]
        state.env.setdefault("definition_lines", []).append(lines)
        return True

    return run


def _start(state: StateBlock, line: int) -> int:
    """Where a line starts behind the markers of what it stands in."""
    return state.bMarks[line] + state.tShift[line]


def _line(state: StateBlock, line: int) -> str:
    return state.src[_start(state, line) : state.eMarks[line]]
