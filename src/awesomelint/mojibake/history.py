"""Restores what was lost from clean texts: the same damage is done to them, and what comes out is looked up.

A match is certain when it is the only one. The clean texts are earlier versions of a file and its neighbours;
those that are garbled themselves do no harm, for nothing looks like text that was garbled once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from awesomelint.mojibake.channels import FLAVOURS, Channel, Layers, garble
from awesomelint.mojibake.damage import Damage, Run

_HIGH_RUN = re.compile(r"[^\x00-\x7f]+")
_MIN_KNOWN = 2
"""So many characters of a run must be known: a shorter one may be another word than that in the history."""


class Memory:
    """The lines of clean texts, to be looked up by what a damage makes of them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._lines: dict[str, int] = {}
        """Each line with the texts that have it: bit n is set for the n-th."""
        for number, text in enumerate(texts):
            for line in text.split("\n"):
                if not line.isascii():
                    self._lines[line] = self._lines.get(line, 0) | 1 << number
        self._runs = dict.fromkeys(run for line in self._lines for run in _HIGH_RUN.findall(line))
        self._by_layers: dict[tuple[Layers, bool], dict[str, str | None]] = {}

    def line(self, garbled: str, layers: Layers) -> str | None:
        """The one clean line that these layers of damage turn into a garbled one.

        A text that has both quotes mojibake; one that has the garbled line alone was damaged itself.
        """
        clean = self._table(layers, whole_lines=True).get(garbled)
        if clean is None or self._lines[clean] & self._lines.get(garbled, 0):
            return None
        return clean

    def restore(self, text: str, damage: Damage) -> Damage:
        """The damage with each run that has holes filled where there is one clean run that it comes from."""
        return Damage(tuple(self._restored(text, run) for run in damage.runs))

    def _restored(self, text: str, run: Run) -> Run:
        if (not run.holes and not run.is_doubtful) or len(run.restored) - len(run.holes) < _MIN_KNOWN:
            return run
        clean = self._table(run.layers, whole_lines=False).get(text[run.span.start : run.span.end])
        return run if clean is None else Run(run.span, clean, (), run.layers)

    def _table(self, layers: Layers, *, whole_lines: bool) -> dict[str, str | None]:
        """Clean text by garbled text; None where several come to the same."""
        key = (layers, whole_lines)
        if key not in self._by_layers:
            table: dict[str, str | None] = {}
            for clean in self._lines if whole_lines else self._runs:
                for garbled in _garbled(clean, layers):
                    table[garbled] = clean if table.get(garbled, clean) == clean else None
            self._by_layers[key] = table
        return self._by_layers[key]


def _garbled(clean: str, layers: Layers) -> Iterator[str]:
    """What the damage makes of a clean text, once for each program that is known to do it differently."""
    variants = [layers]
    if len(layers) == 1 and layers[0].read in FLAVOURS:
        variants = [(Channel(layers[0].written, codec),) for codec in FLAVOURS[layers[0].read]]
    for variant in variants:
        try:
            garbled = garble(clean, variant)
        except UnicodeEncodeError:
            continue
        if garbled != clean:
            yield garbled
