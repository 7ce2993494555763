"""Reads a text that is a venue field: a table's cell, a bracket, a badge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from awesomelint.values.venues.badges import badge_label
from awesomelint.values.venues.catalogue import Catalogue, catalogue
from awesomelint.values.venues.journals import find_journal
from awesomelint.values.venues.matching import Match, make_reading, match_name
from awesomelint.values.venues.model import Kind, Needs
from awesomelint.values.venues.nonvenues import not_a_venue
from awesomelint.values.venues.parts import Parts
from awesomelint.values.venues.phrases import Token, tokenize
from awesomelint.values.venues.reading import NotAVenue, VenueReading

_MAX_WORDS = 60
_SHARES_YEAR = frozenset("/&+")


def parse_venue(text: str, known: Catalogue | None = None) -> VenueReading | NotAVenue | None:
    """Read a text that is supposed to be a venue.

    `text` is a table's cell, what a bracket holds, a link's label, or the address of a badge. The answer is a
    reading, with places in `text`; NotAVenue where the text certainly names none; None where nothing is known.
    Of several venues the first is the reading and the rest are its `others`.
    """
    badge = badge_label(text)
    if badge is not None:
        reading = parse_venue(badge.text, known)
        return badge.relocate(reading) if isinstance(reading, VenueReading) else reading
    if (listed := not_a_venue(text)) is not None and listed.reason != "form":
        return listed
    tokens = tokenize(text, limit=_MAX_WORDS + 1)
    if not tokens or len(tokens) > _MAX_WORDS:
        return listed
    reading = _read(text, tokens, known or catalogue()) or _read_journal(text, tokens)
    return reading or listed


def _read(text: str, tokens: Sequence[Token], known: Catalogue) -> VenueReading | None:
    matches = _matches(text, tokens, known)
    if any(match.needs is Needs.NOTHING for match in matches):
        matches = [
            match for match in matches if match.needs is Needs.NOTHING or _own_year(text, tokens, match)
        ]
    if not matches:
        return None
    parts = _all_parts(text, tokens, matches)
    if not _believable(matches, parts):
        return None
    readings = [
        make_reading(text, match, part, tokens[0].start if match is matches[0] else match.start)
        for match, part in zip(matches, parts, strict=True)
    ]
    return replace(readings[0], others=tuple(readings[1:]))


def _matches(text: str, tokens: Sequence[Token], known: Catalogue) -> list[Match]:
    matches, at = [], 0
    while at < len(tokens):
        match = match_name(known, text, tokens, at)
        if match is not None:
            matches.append(match)
        at = match.last if match is not None else at + 1
    return matches


def _own_year(text: str, tokens: Sequence[Token], match: Match) -> bool:
    if match.last == len(tokens):
        return False
    parts = Parts(text, match.end, after_name=True)
    parts.read(tokens, match.last)
    return parts.year is not None


def _all_parts(text: str, tokens: Sequence[Token], matches: Sequence[Match]) -> list[Parts]:
    """What stands beside each name; what stands before the first name is the first one's."""
    before = Parts(text, 0, after_name=False, identifiers=True)
    _read_all(before, tokens, 0, matches[0].first)
    found = []
    for number, match in enumerate(matches):
        stop = matches[number + 1].first if number + 1 < len(matches) else len(tokens)
        parts = Parts(text, match.end, after_name=True, identifiers=match.name.venue.kind is Kind.PREPRINT)
        _read_all(parts, tokens, match.last, stop)
        found.append(parts)
    first = found[0]
    first.unknown = before.unknown + first.unknown
    first.track, first.award = first.track or before.track, first.award or before.award
    if first.year_span is None and len(found) == 1:
        first.year, first.year_span, first.month = before.year, before.year_span, before.month
    _share_years(text, matches, found)
    return found


def _read_all(parts: Parts, tokens: Sequence[Token], at: int, stop: int) -> None:
    while at < stop:
        at = parts.read(tokens[:stop], at)


def _share_years(text: str, matches: Sequence[Match], parts: Sequence[Parts]) -> None:
    """In `EDBT/ICDT'2025` the year is that of both."""
    for number in range(len(matches) - 2, -1, -1):
        here, following = parts[number], parts[number + 1]
        sign = text[matches[number].end : matches[number + 1].start].strip()
        if here.year_span is None and sign in _SHARES_YEAR:
            here.year, here.year_span, here.month = following.year, following.year_span, following.month
            here.between = True


def _believable(matches: Sequence[Match], parts: Sequence[Parts]) -> bool:
    """Whether the words that were not understood leave it beyond doubt that the text names a venue."""
    first = matches[0]
    has_year = any(part.year_span is not None for part in parts)
    unknown = sum(len(part.unknown) for part in parts)
    if first.needs is not Needs.NOTHING:
        exact = first.name.text == parts[0].text[first.start : first.end]
        return not unknown and (exact or has_year)
    return not unknown or has_year or any(part.track or part.award for part in parts)


def _read_journal(text: str, tokens: Sequence[Token]) -> VenueReading | None:
    """A journal of the large table, whose name is all of the text but its year and other known words."""
    for last in range(len(tokens), 0, -1):
        name = find_journal(text, tokens[:last])
        if name is None:
            continue
        match = Match(name, 0, last, tokens[0].start, tokens[last - 1].end)
        parts = Parts(text, match.end, after_name=True)
        _read_all(parts, tokens, last, len(tokens))
        if not parts.unknown:
            return make_reading(text, match, parts, match.start)
    return None
