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
_OPEN_FORMULA = re.compile("√[∂∑∏∫ÄÅÇÉÑÖÜ]|Å[²³]|[«»].")
"""What may be mathematics, a tick before a capital, a unit or a quotation, where no letter is before it."""
_TYPED_AS_CYRILLIC = re.compile("[ЕКМНОРСТУХ][‚„…‘’“”•–—‹›]")
"""A Latin letter that was typed as a Cyrillic one, before a quote or a dash."""
_QUOTES_AND_DASHES = "‘’“”‚„…–—«»‹›"
_ALONE = re.compile("(?<![^\\W\\d_])Â[\xa0-\xbf]")
"""A sign in Latin-1 that no word comes before, in which the capital could be the last letter."""
_BESIDE = re.compile("^[A-Za-z]|[A-Za-z]$")
_WITHIN = re.compile("[a-z][^\x00-\x7f]+[a-z]$")
"""Letters beside what is garbled: no sign stands within a word, and rarely a capital."""
_BETWEEN = re.compile("[A-Za-z0-9][^\x00-\x7f]+[A-Za-z0-9]$")
_ORDINARY_LATIN = "À-ÖØ-öø-ſƏəƠơƯưȘ-ț"
_ORDINARY_LETTER = re.compile(f"[{_ORDINARY_LATIN}]")
_LATIN_OR_SIGN = re.compile(f"[¡-¿×÷{_ORDINARY_LATIN}]+")
_IN_USE = re.compile(f"[¡-¿×÷{_ORDINARY_LATIN}Ά-ώ]+|[א-תء-ي]{{2,}}|[ḀỿẠ-ỹ‐-…←-⇿─-⟿⬀-⯿、-ヿ㐀-鿿가-힣＀-￯🀀-🫿]+")
"""Signs, accented and Greek letters, several letters of Hebrew or Arabic, and what takes three bytes."""
_MIXED = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
"""Latin and Cyrillic letters in one word."""
_QUOTED = re.compile("[\"'(«“„‘‹].+[‚„‘’“”‹›«»]")
"""A letter in quotes, of which the closing one would be part of the garbled text."""
_CAPITAL_WITHIN = re.compile("[a-z][ÂÃÄÅĂĹ][^\x00-\x7f‚„…‘’“”•–—‹›«»]")
"""A capital behind a small letter, with no quote, dash or ellipsis, which could stand behind any letter."""
_CAPITALS_WITHIN = re.compile("[A-Z][ÂÃÄÅĂĹ][^\\W\\d_][a-z]")
_FOREIGN_NEIGHBOURS = re.compile(
    "[ĂÂ][ŁĄŻŚŤŽŹŠłąžľĽśťźż]|[ÃÄÅ][µƒªº]|ƒ[À-ÿ]|[Œœ][^\x00-\x7f\xa0À-ÿ‘’“”«»–—…]|œ[À-ß]"
)
"""What no language puts together."""
_WITH_COMMA_BELOW = "ȘșȚț"
"""Romanian letters, which become a guillemet and another one in Mac OS Roman."""
_MARKS = re.compile("[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
"""Vowels and other signs of Hebrew and Arabic."""
_SURE_BY_ITSELF = 2
"""What it counts if a text is otherwise written without the characters that a page shows."""


def gain(line: str, found: Shapes, *, is_exclusive: bool = False) -> int:
    """The oddity that goes when shapes in a line are read as UTF-8, and what else speaks for it.

    `is_exclusive` says that the text has no other characters of their kind.
    """
    before, after = line[max(found.start - 1, 0) : found.start], line[found.end : found.end + 1]
    garbled = line[found.start : found.end]
    decoded = found.text.replace(HOLE, "\u4e00") if found.parts else found.text
    relief = _relief(before, garbled, after, decoded)
    if is_exclusive and not found.parts and _is_in_use(before, garbled, after, decoded):
        relief += _SURE_BY_ITSELF
    return relief + _SURE_BY_CHANCE if _is_sure(found) else relief


def _is_in_use(before: str, garbled: str, after: str, decoded: str) -> bool:
    if _QUOTED.match(before + garbled) or _may_be_clean(before, garbled, after, decoded):
        return False
    if garbled.isalpha() and garbled.istitle() and not any(map(str.isalnum, before + after)):
        return False  # a short word
    return _IN_USE.fullmatch(decoded) is not None


@lru_cache(1 << 14)
def _relief(before: str, garbled: str, after: str, decoded: str) -> int:
    """The oddity that goes when `garbled`, between two neighbours, is read as `decoded`."""
    if _may_be_clean(before, garbled, after, decoded):
        return 0
    around = f"{before}{garbled}{after}"
    relief = oddity(around) - oddity(f"{before}{decoded}{after}")
    relief += 2 * len(_UNMISTAKABLE.findall(decoded))
    relief += len(_DOUBLED.findall(garbled)) + len(_ALONE.findall(around))
    if len(decoded) == 1:
        relief += _relief_of_one(around, garbled, decoded)
    if _MIXED.search(around) and _LATIN_OR_SIGN.fullmatch(decoded):
        relief += 1
    return relief


def _may_be_clean(before: str, garbled: str, after: str, decoded: str) -> bool:
    """Whether people write two such characters between such neighbours."""
    if len(garbled) != 2:
        return False
    if _FORMULA.match(garbled) or (_OPEN_FORMULA.match(garbled) and not before.isalpha()):
        return True
    if _TYPED_AS_CYRILLIC.match(garbled):
        return not after.islower()
    if garbled[1] in _QUOTES_AND_DASHES and garbled[0].isupper() and before.isupper() and not after.isupper():
        return True
    is_rare = script(decoded) == "LATIN" and not _ORDINARY_LETTER.match(decoded)
    return is_rare and not set(_QUOTES_AND_DASHES).isdisjoint(garbled)


def _relief_of_one(around: str, garbled: str, decoded: str) -> int:
    """What the letters beside it say of a single character."""
    relief = len(_FOREIGN_NEIGHBOURS.findall(garbled))
    if decoded == "×":
        relief += bool(_BETWEEN.match(around))
    if _ORDINARY_LETTER.match(decoded):
        relief += bool(_CAPITAL_WITHIN.match(around)) + 2 * bool(_CAPITALS_WITHIN.match(around))
    if script(decoded) == "LATIN":
        is_within = bool(_WITHIN.match(around))
        relief += is_within or (not garbled.isalpha() and bool(_BESIDE.search(around)))
        relief += is_within and decoded in _WITH_COMMA_BELOW
    return relief


def _is_sure(found: Shapes) -> bool:
    """Whether it is several whole characters of three bytes in common use, or of one other alphabet."""
    length = found.end - found.start
    if found.parts or len(found.text) < 2:
        return False
    if length == 3 * len(found.text):
        return share(found.text) == 1
    return length == 2 * len(found.text) and script(_MARKS.sub("", found.text)) not in ("", "LATIN")
