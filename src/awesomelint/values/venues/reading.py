"""What was read off a text that names a venue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from awesomelint.values.venues.decorations import Award, Track
from awesomelint.values.venues.model import Spelling, Venue

Place = tuple[int, int]
"""Start and exclusive end in the text that was given, in code points."""


class Style(NamedTuple):
    """How name and year are put together: `(" ", 4)` for `CVPR 2024`, `("'", 2)` for `CVPR'24`."""

    separator: str
    digits: int


@dataclass(frozen=True, slots=True)
class VenueReading:
    """One venue as a text names it. All places are offsets in that text."""

    venue: Venue
    name: str
    """The name as written, without publisher, year or track."""
    name_span: Place
    spelling: Spelling
    span: Place
    """From the first to the last character that belongs to this venue, its year, track and award."""
    year: int | None = None
    year_span: Place | None = None
    """The digits of the year. Set without `year` where the digits are no year: `NeurIPS 20222`."""
    month: int | None = None
    track: Track | None = None
    award: Award | None = None
    style: Style | None = None
    """None where there is no year, or where something else stands between name and year."""
    rest: tuple[str, ...] = ()
    """Words that were not understood: the workshop's name, an affiliation."""
    others: tuple[VenueReading, ...] = ()
    """Further venues in the same text, in its order: `TPAMI 2024 & AAAI 2024`, `ICML 2024 / arXiv`."""

    @property
    def malformed_year(self) -> bool:
        """Whether digits stand where the year should and are none."""
        return self.year is None and self.year_span is not None

    @property
    def official_name(self) -> str:
        """The venue's official short name in the year read."""
        return self.venue.name_in(self.year)


@dataclass(frozen=True, slots=True)
class NotAVenue:
    """The text says something that is certainly no venue."""

    reason: str
    """`empty`, `date`, `listed` (in `data/not-venues.txt`) or `form` (`… Technical Report`, `…技术报告`)."""
