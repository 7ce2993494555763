"""Venues: the facts about them, and what a text says of one.

- `parse_venue(text)` reads a text that is a venue field: a cell, a bracket, a label, a badge's address.
- `find_venues(text)` finds venues in running text, and is strict about names that are also words.
- `publication(comment, reference)` says where a paper was published, by what its authors wrote at arXiv.
- `find_misspelling(text)` says which venue a misspelt name means.
- `catalogue()` holds the facts; `Catalogue.extended` adds a list's own venues.

All places are offsets in the text that was given, in code points.
"""

from awesomelint.values.venues.catalogue import Catalogue
from awesomelint.values.venues.catalogue import shipped_catalogue as catalogue
from awesomelint.values.venues.decorations import Award, Track
from awesomelint.values.venues.field import parse_venue
from awesomelint.values.venues.misspelling import Misspelling, find_misspelling
from awesomelint.values.venues.model import FormerName, Kind, Needs, Spelling, Venue
from awesomelint.values.venues.publication import Publication, publication
from awesomelint.values.venues.reading import NotAVenue, Style, VenueReading
from awesomelint.values.venues.running_text import find_venues

__all__ = [
    "Award",
    "Catalogue",
    "FormerName",
    "Kind",
    "Misspelling",
    "Needs",
    "NotAVenue",
    "Publication",
    "Spelling",
    "Style",
    "Track",
    "Venue",
    "VenueReading",
    "catalogue",
    "find_misspelling",
    "find_venues",
    "parse_venue",
    "publication",
]
