"""Finds venues' names among the words of a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from awesomelint.values.venues.catalogue import Catalogue
from awesomelint.values.venues.decorations import Track
from awesomelint.values.venues.model import Kind
from awesomelint.values.venues.names import Name
from awesomelint.values.venues.parts import Parts
from awesomelint.values.venues.phrases import Token
from awesomelint.values.venues.reading import Style, VenueReading


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
    def after(self) -> int:
        """Where what stands beside the name begins."""
        return self.end + self.is_workshop

    @property
    def holds_identifiers(self) -> bool:
        """Whether numbers beside the name may be identifiers: `arXiv:2308.14383`."""
        return self.name.venue.kind is Kind.PREPRINT


def match_name(known: Catalogue, text: str, tokens: Sequence[Token], at: int) -> Match | None:
    """The longest name that starts at the word `at` and is a word by itself, not a part of one."""
    found = known.index.longest(text, tokens, at)
    match = (
        _workshop_match(known, text, tokens, at) if found is None else _match(known, text, tokens, at, *found)
    )
    return match if match is not None and _stands_alone(tokens, match) else None


def _match(
    known: Catalogue, text: str, tokens: Sequence[Token], at: int, name: Name, count: int
) -> Match | None:
    start, end = tokens[at].start, tokens[at + count - 1].end
    name = known.as_written(name, text[start:end])
    sign = name.text[-1]
    if not sign.isalnum():
        if text.startswith(sign, end):
            end += 1
            name = known.as_written(name, text[start:end])
        elif sign != ".":
            return None
    return Match(name, at, at + count, start, end)


def _workshop_match(known: Catalogue, text: str, tokens: Sequence[Token], at: int) -> Match | None:
    start, end, _ = tokens[at]
    if end - start < 4 or text[end - 1] != "W":
        return None
    name = known.find(text[start : end - 1])
    if name is None or name.venue.kind is not Kind.CONFERENCE or name.text != text[start : end - 1]:
        return None
    return Match(name, at, at + 1, start, end - 1, is_workshop=True)


def _stands_alone(tokens: Sequence[Token], match: Match) -> bool:
    """Whether nothing is glued to the name but a year: `ACL2022` names ACL, `MM1` does not name MM.

    A letter of another script is not glued to it: none divides its words by blanks.
    """
    before = tokens[match.first - 1] if match.first else None
    if before is not None and before.end == match.start and before.folded.isascii():
        return before.is_number and len(before.folded) == 4
    glued = [token.folded for token in tokens[match.last : match.last + 2]]
    if not glued or tokens[match.last].start > match.end or not glued[0].isascii() or match.is_workshop:
        return True
    if not glued[0].isdigit() or len(glued[0]) not in (2, 4, 5):
        return False
    ends = len(glued) == 1 or tokens[match.last + 1].start > tokens[match.last].end
    return ends or len(glued[0]) == 4 or not glued[1].isascii()


def make_reading(text: str, match: Match, parts: Parts, start: int) -> VenueReading:
    """The reading of a name and of what was found beside it; `start` is where its first word stands."""
    style = None
    if parts.year is not None and parts.year_span is not None and not parts.between and not match.is_workshop:
        year_start, year_end = parts.year_span
        if year_start >= match.end:
            style = Style(text[match.end : year_start], year_end - year_start)
    written = text[match.start : match.end]
    least = max(match.end, parts.year_span[1] if parts.year_span else 0)
    return VenueReading(
        venue=match.name.venue,
        name=written,
        name_span=(match.start, match.end),
        spelling=match.name.spelling(written, parts.year),
        span=(min(start, match.start), _without_open_bracket(text, least, max(parts.end, least))),
        year=parts.year,
        year_span=parts.year_span,
        month=parts.month,
        track=parts.track or (Track.WORKSHOP if match.is_workshop else None),
        award=parts.award,
        style=style,
        rest=parts.rest,
    )


def _without_open_bracket(text: str, start: int, end: int) -> int:
    """Where `text[start:end]` ends if a bracket that opens and does not close in it is left out or closed."""
    opened = text.rfind("(", start, end)
    if opened < 0 or text.find(")", opened, end) >= 0:
        return end
    if text[end : end + 1] == ")":
        return end + 1
    return start + len(text[start:opened].rstrip())
