"""The report for programs: version 1 of the contract that `diagnostics.schema.json` keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from awesomelint.diagnostics import Diagnostic, Edit, Fault, Fix, Related, Severity
from awesomelint.reporters import Layout
from awesomelint.reporters.dump import dump
from awesomelint.reporters.places import page_of
from awesomelint.reporters.safe import without_surrogates
from awesomelint.results import Comparison, LinkCounts, RunResult
from awesomelint.source import Position, Source

VERSION = 1


def render(result: RunResult, _layout: Layout) -> str:
    """The whole report as one JSON object in ASCII, one finding a line; all findings, whatever is shown."""
    sources = {file.source.path: file.source for file in result.files}
    diagnostics = [dump(_diagnostic(d, sources[d.path], page_of(d.rule, result))) for d in result.diagnostics]
    return (
        f'{{"version": {VERSION},\n'
        f' "files": {dump([without_surrogates(file.source.path) for file in result.files])},\n'
        f' "diagnostics": {_lines(diagnostics)},\n'
        f' "faults": {_lines([dump(_fault(fault)) for fault in result.faults])},\n'
        + "".join(f' "{key}": {dump(value)},\n' for key, value in _held_against(result))
        + f' "summary": {dump(_summary(result))}}}\n'
    )


def _lines(items: list[str]) -> str:
    return "[\n  " + ",\n  ".join(items) + "\n ]" if items else "[]"


def _diagnostic(diagnostic: Diagnostic, source: Source, url: str | None) -> dict[str, Any]:
    d = diagnostic
    return {
        "rule": d.rule,
        "name": d.name,
        "severity": d.severity.value,
        "path": without_surrogates(d.path),
        "start": _position(d.start),
        "end": _position(d.end),
        "message": without_surrogates(d.message),
        "url": url,
        "fingerprint": d.fingerprint,
        "related": [_related(place) for place in d.related],
        "fix": None if d.fix is None else _fix(d.fix, source),
        "suggestions": [_fix(suggestion, source) for suggestion in d.suggestions],
    }


def _related(place: Related) -> dict[str, Any]:
    return {
        "path": without_surrogates(place.path),
        "start": _position(place.start),
        "end": _position(place.end),
        "message": without_surrogates(place.message),
    }


def _fix(fix: Fix, source: Source) -> dict[str, Any]:
    repair: dict[str, Any] = {
        "applicability": fix.applicability.value,
        "title": without_surrogates(fix.title),
        "evidence": fix.evidence,
    }
    if fix.transcode is not None:
        repair["transcode"] = {"from": fix.transcode.source, "to": fix.transcode.target}
    else:
        repair["edits"] = [_edit(edit, source) for edit in fix.edits]
    return repair


def _edit(edit: Edit, source: Source) -> dict[str, Any]:
    return {
        "start": _position(source.position(edit.span.start)),
        "end": _position(source.position(edit.span.end)),
        "content": edit.content,
    }


def _fault(fault: Fault) -> dict[str, Any]:
    return {
        "path": without_surrogates(fault.path),
        "rule": fault.rule,
        "message": without_surrogates(fault.message),
    }


def _summary(result: RunResult) -> dict[str, Any]:
    counts = result.counts()
    return {
        **{severity.value: counts[severity] for severity in Severity},
        "fixable": sum(d.fix is not None and d.fix.is_safe for d in result.diagnostics),
        "suppressed": sum(file.suppressed for file in result.files),
        "unchanged": sum(len(file.unchanged) for file in result.files),
        "baselined": sum(len(file.baselined) for file in result.files),
        "links": _links(result.links),
    }


def _held_against(result: RunResult) -> Iterator[tuple[str, dict[str, Any]]]:
    """The older version and the baseline, each where there is one."""
    if result.comparison is not None:
        yield "comparison", _comparison(result.comparison)
    if result.baseline is not None:
        use = result.baseline
        is_written = use.written is not None
        counts = {"written": use.written, "added": use.added, "removed": use.removed} if is_written else {}
        yield "baseline", {"path": without_surrogates(use.path), "stale": use.stale, **counts}


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "revision": without_surrogates(comparison.revision),
        "commits": comparison.commits,
        "config": [
            {
                "path": without_surrogates(change.path),
                "kind": change.kind,
                "details": [without_surrogates(detail) for detail in change.details],
            }
            for change in comparison.config
        ],
        "suppressions": [
            {"path": without_surrogates(each.path), "start": _position(each.start), "text": each.text}
            for each in comparison.suppressions
        ],
        "silenced": [
            {"path": without_surrogates(d.path), "start": _position(d.start), "rule": d.rule}
            for d in comparison.silenced
        ],
    }


def _links(links: LinkCounts) -> dict[str, int]:
    """The three counts of the contract always, the other verdicts where there are some."""
    verdicts = Counter({"alive": 0, "dead": 0, "skipped": links.skipped + sum(links.left_out.values())})
    verdicts.update(dict(sorted(links.verdicts.items())))
    return dict(verdicts)


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
