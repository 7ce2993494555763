"""What a rule says about a place, and the edits that would mend it: small immutable values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from awesomelint.source import Position, Span

Evidence = Literal["exact", "history", "statistics"]


class Severity(str, Enum):
    """How sure and how bad; ordered by `rank`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Applicability(str, Enum):
    """Whether a fix may be applied without asking: `safe` is certainly what the author meant."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    r"""Replace the text of `span` by `content`; an empty span inserts, an empty content deletes.

    `content` uses `\n` for line ends; the fixer writes the file's own.
    """

    span: Span
    content: str


@dataclass(frozen=True, slots=True)
class Transcode:
    """Rewrite the whole file from one encoding to another; the text stays the same."""

    source: str
    target: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Fix:
    """One repair, all or nothing: either text edits or one transcoding.

    `title` completes "fix: …" in the imperative. `evidence` says where a restored text comes from.
    """

    title: str
    edits: tuple[Edit, ...] = ()
    applicability: Applicability = Applicability.SAFE
    transcode: Transcode | None = None
    evidence: Evidence = "exact"

    @property
    def is_safe(self) -> bool:
        """Whether plain `--fix` applies it."""
        return self.applicability is Applicability.SAFE


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a diagnostic speaks of."""

    path: str
    span: Span
    start: Position
    end: Position
    message: str = ""
    is_same_fault: bool = False
    """Whether the fault itself is there as well, so that it might be a finding of its own."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. Its `fingerprint`, of rule, entry and faulty text, stays the same when lines move.

    `further_fingerprints` are those that its other places would have as findings of their own. `parts` are
    such findings; some of them are told instead where the others are not new.
    """

    rule: str
    name: str
    severity: Severity
    path: str
    span: Span
    start: Position
    end: Position
    message: str
    fingerprint: str
    fix: Fix | None = None
    suggestions: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    further_fingerprints: tuple[str, ...] = ()
    parts: tuple[Diagnostic, ...] = ()

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By path, position and code; the message only to make ties repeatable."""
        return (self.path, self.span.start, self.span.end, self.rule, self.message)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that failed in the tool or its input, as opposed to in the list: exit code 3."""

    path: str
    message: str
    rule: str | None = None
