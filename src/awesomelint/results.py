"""What a run found: the one thing that reporters see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from awesomelint.diagnostics import Diagnostic, Fault, Severity
from awesomelint.needs import Liveness, Repository
from awesomelint.source import Position, Source

if TYPE_CHECKING:  # rules take long to load, and the command line's help does without
    from awesomelint.rule import Rule


@dataclass(frozen=True)
class FileResult:
    """One file's findings, sorted, suppressed ones left out; after fixing, what remains in the new text."""

    source: Source
    diagnostics: tuple[Diagnostic, ...] = ()
    suppressed: int = 0
    fixed: Mapping[str, int] = field(default_factory=dict)
    """How many findings of each rule were fixed."""
    before: FileResult | None = None
    """The result without fixing, where fixing changed the text: the source as it was read, all findings."""
    diff: str = ""
    """What fixing changed, as a patch that `git apply` takes; empty for a transcoding."""
    silenced: tuple[Diagnostic, ...] = ()
    """The findings that `suppressed` counts."""
    unchanged: tuple[Diagnostic, ...] = ()
    """Findings that an older version of the list has as well; they are not in `diagnostics`."""
    baselined: tuple[Diagnostic, ...] = ()
    """Findings that a baseline holds; they are not in `diagnostics` either."""
    ran: frozenset[str] = frozenset()
    """The codes of the rules that judged the list, and knew all that they had asked of the web."""


@dataclass(frozen=True)
class LinkCounts:
    """How far looking links up came, of those that are wanted; `verdicts` counts what was found."""

    skipped: int = 0
    """Those that were not, though a later run may do it."""
    verdicts: Mapping[str, int] = field(default_factory=dict)
    note: str = ""
    """What else there is to say of the looking up, for people; empty where there is nothing."""
    interrupted: bool = False
    """Whether the user ended the looking up: what was found by then still counts."""
    reasons: Mapping[str, int] = field(default_factory=dict)
    """Why links were skipped, for people, and how many for each reason."""
    earlier: int = 0
    """How many of the verdicts were known from earlier runs."""
    left_out: Mapping[str, int] = field(default_factory=dict)
    """How many more links there are that no run looks up, by the reason: excluded, not public, no HTTP."""
    unchanged: int = 0
    """How many more links there are that the change does not touch; they count nowhere else."""

    @property
    def looked_up(self) -> int:
        """How many links have a verdict."""
        return sum(self.verdicts.values())

    @property
    def total(self) -> int:
        """How many distinct links there are to be looked up."""
        return self.looked_up + self.skipped

    @property
    def coverage(self) -> float:
        """The percentage of them that were looked up; 100 where there are none."""
        return 100.0 * self.looked_up / self.total if self.total else 100.0


def count_links(found: Iterable[Liveness | None], why_unanswered: str = "") -> LinkCounts:
    """The counts of some links, each with its answer or None where there is none."""
    verdicts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    for liveness in found:
        if liveness is None:
            reasons[why_unanswered] += 1
        elif liveness.is_left_out:
            left_out[liveness.reason] += 1
        elif liveness.verdict == "skipped":
            reasons[liveness.reason] += 1
        else:
            verdicts[liveness.verdict] += 1
    return LinkCounts(reasons.total(), dict(verdicts), reasons=dict(reasons), left_out=dict(left_out))


class Occurrence(NamedTuple):
    """One place of a link: its URL begins there."""

    path: str
    position: Position


@dataclass(frozen=True)
class ListedLink:
    """A link of some lists, wherever it stands, and what is known of it."""

    liveness: Liveness
    occurrences: tuple[Occurrence, ...]
    """By path as given and position; at least one."""
    repository: Repository | None = None
    """What GitHub says of the repository that the link leads to, where it was asked."""
    is_renamed: bool = False
    """Whether that repository has another name today than in the link."""


@dataclass(frozen=True)
class ConfigChange:
    """A config, or a baseline, that a change adds, edits or removes; it does not count for that change."""

    path: str
    kind: Literal["added", "changed", "removed"]
    details: tuple[str, ...] = ()
    """What is different in it, in a few words each."""


@dataclass(frozen=True)
class AddedSuppression:
    """A comment that a change adds to a list, and that keeps findings quiet."""

    path: str
    start: Position
    text: str


@dataclass(frozen=True)
class Comparison:
    """What the lists were compared with, and what the change does to how they are judged."""

    revision: str
    """As the user named it."""
    commits: tuple[str, ...] = ()
    """The commits at which the change began, one for each repository."""
    config: tuple[ConfigChange, ...] = ()
    suppressions: tuple[AddedSuppression, ...] = ()
    silenced: tuple[Diagnostic, ...] = ()
    """New findings that suppressions keep quiet."""


@dataclass(frozen=True)
class BaselineUse:
    """What became of a baseline in this run."""

    path: str
    stale: int = 0
    """How many of its findings are gone from the lists that were checked."""
    written: int | None = None
    """How many findings it holds after `--update-baseline`; None where it was only read."""
    added: int = 0
    removed: int = 0


@dataclass(frozen=True)
class RunResult:
    """All files of one run, and what failed."""

    files: tuple[FileResult, ...] = ()
    faults: tuple[Fault, ...] = ()
    links: LinkCounts = field(default_factory=LinkCounts)
    interrupted: bool = False
    """Whether someone ended the run before it was through; then this is what was found until then."""
    rules: Mapping[str, Rule] = field(default_factory=dict)
    """By code, the rules that were installed, whether they were on or off."""
    comparison: Comparison | None = None
    """What a run with `--changed-since` compared."""
    baseline: BaselineUse | None = None

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Every finding, by path and position."""
        return sorted((d for f in self.files for d in f.diagnostics), key=lambda d: d.sort_key)

    def counts(self) -> Counter[Severity]:
        """How many findings of each severity remain."""
        return Counter(d.severity for f in self.files for d in f.diagnostics)
