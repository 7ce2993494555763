"""Characters that were replaced because a program could not read them, and what clean texts know of them.

Sources: Unicode 16, section 3.9 (how many U+FFFD one unreadable character becomes); windows-1252 as browsers
read C1 controls (the WHATWG Encoding Standard, section 9).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import prod

from awesomelint.source import Span

LOST = re.compile("\ufffd(?:[\ufffd ]*\ufffd)?|(?:锟斤拷)+锟?斤?|[\x80-\x9f]+")
"""Replacement characters in a row; two of them read as GBK; controls that no text holds."""
_CONTROL_BYTES = re.compile(b"\xc2[\x80-\x9f]")
_MARK = re.compile("\ufffd+|(?:锟斤拷)+锟?斤?|[\x80-\x9f]+")
_HIGH_RUN = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~，。：；！？、（）《》【】「」“”‘’]+")
_MIN_KNOWN = 3
_MIN_MARKS_OF_IDENTITY = 12
"""A text is known again by letters and digits that are as many as are lost, or by so many of these and of the
lengths of what is lost: few letters, or a few lost ones, stand in many texts.
"""
_MOST_ALIKE = 50
"""A line that so many others resemble is not looked up."""
_MOST_READINGS = 100_000
"""In so many ways at most may lost places differ in length; ASCII behind one tells where it ends."""


def has_losses(text: str) -> bool:
    """Whether `LOST` matches anywhere; quickly, for nearly all texts have none."""
    if "\ufffd" in text or "锟斤拷" in text:
        return True
    return not text.isascii() and _CONTROL_BYTES.search(text.encode("utf-8", "replace")) is not None


def marks(text: str, within: Span) -> list[Span]:
    """The lost places of a stretch of text, which may have spaces between them."""
    return [Span(*match.span()) for match in _MARK.finditer(text, within.start, within.end)]


def windows_1252(control: str) -> str | None:
    """The character that a C1 control was in windows-1252, if it was one."""
    try:
        return control.encode("latin-1").decode("cp1252")
    except UnicodeError:
        return None


class CleanLines:
    """The lines of clean texts, to be looked up by damaged ones that lack some characters."""

    def __init__(self, texts: Iterable[str]) -> None:
        lines = (line for text in texts for line in text.split("\n") if not line.isascii())
        self._lines = [line for line in dict.fromkeys(lines) if not LOST.search(line)]

    def restore(self, line: str) -> Iterator[tuple[Span, str]]:
        """What the lost characters of a line were, by their place in it, where one clean text alone fits.

        The whole line is looked up, or else each word.
        """
        lost = marks(line, Span(0, len(line)))
        whole = _fitting(line, lost, self._by_skeleton.get(_HIGH_RUN.sub("\ufffd", line), ()))
        if whole is not None:
            yield from zip(lost, whole, strict=True)
            return
        for match in _WORD.finditer(line):
            inside = marks(match[0], Span(0, len(match[0])))
            word = _fitting(match[0], inside, self._words.get(_HIGH_RUN.sub("\ufffd", match[0]), ()))
            if word is not None:
                moved = (Span(start + match.start(), end + match.start()) for start, end in inside)
                yield from zip(moved, word, strict=True)

    @cached_property
    def _by_skeleton(self) -> dict[str, list[str]]:
        """Clean lines by their ASCII characters, which no damage here changes."""
        return _grouped(self._lines)

    @cached_property
    def _words(self) -> dict[str, list[str]]:
        words = (word for line in self._lines for word in _WORD.findall(line) if not word.isascii())
        return _grouped(dict.fromkeys(words))


def _grouped(texts: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for text in texts:
        groups.setdefault(_HIGH_RUN.sub("\ufffd", text), []).append(text)
    return groups


def _fitting(damaged: str, lost: list[Span], clean: Iterable[str]) -> tuple[str, ...] | None:
    """What stands at the lost places in the one clean text that has all the rest; None for several."""
    texts = list(clean)
    if not texts or not lost or len(texts) > _MOST_ALIKE:
        return None
    counts = [_replaced(damaged[start:end]) for start, end in lost]
    open_ended = (
        count for (_, end), count in zip(lost, counts, strict=True) if not damaged[end : end + 1].isascii()
    )
    if prod(open_ended) > _MOST_READINGS:
        return None
    pattern = _pattern(damaged, lost)
    matches = [match.groups() for text in texts if (match := pattern.fullmatch(text))]
    found = {groups for groups in matches if _may_have_become(groups, counts)}
    if len(found) != 1 or any(_may_have_kept_some(groups, counts) for groups in set(matches) - found):
        return None
    [only] = found
    known = sum(character.isalnum() for character in _MARK.sub("", damaged))
    lengths = sum(1 + (len(text) > 2) + (len(text) > 4) for text in only)
    is_known = known >= sum(map(len, only)) or known + lengths >= _MIN_MARKS_OF_IDENTITY
    return only if known >= _MIN_KNOWN and is_known else None


def _pattern(damaged: str, lost: list[Span]) -> re.Pattern[str]:
    parts = []
    position = 0
    for start, end in lost:
        parts += [
            re.escape(damaged[position:start]),
            f"([^\\x00-\\x7f]{{1,{_replaced(damaged[start:end])}}})",
        ]
        position = end
    return re.compile("".join([*parts, re.escape(damaged[position:])]))


def _replaced(mark: str) -> int:
    """How many times something unreadable was replaced: 锟斤拷 is two replacement characters."""
    return (len(mark) + 2) // 3 * 2 if mark.startswith("锟") else len(mark)


def _may_have_become(texts: Sequence[str], counts: Sequence[int]) -> bool:
    """Whether programs would replace clean texts by so many marks each, all in the same way.

    They put one for each character, each byte in UTF-8 or each byte in an East Asian encoding, and for
    a single damaged character any number up to that of its bytes.
    """
    pairs = list(zip(texts, counts, strict=True))
    return any(
        all(way(text) == count or (len(text) == 1 and count <= _utf8_bytes(text)) for text, count in pairs)
        for way in (len, _utf8_bytes, _east_asian_bytes)
    )


def _may_have_kept_some(texts: Sequence[str], counts: Sequence[int]) -> bool:
    """Whether East Asian bytes can have left fewer marks, since some of them make a character in UTF-8."""
    pairs = zip(texts, counts, strict=True)
    return all(len(text) <= count <= _east_asian_bytes(text) for text, count in pairs)


def _utf8_bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _east_asian_bytes(text: str) -> int:
    return sum(1 + (character >= "\u0400") for character in text)
