"""Text that cannot lie on a terminal: what a reader would not see, or see in another order, is spelled out.

A list is written by strangers. A control character in it may drive the terminal, a bidirectional one may
reorder the line, an invisible one may hide a difference. Each is printed as its code point: `<U+202E>`.
"""

from __future__ import annotations

import re
import unicodedata

_ZERO_WIDTH_JOINER = "\u200d"
_VARIATION_SELECTORS = "\ufe0e\ufe0f"
_EMOJI_CATEGORIES = ("So", "Sk", "Sm")
"""Pictures; skin tones, which Unicode counts as modifier symbols; arrows that are part of some emoji."""

_WITHOUT_A_LOOK = ("Cc", "Cf", "Cs", "Zl", "Zp")
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
"""Characters without ink whose category does not say so: fillers, the grapheme joiner, selectors."""
_COMMAND = re.compile(r"^[^\S\n]*(?=::)|##(?=\[)", re.MULTILINE)


def visible(text: str) -> str:
    """The text on one line: a character without a look of its own as `<U+XXXX>`, tabs and line ends too."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(visible_characters(text))


def visible_characters(text: str) -> list[str]:
    """How each code point of a text is printed: as itself or as `<U+XXXX>`."""
    return [
        character if _has_a_look(text, place) else f"<U+{ord(character):04X}>"
        for place, character in enumerate(text)
    ]


def without_surrogates(text: str) -> str:
    """The text as it can be encoded: a lone surrogate, an odd byte of a file name, as `<U+DCFF>`."""
    if text.isascii():
        return text
    return "".join(f"<U+{ord(c):04X}>" if "\ud800" <= c <= "\udfff" else c for c in text)


def defused(text: str) -> str:
    r"""The text with a backslash in what GitHub's runner would obey: as `\::x::` and `##\[x]`."""
    return _COMMAND.sub(r"\g<0>\\", text)


def _has_a_look(text: str, place: int) -> bool:
    character = text[place]
    if " " <= character <= "~":
        return True
    if character == _ZERO_WIDTH_JOINER:
        return _joins_emoji(text, place)
    if character in _VARIATION_SELECTORS:
        return _selects_a_look(text, place)
    code = ord(character)
    if 0xFE00 <= code <= 0xFE0F or 0xE0000 <= code <= 0xE0FFF or code & 0xFFFE == 0xFFFE:
        return False
    return character not in _INVISIBLE and unicodedata.category(character) not in _WITHOUT_A_LOOK


def _joins_emoji(text: str, place: int) -> bool:
    before = text[place - 1 : place]
    if before == "\ufe0f":
        before = text[place - 2 : place - 1]
    after = text[place + 1 : place + 2]
    return _is_symbol(before) and _is_symbol(after)


def _selects_a_look(text: str, place: int) -> bool:
    """A selector chooses between text and picture only right after a symbol, a keycap's character or `ℹ`."""
    before = text[place - 1 : place] if place else ""
    return _is_symbol(before) or (bool(before) and before in "0123456789#*‼⁉ℹ〰〽")


def _is_symbol(character: str) -> bool:
    # Emoji newer than Python's own tables have no category; they lie in these planes.
    return bool(character) and (
        unicodedata.category(character) in _EMOJI_CATEGORIES or "\U0001f000" <= character <= "\U0001faff"
    )
