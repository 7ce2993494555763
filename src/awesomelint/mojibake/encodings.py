"""What bytes that are not UTF-8 are likely to be written in."""

from __future__ import annotations

import codecs

from awesomelint.mojibake.channels import MULTIBYTE_LABELS
from awesomelint.mojibake.frequent import Script, share
from awesomelint.mojibake.oddity import oddity

_SCRIPTS: dict[str, Script] = {"gb18030": "zh-Hans", "big5": "zh-Hant", "cp932": "ja", "cp949": "ko"}
_MIN_SHARE = 0.6
"""How many of the decoded characters must be in common use; running text has 0.9, a list of names less."""
_MAX_ODDITY = 0.1
"""How odd Western text may be for each of its characters that are not ASCII; mojibake has about 1."""


def likely_encoding(data: bytes) -> str | None:
    """The name people know of the encoding: `GBK`, `Big5`, `Shift-JIS`, `EUC-KR`, `UTF-16` or `windows-1252`.

    None where nothing fits. East Asian encodings accept each other's bytes; the one counts whose text has
    most
    characters in common use.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    shares = {codec: _share(data, codec) for codec in MULTIBYTE_LABELS}
    best = max(shares, key=lambda codec: shares[codec])
    if shares[best] >= _MIN_SHARE:
        return MULTIBYTE_LABELS[best]
    return "windows-1252" if _is_western(data) else None


def _share(data: bytes, codec: str) -> float:
    try:
        return share(data.decode(codec), (_SCRIPTS[codec],))
    except UnicodeDecodeError:
        return 0.0


def _is_western(data: bytes) -> bool:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    high = sum(not character.isascii() for character in text)
    return oddity(text) <= _MAX_ODDITY * high
