"""What is known of a venue: its names, its kind, the years it was held."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from awesomelint.values.venues.rhythm import held_in


class Kind(Enum):
    """What a venue is."""

    CONFERENCE = "conference"
    WORKSHOP = "workshop"
    JOURNAL = "journal"
    PREPRINT = "preprint"
    """A server where a paper lies before, or without, review: arXiv, bioRxiv."""
    PLATFORM = "platform"
    """Where papers of many venues lie: OpenReview, PMLR."""


class Needs(Enum):
    """What must stand beside a name in running text, because it is also a word, a person or a method."""

    NOTHING = ""
    CONTEXT = "context"
    """A year beside it, or a bracket around it: `CHI`, `Nature`."""
    YEAR = "year"
    """A year beside it: `RSS` in brackets is a feed, `DATE` a column."""
    FIELD = "field"
    """A bracket that holds nothing but it and a year, or a venue column: `Machine Learning`."""


class Spelling(Enum):
    """How a name as written relates to the venue's official short name."""

    OFFICIAL = "official"
    """An official short name, or the full name."""
    FORMER = "former"
    """A former name, in a year in which it was the name, or without a year that would tell."""
    OUTDATED = "outdated"
    """A former name in a year after it was given up: `NIPS 2022`."""
    ALIAS = "alias"
    """Not official but unambiguous, a matter of taste: `ACMMM`, `SIGKDD`, `T-PAMI`."""
    WRONG = "wrong"
    """A name that misleads about what the venue is: `Nature Scientific Reports`."""
    CASE = "case"
    """A known name in other letters' case: `Arxiv`, `neurips`."""


class FormerName(NamedTuple):
    """A name that was official up to and including `last_year`."""

    text: str
    last_year: int


class Venue(NamedTuple):
    """One conference, journal or server. `name` is its official short name, without a year."""

    name: str
    kind: Kind
    full_name: str = ""
    also: tuple[str, ...] = ()
    """Short names that are as official as `name`: `INTERSPEECH`, `NAACL-HLT`."""
    former: tuple[FormerName, ...] = ()
    aliases: tuple[str, ...] = ()
    wrong_names: tuple[str, ...] = ()
    rhythm: str = ""
    """The years it was held, see `rhythm.held_in`; empty where nothing is known for sure."""
    needs: Needs = Needs.NOTHING
    source: str = ""
    """Where the facts come from, see `data/README.md`."""

    def name_in(self, year: int | None) -> str:
        """The official short name in a year: `NIPS` up to 2017, `NeurIPS` after it or without a year."""
        if year is not None:
            for former in sorted(self.former, key=lambda name: name.last_year):
                if year <= former.last_year:
                    return former.text
        return self.name

    def held_in(self, year: int) -> bool | None:
        """Whether it was held in a year; None where that is not known.

        Rhythms that still go on are believed for years to come: the clock is not asked.
        """
        return held_in(self.rhythm, year)
