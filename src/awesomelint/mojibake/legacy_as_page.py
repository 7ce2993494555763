"""GBK, Big5, Shift-JIS or EUC-KR that was read through a Western code page: `ÖÐÎÄ` for `中文`.

Nothing in these encodings proves that a reading is right, as UTF-8's shapes do; what tells is that all of it
becomes characters in common use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, product

from awesomelint.mojibake.channels import Channel
from awesomelint.mojibake.damage import Findings, Run
from awesomelint.mojibake.frequent import Script, share
from awesomelint.mojibake.oddity import oddity
from awesomelint.mojibake.pages import in_any_page, page
from awesomelint.source import Span

_PAGES = ("latin-1", "cp1252")
_SCRIPTS: dict[str, Script] = {"gb18030": "zh-Hans", "big5": "zh-Hant", "cp932": "ja", "cp949": "ko"}
_MIN_SHARE = 0.75
"""How many of the decoded characters must be in common use; running text has 0.9."""
_MIN_SHARE_OF_ORDINARY = 0.5
"""The same where all of them are in the first part of the encoding, which holds the ordinary ones."""
_ORDINARY = {
    "gb18030": ((0xA1A1, 0xA3FE), (0xB0A1, 0xD7F9)),
    "big5": ((0xA140, 0xC67E),),
    "cp932": ((0x8140, 0x8396), (0x889F, 0x9872)),
    "cp949": ((0xA1A1, 0xA3FE), (0xB0A1, 0xC8FE)),
}
"""Signs, letters, and what each standard calls its first level: GB 2312, Big5, JIS X 0208, KS X 1001."""
_TELLING = re.compile(r"[^\x00-\x7f]{4}")
"""Four accented letters or signs in a row, which languages do not write; two characters."""
_PREFILTER = re.compile("[\x80-\xffŒœŠšŸŽžƒˆ˜€™‚-„†‡‰‹›–—‘-”•…].?[\x80-\xffŒœŠšŸŽžƒˆ˜€™‚-„†‡‰‹›–—‘-”•…]")
"""Two of what the pages make of the first bytes of two characters."""
_HIGH = re.compile(r"[^\x00-\x7f]")
_EAST_ASIAN = re.compile("[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]")
_IN_A_WORD = re.compile(r"[a-z][^\x00-\x7f]{1,2}[a-z]")
"""One or two characters between small letters are accents that were read wrongly."""
_MIN_CHARACTERS = 4
"""How many characters there must be where none of them shows in that way."""
_VOTERS = 100
"""How many lines vote, and how many of their characters."""
_VOTED = 2000
_MIN_LEAD = 2
"""How many times as much one encoding must explain as the next; else a short text may be either."""
_MIN_SURE = 6
"""With fewer characters, one that is not in common use makes it doubtful which encoding it was."""
_MIN_LINES = 3
_MIN_SHARE_OF_LINES = 0.6
"""A text is garbled as a whole if so many of its lines that can be are, and this share of them."""


def find(lines: Sequence[str]) -> Findings:
    """The garbled runs of each damaged line; one item for each pair of encoding and code page."""
    left = {index: line for index, line in enumerate(lines) if _PREFILTER.search(line)}
    codec = None
    while left:
        channel, is_sure = _elect(list(left.values()))
        # A text that came through two of these encodings is less likely than chance in short lines.
        is_sure = is_sure and codec in (None, channel.written)
        codec = codec or channel.written
        found = {index: _damaged(line, channel, is_sure=is_sure) for index, line in left.items()}
        damaged = {index: runs for index, runs in found.items() if runs}
        if not damaged:
            return
        if is_sure and len(damaged) >= max(_MIN_LINES, _MIN_SHARE_OF_LINES * len(left)):
            left = {index: line for index, line in enumerate(lines) if index not in damaged}
            damaged |= _remaining(left, channel)
        yield channel, damaged
        left = {
            index: line for index, line in left.items() if index not in damaged and _PREFILTER.search(line)
        }


def _elect(lines: Sequence[str]) -> tuple[Channel, bool]:
    """The channel that explains most characters, and whether none other comes near."""
    voters = [line[:_VOTED] for line in lines[:: len(lines) // _VOTERS + 1]]
    able = {
        name: [line for line in voters if any(map(_may_be_text, _parts(name).findall(line)))]
        for name in _PAGES
    }
    score = {
        (codec, name): sum(
            len(run.restored) for line in able[name] for run in _damaged(line, Channel(codec, name))
        )
        for name, codec in product(_PAGES, _SCRIPTS)
    }
    best = max(score, key=lambda pair: score[pair])
    rival = max(count for (codec, _), count in score.items() if codec != best[0])
    is_sure = score[best] >= _MIN_LEAD * rival and (
        score[best] >= _MIN_SURE or _are_common(lines, Channel(*best))
    )
    return Channel(*best), is_sure


def _are_common(lines: Sequence[str], channel: Channel) -> bool:
    """Whether all that some lines stand for is in common use."""
    found = "".join(run.restored for line in lines for run in _damaged(line, channel))
    return share(found, (_SCRIPTS[channel.written],)) == 1


def _damaged(line: str, channel: Channel, *, is_sure: bool = True) -> list[Run]:
    found: list[Run] = []
    rest = []
    position = 0
    for part in _parts(channel.read).finditer(line):
        decoded = _decoded(part[0], channel) if _may_be_text(part[0]) else None
        before = line[max(part.start() - 1, 0) : part.start()]
        if decoded is not None and _is_better(part[0], before, decoded, channel):
            rest.append(line[position : part.start()])
            position = part.end()
            found += _runs(part.start(), decoded, channel)
    left = " ".join([*rest, line[position:]])
    if not found or oddity(left) > 0:
        return []
    is_doubtful = not is_sure or not in_any_page().isdisjoint(left)
    # A single byte is a clean accented letter as well.
    is_doubtful = is_doubtful or any(run.span.end - run.span.start == 1 for run in found)
    return [run._replace(is_doubtful=is_doubtful) for run in found]


def _may_be_text(garbled: str) -> bool:
    """Whether there is enough for `_is_better`: most accented words end here."""
    return len(_HIGH.findall(garbled)) >= _MIN_CHARACTERS and bool(_PREFILTER.search(garbled))


def _remaining(left: Mapping[int, str], channel: Channel) -> dict[int, list[Run]]:
    """The lines of a text garbled as a whole that are too short to tell, but become ordinary characters."""
    found = {}
    ordinary = _ordinary(channel.written)
    for index, line in left.items():
        parts = list(_parts(channel.read).finditer(line))
        decoded = [_decoded(part[0], channel) for part in parts]
        if not parts or not _parts(channel.read).sub("", line).isascii():
            continue
        if all(text is not None and all(c.isascii() or c in ordinary for c in text) for text in decoded):
            places = zip(parts, decoded, strict=True)
            found[index] = [run for part, text in places for run in _runs(part.start(), text or "", channel)]
    return found


@cache
def _parts(codec: str) -> re.Pattern[str]:
    """Matches what can have come through a code page, from the first character that is not ASCII."""
    high = "".join(re.escape(character) for character in page(codec).characters[0x80:])
    return re.compile(f"[{high}][\\x20-\\x7e{high}]+")


def _runs(start: int, decoded: str, channel: Channel) -> Iterator[Run]:
    position = start
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


def _is_better(garbled: str, before: str, decoded: str, channel: Channel) -> bool:
    """Whether `garbled`, with a character `before` it, reads better as `decoded`."""
    if _IN_A_WORD.search(before + decoded):
        return False
    high = _HIGH.findall(decoded)
    if len(high) < _MIN_CHARACTERS and not _TELLING.search(garbled):
        return False
    common = share(decoded, (_SCRIPTS[channel.written],))
    if common < _MIN_SHARE_OF_ORDINARY:
        return False
    if common < _MIN_SHARE and (len(high) < 3 or not _ordinary(channel.written).issuperset(high)):
        return False
    if 2 * len(_EAST_ASIAN.findall(decoded)) < len(high):
        return False
    return oddity(decoded) <= oddity(garbled) and not _is_sequence(garbled)


@cache
def _ordinary(codec: str) -> frozenset[str]:
    """The characters of an encoding's first part."""
    lowest = 0x40 if codec in ("big5", "cp932") else 0xA1
    bounds = _ORDINARY[codec]
    codes = (code for first, last in bounds for code in range(first, last + 1) if code & 0xFF >= lowest)
    return frozenset().union(*(code.to_bytes(2, "big").decode(codec, "ignore") for code in codes))


def _is_sequence(garbled: str) -> bool:
    """Whether the accented letters are listed in the order of their codes, as tables of characters do."""
    high = [ord(character) for character in garbled if not character.isascii()]
    return high == sorted(high)
