"""How unlike writing a text is: a small number for each pair of neighbours that no language puts together.

Clean text in any language scores 0 or close to it, and mojibake about one a character. The score alone proves
nothing; what counts is that decoding takes it away.
"""

from __future__ import annotations

import re
import unicodedata
from operator import add

# Classes of characters, one letter each so that a set of classes is a string.
ASCII_LOWER, ASCII_UPPER, DIGIT, ASCII_OTHER = "a", "A", "0", " "
LATIN_LOWER, LATIN_UPPER = "l", "L"
GREEK_LOWER, GREEK_UPPER = "g", "G"
CYRILLIC_LOWER, CYRILLIC_UPPER = "c", "C"
OTHER_LETTER = "o"
PUNCTUATION, OPENING, SPACE, CURRENCY, ACCENT = "p", "P", "s", "$", "k"
MARK_AFTER_NAME, MARK_AFTER_FIGURE, SYMBOL, BOX, PICTURE = "r", "f", "y", "b", "e"
TIMES = "t"
CONTROL, UNLIKELY = "x", "z"

_LATIN = LATIN_LOWER + LATIN_UPPER
_GREEK = GREEK_LOWER + GREEK_UPPER
_CYRILLIC = CYRILLIC_LOWER + CYRILLIC_UPPER
_ACCENTED = _LATIN + _GREEK + _CYRILLIC
_LOWER = ASCII_LOWER + LATIN_LOWER + GREEK_LOWER + CYRILLIC_LOWER
_UPPER = LATIN_UPPER + GREEK_UPPER + CYRILLIC_UPPER
_ASCII_LETTER = ASCII_LOWER + ASCII_UPPER
_SIGN = CURRENCY + ACCENT + SYMBOL + MARK_AFTER_FIGURE + TIMES

_ODD_PAIRS = (
    (_LATIN, _GREEK, 2),
    (_GREEK, _LATIN, 2),
    (_LATIN + _GREEK, _CYRILLIC, 1),
    (_CYRILLIC, _LATIN + _GREEK, 1),
    (_LOWER, _UPPER, 1),
    (LATIN_LOWER + GREEK_LOWER + CYRILLIC_LOWER, ASCII_UPPER, 1),
    (_LATIN, OTHER_LETTER, 1),
    (OTHER_LETTER, _LATIN, 1),
    (_ASCII_LETTER, _GREEK + _CYRILLIC, 1),
    (_GREEK + _CYRILLIC, _ASCII_LETTER, 1),
    (_ACCENTED, CURRENCY + ACCENT + MARK_AFTER_FIGURE, 2),
    (TIMES, _ASCII_LETTER, 0),
    (_ACCENTED, SYMBOL + TIMES + OPENING + BOX, 1),
    (ASCII_LOWER, OPENING + BOX, 1),
    (_SIGN + MARK_AFTER_NAME + OPENING, BOX, 1),
    (_SIGN + MARK_AFTER_NAME, _ASCII_LETTER + _ACCENTED, 1),
    (BOX, _ACCENTED + _SIGN + OPENING + ASCII_LOWER, 1),
    (_SIGN + MARK_AFTER_NAME, _SIGN + MARK_AFTER_NAME, 1),
    (PUNCTUATION, ACCENT + SYMBOL + TIMES, 1),
    (ACCENT, PUNCTUATION, 1),
)
_ODD_BY_ITSELF = CONTROL + UNLIKELY

_CLASS_OF = {
    character: name
    for name, characters in {
        MARK_AFTER_NAME: "®™",
        MARK_AFTER_FIGURE: "©°ªº²³¹¼½¾",
        PUNCTUATION: "«»‘’“”‹›–—…·،؛؟‐‑‒―‖‾′″",
        OPENING: "‚„¿¡",
        TIMES: "×",
        ACCENT: "¨´¸¯ˆ˜˙˝˛ˇ˘",
        SPACE: "\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff",
    }.items()
    for character in characters
}

_MODERN_BLOCKS = (
    (0x00A0, 0x06FF),
    (0x0750, 0x077F),
    (0x0900, 0x109F),
    (0x10A0, 0x137F),
    (0x1780, 0x17FF),
    (0x1AB0, 0x1AFF),
    (0x1C80, 0x1CBF),
    (0x1D00, 0x2BFF),
    (0x2C60, 0x2C7F),
    (0x2E80, 0x9FFF),
    (0xA640, 0xA69F),
    (0xA720, 0xA7FF),
    (0xAB30, 0xAB6F),
    (0xAC00, 0xD7FF),
    (0xF8FF, 0xFDFF),
    (0xFE00, 0xFFEF),
    (0x1D400, 0x1D7FF),
    (0x1F000, 0x1FAFF),
    (0x20000, 0x323AF),
    (0xE0020, 0xE007F),
)
"""Blocks that present-day text uses. The rest is where wrongly decoded bytes end up (N'Ko, Samaritan,
private use …).
"""


class _Classes(dict[int, str]):
    """The class of each code point, found when it is first asked for."""

    def __missing__(self, code: int) -> str:
        self[code] = _class_of(chr(code))
        return self[code]


class _Weights(dict[str, int]):
    """How odd two neighbouring classes are."""

    def __missing__(self, pair: str) -> int:
        self[pair] = _pair(*pair)
        return self[pair]


_CLASSES = _Classes()
_WEIGHTS = _Weights()
_REPEATED = re.compile(r"(.)(?=\1)", re.DOTALL)


def oddity(text: str) -> int:
    """The sum over all characters and over all pairs of neighbours; a repeated character is no odd pair."""
    classes = text.translate(_CLASSES)
    total = sum(map(_WEIGHTS.__getitem__, map(add, classes, classes[1:])))
    total += 2 * classes.count(CONTROL) + 3 * classes.count(UNLIKELY)
    return total - sum(_WEIGHTS[2 * _CLASSES[ord(repeated)]] for repeated in _REPEATED.findall(text))


def _pair(first: str, second: str) -> int:
    return next(
        (weight for firsts, seconds, weight in _ODD_PAIRS if first in firsts and second in seconds), 0
    )


def _class_of(character: str) -> str:
    if character.isascii():
        return _ascii_class(character)
    if character in _CLASS_OF:
        return _CLASS_OF[character]
    code = ord(character)
    category = unicodedata.category(character)
    if category == "Cc" or character == "\ufffd":
        return CONTROL
    if category == "Cn" or not any(first <= code <= last for first, last in _MODERN_BLOCKS):
        return UNLIKELY
    if category[0] == "L":
        return _letter_class(character, category)
    return _other_class(code, category)


def _ascii_class(character: str) -> str:
    if character.isalpha():
        return ASCII_LOWER if character.islower() else ASCII_UPPER
    return DIGIT if character.isdigit() else ASCII_OTHER


def _letter_class(character: str, category: str) -> str:
    script = unicodedata.name(character, "").partition(" ")[0]
    is_upper = category in ("Lu", "Lt")
    if script == "LATIN":
        return LATIN_UPPER if is_upper else LATIN_LOWER
    if script == "GREEK":
        return GREEK_UPPER if is_upper else GREEK_LOWER
    if script == "CYRILLIC":
        return CYRILLIC_UPPER if is_upper else CYRILLIC_LOWER
    return OTHER_LETTER


def _other_class(code: int, category: str) -> str:
    if 0x2500 <= code <= 0x25FF:
        return BOX
    if code >= 0x2190 or category[0] == "M":
        return PICTURE
    if category == "Sc":
        return CURRENCY
    return PUNCTUATION if category == "Zs" else SYMBOL


def script(text: str) -> str:
    """The writing system of a text that is all letters of one, by its Unicode name; nothing otherwise."""
    scripts = {unicodedata.name(character, "").partition(" ")[0] for character in text}
    return scripts.pop() if len(scripts) == 1 and text.isalpha() else ""


def is_unlikely(character: str) -> bool:
    """Whether a character is a control, unassigned, or of a block that present-day text does not use."""
    return _CLASSES[ord(character)] in _ODD_BY_ITSELF
