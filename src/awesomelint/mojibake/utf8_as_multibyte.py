"""UTF-8 that was read as GBK, Big5, Shift-JIS or EUC-KR.

It shows as rare Han characters whose bytes are UTF-8 of common ones. Bytes that make no character there were
replaced by U+FFFD, and a clean character's last byte can have joined the ASCII character after it, which
then comes back as well.

A line that is UTF-8 as a whole is weighed by how surprising it is both ways. Where only a part of it is, the
rest being clean, the damage shows by long characters near each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from awesomelint.mojibake.channels import FLAVOURS, Channel
from awesomelint.mojibake.damage import Findings, Run, beside, doubted
from awesomelint.mojibake.multibyte_gain import gains
from awesomelint.mojibake.multibyte_parts import among_clean, count_telling, has_rare, may_be_damaged
from awesomelint.mojibake.multibyte_pieces import may_be_all, usual_length
from awesomelint.mojibake.multibyte_reading import EAST_ASIAN, REPLACEMENT, Codecs, is_rare, written
from awesomelint.mojibake.multibyte_runs import Carrier, is_read_by, runs_in_pairs, runs_of_all, with_marks

_MIN_GAIN = 20.0
"""By how many bits a line must be less surprising as UTF-8, whatever else the text has."""
_LEAST = {(False, False): _MIN_GAIN, (False, True): 12.0, (True, False): 12.0, (True, True): 6.0}
"""The same where U+FFFD shows that the line is damaged, and in a text with `_SOME` lines that are UTF-8."""
_LEAST_IF_ALL = -6.0
"""The same in a text that is garbled as a whole, where even a common character is no clean one."""
_SOME = 3
_LOSES_LEADS = {"big5", "cp949", "cp932"}
"""Where the first bytes of characters can be lost as well."""
_LOSES_LETTERS = {"big5", "cp949"}
"""Where both bytes of a letter can be lost."""
_MIN_SHARE_OF_ALL = 0.9
_MIN_GAIN_OF_ALL = 30.0
"""A text is garbled as a whole if so much of it is UTF-8 and so many bits are gained.

What is repeated counts once: a clean list can have 酶 after many a word.
"""
_BITS_PER_TELLING = 10.0
_MOST_ROUNDS = 2 * len(FLAVOURS)
"""Few texts were read in more than one way; without a limit a text made for it could take quadratic time."""


class _Whole(NamedTuple):
    """A line that is UTF-8 as a whole, and by how many bits each garbled text in it is less surprising so."""

    runs: list[Run]
    gains: list[tuple[str, float]]

    @property
    def gain(self) -> float:
        """All together, what is repeated once."""
        return sum(dict(self.gains).values())


def find(lines: Sequence[str]) -> Findings:
    """The garbled runs of each damaged line; one item for each encoding that the text was read as."""
    left = {index: line for index, line in enumerate(lines) if EAST_ASIAN.search(line)}
    if not any(map(_has_known, left.values())):
        return
    data = {codec: _written(left, codec) for codec in FLAVOURS}
    for _ in range(_MOST_ROUNDS):
        wholes = {codec: _wholes(left, data[codec], _carrier(codec)) for codec in FLAVOURS}
        scores = {codec: _score(data[codec], wholes[codec]) for codec in FLAVOURS}
        codec = max(scores, key=lambda each: scores[each])
        damaged = _damaged(left, data[codec], wholes[codec], _carrier(codec))
        if not damaged:
            return
        carrier = _narrowed(left, damaged, _carrier(codec))
        if carrier != _carrier(codec):
            damaged |= _damaged(left, data[codec], _wholes(left, data[codec], carrier), carrier)
        yield carrier.channel, damaged
        left = {index: line for index, line in left.items() if index not in damaged}
        data = {each: {index: data[each][index] for index in left} for each in FLAVOURS}


def _written(lines: dict[int, str], codec: str) -> dict[int, bytes]:
    """The bytes of each line in an encoding."""
    return dict(zip(lines, written("\n".join(lines.values()), codec).split(b"\n"), strict=False))


def _carrier(codec: str) -> Carrier:
    return Carrier(Channel("utf-8", codec), Codecs(FLAVOURS[codec]))


def _narrowed(lines: dict[int, str], damaged: dict[int, list[Run]], carrier: Carrier) -> Carrier:
    """The carrier without the codecs that make something else of what is restored."""
    known = {
        (run.restored, lines[index][run.span.start : run.span.end])
        for index, runs in damaged.items()
        for run in runs
        if not run.holes and not run.is_doubtful
    }
    flavours = carrier.codecs.flavours
    fitting = [flavour for flavour in flavours if all(is_read_by(flavour, *each) for each in known)]
    has_rare = any(is_rare(character) for restored, _ in known for character in restored)
    return carrier._replace(codecs=Codecs(tuple(fitting) or flavours, has_rare))


def _wholes(lines: dict[int, str], data: dict[int, bytes], carrier: Carrier) -> dict[int, _Whole]:
    """The lines that are UTF-8 as a whole."""
    fitting = {index: each for index, each in data.items() if may_be_all(each) and not each.isascii()}
    usual = usual_length(b"".join(fitting.values()))
    found = {index: runs_of_all(lines[index], carrier, usual) for index in fitting}
    for index, line in lines.items():
        marked = with_marks(line, carrier.codec) if "?" in line and index not in fitting else None
        if marked is not None:
            found[index] = doubted(runs_of_all(marked, carrier, usual))
        elif _may_be_paired(line) and not found.get(index) and carrier.codec in _LOSES_LEADS:
            found[index] = runs_in_pairs(line, carrier, usual)
    return {
        index: _Whole(runs, gains(lines[index], runs))
        for index, runs in found.items()
        if runs and not EAST_ASIAN.search(beside(lines[index], runs))
    }


def _has_known(line: str) -> bool:
    """Whether something of a line tells more than that bytes are lost."""
    return EAST_ASIAN.search(line.replace(REPLACEMENT, "")) is not None


def _may_be_paired(line: str) -> bool:
    return REPLACEMENT in line and _has_known(line)


def _score(data: dict[int, bytes], wholes: dict[int, _Whole]) -> float:
    """How much speaks for an encoding: long characters near each other, and what whole lines gain."""
    rest = (line for index, line in data.items() if index not in wholes)
    telling = sum(count_telling(line) for line in rest if may_be_damaged(line))
    return _BITS_PER_TELLING * telling + sum(
        max(gain, 0.0) for whole in wholes.values() for _, gain in whole.gains
    )


def _damaged(
    lines: dict[int, str], data: dict[int, bytes], wholes: dict[int, _Whole], carrier: Carrier
) -> dict[int, list[Run]]:
    """The damaged lines of a text."""
    is_all = _is_all(lines, wholes)
    are_some = sum(whole.gain >= _MIN_GAIN for whole in wholes.values()) >= _SOME
    has_no_marks = carrier.codec in _LOSES_LEADS and not any(REPLACEMENT in lines[index] for index in wholes)
    damaged = {}
    for index, line in lines.items():
        whole = wholes.get(index)
        is_lossy = REPLACEMENT in line
        if whole is not None and is_all and (whole.gain >= _LEAST_IF_ALL or is_lossy):
            runs = whole.runs
        elif whole is not None and whole.gain >= _LEAST[is_lossy, are_some]:
            runs = whole.runs if whole.gain >= _MIN_GAIN else doubted(whole.runs)
        else:
            runs = among_clean(line, data[index], carrier)
        if runs:
            is_chance = has_no_marks and _may_hide_losses(runs, carrier.codec)
            damaged[index] = doubted(runs) if is_chance else runs
    return damaged


def _may_hide_losses(runs: Sequence[Run], codec: str) -> bool:
    """Whether characters may be missing where a program leaves no mark for bytes that it cannot read.

    What is left of two of them can join to a rare one, and letters can be lost as a whole between others.
    """
    return has_rare(runs) or (codec in _LOSES_LETTERS and any(len(run.restored) > 1 for run in runs))


def _is_all(lines: dict[int, str], wholes: dict[int, _Whole]) -> bool:
    """Whether a text is garbled as a whole, and not in some lines only."""
    count = sum(len(EAST_ASIAN.findall(line)) for line in lines.values())
    explained = sum(len(EAST_ASIAN.findall(lines[index])) for index in wholes)
    best: dict[str, float] = {}
    for text, gain in (item for whole in wholes.values() for item in whole.gains):
        best[text] = max(gain, best.get(text, 0.0))
    return (
        len(wholes) >= _SOME
        and explained >= _MIN_SHARE_OF_ALL * count
        and sum(best.values()) >= _MIN_GAIN_OF_ALL
    )
