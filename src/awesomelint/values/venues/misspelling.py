"""Slips of the finger in what a venue field says: near one known word, and far from every other."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from awesomelint.values.edits import one_edit_away, one_swap_away
from awesomelint.values.venues.catalogue import Catalogue, shipped_catalogue
from awesomelint.values.venues.field import parse_venue
from awesomelint.values.venues.model import Kind, Needs, Venue
from awesomelint.values.venues.names import Name
from awesomelint.values.venues.parts import Parts
from awesomelint.values.venues.phrases import tokenize
from awesomelint.values.venues.reading import VenueReading

MIN_LETTERS = 6
"""Of shorter names too many differ by one letter: `ICLR`, `ICRA`, `ICML`; `MICAI` is not `MICCAI`."""
MIN_LETTERS_OF_INTERNATIONAL = 7
"""Of names that start with the I of `International`: `ICCCN` and `ICCCNT` are two conferences."""
MIN_LETTERS_OF_SERVER = 5
"""Of preprint servers there are few: `Arvix` can be nothing else."""

MIN_LETTERS_OF_SWAP = 4
"""Of names that the list itself often writes, in which two letters are swapped: `CPVR`, `ENMLP`."""

_WORDS = ("spotlight", "highlight", "workshop", "findings", "outstanding", "distinguished")
"""Tracks and awards that are far from every word that stands beside a venue for a reason."""


class Misspelling(NamedTuple):
    """What stands in `text[start:end]` instead of `meant`."""

    meant: str
    start: int
    end: int


def find_misspelling(
    text: str, catalogue: Catalogue | None = None, familiar: Collection[str] = ()
) -> Misspelling | None:
    """The first slip in a venue field: in its name (`INFCOM 2022`), its track or its award (`Splotlight`).

    A slip is a letter too many, too few or wrong, or two that are swapped. None for names that are known, for
    names near several, and for whatever is not beyond doubt: an unknown venue is no fault. A name needs a
    year, track or award beside it, and nothing else; a preprint server (`ariXiv`) may stand alone. `familiar`
    are the official names of venues that the list often writes: of those, two swapped letters are enough.
    """
    known = shipped_catalogue() if catalogue is None else catalogue
    reading = parse_venue(text, known)
    if reading is None:
        return _in_name(text, known, familiar)
    if isinstance(reading, VenueReading) and reading.rest:
        return next(_in_words(text, reading), None)
    return None


def _in_name(text: str, known: Catalogue, familiar: Collection[str]) -> Misspelling | None:
    tokens = tokenize(text, limit=12)
    if not tokens or len(tokens[0].folded) < MIN_LETTERS_OF_SWAP:
        return None
    parts = Parts(text, tokens[0].end, after_name=True)
    parts.read_all(tokens, 1, len(tokens))
    is_alone = (parts.year, parts.track, parts.award) == (None, None, None)
    if parts.unknown or (is_alone and len(tokens) > 1):
        return None
    written = tokens[0].folded
    venue = _near(written, known, is_alone=is_alone)
    if venue is None and parts.year is not None:
        venue = _swapped(written, known, familiar)
    return Misspelling(venue.name_in(parts.year), tokens[0].start, tokens[0].end) if venue else None


def _near(written: str, known: Catalogue, *, is_alone: bool) -> Venue | None:
    """The only venue of a long name that is one slip away."""
    names = _long_names(known)
    near = {names[slip] for slip in one_edit_away(written) if slip in names}
    if len(near) != 1:
        return None
    venue = near.pop()
    is_too_little = is_alone or len(written) < MIN_LETTERS
    return None if is_too_little and venue.kind is not Kind.PREPRINT else venue


def _swapped(written: str, known: Catalogue, familiar: Collection[str]) -> Venue | None:
    """The only venue familiar to the list of whose name two letters are swapped.

    Names with the I of `International` are left alone: `ICSA` is no slip in `ISCA`.
    """
    found = [name for swap in one_swap_away(written) if (name := known.index.get(swap)) is not None]
    venues = {name.venue for name in found if name.venue.name in familiar and name.text[0] != "I"}
    return venues.pop() if len(venues) == 1 else None


@cache
def _long_names(known: Catalogue) -> dict[str, Venue]:
    """The short names of which a slip can be told from another venue's name."""
    return {
        key: name.venue
        for key, name in known.index.items()
        if key.isalpha() and len(key) >= _min_letters(name) and name.needs is Needs.NOTHING
    }


def _min_letters(name: Name) -> int:
    if name.venue.kind is Kind.PREPRINT:
        return MIN_LETTERS_OF_SERVER
    return MIN_LETTERS_OF_INTERNATIONAL if name.text[0] == "I" else MIN_LETTERS


def _in_words(text: str, reading: VenueReading) -> Iterator[Misspelling]:
    for token in tokenize(text, *reading.span):
        written = text[token.start : token.end]
        meant = _slips().get(token.folded)
        if meant is not None and written in reading.rest:
            yield Misspelling(meant.capitalize() if written[0].isupper() else meant, token.start, token.end)


@cache
def _slips() -> dict[str, str]:
    return {slip: word for word in _WORDS for slip in one_edit_away(word)}
