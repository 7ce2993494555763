"""The report for the log of a GitHub workflow: commands that its runner turns into annotations of lines.

How commands are written and escaped is said by `ActionCommand.cs` of actions/runner and by `@actions/core`.
"""

from __future__ import annotations

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Fault, Severity
from awesomelint.reporters import Layout
from awesomelint.reporters.closing import closing
from awesomelint.reporters.excerpt import shorten
from awesomelint.reporters.places import path_in_repository
from awesomelint.reporters.prose import Pen, counted, joined
from awesomelint.reporters.remedy import LONGEST_MESSAGE, what_it_does
from awesomelint.reporters.safe import defused, visible
from awesomelint.results import RunResult
from awesomelint.source import Source

MOST_OF_A_TYPE = 10
"""GitHub shows no more annotations of one type for one step."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(result: RunResult, layout: Layout) -> str:
    """Faults and the findings from `layout.show` up, errors first, ten of a type; then what is left out."""
    shown = [d for d in result.diagnostics if d.severity.rank >= layout.show.rank]
    sources = {file.source.path: file.source for file in result.files}
    by_type: dict[Severity, list[Diagnostic | Fault]] = {severity: [] for severity in Severity}
    by_type[Severity.ERROR] += result.faults
    for diagnostic in shown:
        by_type[diagnostic.severity].append(diagnostic)
    lines = [
        _fault(item) if isinstance(item, Fault) else _finding(item, sources[item.path])
        for items in by_type.values()
        for item in items[:MOST_OF_A_TYPE]
    ]
    lines += _left_out({severity: len(items) - MOST_OF_A_TYPE for severity, items in by_type.items()})
    if not layout.quiet:
        lines += map(defused, closing(result, shown, layout, Pen(color=False, width=None)))
    return "".join(f"{line}\n" for line in lines)


def escape_data(text: str) -> str:
    """Text as the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Text as the value of one of a command's properties."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def command(name: str, message: str, **properties: str) -> str:
    """One workflow command, on one line whatever the message holds."""
    given = ",".join(f"{key}={escape_property(value)}" for key, value in properties.items())
    return f"::{name}{' ' if given else ''}{given}::{escape_data(message)}"


def _finding(diagnostic: Diagnostic, source: Source) -> str:
    d = diagnostic
    lines = [shorten(visible(d.message), LONGEST_MESSAGE)]
    if d.fix is not None:
        option = "--fix" if d.fix.is_safe else "--unsafe-fixes"
        lines.append(f"{option}: {what_it_does(d.fix, source)}")
    place = {"file": visible(path_in_repository(d.path)), "line": str(d.start.line)}
    if d.end.line == d.start.line:
        # GitHub takes columns only of a place within one line.
        place |= {"endLine": str(d.end.line), "col": str(d.start.column), "endColumn": str(d.end.column)}
    else:
        place["endLine"] = str(d.end.line)
    return command(_COMMANDS[d.severity], "\n".join(lines), **place, title=f"{d.rule} {d.name}")


def _fault(fault: Fault) -> str:
    message = shorten(visible(fault.message), LONGEST_MESSAGE)
    place = {"file": visible(path_in_repository(fault.path))} if fault.path else {}
    return command("error", message, **place, title="awesomelint could not do its work")


def _left_out(counts: dict[Severity, int]) -> Iterator[str]:
    left = [counted(count, f"more {severity.value}") for severity, count in counts.items() if count > 0]
    if left:
        yield f"Not annotated: {joined(left)}; GitHub shows {MOST_OF_A_TYPE} of a type."
