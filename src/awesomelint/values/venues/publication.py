"""Where a paper was published, by what its authors write at arXiv: a comment, a journal reference.

A comment is free text: `Accepted at NeurIPS 2023; 10 pages`, but also `Submitted to ICLR 2024`, `Extended
version of our ICCV 2021 paper`, `1st place in the CVPR 2022 challenge`. What is not plainly an acceptance is
none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from awesomelint.values.venues.catalogue import Catalogue
from awesomelint.values.venues.decorations import Track
from awesomelint.values.venues.model import Kind, Venue
from awesomelint.values.venues.reading import VenueReading
from awesomelint.values.venues.running_text import find_venues

_SENTENCE_END = re.compile(r"(?<=[.;!])\s+|\n|\s[|/]\s")
_ACCEPTED = re.compile(
    r"\b(?:accepted|acceptance|to appear|appear(?:s|ed|ing)|to be (?:published|presented)|published|presented"
    r"|(?:in|the) proceedings|camera[- ]ready)\b",
    re.IGNORECASE,
)
_UNCERTAIN = re.compile(
    r"\b(?:submi(?:t|ss)\w*|under (?:review|revision|consideration)|(?:in|for) review|reject\w*|pending"
    r"|conditional\w*|not (?:yet )?accepted|withdraw\w*|retract\w*|challenges?|competitions?|shared tasks?"
    r"|winn(?:er|ing)s?|won|\d(?:st|nd|rd|th) place|extend\w*|extension\w*|expand\w*|follow-?up|previous\w*"
    r"|earlier|preliminary|(?:short|long)(?:er)? version|based on|builds? on|supersede\w*|companion|tutorial"
    r"|keynote|overlap)\b",
    re.IGNORECASE,
)
_MINOR = re.compile(
    r"workshop|\bw\d{2,4}\b|non-?archival|doctoral|extended abstract|late[- ]breaking|\bdemo|\bsrw\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\d+ ?(?:pages?|pp\.?|figures?|figs?|tables?)(?: \([^()]{0,40}\))?(?:,| and|\.)? ?)*"
)
_LONGEST_BETWEEN = 80
"""Characters from the word that says accepted to the venue."""
_LONGEST_STATEMENT = 2000
_PROCEEDINGS = re.compile(
    r"\b(?:in )?proceedings of the (?=(?:IEEE|ACM|AAAI)\b(?!\W*\d|\W*$))", re.IGNORECASE
)
"""`Proceedings of the IEEE` is a journal, but not where the name of a conference goes on."""
_OWN_YEAR = re.compile(r"\(((?:19|20)\d\d)\)|[,.] ((?:19|20)\d\d)\.?\Z")
_PEER_REVIEWED = (Kind.CONFERENCE, Kind.JOURNAL)
_FULL = frozenset(
    {Track.MAIN, Track.FINDINGS, Track.DATASETS, Track.INDUSTRY, Track.JOURNAL, Track.SHORT, Track.POSITION}
    | {Track.SPECIAL}
)
"""Tracks whose papers are papers of the venue."""


class Publication(NamedTuple):
    """Where a paper was published. Only a journal may have no year."""

    venue: Venue
    year: int | None
    track: Track | None
    evidence: str
    """What the authors wrote."""


def publication(
    comment: str, journal_reference: str, catalogue: Catalogue | None = None
) -> Publication | None:
    """Where the authors say that their paper was published; None where that is not known for sure.

    The journal reference counts before the comment. Workshops do not count: their papers are published again.
    """
    found = _from_reference(journal_reference, catalogue) or _from_comment(comment, catalogue)
    if found is None or (found.year is None and found.venue.kind is Kind.CONFERENCE):
        return None
    is_possible = found.year is None or found.venue.held_in(found.year) is not False
    return found if is_possible else None


def _from_comment(comment: str, catalogue: Catalogue | None) -> Publication | None:
    for sentence in _SENTENCE_END.split(comment[:_LONGEST_STATEMENT]):
        reading = _accepted(sentence, catalogue)
        if reading is not None:
            return Publication(reading.venue, reading.year, reading.track, sentence.strip())
    return None


def _from_reference(reference: str, catalogue: Catalogue | None) -> Publication | None:
    """`TMLR 2024`, `Proc. of EMNLP 2023, 12-20`, `IEEE Trans. … 45(3), 2023`."""
    text = _PROCEEDINGS.sub("", reference[:_LONGEST_STATEMENT])
    reading = next((each for each in find_venues(text, catalogue) if _is_place(each)), None)
    if reading is None or _MINOR.search(text):
        return None
    years = {year for pair in _OWN_YEAR.findall(text) for year in pair if year}
    year = reading.year or (int(years.pop()) if len(years) == 1 else None)
    return Publication(reading.venue, year, reading.track, reference.strip())


def _accepted(sentence: str, catalogue: Catalogue | None) -> VenueReading | None:
    if _UNCERTAIN.search(sentence) or _MINOR.search(sentence):
        return None
    venues = [each for each in find_venues(sentence, catalogue) if _is_place(each)]
    if not venues:
        return None
    start = venues[0].span[0]
    said = list(_ACCEPTED.finditer(sentence, 0, start))
    if said:
        return venues[0] if start - said[-1].end() <= _LONGEST_BETWEEN else None
    # Without a verb the venue must be what the sentence is about: it stands in front, with its year.
    is_first = _BEFORE.fullmatch(sentence[:start].lstrip()) is not None
    return venues[0] if is_first and venues[0].year is not None else None


def _is_place(reading: VenueReading) -> bool:
    return reading.venue.kind in _PEER_REVIEWED and (reading.track is None or reading.track in _FULL)
