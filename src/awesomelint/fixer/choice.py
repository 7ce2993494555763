"""Which fixes are applied together: in order, and none that overlaps or touches an earlier one."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from awesomelint.diagnostics import Diagnostic, Edit, Fix, Severity


def fixable(
    diagnostics: Iterable[Diagnostic], *, unsafe: bool, show: Severity
) -> list[tuple[Diagnostic, Fix]]:
    """The shown findings whose fix may be applied, each with it, in the order in which they are taken."""
    found = [
        (diagnostic, diagnostic.fix)
        for diagnostic in diagnostics
        if diagnostic.fix is not None
        and (diagnostic.fix.is_safe or unsafe)
        and diagnostic.severity.rank >= show.rank
    ]
    return sorted(found, key=lambda pair: _order(*pair))


def together(candidates: Iterable[tuple[Diagnostic, Fix]]) -> list[tuple[Diagnostic, Fix]]:
    """Those of the candidates that can be applied in one go; a transcoding goes alone."""
    chosen: list[tuple[Diagnostic, Fix]] = []
    edits: list[Edit] = []
    for diagnostic, fix in candidates:
        if fix.transcode is not None:
            if not chosen:
                return [(diagnostic, fix)]
        elif not any(_touches_one(edit, edits) for edit in fix.edits):
            chosen.append((diagnostic, fix))
            for edit in fix.edits:
                insort(edits, edit)
    return chosen


def edits_of(chosen: Iterable[tuple[Diagnostic, Fix]]) -> list[Edit]:
    """All edits of some fixes that can be applied together, in text order."""
    return sorted(edit for _, fix in chosen for edit in fix.edits)


def _order(diagnostic: Diagnostic, fix: Fix) -> tuple[int, int, str, bool]:
    starts = [edit.span.start for edit in fix.edits]
    ends = [edit.span.end for edit in fix.edits]
    return (min(starts, default=0), max(ends, default=0), diagnostic.rule, not fix.is_safe)


def _touches_one(edit: Edit, edits: list[Edit]) -> bool:
    """Whether an edit overlaps or touches one of others, which are sorted and do not touch each other."""
    index = bisect_left(edits, edit)
    return any(
        other.span.start <= edit.span.end and edit.span.start <= other.span.end
        for other in edits[max(index - 1, 0) : index + 1]
    )
