"""Finds venues in running text: a list item, a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from awesomelint.values.venues.catalogue import Catalogue, catalogue
from awesomelint.values.venues.decorations import Award, Track, decorations
from awesomelint.values.venues.matching import Match, make_reading, match_name
from awesomelint.values.venues.model import Kind, Needs
from awesomelint.values.venues.parts import Parts
from awesomelint.values.venues.phrases import LATIN, Token, tokenize
from awesomelint.values.venues.reading import VenueReading

_WORD = re.compile(
    rf"(?P<skip>(?:https?://|www\.)[^\s<>]+|[\w.+-]{{1,64}}@[\w-]+\.[\w.-]+)|[{LATIN}]+|[0-9]+"
)
_NAME_WINDOW = 160
"""Characters from the start of a name within which it, its year and its track must end."""
_AFTER_GAP = re.compile(r"[ ,'’‘`´(*_\[\u00a0-]{0,4}|[)\]}*]{0,3}[ ,'’‘(\[*]{0,3}")
_FINDINGS_OF = re.compile(r"(?:Findings of (?:the )?|Workshops? (?:at|@) ?)\Z", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"(?<![\w.])((?:19|20)\d\d) (?:IEEE |ACM |IEEE/CVF )?\Z")
_OPENING, _CLOSING, _MARKUP = "[(（【", "])）】", "*_` "


def find_venues(text: str, known: Catalogue | None = None) -> tuple[VenueReading, ...]:
    """The venues that running text names, in its order, none overlapping another.

    Strict where `parse_venue` trusts its text: names that are also words, people or methods count only with what
    `Venue.needs` asks for, written in their own case; a name that is part of a compound, a path or an address does not.
    """
    return tuple(_find(text, known or catalogue()))


def _find(text: str, known: Catalogue) -> Iterator[VenueReading]:
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end or word["skip"] is not None or not _may_start(word[0], known):
            continue
        start = word.start()
        tokens = tokenize(text, start, min(len(text), start + _NAME_WINDOW), limit=24)
        match = match_name(known, text, tokens, 0) if tokens and tokens[0].start == start else None
        if match is None or not _is_free(text, match):
            continue
        reading = _read(text, tokens, match)
        if _is_sure(text, match, reading):
            yield reading
            end = reading.span[1]


def _may_start(word: str, known: Catalogue) -> bool:
    folded = word.casefold()
    return known.index.starts_with(folded) or (word[-1] == "W" and known.index.starts_with(folded[:-1]))


def _is_free(text: str, match: Match) -> bool:
    """Whether the name is not a part of a compound (`MM-VID`, `T-MIA`), an identifier or a host (`arxiv.org`)."""
    before = text[max(0, match.start - 2) : match.start]
    if before and (before[-1] in "_\\$#" or (before[-1].isascii() and before[-1].isalnum())):
        return before[-1] == "#" or before[-1].isdigit()
    if len(before) == 2 and before[1] in "-./" and before[0].isalpha() and match.needs is not Needs.NOTHING:
        return False
    if len(before) == 2 and before[1] in "-." and before[0].isalnum():
        return False
    after = text[match.end : match.end + 3]
    if after[:1] == "_" or (after[:1] in (".", ":") and after[1:2].isalpha() and after[1:2].islower()):
        return False
    return not (after[:1] in ("-", "‑") and after[1:2].isalpha()) or _is_track_suffix(text, match.end + 1)


def _is_track_suffix(text: str, start: int) -> bool:
    tokens = tokenize(text, start, start + 40, limit=4)
    found = decorations().longest(text, tokens, 0) if tokens else None
    return found is not None and isinstance(found[0], (Track, Award))


def _read(text: str, tokens: Sequence[Token], match: Match) -> VenueReading:
    """The name with the year, track and award that stand right beside it."""
    parts = Parts(text, match.end, after_name=True, identifiers=match.name.venue.kind is Kind.PREPRINT)
    at = match.last
    kept_at, kept_end = at, match.end
    while at < len(tokens) and _AFTER_GAP.fullmatch(text, parts.end, tokens[at].start):
        trial = _says_something(text, tokens, at, parts)
        at = parts.read(tokens, at)
        if parts.unknown:
            break
        if trial or (parts.year_span is not None and parts.year_span[0] >= kept_end):
            kept_at, kept_end = at, parts.end
    return _reread(text, tokens, match, kept_at)


def _reread(text: str, tokens: Sequence[Token], match: Match, stop: int) -> VenueReading:
    parts = Parts(text, match.end, after_name=True, identifiers=match.name.venue.kind is Kind.PREPRINT)
    at = match.last
    while at < stop:
        at = parts.read(tokens[:stop], at)
    start = match.start
    before = text[max(0, start - 40) : start]
    if parts.track is None and (track := _FINDINGS_OF.search(before)):
        parts.track = Track.FINDINGS if track[0][:1] in "Ff" else Track.WORKSHOP
        start -= len(track[0])
    if parts.year_span is None and (year := _YEAR_BEFORE.search(before)):
        place = match.start - len(before) + year.start(1)
        parts.year, parts.year_span = int(year[1]), (place, place + 4)
        start = min(start, place)
    return make_reading(text, match, parts, start)


def _says_something(text: str, tokens: Sequence[Token], at: int, parts: Parts) -> bool:
    """Whether the word at `at` is a track, or an award right after a year or in a bracket."""
    found = decorations().longest(text, tokens, at)
    if found is None or not isinstance(found[0], (Track, Award)):
        return False
    return True


def _is_sure(text: str, match: Match, reading: VenueReading) -> bool:
    written = reading.name
    has_year = reading.year is not None
    proper = written == match.name.text
    if match.needs is Needs.NOTHING:
        return proper or has_year or not written.islower() or match.name.venue.kind is Kind.PREPRINT
    if not proper:
        return False
    if match.needs is Needs.CONTEXT:
        return has_year or _is_bracketed(text, reading)
    if match.needs is Needs.YEAR:
        return has_year
    return has_year and _is_bracketed(text, reading)


def _is_bracketed(text: str, reading: VenueReading) -> bool:
    start, end = reading.span
    before = text[max(0, start - 6) : start].rstrip(_MARKUP)
    after = text[end : end + 6].lstrip(_MARKUP)
    return bool(before) and bool(after) and before[-1] in _OPENING and after[0] in _CLOSING
