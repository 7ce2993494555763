"""How much better a line reads when some of it is taken as UTF-8."""

from __future__ import annotations

import re
from functools import lru_cache

from awesomelint.mojibake.damage import HOLE
from awesomelint.mojibake.frequent import share
from awesomelint.mojibake.oddity import oddity, script
from awesomelint.mojibake.shapes import Shapes

_UNMISTAKABLE = re.compile("[‘’“”–—…•€™★「」、。，：（）←-⇿\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]")
"""Characters of three or four bytes so common, and so strange when garbled, that they count as oddities."""
_SURE_BY_CHANCE = 2
"""What it counts that two or more characters in a row are whole and alike: that hardly ever falls so."""
_DOUBLED = re.compile("Â[\xa0-\xbf]|Ã[^\x00-\x7f\\w]|[¬√≈ƒ][^\x00-\x7f]|[├┬┼─][^\x00-\x7f─│┤┐└┴]")
"""What accented letters and signs become in Latin-1, Mac OS Roman and code page 437: no word begins so."""
_FORMULA = re.compile("[¬√][πΩ]")
"""What may as well be mathematics."""
_ALONE = re.compile("(?<![^\\W\\d_])Â[\xa0-\xbf]")
"""A sign in Latin-1 that no word comes before, in which the capital could be the last letter."""
_BESIDE = re.compile("^[A-Za-z]|[A-Za-z]$")
_WITHIN = re.compile("[a-z][^\x00-\x7f]+[a-z]$")
"""Letters beside what is garbled: no sign stands within a word, and rarely a capital."""


def gain(line: str, found: Shapes) -> int:
    """The oddity that goes when shapes in a line are read as UTF-8, and what else speaks for it."""
    around = line[max(found.start - 1, 0) : found.end + 1]
    decoded = found.text.replace(HOLE, "\u4e00") if found.parts else found.text
    relief = _relief(around, line[found.start : found.end], decoded)
    return relief + _SURE_BY_CHANCE if _is_sure(found) else relief


@lru_cache(1 << 14)
def _relief(around: str, garbled: str, decoded: str) -> int:
    """The oddity that goes when `garbled`, with a neighbour on each side, is read as `decoded`."""
    if _FORMULA.fullmatch(garbled):
        return 0
    relief = oddity(around) - oddity(around.replace(garbled, decoded, 1))
    relief += 2 * len(_UNMISTAKABLE.findall(decoded))
    relief += len(_DOUBLED.findall(garbled)) + len(_ALONE.findall(around))
    if len(decoded) == 1 and script(decoded) == "LATIN":
        relief += bool(_WITHIN.match(around)) or (not garbled.isalpha() and bool(_BESIDE.search(around)))
    return relief


def _is_sure(found: Shapes) -> bool:
    """Whether it is several whole characters of three bytes in common use, or of one other alphabet."""
    length = found.end - found.start
    if found.parts or len(found.text) < 2:
        return False
    if length == 3 * len(found.text):
        return share(found.text) == 1
    return length == 2 * len(found.text) and script(found.text) not in ("", "LATIN")
