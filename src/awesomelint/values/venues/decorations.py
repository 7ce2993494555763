"""The words that stand around a venue's name: tracks, awards, months, and words that say nothing."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import NamedTuple

from awesomelint.values.venues.phrases import PhraseIndex


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
    STUDENT = "student research workshop"
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

    WORD = "word"


Decoration = Track | Award | Month | Noise

_TRACKS: dict[Track, str] = {
    Track.MAIN: "main, main conference, main track, main conference track, research track, regular, technical track",
    Track.FINDINGS: "findings, findings of, findings of the, finding",
    Track.WORKSHOP: "workshop, workshops, workshop on, w, ws, wksp, wkshp, workshop track, workshop paper",
    Track.DEMO: "demo, demos, demo track, demo paper, demonstration, demonstrations, demonstrations track, "
    "system demonstration, system demonstrations",
    Track.INDUSTRY: "industry, industry track, industrial track, industrial, applied data science, ads, ads track",
    Track.DATASETS: "datasets and benchmarks, datasets and benchmarks track, dataset and benchmark, "
    "dataset and benchmark track, dataset and benchmarks, datasets & benchmarks, dataset & benchmark, datasets/benchmarks, "
    "datasets/benchmarks track, datasets & benchmarks track, dataset & benchmark track, d&b, d&b track, db, db track, dataset track, datasets track, "
    "datasets, datasets benchmarks, datasets benchmarks track, benchmark track, d & b, evaluations and datasets track, resource track",
    Track.JOURNAL: "journal track, journal",
    Track.TUTORIAL: "tutorial, tutorials, tutorial track",
    Track.STUDENT: "srw, student research workshop, student workshop, student abstract, doctoral consortium",
    Track.SHORT: "short, short paper, short papers",
    Track.TINY: "tiny paper, tiny papers, tinypaper, tinypapers, tiny papers track",
    Track.POSITION: "position paper, position papers, position paper track, position",
    Track.NEW_IDEAS: "nier, new ideas and emerging results",
    Track.PRACTICE: "seip, software engineering in practice",
    Track.BLOG: "blogpost, blogposts, blog post, blog posts, blog track, blogpost track",
    Track.SHARED_TASK: "shared task, shared tasks",
    Track.COMPETITION: "competition, competitions, competition track, challenge",
    Track.LATE_BREAKING: "late breaking, late breaking work, late breaking results, lbw, extended abstract, extended abstracts",
    Track.SPECIAL: "special track, special session, ai for social impact track, creative ai",
    Track.UNDER_REVIEW: "under review, under-review, in submission, submitted, submission, in review, withdrawn, rejected, "
    "in progress",
}

_AWARDS: dict[Award, str] = {
    Award.ORAL: "oral, orals, oral presentation, oral paper, talk, long talk, contributed talk, long presentation",
    Award.SPOTLIGHT: "spotlight, spotlights, spotlight presentation, spotlight paper, short talk",
    Award.HIGHLIGHT: "highlight, highlights, highlighted, highlight paper",
    Award.POSTER: "poster, posters, poster presentation",
    Award.TOP: "top, notable top, notable, top 5, top 10, top 25, top 1, top 2, top 3, top 5 percent, top paper",
    Award.BEST_PAPER: "best, best paper, best paper award, best student paper, best student paper award, award, "
    "best industry paper, best short paper, best long paper, best resource paper, best theme paper, best system paper, "
    "best systems paper, best research paper, marr prize, best demo, best demo paper, best dataset paper, award paper",
    Award.CANDIDATE: "award candidate, best paper candidate, best paper candidates, best paper award candidate, "
    "best paper finalist, best paper award finalist, best paper nomination, best paper shortlist, finalist, "
    "best paper runner up, runner up, candidate, best student paper candidate, nominee, nomination, best paper nominee, "
    "best paper award runner up",
    Award.OUTSTANDING: "outstanding, outstanding paper, outstanding papers, outstanding paper award, outstanding award",
    Award.DISTINGUISHED: "distinguished, distinguished paper, distinguished paper award, distinguished papers",
    Award.HONORABLE: "honorable, honorable mention, honourable mention, best paper honorable mention, honorable mentions, "
    "outstanding paper honorable mention, best student paper honorable mention",
    Award.TEST_OF_TIME: "test of time, test of time award",
}

_MONTHS = (
    "jan, january", "feb, february", "mar, march", "apr, april", "may", "jun, june", "jul, july",
    "aug, august", "sep, sept, september", "oct, october", "nov, november", "dec, december",
)  # fmt: skip

_NOISE = (
    "a, accept, accepted, accepted at, accepted by, accepted to, accepted as, acm, and, annual, appear, appears, arr, "
    "article, as, at, by, camera ready, comment, companion, conf, conference, cvf, early access, ed, edition, et al, "
    "extended, extended version, for, forthcoming, full, full paper, ieee, in, in press, in proc, in proceedings, "
    "in proceedings of, international conference on, issue, iros ieee, j, journal version, jr, just accepted, letter, long, long paper, "
    "magazine, meeting, new, no, of, on, online, online first, paper, papers, perspective, preprint, presented at, "
    "press, proc, proceedings, proceedings of, proceedings of the, proc of, publication, published, published at, "
    "published in, pp, pub, research article, review, review article, rsj, siam, survey, th, nd, st, rd, the, to, to appear, "
    "to appear at, to appear in, tr, track, usenix, v, venue, ver, version, via, vol, volume, with, x, s, joint"
)


@cache
def decorations() -> PhraseIndex[Decoration]:
    """Every word and phrase that may stand around a venue's name, and what it means."""
    index: PhraseIndex[Decoration] = PhraseIndex()
    for number, names in enumerate(_MONTHS, 1):
        _add_all(index, names, Month(number))
    _add_all(index, _NOISE, Noise.WORD)
    for track, phrases in _TRACKS.items():
        _add_all(index, phrases, track)
    for award, phrases in _AWARDS.items():
        _add_all(index, phrases, award)
    return index


def _add_all(index: PhraseIndex[Decoration], phrases: str, meaning: Decoration) -> None:
    for phrase in phrases.split(", "):
        index.add(phrase, meaning)
