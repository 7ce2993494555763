"""What was found: garbled runs of characters and what they stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from awesomelint.mojibake.channels import Channel, Layers
from awesomelint.source import Span

HOLE = "□"
"""Stands in a restored text for a character that is not known."""


class Hole(NamedTuple):
    """A character that lost bytes: its offset in the restored text and what it can be, by code point."""

    offset: int
    candidates: tuple[str, ...]


class Run(NamedTuple):
    """Garbled characters in a row and their clean text, in which `HOLE` stands at each hole.

    It is in doubt where something beside it looks damaged and cannot be read, or where its damage could not
    be repeated.
    """

    span: Span
    restored: str
    holes: tuple[Hole, ...]
    layers: Layers
    is_doubtful: bool = False

    def moved(self, offset: int) -> Run:
        """The same run in a text that has `offset` more characters before it."""
        return self._replace(span=Span(self.span.start + offset, self.span.end + offset))


def applied(line: str, runs: Sequence[Run]) -> str:
    """A line with each of its runs, in order, replaced by what it stands for."""
    parts = []
    position = 0
    for run in runs:
        parts += [line[position : run.span.start], run.restored]
        position = run.span.end
    return "".join([*parts, line[position:]])


def beside(line: str, runs: Sequence[Run]) -> str:
    """What is not garbled of a line."""
    return applied(line, [run._replace(restored="", holes=()) for run in runs])


def doubted(runs: Sequence[Run]) -> list[Run]:
    """The same runs, all of them in doubt."""
    return [run._replace(is_doubtful=True) for run in runs]


Findings = Iterator[tuple[Channel, dict[int, list[Run]]]]
"""For each channel the garbled runs of the lines that went through it, by line and with spans in it."""


@dataclass(frozen=True, slots=True)
class Damage:
    """The garbled runs of one line, in order. What stands between them is clean."""

    runs: tuple[Run, ...]

    @property
    def span(self) -> Span:
        """From the first garbled character to the last."""
        return Span(self.runs[0].span.start, self.runs[-1].span.end)

    @property
    def is_exact(self) -> bool:
        """Whether every garbled character is known for certain."""
        return not any(run.holes or run.is_doubtful for run in self.runs)

    @property
    def layers(self) -> Layers:
        """The channels that most of its runs went through."""
        return Counter(run.layers for run in self.runs).most_common(1)[0][0]

    def restored(self, text: str) -> str:
        """What `text[span]` stands for."""
        start, end = self.span
        return applied(text[start:end], [run.moved(-start) for run in self.runs])


def changed_part(garbled: str, clean: str) -> tuple[Span, str]:
    """The part of a line that differs from a clean one: its place, and what stands there in the clean one."""
    before = _common_length(garbled, clean)
    after = _common_length(garbled[before:][::-1], clean[before:][::-1])
    return Span(before, len(garbled) - after), clean[before : len(clean) - after]


def _common_length(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))
