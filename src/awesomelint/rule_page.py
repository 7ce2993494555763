r"""A rule's documentation, which is its docstring: sections, and examples that can be run.

A docstring is a sentence, then sections under `##` headings. A fenced block whose info string starts with
`bad` is a list with a fault, one with `good` is a list without, and the good block after a bad one is what
fixing makes of it. After that word stand the circumstances, as in

    bad path=README.md now=2025-01-31 config='[venues]\nnames = "official"' facts='{"https://…": {…}}'

`facts` are answers from the web in JSON (see `rule_facts`); `tracked='a.md b/c.png'` are files that git
tracks there. Several bad blocks with different paths are read together.
In a block `\u{200B}` stands for that character; with the word `bytes`, `\xC4` stands for that byte.
"""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from inspect import cleandoc
from typing import Any

from awesomelint.rule import Rule

_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*(.*)")
_HEADING = re.compile(r"## (.*)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z`\"'(])")
_CHARACTER = re.compile(r"\\u\{([0-9A-Fa-f]{1,6})\}")
_BYTE = re.compile(rb"\\x([0-9A-Fa-f]{2})")

DEFAULT_PATH = "README.md"
DEFAULT_DATE = date(2026, 1, 1)


@dataclass(frozen=True)
class Block:
    """One fenced block that is a list."""

    is_bad: bool
    data: bytes
    path: str = DEFAULT_PATH
    today: date = DEFAULT_DATE
    config: str = ""
    facts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    tracked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Example:
    """Lists with a fault, and what they are without: the same files after fixing, or other ones."""

    bad: tuple[Block, ...]
    good: tuple[Block, ...]


@dataclass(frozen=True)
class Page:
    """A rule's documentation."""

    summary: str
    """The first sentence, without its period."""
    sections: Mapping[str, str]
    """Markdown by heading."""
    blocks: tuple[Block, ...]

    @property
    def examples(self) -> tuple[Example, ...]:
        """The blocks, each group of bad ones with the good ones after it; a leading good one has no bad."""
        return tuple(_examples(self.blocks))


def page(rule: Rule | type[Rule]) -> Page:
    """A rule's documentation. Raises ValueError for a block whose circumstances are not understood."""
    text = cleandoc(rule.__doc__ or "")
    opening, sections = _sections(text.split("\n"))
    summary = _SENTENCE_END.split(" ".join(opening.split("\n\n", maxsplit=1)[0].split()), maxsplit=1)[0]
    return Page(summary.rstrip("."), sections, tuple(_blocks(text.split("\n"))))


def address(rule: Rule) -> str | None:
    """Where a rule's documentation, its source file, can be read on the web; None where nobody says so.

    A package of rules says so by a constant `SOURCE_URL`, the address of its folder.
    """
    package, _, module = type(rule).__module__.partition(".")
    folder: str | None = getattr(sys.modules.get(package), "SOURCE_URL", None)
    return f"{folder.rstrip('/')}/{module.replace('.', '/')}.py" if folder and module else None


def markdown(rule: Rule) -> str:
    """The whole documentation as Markdown that any program can show: examples are blocks of Markdown."""
    lines = []
    fence = ""
    for line in cleandoc(rule.__doc__ or "").split("\n"):
        before, fence = fence, _fence_after(line, fence)
        opens = fence and not before
        lines.append(f"{fence}markdown" if opens and line.strip() != fence else line)
    return "\n".join(lines)


def _sections(lines: Sequence[str]) -> tuple[str, dict[str, str]]:
    """What stands before the first heading, and what stands under each."""
    opening: list[str] = []
    sections: dict[str, list[str]] = {}
    current, fence = opening, ""
    for line in lines:
        heading = _HEADING.fullmatch(line) if not fence else None
        if heading:
            current = sections.setdefault(heading[1].strip(), [])
            continue
        fence = _fence_after(line, fence)
        current.append(line)
    return "\n".join(opening).strip(), {title: "\n".join(body).strip() for title, body in sections.items()}


def _fence_after(line: str, fence: str) -> str:
    """The fence that is open after a line, given the one that is open before it."""
    match = _FENCE.fullmatch(line)
    if fence:
        return "" if match and not match[2] and match[1].startswith(fence) else fence
    return match[1] if match else ""


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    fence, info = "", ""
    body: list[str] = []
    for line in lines:
        before, fence = fence, _fence_after(line, fence)
        if fence and not before:
            info, body = line[len(fence) :].strip(), []
        elif fence:
            body.append(line)
        elif before and info.split(maxsplit=1)[:1] in (["bad"], ["good"]):
            yield _block(info, "".join(f"{line}\n" for line in body))


def _block(info: str, text: str) -> Block:
    kind, *words = shlex.split(info)
    given = dict(word.partition("=")[::2] for word in words)
    unknown = given.keys() - {"path", "now", "config", "facts", "tracked", "bytes"}
    if unknown:
        raise ValueError(f"unknown in ```{info}: {', '.join(sorted(unknown))}")
    text = _CHARACTER.sub(lambda match: chr(int(match[1], 16)), text)
    data = text.encode("utf-8")
    if "bytes" in given:
        data = _BYTE.sub(lambda match: bytes([int(match[1], 16)]), data)
    return Block(
        is_bad=kind == "bad",
        data=data,
        path=given.get("path", DEFAULT_PATH),
        today=date.fromisoformat(given["now"]) if "now" in given else DEFAULT_DATE,
        config=given.get("config", "").replace("\\n", "\n"),
        facts=json.loads(given.get("facts", "{}")),
        tracked=tuple(given.get("tracked", "").split()),
    )


def _examples(blocks: Sequence[Block]) -> Iterator[Example]:
    bad: list[Block] = []
    good: list[Block] = []
    for block in blocks:
        group = bad if block.is_bad else good
        # A bad block after good ones, or a file that is there already, starts the next example.
        if (block.is_bad and good) or block.path in {other.path for other in group}:
            yield Example(tuple(bad), tuple(good))
            bad, good = [], []
            group = bad if block.is_bad else good
        group.append(block)
    if bad or good:
        yield Example(tuple(bad), tuple(good))
