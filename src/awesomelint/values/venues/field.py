"""Reads a text that is a venue field: a table's cell, a bracket, a label, a badge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from awesomelint.values.venues.badges import badge_label
from awesomelint.values.venues.catalogue import Catalogue, shipped_catalogue
from awesomelint.values.venues.decorations import Track, decorations
from awesomelint.values.venues.journals import find_journal
from awesomelint.values.venues.matching import Match, make_reading, match_name
from awesomelint.values.venues.model import Needs
from awesomelint.values.venues.nonvenues import certain_non_venue, looks_like_no_venue
from awesomelint.values.venues.parts import Parts
from awesomelint.values.venues.phrases import Token, tokenize
from awesomelint.values.venues.reading import NotAVenue, VenueReading

_MAX_WORDS = 60
_MAX_UNKNOWN_BEFORE = 4
_SHARES_YEAR = frozenset("/&+")


def parse_venue(text: str, catalogue: Catalogue | None = None) -> VenueReading | NotAVenue | None:
    """Read a text that is supposed to be a venue.

    `text` is a table's cell, what a bracket holds, a link's label, or the address of a badge. The answer is a
    reading, with places in `text`; NotAVenue where the text certainly names none; None where that is unknown.
    Of several venues the first is the reading and the rest are its `others`.
    """
    known = shipped_catalogue() if catalogue is None else catalogue
    badge = badge_label(text)
    if badge is None:
        return _parse(text, known)
    reading = _parse(badge.text, known)
    return badge.relocate(reading) if isinstance(reading, VenueReading) else reading


@lru_cache(maxsize=2048)
def _parse(text: str, known: Catalogue) -> VenueReading | NotAVenue | None:
    """Kept for a while: a list says `arXiv 2023` a thousand times, and several readers ask about each."""
    tokens = tokenize(text, limit=_MAX_WORDS + 1)
    if len(tokens) > _MAX_WORDS:
        return None
    return (
        certain_non_venue(tokens)
        or _read(text, tokens, known)
        or _read_journal(text, tokens, known)
        or looks_like_no_venue(text)
    )


def _read(text: str, tokens: Sequence[Token], known: Catalogue) -> VenueReading | None:
    matches = _matches(text, tokens, known)
    if any(match.name.needs is Needs.NOTHING for match in matches):
        matches = [match for match in matches if _is_second_name(text, tokens, match)]
    if not matches:
        return None
    parts = _all_parts(text, tokens, matches)
    if not _is_believable(text, matches, parts):
        return None
    starts = [tokens[0].start, *(match.start for match in matches[1:])]
    first, *others = map(make_reading, [text] * len(matches), matches, parts, starts)
    others = [other for other in others if not _repeats(first, other)]
    return replace(first, others=tuple(others)) if others else first


def _repeats(first: VenueReading, other: VenueReading) -> bool:
    """Whether a second name says nothing new: `CVPR Workshops (CVPRW)`."""
    return other.venue is first.venue and other.year_span is None


def _matches(text: str, tokens: Sequence[Token], known: Catalogue) -> list[Match]:
    matches, at = [], 0
    while at < len(tokens):
        match = match_name(known, text, tokens, at)
        if match is not None:
            matches.append(match)
        at = match.last if match is not None else at + 1
    return matches


def _is_second_name(text: str, tokens: Sequence[Token], match: Match) -> bool:
    """Whether a name counts where an unmistakable one stands beside it: not `AI` in `AI for Art @ ICML`."""
    if match.name.needs is Needs.NOTHING:
        return True
    if match.name.needs is Needs.CONTEXT:
        return text[match.start : match.end] == match.name.text
    if match.last == len(tokens):
        return False
    parts = Parts(text, match.after, after_name=True)
    parts.read(tokens, match.last)
    return parts.year is not None


def _all_parts(text: str, tokens: Sequence[Token], matches: Sequence[Match]) -> list[Parts]:
    """What stands beside each name; what stands before the first one belongs to it."""
    stops = [*(match.first for match in matches[1:]), len(tokens)]
    found = []
    for match, stop in zip(matches, stops, strict=True):
        parts = Parts(text, match.after, after_name=True, identifiers=match.holds_identifiers)
        parts.read_all(tokens, match.last, stop)
        found.append(parts)
    if matches[0].first:
        before = Parts(text, 0, after_name=False, identifiers=matches[0].holds_identifiers)
        before.read_all(tokens, 0, matches[0].first)
        _add_before(found[0], before, only_name=len(found) == 1)
    if found[0].track is None and text[: matches[0].start].rstrip().endswith("@"):
        found[0].track = Track.WORKSHOP
    _share_years(text, matches, found)
    return found


def _add_before(parts: Parts, before: Parts, *, only_name: bool) -> None:
    parts.unknown[:0] = before.unknown
    parts.track = parts.track or before.track
    parts.award = parts.award or before.award
    if parts.year_span is None and only_name:
        parts.year, parts.year_span, parts.month = before.year, before.year_span, before.month


def _share_years(text: str, matches: Sequence[Match], parts: Sequence[Parts]) -> None:
    """In `EDBT/ICDT'2025` the year is that of both."""
    for at in range(len(matches) - 2, -1, -1):
        here, following = parts[at], parts[at + 1]
        sign = text[matches[at].end : matches[at + 1].start].strip()
        if here.year_span is None and sign in _SHARES_YEAR:
            here.year, here.year_span, here.month = following.year, following.year_span, following.month
            here.between = True


def _is_believable(text: str, matches: Sequence[Match], parts: Sequence[Parts]) -> bool:
    """Whether the words that were not understood leave it beyond doubt that the text names a venue.

    A field starts with its venue, or with a few words about the workshop; a title may end with one.
    """
    first, unknown = matches[0], parts[0].unknown
    if unknown and unknown[0].start < first.start and len(unknown) > _MAX_UNKNOWN_BEFORE:
        return False
    has_year = any(part.year_span is not None for part in parts)
    understood = not any(part.unknown for part in parts)
    if first.name.needs is Needs.NOTHING:
        return understood or has_year or any(part.track or part.award for part in parts)
    is_proper = text[first.start : first.end] == first.name.text
    if first.name.needs is Needs.CONTEXT and is_proper and has_year and not parts[0].between:
        return True
    return understood and (has_year or is_proper)


def _read_journal(text: str, tokens: Sequence[Token], known: Catalogue) -> VenueReading | None:
    """A journal of the large table, whose name is all of the text but its year and its article's kind."""
    for last in _possible_ends(tokens):
        name = find_journal(text, tokens[:last], known)
        if name is not None:
            match = Match(name, 0, last, tokens[0].start, tokens[last - 1].end)
            parts = Parts(text, match.after, after_name=True)
            parts.read_all(tokens, last, len(tokens))
            return make_reading(text, match, parts, match.start)
    return None


def _possible_ends(tokens: Sequence[Token]) -> Iterator[int]:
    """After which word a name may end: the last one, or one that only numbers and known words follow."""
    for end in range(len(tokens), 1, -1):
        yield end
        last = tokens[end - 1]
        if not last.is_number and decorations().get(last.folded) is None:
            return
