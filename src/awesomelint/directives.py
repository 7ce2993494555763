"""Comments that switch rules off and on, as they are written in a list.

Ours are `<!-- awesomelint: disable VEN001 -- reason -->` and its kin; lists also carry those of remark-lint,
`<!--lint disable awesome-list-item-->`, which `awesome-lint` reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from awesomelint.document import Comment, Document
from awesomelint.source import Span

Tool = Literal["awesomelint", "remark"]

VERBS = ("disable", "enable", "disable-file", "disable-next-line", "disable-line")
"""What our comments can say; `enable` ends a `disable`."""

_OURS = re.compile(r"\s*awesomelint(?P<colon>\s*:\s*|[\s-]\s*)(?P<verb>\w[\w-]*)")
_REMARK = re.compile(r"\s*lint\s+(?P<verb>disable|enable|ignore)(?![\w-])")
_OPENING = len("<!--")
_CLOSING = "-->"
_REASON = re.compile(r"\s(?:--|—|–)(?:\s|$)")
_SELECTOR = re.compile(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a comment and its place."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Directive:
    """One such comment. Without selectors it speaks of all rules.

    `verb` is one of `VERBS`, of `disable`, `enable`, `ignore` for remark-lint, or a word that means nothing.
    """

    tool: Tool
    verb: Word
    selectors: tuple[Word, ...]
    comment: Comment

    @property
    def is_understood(self) -> bool:
        """Whether its verb means something."""
        return self.tool == "remark" or self.verb.text in VERBS


@dataclass(frozen=True, slots=True)
class UnusedSuppression:
    """A comment, and those of its selectors that silenced nothing: all of them, or none where it has none."""

    directive: Directive
    selectors: tuple[Word, ...]
    depends_on_web: bool = False
    """Whether what it names looks at the web, which may say otherwise tomorrow."""


@dataclass(frozen=True, slots=True)
class UnusedInConfig:
    """A suppression of the config that silenced nothing: what it is called, and the place that it names."""

    name: str
    place: Span | None
    """None where it names nothing in any list of the run that has this config."""


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A verb or a selector of a comment that means nothing, and the valid word most like it."""

    directive: Directive
    word: Word
    nearest: str | None


@dataclass(frozen=True, slots=True)
class SuppressionReport:
    """What the comments of one list, and its config, say and did."""

    directives: tuple[Directive, ...] = ()
    unused: tuple[UnusedSuppression, ...] = ()
    unknown: tuple[UnknownWord, ...] = ()
    unused_in_config: tuple[UnusedInConfig, ...] = ()


def directives(document: Document) -> tuple[Directive, ...]:
    """Every comment of a list that speaks to a linter, in source order."""
    return tuple(_directives(document))


def _directives(document: Document) -> Iterator[Directive]:
    for comment in document.comments:
        text = document.source.slice(comment.span)
        if not text.endswith(_CLOSING):
            continue
        end = len(text) - len(_CLOSING)
        ours = _OURS.match(text, _OPENING, end)
        # Without the colon `awesomelint disable…` may be the beginning of a sentence.
        if ours and (":" in ours["colon"] or (ours["verb"] in VERBS and "-" in ours["verb"])):
            yield _directive("awesomelint", ours, comment)
        elif remark := _REMARK.match(text, _OPENING, end):
            yield _directive("remark", remark, comment)


def _directive(tool: Tool, head: re.Match[str], comment: Comment) -> Directive:
    base = comment.span.start
    start, end = head.end(), len(head.string) - len(_CLOSING)
    if reason := _REASON.search(head.string, start, end):
        end = reason.start()
    words = [
        Word(found.group(), Span(base + found.start(), base + found.end()))
        for found in _SELECTOR.finditer(head.string, start, end)
    ]
    verb = Word(head["verb"], Span(base + head.start("verb"), base + head.end("verb")))
    return Directive(tool, verb, tuple(words), comment)
