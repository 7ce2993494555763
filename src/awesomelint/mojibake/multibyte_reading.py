"""Text as the bytes that an East Asian encoding has for it, and what a byte can be that it could not read.

U+FFFD stands for a byte that makes no character with the one after it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from awesomelint.mojibake.channels import read_as
from awesomelint.mojibake.frequent import frequent_characters
from awesomelint.mojibake.oddity import is_unlikely

REPLACEMENT = "\ufffd"
EAST_ASIAN = re.compile("[\u2e80-\ud7ff\ue000-\uf8ff\uf900-\ufaff\uff61-\uffdc\ufffd\U00020000-\U0003ffff]")
"""What UTF-8 looks like in these encodings."""
UNKNOWN = 0xFF
"""Stands for a byte that U+FFFD has replaced; no encoding here uses it."""
_EURO = "€"
_SUPERSETS = {"big5": "big5hkscs"}
"""What some programs mean by an encoding's name; the characters that it has besides are rare."""
_BY_SUPERSET = "awesomelint.by-superset"
_WITH_EURO = "gb18030"
_READ_AS_EURO = b"\x80"
"""Where Windows and browsers have the sign in GBK, beside the two bytes of GB 18030."""
_RARE_BLOCKS = (
    ("\u27c0", "\u2aff"),
    ("\u2c60", "\u2c7f"),
    ("\u3400", "\u4dff"),
    ("\ua640", "\ua69f"),
    ("\ua720", "\ua7ff"),
    ("\uab30", "\uab6f"),
    ("\U0001f000", "\U0001f003"),
    ("\U0001f005", "\U0001f0ce"),
    ("\U0001f0d0", "\U0001f0ff"),
    ("\U0001f700", "\U0001f7df"),
    ("\U0001f800", "\U0001f8ff"),
    ("\U0001fa00", "\U0001fa6f"),
)
"""Operators of mathematics beyond the usual ones, Braille, rare letters and ideographs, pieces of games.

None of them stands in 33 million characters of lists and of what programs say in 44 languages.
"""
_FREQUENT_EMOJI = (
    "🌈🌍🌎🌏🌐🌙🌞🌟🌱🌲🌳🌸🌿🍀🍃🍎🍔🍕🍞🍳🍺🎁🎈🎉🎓🎙🎥🎨🎬🎭🎮🎯🎲🎵🎶🎸🏁🏃🏅🏆🏗🏠🏢🏥🏷🐋🐍🐙🐛🐞🐧🐱🐳🐶"
    "👀👇👈👉👋👌👍👎👏👑👤👥👨👩👷👾💎💙💚💛💜💡💥💪💫💬💭💯💰💻💼💾📁📂📃📄📅📆📈📉📊📋📌📍📎📏📐📑📒📓📔📕📖"
    "📗📘📙📚📜📝📞📢📣📦📧📫📬📱📷📸📹📺🔄🔍🔎🔐🔑🔒🔓🔔🔖🔗🔤🔥🔧🔨🔬🔮🔴🔵🔹🕐🕵🕹🖥🖼🗂🗃🗄🗒🗓🗣🗺😀😂😃😄😅"
    "😆😉😊😋😍😎🙂🙇🙌🙏🚀🚦🚧🚨🚫🛠🛡🛣🟠🟡🟢🟣🤔🤖🤗🤝🤩🥇🥈🥉🥳🦀🦄🦆🦙🧑🧠🧩🧪🧬🧭🧰🧱🧵🧹🪄"
)
_FREQUENT_SIGNS = (
    "、。〈〉《》「」『』【】〜！（），：；？～‘’“”–—…•→←↑↓⇒∞≈≠≤≥①②③■□▲△○●★☆⚙⚠⚡✅✓✔✨❌⭐\ufe0f\u200b\u200d"
)
_KANA = "".join(map(chr, (*range(0x3041, 0x3094), *range(0x30A1, 0x30FD))))
_LEADS = range(0xC2, 0xF5)
_FIRST_SECOND_BYTE = b"\x40"
"""Smaller ones make no character with the byte before them."""
_CONTINUATIONS = range(0x80, 0xC0)
_CONTINUATION = re.compile(b"[\x80-\xbf\xff]")


class Codecs(NamedTuple):
    """The codecs that can have read a text, and whether the text has characters that `is_rare` names.

    In a paired reading U+FFFD stands for two bytes that make no character, as browsers and Java have it, but
    before ASCII it can be one.
    """

    flavours: tuple[str, ...]
    has_rare: bool = False
    is_paired: bool = False


def written(text: str, codec: str) -> bytes:
    """The bytes of a text, with `UNKNOWN` for each U+FFFD and a question mark for what the encoding lacks."""
    if _EURO in text and codec == _WITH_EURO:
        return b"".join(characters(text, codec)).replace(b"\0", b"?")
    if REPLACEMENT not in text:
        return text.encode(codec, "replace")
    errors = _BY_SUPERSET if codec in _SUPERSETS else "replace"
    return bytes([UNKNOWN]).join(part.encode(codec, errors) for part in text.split(REPLACEMENT))


def in_pairs(text: str, codec: str, *, before_ascii: int) -> list[bytes]:
    """The bytes of each character if U+FFFD stands for two, or for so many before ASCII and at the end."""
    found = characters(text, codec)
    for index, (character, after) in enumerate(zip(text, [*text[1:], ""], strict=True)):
        if character == REPLACEMENT:
            found[index] = bytes([UNKNOWN]) * (before_ascii if after.isascii() else 2)
    return found


def characters(text: str, codec: str) -> list[bytes]:
    """The bytes of each character; a NUL, which no text holds, for what the encoding lacks."""
    found = [_bytes_of(character, codec) for character in text]
    if codec == _WITH_EURO:
        around = zip(["", *text], text, [*text[1:], ""], strict=False)
        for index, (before, character, after) in enumerate(around):
            if character == _EURO:
                found[index] = _of_euro(_bytes_of(before, codec), found[index], _bytes_of(after, codec))
    return found


def _of_euro(before: bytes, common: bytes, after: bytes) -> bytes:
    """What was read as the euro sign: the bytes that all have it for, or those of Windows and browsers.

    Of two bytes the second begins a character; then one must end with the first.
    """
    is_last = bool(_CONTINUATION.match(before[-1:]))
    return common if is_last and _CONTINUATION.match(after) else _READ_AS_EURO


@cache
def _bytes_of(character: str, codec: str) -> bytes:
    if character == REPLACEMENT:
        return bytes([UNKNOWN])
    data = character.encode(codec, "ignore")
    if not data and codec in _SUPERSETS and EAST_ASIAN.match(character):
        data = character.encode(_SUPERSETS[codec], "ignore")
    return data or (b"\0" if character else b"")


def _by_superset(error: UnicodeError) -> tuple[bytes, int]:
    """An error handler for `str.encode`: ideographs that the encoding lacks are its superset's."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    data = [
        character.encode(_SUPERSETS[error.encoding], "replace") if EAST_ASIAN.match(character) else b"?"
        for character in lacking
    ]
    return b"".join(data), error.end


codecs.register_error(_BY_SUPERSET, _by_superset)


def choices(piece: bytes, following: bytes, readers: Codecs) -> tuple[str, ...]:
    """What a character can be that may lack bytes, before another byte.

    Of very many it is the common ones, and nothing where no byte of it is known.
    """
    if UNKNOWN not in piece:
        return (piece.decode("utf-8", "replace"),)
    is_told = piece[-1] == UNKNOWN and following >= _FIRST_SECOND_BYTE
    return _choices(piece, following if is_told else b"", readers)


@lru_cache(1 << 16)
def _choices(piece: bytes, following: bytes, readers: Codecs) -> tuple[str, ...]:
    places = [index for index, byte in enumerate(piece) if byte == UNKNOWN]
    return tuple(
        character
        for character in (_fitting_one(piece, places[0]) if len(places) == 1 else _fitting(piece))
        if (
            readers.is_paired
            or any(_is_lost(character.encode(), following, places, flavour) for flavour in readers.flavours)
        )
        and (readers.has_rare or not is_rare(character))
    )


def is_rare(character: str) -> bool:
    """Whether it is of a block that hardly any text uses, and that is a lost byte away from common signs."""
    return any(first <= character <= last for first, last in _RARE_BLOCKS)


def _fitting_one(piece: bytes, unknown: int) -> Iterator[str]:
    for byte in _CONTINUATIONS if unknown else _LEADS:
        data = piece.replace(bytes([UNKNOWN]), bytes([byte]))
        character = data.decode("utf-8", "ignore")
        if character.encode() == data and not is_unlikely(character):
            yield character


def _fitting(piece: bytes) -> list[str]:
    """Characters in common use that fit a piece of which several bytes are unknown, but not all."""
    if set(piece) == {UNKNOWN}:
        return []
    pattern = re.compile(re.escape(piece).replace(bytes([UNKNOWN]), b"."), re.DOTALL)
    return sorted(character for character, data in _frequent_bytes() if pattern.fullmatch(data))


@cache
def _frequent_bytes() -> tuple[tuple[str, bytes], ...]:
    return tuple(
        (character, character.encode())
        for character in (*frequent_characters(), *_KANA, *_FREQUENT_SIGNS, *_FREQUENT_EMOJI)
    )


def _is_lost(data: bytes, following: bytes, places: Sequence[int], flavour: str) -> bool:
    """Whether each of the bytes at these places, with the one after it, makes no character in an encoding."""
    after = data[1:] + following
    return all(not _is_character(data[place], after[place : place + 1], flavour) for place in places)


@cache
def _is_character(byte: int, following: bytes, flavour: str) -> bool:
    if following == bytes([UNKNOWN]):
        return False
    return not read_as(bytes([byte]) + following, flavour).startswith(REPLACEMENT)
