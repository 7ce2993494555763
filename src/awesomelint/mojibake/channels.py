"""The ways in which text becomes mojibake, as functions from clean text to garbled text.

Only this direction is exact whatever was lost, so it is also the proof of every repair: a restored text
is right only if the same damage turns it into what stands in the file.
"""

from __future__ import annotations

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
FLAVOURS = {
    "gb18030": ("gb18030", "gbk"),
    "big5": ("big5", "cp950", "big5hkscs"),
    "cp932": ("cp932", "shift_jis"),
    "cp949": ("cp949", "euc_kr"),
}
"""Codecs that programs mean by the same name; they differ in what they cannot read."""


@dataclass(frozen=True, slots=True)
class Channel:
    """Text written as bytes in one encoding and read in another.

    `written` and `read` are Python codecs. `lost` are bytes that left no character, for a single-byte `read`
    only; a multi-byte
    `read` puts U+FFFD where bytes make no character.
    """

    written: str
    read: str
    lost: frozenset[int] = frozenset()

    def garble(self, text: str) -> str:
        """What becomes of `text`. Raises UnicodeEncodeError where `text` cannot be written in `written`."""
        data = text.encode(self.written)
        if self.read in PAGE_NAMES:
            return page(self.read).read(data.translate(None, bytes(sorted(self.lost))))
        return data.decode(self.read, "replace")

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


def _label(codec: str) -> str:
    if codec == "utf-8":
        return "UTF-8"
    return page(codec).label if codec in PAGE_NAMES else MULTIBYTE_LABELS[codec]
