"""Finds venues' names among the words of a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from awesomelint.values.venues.catalogue import Catalogue, Name
from awesomelint.values.venues.decorations import Track
from awesomelint.values.venues.model import Kind, Needs
from awesomelint.values.venues.parts import Parts
from awesomelint.values.venues.phrases import Token
from awesomelint.values.venues.reading import Style, VenueReading

_YEAR_DIGITS = (2, 4)


class Match(NamedTuple):
    """A name at its place: `tokens[first:last]` hold it, `text[start:end]` is it."""

    name: Name
    first: int
    last: int
    start: int
    end: int
    is_workshop: bool = False
    """The name carries the `W` of its workshops: `CVPRW`."""

    @property
    def needs(self) -> Needs:
        """What the name needs beside it in running text."""
        return self.name.venue.needs


def match_name(catalogue: Catalogue, text: str, tokens: Sequence[Token], at: int) -> Match | None:
    """The longest name that starts at the word `at` and is a word by itself, not part of a longer one."""
    found = catalogue.index.longest(text, tokens, at)
    if found is not None:
        name, count = found
        start, end = tokens[at].start, tokens[at + count - 1].end
        match = Match(catalogue.as_written(name, text[start:end]), at, at + count, start, end)
    else:
        workshop = _workshop_name(catalogue, text, tokens, at)
        if workshop is None:
            return None
        match = workshop
    return match if _stands_alone(text, tokens, match) else None


def _workshop_name(catalogue: Catalogue, text: str, tokens: Sequence[Token], at: int) -> Match | None:
    token = tokens[at]
    if token.end - token.start < 4 or text[token.end - 1] != "W":
        return None
    name = catalogue.find(text[token.start : token.end - 1])
    if (
        name is None
        or name.venue.kind is not Kind.CONFERENCE
        or name.text != text[token.start : token.end - 1]
    ):
        return None
    return Match(name, at, at + 1, token.start, token.end - 1, is_workshop=True)


def _stands_alone(text: str, tokens: Sequence[Token], match: Match) -> bool:
    """Whether no letter or digit is glued to the name, save a year: `ACL2022` names ACL, `MM1` does not name MM."""
    if match.first and tokens[match.first - 1].end == match.start:
        before = tokens[match.first - 1]
        if before.folded.isascii() and not (before.is_number and len(before.folded) == 4):
            return False
    if match.last == len(tokens) or tokens[match.last].start != match.end:
        return True
    after = tokens[match.last]
    if not after.folded.isascii():
        return True
    if not after.is_number or len(after.folded) not in (2, 4, 5):
        return False
    follows = match.last + 1 < len(tokens) and tokens[match.last + 1].start == after.end
    return not follows or len(after.folded) == 4 or not tokens[match.last + 1].folded.isascii()


def make_reading(text: str, match: Match, parts: Parts, start: int) -> VenueReading:
    """The reading of a name and of what was found beside it; `start` is where its first word stands."""
    style = None
    if parts.year is not None and parts.year_span is not None and not parts.between and not match.is_workshop:
        year_start, year_end = parts.year_span
        if year_start >= match.end:
            style = Style(text[match.end : year_start], year_end - year_start)
    written = text[match.start : match.end]
    return VenueReading(
        venue=match.name.venue,
        name=written,
        name_span=(match.start, match.end),
        spelling=match.name.spelling(written, parts.year),
        span=(min(start, match.start), max(parts.end, match.end)),
        year=parts.year,
        year_span=parts.year_span,
        month=parts.month,
        track=parts.track or (Track.WORKSHOP if match.is_workshop else None),
        award=parts.award,
        style=style,
        rest=tuple(text[token.start : token.end] for token in parts.unknown),
    )
