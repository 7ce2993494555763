"""What the report for people says of findings that are not new, and of what a change does to the checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from awesomelint.diagnostics import Severity
from awesomelint.reporters.excerpt import shorten
from awesomelint.reporters.prose import counted
from awesomelint.reporters.safe import visible
from awesomelint.results import BaselineUse, Comparison, ConfigChange, RunResult

_MOST_NAMED = 5
_LONGEST = 80


def not_shown(result: RunResult, show: Severity) -> Iterator[str]:
    """How many findings from a level up were left out because they are not new."""
    old = sum(d.severity.rank >= show.rank for file in result.files for d in file.unchanged)
    kept = sum(d.severity.rank >= show.rank for file in result.files for d in file.baselined)
    if old:
        yield f"{counted(old, 'older finding')} not shown."
    if kept and (result.baseline is None or result.baseline.written is None):
        yield f"{counted(kept, 'finding')} of the baseline not shown."


def remarks(result: RunResult) -> Iterator[str]:
    """A line each for changed configs, added suppressions, what they keep quiet, and the baseline."""
    if result.comparison is not None:
        yield from about_the_change(result.comparison)
    if result.baseline is not None:
        yield from _about_the_baseline(result.baseline)


def about_the_change(comparison: Comparison) -> Iterator[str]:
    """A line each for changed configs, added suppressions, and what they keep quiet."""
    name = shorten(visible(comparison.revision), _LONGEST)
    if comparison.config:
        changes = _some([_config_change(change) for change in comparison.config])
        yield f"The change edits how lists are judged: {changes}. This run goes by {name}."
    if comparison.suppressions:
        added = [
            f"{visible(each.path)}:{each.start.line} {shorten(visible(each.text), _LONGEST)}"
            for each in comparison.suppressions
        ]
        yield f"The change adds {counted(len(added), 'suppression')}: {_some(added)}."
    if comparison.silenced:
        places = [f"{visible(d.path)}:{d.start.line} {d.rule}" for d in comparison.silenced]
        yield f"Suppressions keep {counted(len(places), 'finding')} of the change quiet: {_some(places)}."


def _about_the_baseline(use: BaselineUse) -> Iterator[str]:
    path = visible(use.path)
    if use.written is not None:
        yield f"Wrote {path}: {counted(use.written, 'finding')}, {use.added} added, {use.removed} removed."
    elif use.stale:
        verb, them = ("is", "it") if use.stale == 1 else ("are", "them")
        yield f"{counted(use.stale, 'finding')} of {path} {verb} gone; --update-baseline takes {them} out."


def _config_change(change: ConfigChange) -> str:
    details = _some([shorten(visible(detail), _LONGEST) for detail in change.details])
    return f"{visible(change.path)} {change.kind}" + (f" ({details})" if details else "")


def _some(items: Sequence[str]) -> str:
    rest = len(items) - _MOST_NAMED
    return ", ".join(items[:_MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
