"""What a rule may ask of the world, and the answers. Rules never open a socket or a file themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
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
    """Whether the replacement certainly is the same: https for http, a final slash, a known rename."""
    times_moved: int = 0
    """In how many runs the link led to the same new place."""
    checked_at: datetime | None = None
    """When it was looked up, in UTC; None where it never was."""
    failing_since: datetime | None = None
    """When the first of the failed look-ups was that had no success after them, in UTC."""
    failures: int = 0
    """How many of those were counted."""


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
    """Which fragments lead somewhere in another Markdown file beside the list."""

    list_path: str
    target: str
    """As in the link, without query and fragment; a `/` in front means the repository's root."""


LocalNeed = PathNeed | HistoryNeed | TrackedNeed | FragmentsNeed
Need = LivenessNeed | LocalNeed
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

    def merged(self, newer: Answers) -> Answers:
        """Both together; where both answer one need, the newer one counts."""
        return Answers(
            {**self.liveness, **newer.liveness},
            {**self.paths, **newer.paths},
            {**self.histories, **newer.histories},
            {**self.tracked, **newer.tracked},
            {**self.fragments, **newer.fragments},
        )
