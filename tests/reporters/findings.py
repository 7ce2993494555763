"""Findings made by hand, for reporters to write down."""

from dataclasses import replace

from awesomelint.diagnostics import Diagnostic, Edit, Fix, Related, Severity
from awesomelint.results import FileResult, LinkCounts, RunResult
from awesomelint.source import Source, Span, decode


def finding(source: Source, needle: str, **changes: object) -> Diagnostic:
    """A warning about the first `needle` of a text."""
    start = source.text.index(needle)
    span = Span(start, start + len(needle))
    diagnostic = Diagnostic(
        rule="VEN001",
        name="noncanonical-venue",
        severity=Severity.WARNING,
        path=source.path,
        span=span,
        start=source.position(span.start),
        end=source.position(span.end),
        message="the venue has another name",
        fingerprint="0f",
    )
    return replace(diagnostic, **changes)  # type: ignore[arg-type]


def edit(source: Source, needle: str, content: str) -> Edit:
    """The replacement of the first `needle` of a text."""
    start = source.text.index(needle)
    return Edit(Span(start, start + len(needle)), content)


def place(source: Source, needle: str, message: str = "") -> Related:
    """The first `needle` of a text as a related place."""
    at = finding(source, needle)
    return Related(source.path, at.span, at.start, at.end, message)


def run(source: Source, *diagnostics: Diagnostic, **changes: object) -> RunResult:
    """One file with findings; `changes` go to the `RunResult`."""
    ordered = tuple(sorted(diagnostics, key=lambda d: d.sort_key))
    return replace(RunResult((FileResult(source, ordered),)), **changes)  # type: ignore[arg-type]


def source(text: str, path: str = "README.md") -> Source:
    """A text as a file."""
    return decode(text.encode(), path)


__all__ = ["Fix", "LinkCounts", "Severity", "edit", "finding", "place", "run", "source"]
