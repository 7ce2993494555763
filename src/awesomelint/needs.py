"""What a rule may ask of the world, and the answers. Rules never open a socket or a file themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Verdict = Literal["alive", "moved", "dead", "suspect", "blocked", "unreachable", "skipped"]


@dataclass(frozen=True, slots=True)
class LivenessNeed:
    """Whether a URL still leads anywhere. The fragment is no part of the question."""

    url: str


@dataclass(frozen=True, slots=True)
class Liveness:
    """The answer about one URL. `reason` is a short phrase for people, such as "404 Not Found"."""

    url: str
    verdict: Verdict
    reason: str
    status: int | None = None
    final_url: str | None = None
    """Where it led, if elsewhere."""
    replacement: str | None = None
    """Of a moved link: what to write instead, in the link's own spelling and with its fragment."""
    is_same_page: bool = False
    """Whether the replacement certainly is the same: https for http, a final slash, a stated rename."""
    is_left_out: bool = False
    """Of a skipped link: whether every run will skip it, as it is excluded, not public or not for HTTP."""
    is_renamed: bool = False
    """Whether the host itself states the new name of what the link leads to."""
    archived_url: str | None = None
    """Of a dead link: a copy in a public archive, where that was asked for."""
    archived_on: date | None = None
    """The day of that copy."""
    times_moved: int = 0
    """In how many runs the link led to the same new place."""
    checked_at: datetime | None = None
    """When it was looked up, in UTC; None where it never was."""
    failing_since: datetime | None = None
    """When the first of the failed look-ups was that had no success after them, in UTC."""
    failures: int = 0
    """How many of those were counted."""


@dataclass(frozen=True, slots=True)
class RepositoryNeed:
    """How a repository at GitHub is kept; `name` is `owner/name` in small letters."""

    name: str


@dataclass(frozen=True, slots=True)
class Repository:
    """What GitHub says of one repository. One that is gone has no such answer: its links are dead."""

    name: str
    """`owner/name` as it is called today, which may be another one than was asked for."""
    is_archived: bool = False
    archived_on: date | None = None
    """The day on which its owner archived it, where GitHub says so."""


@dataclass(frozen=True, slots=True)
class ArxivNeed:
    """What arXiv knows of a paper. What authors add later is asked for anew only where that is wanted."""

    id: str
    is_current: bool = False
    """Whether comment and journal reference are wanted, and not older than a month."""


@dataclass(frozen=True, slots=True)
class ArxivPaper:
    """A paper as arXiv's API describes its latest version."""

    id: str
    title: str
    first_day: date
    """The day of its first submission, in UTC."""
    authors: tuple[str, ...] = ()
    """The first ones, as `Given Family`."""
    comment: str | None = None
    """What the authors say of it; empty where they say nothing, None where that was not looked up lately."""
    journal_reference: str | None = None
    """As `comment`."""
    doi: str = ""
    """That of the published paper, in small letters, where the authors name one."""


@dataclass(frozen=True, slots=True)
class OpenReviewNeed:
    """What OpenReview knows of a paper, by the identifier of its forum."""

    id: str


@dataclass(frozen=True, slots=True)
class OpenReviewPaper:
    """A paper as OpenReview's API describes it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class PathNeed:
    """Whether a relative target leads to a file or a folder beside the list."""

    list_path: str
    target: str
    """As in the link, without query and fragment; a `/` in front means the repository's root."""


@dataclass(frozen=True, slots=True)
class HistoryNeed:
    """The earlier versions of a list, and the Markdown files beside it in its repository, as texts."""

    list_path: str


@dataclass(frozen=True, slots=True)
class TrackedNeed:
    """Whether git tracks what a relative target leads to."""

    list_path: str
    target: str
    """As in the link, without query and fragment; a `/` in front means the repository's root."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """The answer about one target. One outside the repository, or without a repository, has no answer."""

    is_tracked: bool
    spelling: str | None = None
    """Of a target that is not tracked: the only tracked one that differs from it in case alone."""


@dataclass(frozen=True, slots=True)
class FragmentsNeed:
    """Which fragments lead somewhere in another Markdown file of the list's repository."""

    list_path: str
    target: str
    """As in the link, without fragment and, of a path, without query; a `/` in front means the repository's
    root. A URL at GitHub has an answer if git's `origin` is the repository that it shows a file of."""


LocalNeed = PathNeed | HistoryNeed | TrackedNeed | FragmentsNeed
WebNeed = LivenessNeed | RepositoryNeed | ArxivNeed | OpenReviewNeed
Need = WebNeed | LocalNeed
LOCAL_NEEDS = (PathNeed, HistoryNeed, TrackedNeed, FragmentsNeed)
"""What is answered without the web, and therefore always."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the engine found out; a need that was not looked into has no answer."""

    liveness: Mapping[str, Liveness] = field(default_factory=dict)
    paths: Mapping[PathNeed, bool] = field(default_factory=dict)
    histories: Mapping[HistoryNeed, tuple[str, ...]] = field(default_factory=dict)
    """The newest text first; nothing for a list outside a repository."""
    tracked: Mapping[TrackedNeed, Tracked] = field(default_factory=dict)
    fragments: Mapping[FragmentsNeed, tuple[str, ...]] = field(default_factory=dict)
    repositories: Mapping[str, Repository] = field(default_factory=dict)
    """By the name that was asked for."""
    arxiv: Mapping[str, ArxivPaper] = field(default_factory=dict)
    openreview: Mapping[str, OpenReviewPaper] = field(default_factory=dict)

    def has(self, need: WebNeed) -> bool:
        """Whether the web answered a need; a link that was skipped was not looked into."""
        match need:
            case LivenessNeed():
                found = self.liveness.get(need.url)
                return found is not None and found.verdict != "skipped"
            case RepositoryNeed():
                return need.name in self.repositories
            case ArxivNeed():
                return need.id in self.arxiv
            case OpenReviewNeed():
                return need.id in self.openreview

    def merged(self, newer: Answers) -> Answers:
        """Both together; where both answer one need, the newer one counts."""
        return Answers(
            {**self.liveness, **newer.liveness},
            {**self.paths, **newer.paths},
            {**self.histories, **newer.histories},
            {**self.tracked, **newer.tracked},
            {**self.fragments, **newer.fragments},
            {**self.repositories, **newer.repositories},
            {**self.arxiv, **newer.arxiv},
            {**self.openreview, **newer.openreview},
        )
