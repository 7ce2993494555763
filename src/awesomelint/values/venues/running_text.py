"""Finds venues in running text: a list item, a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from awesomelint.values.venues.catalogue import Catalogue, shipped_catalogue
from awesomelint.values.venues.decorations import Award, Track, decorations
from awesomelint.values.venues.matching import Match, make_reading, match_name
from awesomelint.values.venues.model import Kind, Needs
from awesomelint.values.venues.parts import Parts
from awesomelint.values.venues.phrases import LATIN, Token, tokenize
from awesomelint.values.venues.reading import VenueReading

_WORD = re.compile(rf"(?:https?://|www\.)[^\s<>]+|[{LATIN}]+|[0-9]+")
_WINDOW = 160
"""Characters from the start of a name within which it, its year and its track must end."""
_WORDS_AFTER = 10
_GAP = re.compile(r"[ ,'’‘`´(*_\[\u00a0-]{0,4}|[)\]*]{1,3}[ ,'’‘(\[*]{0,3}")
_PART_BEFORE = re.compile(r"(?:[A-Za-z0-9][-‑]|[A-Za-z]\.|[_\\$])\Z")
_PART_AFTER = re.compile(r"_|[.:][a-z]")
_HYPHEN_AFTER = re.compile(r"[-‑](?=[A-Za-z])")
_TRACK_BEFORE = re.compile(r"(?:(Findings) of (?:the )?|Workshops? (?:at |@ ?))\Z", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"(?<![\w.])((?:19|20)\d\d)(?: (?:IEEE |ACM |IEEE/CVF )?)?\Z")
_METHOD_AFTER = re.compile(r":\s")
"""A name that opens a title is a method's: `GECCO: Geometrically-Conditioned …`."""
_FULL_DATE = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}")
_LOOK_BACK = 24
_MARKUP = "*_` "


def find_venues(text: str, catalogue: Catalogue | None = None) -> tuple[VenueReading, ...]:
    """The venues that running text names, in its order, none overlapping another.

    Strict where `parse_venue` trusts its text: a name that is also a word, a person or a method counts only
    in its own case and with what its `needs` asks for; a part of a compound, a path or an address is no name.
    """
    return tuple(_find(text, shipped_catalogue() if catalogue is None else catalogue))


def _find(text: str, known: Catalogue) -> Iterator[VenueReading]:
    end = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < end or not _may_start(word[0], known):
            continue
        longest = known.index.longest_from(word[0].casefold()) or 1
        tokens = tokenize(text, start, start + _WINDOW, limit=longest + _WORDS_AFTER)
        match = match_name(known, text, tokens, 0)
        if match is None or not _is_whole(text, match):
            continue
        reading = _read(text, tokens, match, end)
        if _is_sure(text, match, reading):
            yield reading
            end = reading.span[1]


def _may_start(word: str, known: Catalogue) -> bool:
    folded = word.casefold()
    if not known.index.longest_from(folded):
        return word[-1] == "W" and known.index.longest_from(folded[:-1]) > 0
    if not word[0].islower() or folded in known.small_starts:
        return True
    name = known.index.get(folded)
    return name is not None and name.needs is Needs.NOTHING


def _is_whole(text: str, match: Match) -> bool:
    """Whether the name is no part of a compound (`MM-VID`), an identifier or a host (`arxiv.org`)."""
    before = text[max(0, match.start - _LOOK_BACK) : match.start]
    if before[-1:].isdigit() and not _YEAR_BEFORE.search(before):
        return False
    if _PART_BEFORE.search(before) or _PART_AFTER.match(text, match.end):
        return False
    return _HYPHEN_AFTER.match(text, match.end) is None or _is_track(text, match.end + 1)


def _is_track(text: str, start: int) -> bool:
    tokens = tokenize(text, start, start + _LOOK_BACK, limit=4)
    found = decorations().longest(text, tokens, 0) if tokens else None
    return found is not None and isinstance(found[0], (Track, Award))


def _read(text: str, tokens: Sequence[Token], match: Match, free_from: int) -> VenueReading:
    """The name with the year, track and award that stand right beside it, and not before `free_from`."""
    parts = Parts(text, match.after, after_name=True, identifiers=match.holds_identifiers)
    parts.read_all(tokens, match.last, _end_of_run(text, tokens, match))
    start = match.start
    before = text[max(free_from, start - _LOOK_BACK) : start]
    if parts.track is None and (track := _TRACK_BEFORE.search(before)):
        parts.track = Track.FINDINGS if track[1] else Track.WORKSHOP
        start -= len(track[0])
    elif parts.year_span is None and (year := _YEAR_BEFORE.search(before)):
        start -= len(before) - year.start()
        parts.year, parts.year_span = int(year[1]), (start, start + 4)
    return make_reading(text, match, parts, start)


def _end_of_run(text: str, tokens: Sequence[Token], match: Match) -> int:
    """The index after the last word that tells something of the name and follows it without a break."""
    parts = Parts(text, match.after, after_name=True, identifiers=match.holds_identifiers)
    at = end = match.last
    while at < len(tokens) and _GAP.fullmatch(text, parts.end, tokens[at].start):
        known = (parts.year_span, parts.award, parts.track)
        at = parts.read(tokens, at)
        if parts.unknown:
            break
        if known != (parts.year_span, parts.award, parts.track):
            end = at
    return end


def _is_sure(text: str, match: Match, reading: VenueReading) -> bool:
    has_year = reading.year is not None
    is_proper = reading.name == match.name.text
    needs = match.name.needs
    if not has_year and _METHOD_AFTER.match(text, reading.span[1]):
        return False
    if needs is Needs.NOTHING:
        return is_proper or has_year or reading.venue.kind is Kind.PREPRINT
    if not is_proper or (reading.year_span and _FULL_DATE.match(text, reading.year_span[0])):
        return False
    if needs is Needs.CONTEXT:
        return has_year or _is_bracketed(text, reading)
    return has_year and (needs is Needs.YEAR or _is_bracketed(text, reading))


def _is_bracketed(text: str, reading: VenueReading) -> bool:
    start, end = reading.span
    before = text[max(0, start - 4) : start].rstrip(_MARKUP)
    after = text[end : end + 4].lstrip(_MARKUP)
    return before[-1:] in ("[", "(", "（", "【") and after[:1] in ("]", ")", "）", "】")
