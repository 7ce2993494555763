"""What a run found: the one thing that reporters see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from awesomelint.diagnostics import Diagnostic, Fault, Severity
from awesomelint.source import Source

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


@dataclass(frozen=True)
class LinkCounts:
    """How far looking links up came: `skipped` were not asked for, `verdicts` counts the others."""

    skipped: int = 0
    verdicts: Mapping[str, int] = field(default_factory=dict)
    note: str = ""
    """What else there is to say of the looking up, for people; empty where there is nothing."""
    interrupted: bool = False
    """Whether the user ended the looking up: what was found by then still counts."""
    reasons: Mapping[str, int] = field(default_factory=dict)
    """Why links were skipped, for people, and how many for each reason."""
    earlier: int = 0
    """How many of the verdicts were known from earlier runs."""

    @property
    def looked_up(self) -> int:
        """How many links have a verdict."""
        return sum(self.verdicts.values())

    @property
    def total(self) -> int:
        """How many distinct links there are."""
        return self.looked_up + self.skipped

    @property
    def coverage(self) -> float:
        """The percentage of links that were looked up; 100 where there are none."""
        return 100.0 * self.looked_up / self.total if self.total else 100.0


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

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Every finding, by path and position."""
        return sorted((d for f in self.files for d in f.diagnostics), key=lambda d: d.sort_key)

    def counts(self) -> Counter[Severity]:
        """How many findings of each severity remain."""
        return Counter(d.severity for f in self.files for d in f.diagnostics)
