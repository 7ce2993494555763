"""How surprising a text is: in bits, so that two readings of the same text can be weighed against each other.

The numbers are rough, a class of characters each: a Han character in common use is one of about a
thousand, a rare one of many more, and the letter of an alphabet one of forty.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from awesomelint.mojibake.frequent import is_common
from awesomelint.mojibake.oddity import is_unlikely

_ASCII = 4.5
_LETTER = 5.0
_CAPITAL_WITHIN_WORD = 9.0
_FIRST_LETTER = 9.0
"""A letter with none of its own writing before it."""
_RARE_LETTER = 12.0
_KANA = 6.5
_HALF_WIDTH_KANA = 5.0
_LONE_HALF_WIDTH_KANA = 12.0
"""One right after an ideograph."""
_PRIVATE = 20.0
_COMMON_IDEOGRAPH = 10.0
_RARE_IDEOGRAPH = 15.0
_PUNCTUATION = 7.0
_COMMON_SIGN = 9.0
_SIGN = 10.0
_EMOJI = 5.0
_RARE_SIGN = 15.0
_NOT_IN_TEXT = 22.0
_REPLACEMENT = 6.0
"""U+FFFD is damage for certain, but of any kind."""
_REPEATED = 2.0
_BLOCKS = (
    (0x3041, 0x30FA, _KANA),
    (0x30FC, 0x30FF, _KANA),
    (0xE000, 0xF8FF, _PRIVATE),
    (0xFF61, 0xFF9F, _HALF_WIDTH_KANA),
    (0xFFFD, 0xFFFD, _REPLACEMENT),
    (0x1F300, 0x1FAFF, _EMOJI),
)
_PUNCTUATION_MARKS = frozenset("‘’“”–—…•·¿¡、。，：（）「」！？")
_COMMON_SIGNS = frozenset("«»×；『』《》【】・\ufe0f\u200d\u00a0→←✅❌⭐✓✨\u20e3")
_SIGNS = frozenset(
    "©®™°±²³½µπ€£¥§¶†‡‹›←↑→↓↔↗↘↳⇒∀∈−√∞≈≠≤≥─│├└■□▲▶▼◆○●★☆☀☑⚖⚙⚠⚡♠♡♢♣♥♦♂♀✅✉✓✔✗✘✨❌❓❗❤➕➜➡⬅⬆⬇⬛⬜⭐"
)
_LATIN = (
    "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăąćčďđēęěğģīįıķļľłńņňőœŕřśşšţťūůűųźżžșț"
    "ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
)
_ALPHABETS = (
    *((0x0386, 0x03CE), (0x0400, 0x045F), (0x0490, 0x0493), (0x05B0, 0x05EA)),
    *((0x0621, 0x0655), (0x067E, 0x067E), (0x0686, 0x0686), (0x06A9, 0x06CC), (0x0900, 0x0EDF)),
)
"""Letters of present-day alphabets without those of single small languages. Latin ones are listed apart."""


def bits(text: str, before: str = "") -> float:
    """How surprising a text is that follows a character, or nothing."""
    total = 0.0
    last, alphabet = before[-1:], _alphabet(before[-1:])
    for character in text:
        previous, alphabet = alphabet, _alphabet(character)
        if character == last != "\ufffd":
            total += _REPEATED
        elif "\uff61" <= character <= "\uff9f" and "\u3400" <= last <= "\uf8ff":
            total += _LONE_HALF_WIDTH_KANA
        elif alphabet not in ("", previous) and not character.isascii():
            total += max(_FIRST_LETTER, of_character(character))
        elif last.islower() and character.isupper():
            total += max(_CAPITAL_WITHIN_WORD, of_character(character))
        else:
            total += of_character(character)
        last = character
    return total


@cache
def of_character(character: str) -> float:
    """How surprising a character is, among others of its kind."""
    code = ord(character)
    if code < 0x80:
        return _ASCII
    if 0x3400 <= code <= 0x9FFF or 0xAC00 <= code <= 0xD7AF:
        return _COMMON_IDEOGRAPH if is_common(character) else _RARE_IDEOGRAPH
    for first, last, bits_of_each in _BLOCKS:
        if first <= code <= last:
            return bits_of_each
    return _of_sign_or_letter(character)


def _of_sign_or_letter(character: str) -> float:
    if character in _PUNCTUATION_MARKS:
        return _PUNCTUATION
    if character in _COMMON_SIGNS:
        return _COMMON_SIGN
    if is_unlikely(character):
        return _NOT_IN_TEXT
    if is_letter(character):
        return _LETTER
    if character.isalpha():
        return _RARE_IDEOGRAPH if character > "\u2e80" else _RARE_LETTER
    return _SIGN if character in _SIGNS else _RARE_SIGN


def is_letter(character: str) -> bool:
    """Whether it is a letter of an alphabet in wide use, and not of ASCII."""
    code = ord(character)
    return character.lower() in _LATIN or any(first <= code <= last for first, last in _ALPHABETS)


def is_latin(text: str) -> bool:
    """Whether a text is of Latin letters in wide use, one at least of two bytes in UTF-8 and none of more."""
    return not text.isascii() and all(
        each.isalpha() if each.isascii() else each <= "\u017f" and each.lower() in _LATIN for each in text
    )


@cache
def _alphabet(character: str) -> str:
    """The alphabet that a letter is of; nothing for Han characters and everything else."""
    if not character or not (character.isascii() or is_letter(character)):
        return ""
    if unicodedata.category(character)[0] not in "LM":
        return ""
    return unicodedata.name(character, "").partition(" ")[0]
