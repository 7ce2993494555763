"""Words on a terminal: coloured where wanted, broken between words where wanted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from awesomelint.diagnostics import Severity
from awesomelint.reporters.columns import display_width

Tone = Literal["", "strong", "faint", "error", "warning", "info", "good", "code"]

_CODES: dict[Tone, str] = {
    "strong": "1",
    "faint": "2",
    "error": "1;31",
    "warning": "1;33",
    "info": "1;34",
    "good": "32",
    "code": "36",
}

_TONES: dict[Severity, Tone] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "info",
}


class Piece(NamedTuple):
    """Some words in one tone."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True)
class Pen:
    """Writes pieces with or without colour, and breaks lines at `width` cells unless that is None."""

    color: bool
    width: int | None

    def paint(self, text: str, tone: Tone) -> str:
        """The text in its tone."""
        return f"\x1b[{_CODES[tone]}m{text}\x1b[0m" if self.color and tone and text else text

    def line(self, pieces: Iterable[Piece], indent: str = "", first: str = "") -> str:
        """The pieces with a space between them; the line starts with `first`, each further one with `indent`.

        A word wider than the line is left whole, so that an address can be selected.
        """
        if self.width is None:
            return first + " ".join(self.paint(*piece) for piece in pieces)
        lines: list[list[Piece]] = [[]]
        used = len(first)
        for text, tone in pieces:
            for word in text.split(" "):
                cells = display_width(word)
                if lines[-1] and used + 1 + cells > self.width:
                    lines.append([])
                    used = len(indent)
                used += cells + (1 if lines[-1] else 0)
                lines[-1].append(Piece(word, tone))
        return first + f"\n{indent}".join(self._painted(words) for words in lines)

    def _painted(self, words: Iterable[Piece]) -> str:
        runs = groupby(words, key=lambda word: word.tone)
        return " ".join(self.paint(" ".join(word.text for word in run), tone) for tone, run in runs)


def tone(severity: Severity) -> Tone:
    """The colour of a severity, which also stands there as a word."""
    return _TONES[severity]


def counted(count: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def joined(parts: list[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f" {last} ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
