"""What a rule is. A rule judges; what it needs to know is in `values`, `works` and `document`.

A rule is one class in a file of its own, derived from one of the kinds below. Its docstring is its
documentation; the fenced `bad` and `good` blocks in it are run as tests.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import Any, ClassVar, Literal

from awesomelint.diagnostics import Diagnostic, Fix, Related, Severity
from awesomelint.directives import SuppressionReport
from awesomelint.document import Document, Entry
from awesomelint.needs import Answers, Need
from awesomelint.source import Source, Span

Read = Literal["clock", "tree", "git", "web"]
Profile = Literal["default", "awesome", "strict"]


@dataclass(frozen=True)
class NoOptions:
    """The options of a rule that has none."""


@dataclass(frozen=True)
class Context:
    """What a rule is given besides the list: its options, today's date in UTC, the answers to its needs."""

    options: Any = field(default_factory=NoOptions)
    today: date = field(default_factory=date.today)
    answers: Answers = field(default_factory=Answers)


class Rule(ABC):
    """What all rules declare.

    `code` is stable and never reused; `name` reads as "allow NAME" and names the fault. `aliases` are
    former names. `stands_for` are rules of remark-lint and awesome-lint that it replaces: their comments
    silence it as well. A rule does not run without what it `reads`; what it `consults` makes it more exact,
    and it runs without that, too. A `preview` rule runs only when selected by name or code. `Options` is a
    frozen dataclass with defaults; a list's config sets its fields, and their types are checked.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    reads: ClassVar[frozenset[Read]] = frozenset()
    consults: ClassVar[frozenset[Read]] = frozenset()
    profiles: ClassVar[frozenset[Profile]] = frozenset({"default", "awesome", "strict"})
    preview: ClassVar[bool] = False
    aliases: ClassVar[tuple[str, ...]] = ()
    stands_for: ClassVar[tuple[str, ...]] = ()
    Options: ClassVar[type] = NoOptions

    @property
    def family(self) -> str:
        """The letters of the code: `VEN` of `VEN001`."""
        return self.code.rstrip("0123456789")

    def diagnostic(
        self,
        place: Document | Source,
        span: Span,
        message: str,
        *,
        fix: Fix | None = None,
        suggestions: Sequence[Fix] = (),
        related: Sequence[Related] = (),
        severity: Severity | None = None,
        parts: Sequence[Diagnostic] = (),
    ) -> Diagnostic:
        """A finding of this rule at a span."""
        source = place if isinstance(place, Source) else place.source
        further = (self._fingerprint(place, each.span) for each in related if each.is_same_fault)
        return Diagnostic(
            rule=self.code,
            name=self.name,
            severity=severity or self.severity,
            path=source.path,
            span=span,
            start=source.position(span.start),
            end=source.position(span.end),
            message=message,
            fingerprint=self._fingerprint(place, span),
            fix=fix,
            suggestions=tuple(suggestions),
            related=tuple(related),
            further_fingerprints=tuple(further),
            parts=tuple(parts),
        )

    def _fingerprint(self, place: Document | Source, span: Span) -> str:
        source = place if isinstance(place, Source) else place.source
        entry = place.entry_at(span.start) if isinstance(place, Document) else None
        return _fingerprint(self.code, _identity(entry), source.slice(span))


class SourceRule(Rule):
    """Judges how a file was written; the only kind that also sees a file that is not UTF-8."""

    @abstractmethod
    def check(self, source: Source, context: Context) -> Iterable[Diagnostic]:
        """The findings in one file."""


class FileRule(Rule):
    """Judges one list by itself."""

    def needs(self, document: Document, context: Context) -> Iterable[Need]:  # noqa: ARG002
        """What `check` wants to know; asked for all files together, before any `check`."""
        return ()

    @abstractmethod
    def check(self, document: Document, context: Context) -> Iterable[Diagnostic]:
        """The findings in one list."""


class RunRule(Rule):
    """Compares the lists of one run by summaries, which are small and picklable."""

    @abstractmethod
    def summarise(self, document: Document) -> Any:
        """What `check` needs to know of one list."""

    @abstractmethod
    def check(self, summaries: Sequence[Any], context: Context) -> Iterable[Diagnostic]:
        """The findings between the lists."""

    def diagnostic_at(
        self, place: Related, identity: str, message: str, *, related: Sequence[Related] = ()
    ) -> Diagnostic:
        """A finding at a place that a summary has kept, about the entry of some identity."""
        return Diagnostic(
            rule=self.code,
            name=self.name,
            severity=self.severity,
            path=place.path,
            span=place.span,
            start=place.start,
            end=place.end,
            message=message,
            fingerprint=_fingerprint(self.code, identity, place.message),
            related=tuple(related),
        )


class SuppressionRule(Rule):
    """Judges the comments that switch rules off, after all other kinds have run."""

    @abstractmethod
    def check(self, report: SuppressionReport, document: Document, context: Context) -> Iterable[Diagnostic]:
        """The findings in the comments of one list."""


def related(
    place: Document | Source, span: Span, message: str = "", *, is_same_fault: bool = False
) -> Related:
    """Another place in the same file, for `Diagnostic.related`."""
    source = place if isinstance(place, Source) else place.source
    start, end = source.position(span.start), source.position(span.end)
    return Related(source.path, span, start, end, message, is_same_fault)


def _identity(entry: Entry | None) -> str:
    if entry is None:
        return ""
    if entry.work is not None:
        return entry.work.identity
    return entry.title.text if entry.title else ""


def _fingerprint(code: str, identity: str, faulty: str) -> str:
    """Of rule, entry identity and faulty text, never of line numbers or message: it survives moved lines."""
    parts = "\0".join((code, identity, " ".join(faulty.split())))
    return blake2b(parts.encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()
