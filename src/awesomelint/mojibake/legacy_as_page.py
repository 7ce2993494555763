"""GBK, Big5, Shift-JIS or EUC-KR that was read through a Western code page: `ÖÐÎÄ` for `中文`.

Nothing in these encodings proves that a reading is right, as UTF-8's shapes do; what tells is that all of it
becomes characters in common use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, product

from awesomelint.mojibake.channels import Channel
from awesomelint.mojibake.damage import Findings, Run
from awesomelint.mojibake.frequent import Script, share
from awesomelint.mojibake.oddity import oddity
from awesomelint.mojibake.pages import page
from awesomelint.source import Span

_PAGES = ("latin-1", "cp1252")
_SCRIPTS: dict[str, Script] = {"gb18030": "zh-Hans", "big5": "zh-Hant", "cp932": "ja", "cp949": "ko"}
_MIN_SHARE = 0.75
"""How many of the decoded characters must be in common use; running text has 0.9."""
_TELLING = re.compile(r"[\x80-\U0010ffff]{4}")
"""Four accented letters or signs in a row, which languages do not write; two characters."""
_PREFILTER = re.compile("[\x80-\xffŒœŠšŸŽžƒˆ˜€™‚-„†‡‰‹›–—‘-”•…].?[\x80-\xffŒœŠšŸŽžƒˆ˜€™‚-„†‡‰‹›–—‘-”•…]")
"""Two of what the pages make of the first bytes of two characters."""
_MIN_CHARACTERS = 4
"""How many characters there must be where none of them shows in that way."""


def find(lines: Sequence[str]) -> Findings:
    """The garbled runs of each damaged line; one item for each pair of encoding and code page."""
    left = {index: line for index, line in enumerate(lines) if _PREFILTER.search(line)}
    while left:
        readings = [_damaged(left, Channel(codec, name)) for codec, name in product(_SCRIPTS, _PAGES)]
        best = max(
            readings, key=lambda damaged: sum(len(run.restored) for runs in damaged.values() for run in runs)
        )
        if not best:
            return
        yield next(iter(best.values()))[0].layers[0], best
        for index in best:
            del left[index]


def _damaged(lines: dict[int, str], channel: Channel) -> dict[int, list[Run]]:
    found = {}
    for index, line in lines.items():
        runs = [run for part in _parts(channel.read).finditer(line) for run in _runs(part, channel)]
        if runs:
            found[index] = runs
    return found


@cache
def _parts(codec: str) -> re.Pattern[str]:
    """Matches what can have come through a code page, from the first character that is not ASCII."""
    high = "".join(re.escape(character) for character in page(codec).characters[0x80:])
    return re.compile(f"[{high}][\\x20-\\x7e{high}]+")


def _runs(part: re.Match[str], channel: Channel) -> Iterator[Run]:
    decoded = _decoded(part[0], channel)
    if decoded is None or not _is_better(part[0], decoded, channel):
        return
    position = part.start()
    for is_ascii, group in groupby(decoded, str.isascii):
        text = "".join(group)
        end = position + len(text.encode(channel.written))
        if not is_ascii:
            yield Run(Span(position, end), text, (), (channel,))
        position = end


def _decoded(garbled: str, channel: Channel) -> str | None:
    data = page(channel.read).bytes_of(garbled)
    try:
        decoded = data.decode(channel.written)
    except UnicodeDecodeError:
        return None
    return decoded if decoded.encode(channel.written, "replace") == data else None


def _is_better(garbled: str, decoded: str, channel: Channel) -> bool:
    characters = sum(not character.isascii() for character in decoded)
    if share(decoded, (_SCRIPTS[channel.written],)) < _MIN_SHARE:
        return False
    if oddity(decoded) > oddity(garbled) or _is_sequence(garbled):
        return False
    return bool(_TELLING.search(garbled)) or characters >= _MIN_CHARACTERS


def _is_sequence(garbled: str) -> bool:
    """Whether the accented letters are listed in the order of their codes, as tables of characters do."""
    high = [ord(character) for character in garbled if not character.isascii()]
    return high == sorted(high)
