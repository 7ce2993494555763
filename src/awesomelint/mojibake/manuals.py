"""How Chinese manuals are written: their words, and what stands side by side where two words meet.

Word frequencies alone know neither the trade that lists are about nor which word follows which: 不 is more
frequent than 与, which looks the same when a byte is lost. `manuals.txt` has, first, the words by how often
they were seen, and then for each character those that begin a word behind one that it ends. A letter before
them stands for their count: C for two, D for the square root of eight, E for four, and so on.

Counted by `tools/count_manuals.py` in 1.6 million characters of simplified Chinese, from packages of Debian:
libreoffice-help-zh-cn 7.4.7 (MPL 2.0), manpages-zh 1.6.4 (GFDL 1.2 or later), debian-handbook 11.20220922
(GPL 2 or later, or CC BY-SA 3.0), debian-reference-zh-cn 2.100 (GPL 2 or later), installation-guide-amd64
20230508 (GPL 2) and gnome-user-docs 43.0 (CC BY-SA 3.0). None of their text is in it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from math import log
from typing import NamedTuple

LEVELS_PER_OCTAVE = 2
"""How finely counts are told apart: so many letters from one count to twice as many."""
_END = "|"
_LETTER = "a"
_DIGIT = "0"
_FULL_WIDTH = dict(zip(",.:;!?()", "，。：；！？（）", strict=True))
_FEW = 4
"""What was counted is mixed with so many of what chance would give, for small counts say little."""


class _Neighbours(NamedTuple):
    """How often each character ends a word, begins one, and begins one behind another."""

    ending: dict[str, float]
    beginning: dict[str, float]
    meeting: dict[str, dict[str, float]]
    total: float


def symbol(character: str) -> str:
    """What a character counts as beside a word: itself, its full-width form, a letter, a digit or an end.

    Nothing at all, and ASCII that may be markup, is an end.
    """
    if not character.isascii():
        return character
    if character.isalpha():
        return _LETTER
    if character.isdigit():
        return _DIGIT
    return _FULL_WIDTH.get(character, _END)


@cache
def word_counts() -> dict[str, float]:
    """How often the manuals have each of their words."""
    groups = _content().split("\n\n")[0].split("\n")
    return {word: _count(group[0]) for group in groups for word in group[2:].split(" ")}


def affinity(last: str, first: str) -> float:
    """How much likelier than by chance a word that begins with `first` follows one that ends with `last`.

    It is a natural logarithm: 0 for what is unknown, negative for what hardly ever meets.
    """
    seen = _neighbours()
    by_chance = seen.ending.get(last, 0) * seen.beginning.get(first, 0) / seen.total
    return log((seen.meeting.get(last, {}).get(first, 0) + _FEW) / (by_chance + _FEW))


@cache
def _neighbours() -> _Neighbours:
    ending: dict[str, float] = {}
    beginning: dict[str, float] = {}
    meeting: dict[str, dict[str, float]] = {}
    for line in _content().split("\n\n")[1].strip().split("\n"):
        followers = meeting[line[0]] = {}
        count = 0.0
        for character in line[1:]:
            if "A" <= character <= "Z":
                count = _count(character)
            else:
                followers[character] = count
                beginning[character] = beginning.get(character, 0) + count
        ending[line[0]] = sum(followers.values())
    return _Neighbours(ending, beginning, meeting, sum(ending.values()))


def _count(level: str) -> float:
    return float(2 ** ((ord(level) - ord("A")) / LEVELS_PER_OCTAVE))


def _content() -> str:
    return files(__package__).joinpath("manuals.txt").read_text(encoding="utf-8")
