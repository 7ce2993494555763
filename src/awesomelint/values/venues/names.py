"""The names of one venue, and how a spelling relates to them."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from awesomelint.values.venues.model import Needs, Spelling, Venue

_PUBLISHERS = ("IEEE/CVF ", "IEEE/ACM ", "ACM/IEEE ", "IEEE/RSJ ", "IEEE ", "ACM ", "USENIX ", "AAAI ")
_UNMISTAKABLE = re.compile(
    r"\b(?:Conference|Symposium|Workshop|Proceedings|Proc|Meeting|Congress|Journal|Transactions|Trans)\b"
    r"|\b(?=[A-Za-z]*[A-Z][A-Za-z]*[A-Z])[A-Za-z]+\b"
)
"""A word of a series, or one with two capitals: a phrase that holds it stands in no title by chance."""


class Role(Enum):
    """Which of a venue's names a name is."""

    SHORT = "short"
    FULL = "full"
    FORMER = "former"
    ALIAS = "alias"
    WRONG = "wrong"


_SPELLINGS = {
    Role.SHORT: Spelling.OFFICIAL,
    Role.FULL: Spelling.OFFICIAL,
    Role.FORMER: Spelling.FORMER,
    Role.ALIAS: Spelling.ALIAS,
}


class Name(NamedTuple):
    """One name of a venue, as it is properly written."""

    text: str
    venue: Venue
    role: Role
    last_year: int | None = None
    """Of a former name: the last year in which it was the name."""

    @property
    def needs(self) -> Needs:
        """What this name needs beside it in running text.

        A name of several words is unmistakable (`IEEE S&P`) or a phrase as any other (`Learning on Graphs`).
        """
        if self.role is Role.SHORT or " " not in self.text:
            return self.venue.needs
        holds_name = self.venue.needs is Needs.NOTHING and self.venue.name in self.text
        return Needs.NOTHING if holds_name or _UNMISTAKABLE.search(self.text) else Needs.FIELD

    def spelling(self, written: str, year: int | None) -> Spelling:
        """How `written`, found by this name, relates to the official one in `year`."""
        if self.role is Role.WRONG:
            return Spelling.WRONG
        if self.last_year is not None and year is not None and year > self.last_year:
            return Spelling.OUTDATED
        plain = " ".join(written.split())
        if plain == self.text:
            return _SPELLINGS[self.role]
        return Spelling.CASE if plain.casefold() == self.text.casefold() else Spelling.ALIAS


def names_of(venue: Venue) -> list[Name]:
    """Every name of a venue, the official short one first."""
    names = [Name(venue.name, venue, Role.SHORT)]
    if venue.full_name not in ("", venue.name):
        names.append(Name(_without_publisher(venue.full_name), venue, Role.FULL))
    names += [Name(former.text, venue, Role.FORMER, former.last_year) for former in venue.former]
    names += [Name(text, venue, Role.SHORT) for text in venue.also]
    names += [Name(text, venue, Role.ALIAS) for text in venue.aliases]
    names += [Name(text, venue, Role.WRONG) for text in venue.wrong_names]
    return names


def _without_publisher(full_name: str) -> str:
    """Lists write a conference's publisher or leave it out; the name is found by what follows it.

    Not of journals: `IEEE Access` without `IEEE` is a word.
    """
    if full_name.startswith(_PUBLISHERS) and ("Conference" in full_name or "Symposium" in full_name):
        for publisher in _PUBLISHERS:
            full_name = full_name.removeprefix(publisher)
    return full_name
