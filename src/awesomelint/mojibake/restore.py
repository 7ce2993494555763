"""Restores garbled lines: what is certain from the bytes that are there, or from clean texts of the past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from awesomelint.mojibake.channels import FLAVOURS, Channel, Layers
from awesomelint.mojibake.damage import Damage, Run, applied, changed_part
from awesomelint.mojibake.history import Memory, divided
from awesomelint.mojibake.pages import PAGE_NAMES
from awesomelint.mojibake.recall import framed
from awesomelint.source import Span

_ANY: tuple[Layers, ...] = (
    *((Channel("utf-8", codec),) for codec in (*PAGE_NAMES, *FLAVOURS)),
    *((Channel(codec, name),) for codec in FLAVOURS for name in ("latin-1", "cp1252")),
)
"""What may have happened to a line that only the past shows to be damaged."""


class Restored(NamedTuple):
    """A damaged line as far as it could be read, and what was found in it without asking the past.

    `evidence` says why all of it is certain: every byte is there, or it is the only clean text that looks
    like this when damaged. It is None where something is missing. `seen` is None where only the past shows
    that the line is damaged.
    """

    damage: Damage
    evidence: Literal["exact", "history"] | None
    seen: Damage | None


def restore(text: str, found: Sequence[Damage], memory: Memory | None = None) -> list[Restored]:
    """The damaged lines of a text, in order, with those that only `memory` recognises as damaged."""
    if memory is None:
        return [Restored(damage, "exact" if damage.is_exact else None, damage) for damage in found]
    by_start = {text.rfind("\n", 0, damage.span.start) + 1: damage for damage in found}
    layers = tuple(dict.fromkeys(damage.layers for damage in found))
    places = list(_places(text))
    seen = framed(text)
    memory = memory.without(frozenset(seen[number] for number, start in places if start in by_start))
    restored = []
    for number, start in places:
        damage = by_start.get(start)
        if damage is None:
            line = _recognised(start, seen, number, layers, memory)
        else:
            line = _restored(text, damage, start, seen, number, layers, memory)
        if line is not None:
            restored.append(line._replace(seen=damage))
    return restored


def _places(text: str) -> Iterator[tuple[int, int]]:
    """For each line that is not ASCII its number among the framed ones, and its offset."""
    number = start = 0
    for line in text.split("\n"):
        number += line != ""
        if not line.isascii():
            yield number, start
        start += len(line) + 1


def _restored(
    text: str,
    damage: Damage,
    start: int,
    seen: Sequence[str],
    number: int,
    layers: Sequence[Layers],
    memory: Memory,
) -> Restored:
    line = seen[number]
    if damage.is_exact and memory.knows(_whole(line, start, damage)):
        return Restored(damage, "exact", damage)
    clean = memory.line(seen, number, damage.layers)
    if clean is None:
        # What looks like one damage may be another one's by chance.
        recognised = _recognised(start, seen, number, layers, memory)
        if recognised is not None:
            return recognised
        if damage.is_exact:
            return Restored(damage, "exact", damage)
        clean = memory.changed_line(line, damage.layers)
    if clean is not None:
        return Restored(_difference(start, line, clean, damage.layers), "history", damage)
    filled = memory.restore(text, damage)
    return Restored(filled, "history" if memory.explains(text, filled) else None, damage)


def _whole(line: str, start: int, damage: Damage) -> str:
    return applied(line, [run.moved(-start) for run in damage.runs])


def _recognised(
    start: int, seen: Sequence[str], number: int, layers: Sequence[Layers], memory: Memory
) -> Restored | None:
    """The line as the one clean line that any damage turns into it; those seen elsewhere come first."""
    if memory.knows(seen[number]):
        return None
    for each in dict.fromkeys((*layers, *_ANY)):
        clean = memory.line(seen, number, each)
        if clean is not None:
            return Restored(_difference(start, seen[number], clean, each), "history", None)
    return None


def _difference(start: int, garbled: str, clean: str, layers: Layers) -> Damage:
    """What differs in two lines: in each piece, where no damage has joined two."""
    pieces, clean_pieces = divided(garbled), divided(clean)
    if pieces[::2] != clean_pieces[::2]:
        pieces, clean_pieces = [garbled], [clean]
    runs = []
    for piece, clean_piece in zip(pieces, clean_pieces, strict=True):
        if piece != clean_piece:
            (first, last), restored = changed_part(piece, clean_piece)
            runs.append(Run(Span(start + first, start + last), restored, (), layers))
        start += len(piece)
    return Damage(tuple(runs))
