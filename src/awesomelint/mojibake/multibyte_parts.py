"""Lines of which a part is UTF-8 that was read as GBK, Big5, Shift-JIS or EUC-KR, and the rest is clean.

The damage shows by long characters near each other, by signs, and by common characters that come out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from awesomelint.mojibake.damage import HOLE, Run, beside, doubted
from awesomelint.mojibake.frequent import is_common, share
from awesomelint.mojibake.multibyte_gain import gains
from awesomelint.mojibake.multibyte_pieces import CHARACTER
from awesomelint.mojibake.multibyte_reading import EAST_ASIAN, REPLACEMENT, written
from awesomelint.mojibake.multibyte_runs import Carrier, runs_among_clean

_STRETCH = re.compile("[^\x00-\x7f]+")
_CUT_OFF = re.compile(b"(?:" + CHARACTER + rb")*(?:[\xc2-\xf4][\x80-\xbf]{0,2})?")
# These begin with a set of bytes and look back at it, which lets the search skip what is not in the set.
_SIGN = rb"[\xe2\xf0](?:(?<=\xe2)[\x80\x86\x98-\x9e\xac][\x80-\xbf\xff]|(?<=\xf0)\x9f[\x80-\xbf\xff]{2})"
_LONG = (
    rb"[\xe1-\xf0](?:(?<=\xe1)[\xba\xbb][\x80-\xbf]|(?<=\xf0)\x9f[\x80-\xbf]{2}"
    rb"|(?<=[\xe2-\xef])(?:[\x80-\xbf]{2}|\xff[\x80-\xbf]|[\x80-\xbf]\xff))"
)
_TELLING = re.compile(_LONG)
_TELLING_ALONE = re.compile(_SIGN)
"""Dashes, quotes, arrows, symbols and emoji: what they become is never written."""
_NEAR = re.compile(_LONG + b".{0,9}?" + _LONG, re.DOTALL)
_MIN_TELLING = 2
_MIN_IMPROVEMENT = 0.4
"""By how much the share of common characters must rise."""
_MIN_SHARE_BESIDE = 0.5
"""The share of common characters in what is clean of a line."""
_LEAST = {False: 17.0, True: 11.0}
"""By how many bits a line must be less surprising with these restored; less if U+FFFD shows damage."""
_SURE_GAIN = 40.0
"""From here on even rare characters are certain."""


def among_clean(line: str, data: bytes, carrier: Carrier) -> list[Run]:
    """The runs of a line that is garbled in parts; nothing where it does not look so."""
    if not may_be_damaged(data):
        return []
    runs = [run for run in runs_among_clean(line, carrier) if _improvement([run], line) > 0]
    telling = sum(_weight(line[run.span.start : run.span.end], carrier.codec) for run in runs)
    if telling < _MIN_TELLING or _improvement(runs, line) < _MIN_IMPROVEMENT:
        return []
    gained = sum(dict(gains(line, runs)).values())
    if gained < _LEAST[REPLACEMENT in line]:
        return []
    is_doubtful = _looks_damaged(line, runs, carrier.codec) or (gained < _SURE_GAIN and has_rare(runs))
    return doubted(runs) if is_doubtful else runs


def has_rare(runs: Iterable[Run]) -> bool:
    """Whether something in the runs is not in common use."""
    characters = "".join(run.restored for run in runs).replace(HOLE, "")
    return not all(map(is_common, characters))


def _weight(garbled: str, codec: str) -> int:
    data = written(garbled, codec)
    return count_telling(data) + len(_TELLING_ALONE.findall(data))


def _improvement(runs: Sequence[Run], line: str) -> float:
    """How much the share of common characters rises; a hole is one where it can be."""
    garbled = "".join(line[run.span.start : run.span.end] for run in runs).replace(REPLACEMENT, "")
    restored = "".join(run.restored for run in runs).replace(HOLE, "")
    holes = [hole for run in runs for hole in run.holes]
    count = sum(not character.isascii() for character in restored)
    common = count * share(restored) + sum(any(map(is_common, hole.candidates)) for hole in holes)
    return common / max(count + len(holes), 1) - share(garbled)


def _looks_damaged(line: str, runs: Sequence[Run], codec: str) -> bool:
    """Whether what lies between a line's runs still has traces of the damage, or is hardly language."""
    others = EAST_ASIAN.findall(beside(line, runs))
    if others and share("".join(others)) < _MIN_SHARE_BESIDE:
        return True
    inside = {place for run in runs for place in range(*run.span)}
    for stretch in _STRETCH.finditer(line):
        left = [place for place in range(*stretch.span()) if place not in inside]
        is_touched = len(left) < len(stretch[0])
        if left and (is_touched or REPLACEMENT in stretch[0] or _may_be_cut_off(stretch[0], codec)):
            return True
    return False


def _may_be_cut_off(text: str, codec: str) -> bool:
    """Whether all of a text can be UTF-8 of which the end is lost."""
    return _CUT_OFF.fullmatch(text.encode(codec, "replace")) is not None


def count_telling(data: bytes) -> int:
    """How many characters of three or four bytes there may be, of which one may be lost."""
    return len(_TELLING.findall(data))


def may_be_damaged(data: bytes) -> bool:
    """Whether there are two long characters near each other, or a sign."""
    return bool(_NEAR.search(data) or _TELLING_ALONE.search(data))
