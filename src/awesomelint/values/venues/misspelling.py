"""Names of venues that are spelt wrongly: near one known name, and far from every other."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from awesomelint.values.edits import one_edit_away
from awesomelint.values.venues.catalogue import Catalogue, shipped_catalogue
from awesomelint.values.venues.model import Venue

MIN_LETTERS = 6
"""Of shorter names too many differ by one letter: `ICLR`, `ICRA`, `ICML`."""

_NAME_AND_YEAR = re.compile(
    rf"\s*(?P<name>[A-Za-z]{{{MIN_LETTERS},20}})(?:[ ,]{{0,2}}|\s?['’‘])(?:(?:19|20)?\d\d)\s*"
)


class Misspelling(NamedTuple):
    """What stands in `text[start:end]` instead of the venue's short name."""

    venue: Venue
    start: int
    end: int


def find_misspelling(text: str, catalogue: Catalogue | None = None) -> Misspelling | None:
    """The venue that a text of a name and a year means, where the name differs from it by one slip.

    A slip is a letter too many, too few or wrong, or two that are swapped. None for names that are known, for
    names that are near several, and for text that is anything else: an unknown venue is no fault.
    """
    match = _NAME_AND_YEAR.fullmatch(text)
    if match is None:
        return None
    known = catalogue or shipped_catalogue()
    name = match["name"]
    if known.find(name) is not None:
        return None
    near = one_edit_away(name.casefold())
    meant = {venue for short, venue in _short_names(known) if short in near}
    return Misspelling(meant.pop(), *match.span("name")) if len(meant) == 1 else None


@cache
def _short_names(known: Catalogue) -> tuple[tuple[str, Venue], ...]:
    return tuple(
        (venue.name.casefold(), venue) for venue in known.venues if len(venue.name) >= MIN_LETTERS - 1
    )
