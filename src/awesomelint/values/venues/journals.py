"""The journals of the large table, found by full name or by any abbreviation that truncates its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from awesomelint.values.venues.catalogue import DATA, Catalogue
from awesomelint.values.venues.model import Kind, Venue
from awesomelint.values.venues.names import Name, Role
from awesomelint.values.venues.phrases import Token, tokenize

_SMALL_WORDS = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to", "s"})
_MAX_WORDS = 16
_MIN_TRUNCATED_LETTERS = 8


class _Journal(NamedTuple):
    full_name: str
    abbreviation: str


def find_journal(text: str, tokens: Sequence[Token], known: Catalogue) -> Name | None:
    """The journal whose name the words are, from the first to the last.

    `IEEE Trans. Ind. Informatics` is found although ISO 4 has `IEEE Trans. Ind. Inf.`: lists and DBLP
    truncate words in their own ways. A single word is never taken for a journal of the large table.
    """
    if not 2 <= len(tokens) <= _MAX_WORDS:
        return None
    written = text[tokens[0].start : tokens[-1].end]
    journal = _by_name().get(written.casefold()) or _truncated(tokens)
    if journal is None:
        return None
    listed = known.find(journal.full_name)
    venue = listed.venue if listed is not None else _venue(journal)
    for name in journal:
        if written.casefold() == name.casefold().rstrip("."):
            return Name(name.rstrip("."), venue, Role.FULL if name == journal.full_name else Role.ALIAS)
    return Name(written, venue, Role.ALIAS)


def _venue(journal: _Journal) -> Venue:
    full_name, abbreviation = journal
    return Venue(full_name, Kind.JOURNAL, full_name, aliases=(abbreviation,), source="jabref")


def _truncated(tokens: Sequence[Token]) -> _Journal | None:
    """The only journal of whose words the given ones are the beginnings; None for none and for several."""
    words = _large_words(tokens)
    if len(words) < 2 or sum(map(len, words)) < _MIN_TRUNCATED_LETTERS:
        return None
    found = [journal for journal in _beginning_with(words[0]) if _abbreviates(words, journal)]
    return found[0] if len(found) == 1 else None


def _abbreviates(words: Sequence[str], journal: _Journal) -> bool:
    names = _large_words(tokenize(journal.full_name))
    return len(names) == len(words) and all(map(str.startswith, names, words))


def _large_words(tokens: Sequence[Token]) -> list[str]:
    return [token.folded for token in tokens if token.folded not in _SMALL_WORDS]


@cache
def _journals() -> tuple[_Journal, ...]:
    lines = (DATA / "journals.tsv").read_text(encoding="utf-8").split("\n")
    return tuple(_Journal(*line.split("\t")) for line in lines[1:] if line)


@cache
def _by_name() -> dict[str, _Journal]:
    """Every journal by its full name and by its abbreviation without the last period."""
    by_name = {journal.abbreviation.casefold().rstrip("."): journal for journal in _journals()}
    by_name.update((journal.full_name.casefold(), journal) for journal in _journals())
    return by_name


def _beginning_with(start: str) -> Iterator[_Journal]:
    """The journals whose first large word begins so."""
    ordered = _by_first_large_word()
    for index in range(bisect_left(ordered, (start,)), len(ordered)):
        name, journal = ordered[index]
        if not name.startswith(start):
            return
        yield journal


@cache
def _by_first_large_word() -> list[tuple[str, _Journal]]:
    """Every journal after its name from the first large word on, in order: few need be taken apart."""
    return sorted((_from_first_large_word(journal.full_name.casefold()), journal) for journal in _journals())


def _from_first_large_word(name: str) -> str:
    word, _, rest = name.partition(" ")
    return _from_first_large_word(rest) if word in _SMALL_WORDS else name
