"""What bytes that are not UTF-8 are likely to be written in."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from awesomelint.mojibake.channels import MULTIBYTE_LABELS
from awesomelint.mojibake.frequent import Script, share
from awesomelint.mojibake.oddity import is_unlikely, oddity

_EAST_ASIAN: dict[str, Script] = {
    "gb18030": "zh-Hans",
    "big5": "zh-Hant",
    "cp932": "ja",
    "euc_jp": "ja",
    "cp949": "ko",
}
_LABELS = MULTIBYTE_LABELS | {
    "euc_jp": "EUC-JP",
    "cp1252": "windows-1252",
    "cp1251": "windows-1251",
    "koi8_r": "KOI8-R",
    "koi8_u": "KOI8-U",
}
_MIN_SHARE = 0.6
"""How many of the decoded characters must be in common use; running text has 0.9, a list of names less."""
_CERTAIN_SHARE = 0.8
_CERTAIN_LEAD = 0.25
"""By how much the next best encoding must fall short."""
_CERTAIN_CHARACTERS = 20
_SPELT_HANGUL = b"\xa4\xd4"
"""Begins a syllable spelt in eight bytes, which the first EUC-KR has and its successor shows as letters."""
_MAX_ODDITY = 0.1
"""How odd a text may be for each of its characters that are not ASCII; mojibake has about 1."""
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_MIN_CYRILLIC = 0.7
"""How many of the characters that are not ASCII are letters, in Cyrillic writing."""
_LONG_RUN = 2.0
"""Western words have single accented letters; from this mean length on they are words of another alphabet."""
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_WIDE_BYTE = re.compile(rb"[\x00-\x08]")
"""First halves of characters in UTF-16; no text in another encoding has such bytes."""
_MIN_WIDE_SHARE = 0.8


class LikelyEncoding(NamedTuple):
    """An encoding by Python's name and by the one people know.

    It is certain where no other fits nearly as well, and the text written in it gives the same bytes again.
    """

    codec: str
    label: str
    is_certain: bool


def likely_encoding(data: bytes) -> LikelyEncoding | None:
    """What bytes are written in: an East Asian, Western or Cyrillic encoding, UTF-16 or UTF-32; or None.

    East Asian ones accept each other's bytes; the one counts whose text has most characters in common use.
    """
    return wide_encoding(data) or _east_asian(data) or _alphabetic(data)


def wide_encoding(data: bytes) -> LikelyEncoding | None:
    """UTF-16 with or without a byte order mark, or UTF-32 with one; None for anything else."""
    for mark, codec, label in _WIDE_MARKS:
        if data.startswith(mark):
            text = _decoded(data, codec)
            return None if text is None else LikelyEncoding(codec, label, _is_text(text))
    if not _WIDE_BYTE.search(data):
        return None
    texts = {codec: _decoded(data, codec) for codec in ("utf-16-le", "utf-16-be")}
    shares = {codec: _wide_share(text) for codec, text in texts.items() if text and _is_text(text)}
    best = max(shares, key=lambda codec: shares[codec], default=None)
    if best is None or shares[best] < _MIN_WIDE_SHARE:
        return None
    is_certain = list(shares.values()).count(shares[best]) == 1
    return LikelyEncoding(best, "UTF-16 without a byte order mark", is_certain)


def _wide_share(text: str) -> float:
    """How many characters are ASCII or in common use; of a text read the wrong way round hardly any."""
    high = [character for character in text if not character.isascii()]
    return (len(text) - len(high) + share("".join(high)) * len(high)) / len(text)


def _east_asian(data: bytes) -> LikelyEncoding | None:
    shares = {codec: _share(data, codec) for codec in _EAST_ASIAN}
    best, second = sorted(shares, key=lambda codec: shares[codec], reverse=True)[:2]
    if shares[best] < _MIN_SHARE:
        return None
    codec = "euc_kr" if best == "cp949" and _SPELT_HANGUL in data and _decoded(data, "euc_kr") else best
    text = data.decode(codec)
    is_certain = (
        shares[best] >= _CERTAIN_SHARE
        and shares[best] - shares[second] >= _CERTAIN_LEAD
        and sum(not character.isascii() for character in text) >= _CERTAIN_CHARACTERS
        and text.encode(codec, "replace") == data
    )
    return LikelyEncoding(codec, _LABELS[best], is_certain)


def _share(data: bytes, codec: str) -> float:
    text = _decoded(data, codec)
    return share(text, (_EAST_ASIAN[codec],)) if text else 0.0


def _alphabetic(data: bytes) -> LikelyEncoding | None:
    """Never certain: other code pages of one alphabet differ in a few letters only."""
    runs = _HIGH_RUN.findall(data)
    high = sum(map(len, runs))
    is_cyrillic = high >= _LONG_RUN * len(runs)
    fitting = ("cp1251", "koi8_r", "koi8_u") if is_cyrillic else ("cp1252",)
    texts = {codec: text for codec in fitting if (text := _decoded(data, codec))}
    if is_cyrillic:
        texts = {c: text for c, text in texts.items() if len(_CYRILLIC.findall(text)) >= _MIN_CYRILLIC * high}
    odd = {codec: oddity(text) for codec, text in texts.items()}
    best = min(odd, key=lambda codec: odd[codec], default=None)
    if best is None or odd[best] > _MAX_ODDITY * high:
        return None
    return LikelyEncoding(best, _LABELS[best], is_certain=False)


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _is_text(text: str) -> bool:
    """Whether nothing is in it that a text in a file hardly has: controls, characters of no script in use."""
    return not any(
        character not in "\t\n\r\f" and (character < " " or (character > "~" and is_unlikely(character)))
        for character in text
    )
