"""Where the fragments of links can lead within a list, as GitHub shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

from awesomelint.document.document import Document

_OF_THE_PAGE = frozenset(("top", "readme", "start-of-content", "footnote-label"))
"""The top of every page, and what GitHub's own page around a README has."""
_PREFIX = "user-content-"
_ELSEWHERE = re.compile(
    r":~:|[/!]|L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?$|[\w.-]+-ov-file$"
    r"|(?:js-)?repo-(?:content-)?(?:pjax-container|turbo-frame)$"
)
"""A piece of text, a route of a page that a program makes, lines of the source, parts of GitHub's page."""
_MARKS = re.compile("[\ufe0f\u200d\u20e3]")
_IMAGE = re.compile(r"!\[|<img\b")
_NAME = re.compile(r"\{#([\w-]+)\}$")
_NO_LETTERS = re.compile(r"[\W_]+")
_NO_DIGITS = re.compile(r"\D+")
_MIN_LIKENESS = 0.8
_MIN_LETTERS = 4
_MOST_COMPARED = 400
"""With more fragments than this, only those of the same letters are compared."""


class Fragments(NamedTuple):
    """The fragments that lead somewhere in a list."""

    known: frozenset[str]
    unmarked: frozenset[str]
    """Without marks that nobody sees."""
    by_letters: dict[str, list[str]]
    """By their letters and digits alone."""


class Nearest(NamedTuple):
    """The fragment that was probably meant."""

    fragment: str
    is_certain: bool
    """Whether only signs differ, and those of no other fragment do."""


def fragments(document: Document) -> Fragments:
    """What headings, explicit anchors and footnotes can be reached by.

    A heading's `{#name}` makes no anchor on GitHub, but does so on the sites that such lists are written for.
    """
    headings = [section.slug for section in document.sections if section.level]
    named = [match[1] for section in document.sections if (match := _NAME.search(section.title))]
    # Programs that make tables of contents do not agree on the blank before a badge.
    badged = [
        section.slug.rstrip("-")
        for section in document.sections
        if section.slug.endswith("-") and _IMAGE.search(document.source.slice(section.heading_span))
    ]
    footnotes = [f"{kind}-{note.label.lower()}" for note in document.footnotes for kind in ("fn", "fnref")]
    return make_fragments([*headings, *named, *badged, *sorted(document.anchors), *footnotes])


def make_fragments(known: Iterable[str]) -> Fragments:
    """The fragments by all that they are looked up by."""
    known = [fragment.removeprefix(_PREFIX) for fragment in known if fragment]
    by_letters: dict[str, list[str]] = {}
    for fragment in dict.fromkeys(known):
        by_letters.setdefault(_letters(fragment), []).append(fragment)
    return Fragments(frozenset(known), frozenset(map(_unmarked, known)), by_letters)


def leads_somewhere(fragment: str, fragments: Fragments) -> bool:
    """Whether GitHub finds a decoded fragment: as it stands, or in small letters.

    What differs only in marks that nobody sees (the variation selector of an emoji) is taken for found.
    """
    fragment = fragment.removeprefix(_PREFIX)
    return (
        _unmarked(fragment) in fragments.unmarked
        or _unmarked(fragment.lower()) in fragments.unmarked
        or fragment.lower() in _OF_THE_PAGE
        or _ELSEWHERE.match(fragment) is not None
    )


def nearest(fragment: str, fragments: Fragments, *, by_likeness: bool = True) -> Nearest | None:
    """The fragment that was meant; None where there is none like it, or where two are equally like it.

    Without `by_likeness` only those of the same letters and digits are considered, which is quick.
    """
    fragment = fragment.removeprefix(_PREFIX).lower()
    letters = _letters(fragment)
    same = fragments.by_letters.get(letters, []) if letters else []
    if len(same) == 1:
        return Nearest(same[0], True)
    is_comparable = by_likeness and len(fragments.known) <= _MOST_COMPARED
    if same or not is_comparable or len(letters) < _MIN_LETTERS:
        return None
    best = _most_like(fragment, fragments.known)
    # `#part-3` is no slip of `#part-2`.
    return Nearest(best, False) if best and _digits(best) == _digits(fragment) else None


def _most_like(fragment: str, known: Iterable[str]) -> str | None:
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(fragment)
    ratios: list[tuple[float, str]] = []
    for other in known:
        matcher.set_seq1(other.lower())
        if matcher.real_quick_ratio() >= _MIN_LIKENESS and matcher.quick_ratio() >= _MIN_LIKENESS:
            ratios.append((matcher.ratio(), other))
    ratios.sort(reverse=True)
    if not ratios or ratios[0][0] < _MIN_LIKENESS or (len(ratios) > 1 and ratios[1][0] == ratios[0][0]):
        return None
    return ratios[0][1]


def _letters(fragment: str) -> str:
    return _NO_LETTERS.sub("", fragment.lower())


def _digits(fragment: str) -> str:
    return _NO_DIGITS.sub("", fragment)


def _unmarked(fragment: str) -> str:
    return _MARKS.sub("", fragment)
