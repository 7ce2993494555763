"""How much less surprising a line is with its garbled runs restored."""

from __future__ import annotations

import re
from collections.abc import Sequence

from awesomelint.mojibake import surprise
from awesomelint.mojibake.damage import HOLE, Hole, Run
from awesomelint.mojibake.frequent import is_common
from awesomelint.mojibake.multibyte_reading import REPLACEMENT

_RARE_WITHIN_WORD = 15.0
_COMMON_WITHIN_WORD = 7.0
"""What it counts that an ideograph stands within a word: no clean text has rare ones there."""
_LATIN_APART = 1.0
"""What it counts against Latin letters that they are not within a word: 酶 may follow DNA."""
_LETTERS_BEFORE = re.compile("[A-Za-z]*\\Z")
_LETTERS_AFTER = re.compile("^[A-Za-z]*")
_MIN_LETTERS = 3
"""So many letters of ASCII make others between them a part of a word."""
_MOST_WEIGHED = 64
"""Of so many candidates one is in common use."""
_ONE_OF_MANY = 8.0
_UNKNOWN = 13.0
"""How surprising a character is of which nothing is known."""


def gains(line: str, runs: Sequence[Run]) -> list[tuple[str, float]]:
    """Each garbled text of a line, and by how many bits the line is less surprising with it restored."""
    return [(line[run.span.start : run.span.end], _gain_of(line, run)) for run in runs]


def _gain_of(line: str, run: Run) -> float:
    start, end = run.span
    garbled = line[start:end]
    before, after = line[max(start - _MIN_LETTERS, 0) : start], line[end : end + _MIN_LETTERS]
    known = run.restored.replace(HOLE, "")
    if not known and set(garbled) == {REPLACEMENT}:
        return 0.0
    gained = surprise.bits(garbled) - surprise.bits(known, before) - sum(map(_bits_of, run.holes))
    if not surprise.is_latin(run.restored):
        return gained
    if not _is_in_word(run.restored, before, after):
        return gained - _LATIN_APART
    return gained + (_COMMON_WITHIN_WORD if is_common(garbled[0]) else _RARE_WITHIN_WORD)


def _is_in_word(restored: str, before: str, after: str) -> bool:
    """Whether letters stand within a word of ASCII letters, and no capitals after a small one."""
    near = _LETTERS_BEFORE.findall(before)[0], _LETTERS_AFTER.findall(after)[0]
    count = sum(map(len, near)) + sum(map(str.isascii, restored))
    return all(near) and count >= _MIN_LETTERS and (before[-1:].isupper() or restored.islower())


def _bits_of(hole: Hole) -> float:
    if len(hole.candidates) > _MOST_WEIGHED:
        return _ONE_OF_MANY
    return min(map(surprise.of_character, hole.candidates), default=_UNKNOWN)
