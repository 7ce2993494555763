"""The characters that Chinese, Japanese and Korean are mostly written with.

Wrongly decoded bytes give Han characters and syllables that hardly anyone writes; right ones give these.
`frequent.txt` holds a line for each
script: the thousand commonest Han characters (six hundred syllables for Korean) cover over nine tenths of
running text. Counted
from the frequency lists of the Python package wordfreq 3.1 (Creative Commons BY-SA 4.0); the traditional
ones are the
traditional forms of the simplified ones that Big5's first level has.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

from awesomelint.mojibake.oddity import is_unlikely

Script = Literal["zh-Hans", "zh-Hant", "ja", "ko"]

_ANY: tuple[Script, ...] = ("zh-Hans", "zh-Hant", "ja", "ko")


def share(text: str, scripts: tuple[Script, ...] = _ANY) -> float:
    """How much of what is not ASCII is in common use: from 0 to 1, and 0 for ASCII alone.

    Letters of other writing systems count as common, Han characters and Hangul only if one of `scripts` has
    them.
    """
    high = [character for character in text if not character.isascii()]
    common = _common(scripts)
    return sum(_is_common(character, common) for character in high) / len(high) if high else 0.0


def is_common(character: str) -> bool:
    """Whether a character is in common use in some language."""
    return _is_common(character, _common(_ANY))


def rank(character: str) -> int:
    """How many characters of the same kind are commoner, in the language in which it is commonest."""
    return _ranks().get(character, len(_ranks()))


def frequent_characters() -> frozenset[str]:
    """The Han characters and syllables in common use in any of the languages."""
    return _common(_ANY)


@cache
def scripts_apart() -> tuple[frozenset[str], frozenset[str]]:
    """The common characters that only simplified Chinese has, and those that it has not."""
    simplified = _common(("zh-Hans",))
    others = _common(("zh-Hant", "ja"))
    return simplified - others, others - simplified


_RARE_FORMS = (("\u2e80", "\u2fdf"), ("\uf900", "\ufaff"), ("\uff61", "\uff9f"))
"""Radicals, compatibility ideographs and half-width forms, which running text hardly uses."""


@cache
def _common(scripts: tuple[Script, ...]) -> frozenset[str]:
    return frozenset().union(*(_table()[script] for script in scripts))


@cache
def _ranks() -> dict[str, int]:
    ranks: dict[str, int] = {}
    for characters in _table().values():
        for place, character in enumerate(characters):
            ranks[character] = min(place, ranks.get(character, place))
    return ranks


@cache
def _table() -> dict[str, str]:
    content = files(__package__).joinpath("frequent.txt").read_text(encoding="utf-8")
    return dict(line.split(" ") for line in content.strip().split("\n"))


def _is_common(character: str, common: frozenset[str]) -> bool:
    if "\u3400" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7af":
        return character in common
    return not (is_unlikely(character) or any(first <= character <= last for first, last in _RARE_FORMS))
