"""Characters that were replaced because a program could not read them, and what clean texts know of them.

Sources: Unicode 16, section 3.9 (how many U+FFFD one unreadable character becomes); windows-1252 as browsers
read C1 controls (the WHATWG Encoding Standard, section 9).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from awesomelint.source import Span

LOST = re.compile("\ufffd(?:[\ufffd ]*\ufffd)?|(?:锟斤拷)+锟?斤?|[\x80-\x9f]+")
"""Replacement characters in a row; two of them read as GBK; controls that no text holds."""
_CONTROL_BYTES = re.compile(b"\xc2[\x80-\x9f]")
_MARK = re.compile("\ufffd+|(?:锟斤拷)+锟?斤?|[\x80-\x9f]+")
_HIGH_RUN = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~，。：；！？、（）《》【】「」“”‘’]+")
_MIN_KNOWN = 3
"""So many characters of a word must be known: a shorter one may be another word than that in the history."""
_MOST_ALIKE = 50
"""A line that so many others resemble is not looked up."""


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
            if not inside or len(_MARK.sub("", match[0])) < _MIN_KNOWN:
                continue
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
    pattern = _pattern(damaged, lost)
    found = {match.groups() for text in texts if (match := pattern.fullmatch(text))}
    return found.pop() if len(found) == 1 else None


def _pattern(damaged: str, lost: list[Span]) -> re.Pattern[str]:
    parts = []
    position = 0
    for start, end in lost:
        most = _most_lost(damaged[start:end])
        parts += [re.escape(damaged[position:start]), f"([^\\x00-\\x7f]{{1,{most}}})"]
        position = end
    return re.compile("".join([*parts, re.escape(damaged[position:])]))


def _most_lost(mark: str) -> int:
    """How many characters can have been lost: each left one mark or more, and 锟斤拷 are two marks."""
    return (len(mark) + 2) // 3 * 2 if mark.startswith("锟") else len(mark)
