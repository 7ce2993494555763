"""The ways in which text becomes mojibake, as functions from clean text to garbled text.

Only this direction is exact whatever was lost, so it is also the proof of every repair: a restored text
is right only if the same damage turns it into what stands in the file.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass

from awesomelint.mojibake.pages import PAGE_NAMES, page

MULTIBYTE_LABELS = {
    "gb18030": "GBK",
    "big5": "Big5",
    "cp932": "Shift-JIS",
    "cp949": "EUC-KR",
}
"""Python's codec, the superset that programs use, and the name that people know."""
_WINDOWS_GBK = "windows-936"
FLAVOURS = {
    "gb18030": ("gb18030", "gbk", _WINDOWS_GBK),
    "big5": ("big5", "cp950", "big5hkscs"),
    "cp932": ("cp932", "shift_jis"),
    "cp949": ("cp949", "euc_kr"),
}
"""Codecs that programs mean by the same name; they differ in what they cannot read.

The last of GBK's is none of Python's: Windows and browsers (the WHATWG Encoding Standard, section 10.1) read
80, which no other has, as the euro sign.
"""
_EURO_BYTE = 0x80
_EURO_SIGN = "awesomelint.euro-sign"


@dataclass(frozen=True, slots=True)
class Channel:
    """Text written as bytes in one encoding and read in another.

    `written` and `read` are Python codecs. `lost` are bytes that left no character, for a single-byte `read`
    only; a multi-byte `read` puts U+FFFD where bytes make no character.
    """

    written: str
    read: str
    lost: frozenset[int] = frozenset()

    def garble(self, text: str) -> str:
        """What becomes of `text`. Raises UnicodeEncodeError where `text` cannot be written in `written`."""
        data = text.encode(self.written)
        if self.read in PAGE_NAMES:
            return page(self.read).read(data.translate(None, bytes(sorted(self.lost))))
        return read_as(data, self.read)

    @property
    def label(self) -> str:
        """For people: `UTF-8 read as windows-1252`."""
        return f"{_label(self.written)} read as {_label(self.read)}"


Layers = tuple[Channel, ...]
"""Channels in the order in which the damage happened."""


def garble(text: str, layers: Sequence[Channel]) -> str:
    """What becomes of `text` after one channel upon the other."""
    for channel in layers:
        text = channel.garble(text)
    return text


def describe(layers: Sequence[Channel]) -> str:
    """For people: `UTF-8 read as windows-1252, twice`; different layers are joined by "then"."""
    labels = [channel.label for channel in layers]
    if len(labels) > 1 and len(set(labels)) == 1:
        times = {2: "twice", 3: "three times"}.get(len(labels), f"{len(labels)} times")
        return f"{labels[0]}, {times}"
    return ", then ".join(labels)


def read_as(data: bytes, flavour: str) -> str:
    """What one of the codecs in `FLAVOURS` makes of bytes; U+FFFD stands for each that it cannot read."""
    if flavour == _WINDOWS_GBK:
        return data.decode("gb18030", _EURO_SIGN)
    return data.decode(flavour, "replace")


def _with_euro_sign(error: UnicodeError) -> tuple[str, int]:
    """An error handler for `bytes.decode`: 80 is the euro sign, and all else is replaced."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "€" if error.object[error.start] == _EURO_BYTE else "\ufffd", error.start + 1


codecs.register_error(_EURO_SIGN, _with_euro_sign)


def _label(codec: str) -> str:
    if codec == "utf-8":
        return "UTF-8"
    return page(codec).label if codec in PAGE_NAMES else MULTIBYTE_LABELS[codec]
