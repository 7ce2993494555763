"""Restores what was lost from clean texts: the same damage is done to them, and what comes out is looked up.

A match is certain when it is the only one. The clean texts are earlier versions of a file and its neighbours;
those that are garbled themselves do no harm, for nothing looks like text that was garbled once more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial
from itertools import product
from typing import Literal

from awesomelint.mojibake.channels import FLAVOURS, Channel, Layers, garble
from awesomelint.mojibake.damage import Damage, Run
from awesomelint.mojibake.pages import PAGE_NAMES, page
from awesomelint.mojibake.recall import Aligned, framed
from awesomelint.source import Span

_PIECE = re.compile(r"[^\x00-\x3f]+")
"""What no damage joins to its neighbours: no encoding takes these ASCII characters into another."""
_SPLIT = re.compile(f"({_PIECE.pattern})")
_HIGH = re.compile(r"[^\x00-\x7f]+")
_MIN_LETTERS = 2
"""So many letters of a word must have lost nothing: what is new may come to the same as an old word."""
_MOST_TOKENS = 400
"""A line of more parts is not compared with what it was."""
_MIN_KNOWN = 2
"""So many characters must be more than ASCII: a shorter piece may be another word than in the history."""
_MOST_VARIED = 2
"""So many layers are tried in all the ways of each."""
_DROPPED = (frozenset[int](), frozenset({0xAD}), frozenset({0xA0, 0xAD}))
"""What some programs drop beside the bytes without a character: the soft hyphen and the no-break space."""


Unit = Literal["lines", "pieces", "words"]
"""What clean texts are looked up by; a word is all characters in a row that are not ASCII."""


class Memory:
    """The lines of clean texts, to be looked up by what a damage makes of them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = [framed(text) for text in texts]
        lines = (line for text in self._texts for line in text)
        self._lines = dict.fromkeys(line for line in lines if not line.isascii())
        self._clean: dict[Unit, dict[str, None]] = {
            "lines": self._lines,
            "pieces": dict.fromkeys(piece for line in self._lines for piece in _PIECE.findall(line)),
            "words": dict.fromkeys(word for line in self._lines for word in _HIGH.findall(line)),
        }
        self._by_layers: dict[tuple[Layers, Unit], dict[str, str | None]] = {}
        self._origins: dict[Layers, dict[str, str | None]] = {}
        self._aligned: dict[Layers, list[Aligned]] = {}

    def without(self, damaged: frozenset[str]) -> Memory:
        """The memory without the texts that hold most of these damaged lines: they came after the damage."""
        before = [text for text in self._texts if 2 * len(damaged.intersection(text)) <= len(damaged)]
        return self if len(before) == len(self._texts) else Memory("\n".join(text) for text in before)

    def knows(self, line: str) -> bool:
        """Whether a line stands in the clean texts as it is."""
        return line in self._lines

    def line(self, seen: Sequence[str], number: int, layers: Layers) -> str | None:
        """The one clean line that these layers of damage turn into a line of framed ones.

        Where several lines come to the same, it is the one that the lines beside agree with.
        """
        line = seen[number]
        if line in self._lines:
            return None
        table = self._table(layers, "lines")
        if line not in table or table[line] is not None:
            return table.get(line)
        found = {aligned.line(seen, number) for aligned in self._beside(layers) if aligned.knows(line)}
        return found.pop() if len(found) == 1 else None

    def changed_line(self, garbled: str, layers: Layers) -> str | None:
        """The clean text of a line that was changed as well, if only ASCII is new in it."""
        tokens = divided(garbled)
        table = self._by_piece(layers)
        origins = {line for token in tokens if (line := table.get(token)) is not None}
        if len(origins) != 1:
            return None
        [origin] = origins
        clean = divided(origin)
        if max(len(tokens), len(clean)) > _MOST_TOKENS:
            return None
        damaged = (divided(_garble(origin, variant)) for variant in _variants(layers))
        before = max(damaged, key=lambda each: len(set(tokens).intersection(each)))
        if len(before) != len(clean):
            return None
        ambiguous = _ambiguous(before, clean)
        if any(before.count(token) != tokens.count(token) for token in ambiguous):
            return None
        parts: list[str] = []
        for tag, first, last, start, end in SequenceMatcher(None, before, tokens, False).get_opcodes():
            parts += clean[first:last] if tag == "equal" else tokens[start:end]
            edges = {before[first], before[last - 1]} if tag == "equal" else set(tokens[start:end])
            if not edges.isdisjoint(ambiguous):
                return None
        restored = "".join(parts)
        beside = [token for token in parts if not token.isascii() and token not in self._clean["pieces"]]
        return None if beside or restored == garbled else restored

    def restore(self, text: str, damage: Damage) -> Damage:
        """The damage, with what is not certain filled where there is one clean piece that it comes from."""
        runs: list[Run] = []
        latest: dict[Layers, tuple[Span, str | None]] = {}
        for run in damage.runs:
            if runs and run.span.start < runs[-1].span.end:
                continue
            if not run.holes and not run.is_doubtful:
                runs.append(run)
                continue
            if run.layers not in latest or not latest[run.layers][0].covers(run.span):
                latest[run.layers] = self._piece(text, run)
            piece, clean = latest[run.layers]
            if clean is None or _known(clean) < _MIN_KNOWN:
                runs.append(run)
            else:
                while runs and runs[-1].span.end > piece.start:
                    runs.pop()
                runs.append(Run(piece, clean, (), run.layers))
        return Damage(tuple(runs))

    def _piece(self, text: str, run: Run) -> tuple[Span, str | None]:
        """The piece of a text that a run is in, or else its word, and the one clean text that comes to it."""
        piece = _piece_at(text, run.span)
        clean = self._table(run.layers, "pieces").get(text[piece.start : piece.end])
        if clean is not None or not _keeps_ascii(run.layers):
            return piece, clean
        word = _word_at(text, run.span)
        clean = self._table(run.layers, "words").get(text[word.start : word.end])
        if clean is None or len(clean) < _MIN_LETTERS + len(run.holes):
            return piece, None
        return word, clean

    def explains(self, text: str, damage: Damage) -> bool:
        """Whether all of a damaged line is certain: its runs, and beside them what the past has as well."""
        start = text.rfind("\n", 0, damage.span.start) + 1
        end = text.find("\n", start)
        bounds = [
            start,
            *(place for run in damage.runs for place in run.span),
            end if end >= 0 else len(text),
        ]
        rest = " ".join(text[first:last] for first, last in zip(bounds[::2], bounds[1::2], strict=True))
        beside = (piece for piece in _PIECE.findall(rest) if not piece.isascii())
        return damage.is_exact and all(piece in self._clean["pieces"] for piece in beside)

    def _table(self, layers: Layers, unit: Unit) -> dict[str, str | None]:
        """Clean text by garbled text; None where several come to the same."""
        key = (layers, unit)
        if key not in self._by_layers:
            table: dict[str, str | None] = {}
            for clean in self._clean[unit]:
                if not clean.isascii():
                    for garbled in _garbled(clean, layers):
                        table[garbled] = clean if table.get(garbled, clean) == clean else None
            self._by_layers[key] = table
        return self._by_layers[key]

    def _by_piece(self, layers: Layers) -> dict[str, str | None]:
        """By what becomes of a piece the one line that it is of; None where it is of several."""
        if layers not in self._origins:
            table: dict[str, str | None] = {}
            for line, variant in product(self._lines, _variants(layers)):
                for piece in _PIECE.findall(_garble(line, variant)):
                    if not piece.isascii():
                        table[piece] = line if table.get(piece, line) == line else None
            self._origins[layers] = table
        return self._origins[layers]

    def _beside(self, layers: Layers) -> list[Aligned]:
        if layers not in self._aligned:
            self._aligned[layers] = [
                Aligned(self._texts, partial(_garble, layers=variant)) for variant in _variants(layers)
            ]
        return self._aligned[layers]


def divided(line: str) -> list[str]:
    """A line in pieces that no damage joins, with what is between them in every other place."""
    return _SPLIT.split(line)


def _ambiguous(garbled: Sequence[str], clean: Sequence[str]) -> set[str]:
    """What several pieces of a line come to: it tells which one it was only by the text on both its sides."""
    pairs = Counter(piece for piece, _ in set(zip(garbled, clean, strict=True)))
    return {piece for piece, count in pairs.items() if count > 1}


def _piece_at(text: str, span: Span) -> Span:
    start, end = span
    while start and text[start - 1] > "\x3f":
        start -= 1
    while end < len(text) and text[end] > "\x3f":
        end += 1
    return Span(start, end)


def _word_at(text: str, span: Span) -> Span:
    start, end = span
    while start and not text[start - 1].isascii():
        start -= 1
    while end < len(text) and not text[end].isascii():
        end += 1
    return Span(start, end)


def _keeps_ascii(layers: Layers) -> bool:
    """Whether no ASCII character can have taken part in the damage."""
    return all(channel.written == "utf-8" and channel.read in PAGE_NAMES for channel in layers)


def _known(clean: str) -> int:
    return sum(not character.isascii() for character in clean)


def _garbled(clean: str, layers: Layers) -> Iterator[str]:
    """What programs of the same kind can make of a text."""
    for variant in _variants(layers):
        garbled = _garble(clean, variant)
        if garbled != clean:
            yield garbled


def _garble(clean: str, layers: Layers) -> str:
    """What becomes of a text; the text itself where it could not be written so."""
    try:
        return clean if clean.isascii() else garble(clean, layers)
    except UnicodeEncodeError:
        return clean


def _variants(layers: Layers) -> list[Layers]:
    """The same damage as programs do it that differ in what they cannot read."""
    if len(layers) > _MOST_VARIED:
        return [layers]
    return [tuple(each) for each in product(*map(_variants_of_one, layers))]


def _variants_of_one(channel: Channel) -> list[Channel]:
    if channel.read not in PAGE_NAMES:
        return [Channel(channel.written, codec) for codec in FLAVOURS[channel.read]]
    undefined = frozenset(range(0x80, 0xA0)) if channel.read == "latin-1" else page(channel.read).undefined
    lost = [channel.lost, frozenset[int](), *(undefined | more for more in _DROPPED if undefined)]
    return [Channel(channel.written, channel.read, bytes_) for bytes_ in dict.fromkeys(lost)]
