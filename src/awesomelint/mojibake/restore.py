"""Restores garbled lines: what is certain from the bytes that are there, or from clean texts of the past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from awesomelint.mojibake.channels import FLAVOURS, Channel, Layers
from awesomelint.mojibake.damage import Damage, Run, changed_part
from awesomelint.mojibake.history import Context, Memory, contexts
from awesomelint.mojibake.pages import PAGE_NAMES
from awesomelint.source import Span

_ANY: tuple[Layers, ...] = (
    *((Channel("utf-8", codec),) for codec in (*PAGE_NAMES, *FLAVOURS)),
    *((Channel(codec, name),) for codec in FLAVOURS for name in ("latin-1", "cp1252")),
)
"""What may have happened to a line that only the past shows to be damaged."""


class Restored(NamedTuple):
    """A damaged line as far as it could be read.

    `evidence` says why all of it is certain: every byte is there, or it is the only clean text that looks
    like this when damaged. It is None where something is missing.
    """

    damage: Damage
    evidence: Literal["exact", "history"] | None


def restore(text: str, found: Sequence[Damage], memory: Memory | None = None) -> list[Restored]:
    """The damaged lines of a text, in order, with those that only `memory` recognises as damaged."""
    if memory is None:
        return [Restored(damage, "exact" if damage.is_exact else None) for damage in found]
    by_start = {text.rfind("\n", 0, damage.span.start) + 1: damage for damage in found}
    layers = tuple(dict.fromkeys(damage.layers for damage in found))
    lines = list(_lines(text))
    memory = memory.without(frozenset(context[1] for start, context in lines if start in by_start))
    restored = []
    for start, context in lines:
        damage = by_start.get(start)
        if damage is None:
            line = _recognised(start, context, layers, memory)
        else:
            line = _restored(text, damage, start, context, memory)
        if line is not None:
            restored.append(line)
    return restored


def _lines(text: str) -> Iterator[tuple[int, Context]]:
    """Each line that is not ASCII, with its neighbours and its offset."""
    lines = text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    places = [start for start, line in zip(starts, lines, strict=False) if line]
    for start, context in zip(places, contexts([line for line in lines if line]), strict=True):
        if not context[1].isascii():
            yield start, context


def _restored(text: str, damage: Damage, start: int, context: Context, memory: Memory) -> Restored:
    if damage.is_exact:
        return Restored(damage, "exact")
    clean = memory.line(context, damage.layers) or memory.changed_line(context[1], damage.layers)
    if clean is not None:
        return Restored(_difference(start, context[1], clean, damage.layers), "history")
    filled = memory.restore(text, damage)
    return Restored(filled, "history" if memory.explains(text, filled) else None)


def _recognised(start: int, context: Context, seen: Sequence[Layers], memory: Memory) -> Restored | None:
    if memory.knows(context[1]):
        return None
    for layers in dict.fromkeys((*seen, *_ANY)):
        clean = memory.line(context, layers)
        if clean is not None:
            return Restored(_difference(start, context[1], clean, layers), "history")
    return None


def _difference(start: int, garbled: str, clean: str, layers: Layers) -> Damage:
    """One run: what is left of both lines without what they begin and end with in common."""
    span, restored = changed_part(garbled, clean)
    return Damage((Run(Span(start + span.start, start + span.end), restored, (), layers),))
