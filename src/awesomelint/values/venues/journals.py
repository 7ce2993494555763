"""The many journals of the large table, recognised by full name or by any abbreviation that truncates its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from awesomelint.values.venues.catalogue import DATA, Name, Role
from awesomelint.values.venues.model import Kind, Venue
from awesomelint.values.venues.phrases import Token, phrase_key, tokenize

_SMALL_WORDS = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to", "und", "de", "s"})
_MAX_WORDS = 20


class _Table(NamedTuple):
    names: dict[str, tuple[str, str]]
    """Full name and ISO 4 abbreviation, by the key of either."""
    by_initials: dict[str, list[tuple[tuple[str, ...], str, str]]]
    """Words without the small ones, full name and abbreviation, by the words' first letters."""


def find_journal(text: str, tokens: Sequence[Token]) -> Name | None:
    """The journal whose name the words are from the first to the last.

    `IEEE Trans. Ind. Informatics` is found although ISO 4 has `IEEE Trans. Ind. Inf.`: lists and DBLP truncate
    words in their own ways. A single word is never taken for a journal.
    """
    if not 2 <= len(tokens) <= _MAX_WORDS:
        return None
    table = _journals()
    written = text[tokens[0].start : tokens[-1].end]
    known = table.names.get(phrase_key(written)) or _by_truncation(table, tokens)
    if known is None:
        return None
    full_name, abbreviation = known
    venue = Venue(full_name, Kind.JOURNAL, full_name, aliases=(abbreviation,), source="jabref")
    if written.casefold() == full_name.casefold():
        return Name(full_name, venue, Role.FULL)
    return Name(abbreviation if written.casefold() == abbreviation.casefold() else written, venue, Role.ALIAS)


def _by_truncation(table: _Table, tokens: Sequence[Token]) -> tuple[str, str] | None:
    """The only journal of which each word is a beginning; None for none and for several."""
    words = [token.folded for token in tokens if token.folded not in _SMALL_WORDS]
    if len(words) < 2 or sum(map(len, words)) < 8:
        return None
    found = {
        (full_name, abbreviation)
        for parts, full_name, abbreviation in table.by_initials.get("".join(word[0] for word in words), ())
        if all(part.startswith(word) for part, word in zip(parts, words, strict=True))
    }
    return found.pop() if len(found) == 1 else None


@cache
def _journals() -> _Table:
    names: dict[str, tuple[str, str]] = {}
    by_initials: defaultdict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
    for line in (DATA / "journals.tsv").read_text(encoding="utf-8").split("\n")[1:]:
        full_name, tab, abbreviation = line.partition("\t")
        if not tab:
            continue
        names[phrase_key(full_name)] = names[phrase_key(abbreviation)] = (full_name, abbreviation)
        parts = tuple(token.folded for token in tokenize(full_name) if token.folded not in _SMALL_WORDS)
        by_initials["".join(part[0] for part in parts)].append((parts, full_name, abbreviation))
    return _Table(names, by_initials)
