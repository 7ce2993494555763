"""Restores garbled lines: what is certain from the bytes that are there, or from clean texts of the past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from awesomelint.mojibake.channels import Layers
from awesomelint.mojibake.damage import Damage, Run
from awesomelint.mojibake.history import Memory
from awesomelint.source import Span


class Restored(NamedTuple):
    """A damaged line as far as it could be read.

    `evidence` says why all of it is certain: every byte is there, or it is the only clean text that looks
    like this when damaged. It is None where something is missing.
    """

    damage: Damage
    evidence: Literal["exact", "history"] | None


def restore(text: str, found: Sequence[Damage], memory: Memory | None = None) -> list[Restored]:
    """The damaged lines of a text, in order, with those that only `memory` recognises as damaged."""
    restored = [_restored(text, damage, memory) for damage in found]
    if memory is not None:
        damaged = {text.rfind("\n", 0, damage.span.start) + 1 for damage in found}
        layers = dict.fromkeys(damage.layers for damage in found)
        restored += _recognised(text, damaged, tuple(layers), memory)
    return sorted(restored, key=lambda line: line.damage.span)


def _restored(text: str, damage: Damage, memory: Memory | None) -> Restored:
    if damage.is_exact:
        return Restored(damage, "exact")
    if memory is None:
        return Restored(damage, None)
    start = text.rfind("\n", 0, damage.span.start) + 1
    line = _line_at(text, start)
    clean = memory.line(line, damage.layers)
    if clean is not None:
        return Restored(_difference(start, line, clean, damage.layers), "history")
    filled = memory.restore(text, damage)
    return Restored(filled, "history" if filled.is_exact else None)


def _recognised(text: str, damaged: set[int], seen: Sequence[Layers], memory: Memory) -> Iterator[Restored]:
    start = 0
    for line in text.split("\n"):
        if start not in damaged and not line.isascii():
            for layers in seen:
                clean = memory.line(line, layers)
                if clean is not None:
                    yield Restored(_difference(start, line, clean, layers), "history")
                    break
        start += len(line) + 1


def _line_at(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start:] if end < 0 else text[start:end]


def _difference(start: int, garbled: str, clean: str, layers: Layers) -> Damage:
    """One run: what is left of both lines without what they begin and end with in common."""
    before = _common_length(garbled, clean)
    after = _common_length(garbled[before:][::-1], clean[before:][::-1])
    span = Span(start + before, start + len(garbled) - after)
    return Damage((Run(span, clean[before : len(clean) - after], (), layers),))


def _common_length(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))
