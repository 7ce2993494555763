"""What a run found, written down: one module a format, each with one function `render(result, layout)`.

A reporter reads `RunResult` and gives text; where it goes, and with which exit code the run ends,
is the command line's affair.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from awesomelint.diagnostics import Severity
from awesomelint.results import RunResult

FORMATS = ("text", "json", "github", "sarif", "markdown", "rdjson")


@dataclass(frozen=True)
class Layout:
    """What a report looks like. JSON takes no notice of it, the other formats for programs only of `show`."""

    show: Severity = Severity.WARNING
    """Findings below are counted, not listed."""
    width: int = 100
    """Cells of a line."""
    wrap: bool = False
    """Break long lines of prose between words. Through a pipe a finding's first line stays one line."""
    color: bool = False
    quiet: bool = False
    """The findings and nothing else."""
    statistics: bool = False
    """Counts per rule in place of the findings."""
    browse: str = ""
    """Where this revision's files can be read on the web: an address that a path is appended to."""


def reporter(name: str) -> Callable[[RunResult, Layout], str]:
    """The `render` function of one of `FORMATS`; its module is loaded only when it is asked for."""
    render: Callable[[RunResult, Layout], str] = import_module(f"awesomelint.reporters.{name}").render
    return render
