"""The words that stand around a venue's name: tracks, awards, months, and words that say nothing."""

from __future__ import annotations

from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from awesomelint.values.venues.phrases import PhraseIndex

_WORDS = Path(__file__).resolve().parent.parent / "data" / "venue-words.tsv"


class Track(Enum):
    """The part of a venue in which a paper appeared."""

    MAIN = "main"
    FINDINGS = "findings"
    WORKSHOP = "workshop"
    DEMO = "demo"
    INDUSTRY = "industry"
    DATASETS = "datasets and benchmarks"
    JOURNAL = "journal track"
    TUTORIAL = "tutorial"
    STUDENT = "student research"
    SHORT = "short papers"
    TINY = "tiny papers"
    POSITION = "position papers"
    NEW_IDEAS = "new ideas and emerging results"
    PRACTICE = "software engineering in practice"
    BLOG = "blog posts"
    SHARED_TASK = "shared task"
    COMPETITION = "competition"
    LATE_BREAKING = "late-breaking results"
    SPECIAL = "special track"
    UNDER_REVIEW = "under review"
    """Not a track: the paper was only submitted."""


class Award(Enum):
    """How a paper was presented or honoured."""

    ORAL = "oral"
    SPOTLIGHT = "spotlight"
    HIGHLIGHT = "highlight"
    POSTER = "poster"
    TOP = "top percentage"
    AWARD = "award"
    BEST_PAPER = "best paper"
    CANDIDATE = "best paper candidate"
    OUTSTANDING = "outstanding paper"
    DISTINGUISHED = "distinguished paper"
    HONORABLE = "honorable mention"
    TEST_OF_TIME = "test of time"


class Month(NamedTuple):
    """A month's name as a number from 1 to 12."""

    number: int


class Noise(Enum):
    """A word that says nothing about the venue."""

    WORD = "noise"


Decoration = Track | Award | Month | Noise

_MONTHS = (
    "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
    "sep sept september", "oct october", "nov november", "dec december",
)  # fmt: skip


@cache
def decorations() -> PhraseIndex[Decoration]:
    """Every word and phrase of `data/venue-words.tsv`, and the months, with what they mean."""
    index: PhraseIndex[Decoration] = PhraseIndex()
    for number, names in enumerate(_MONTHS, 1):
        for name in names.split():
            index.add(name, Month(number))
    meanings: dict[str, Decoration] = {meaning.value: meaning for meaning in (*Track, *Award, *Noise)}
    for line in _WORDS.read_text(encoding="utf-8").split("\n")[1:]:
        phrase, tab, meaning = line.partition("\t")
        if tab:
            index.add(phrase, meanings[meaning])
    return index
