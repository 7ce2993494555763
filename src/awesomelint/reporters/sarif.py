"""The report as SARIF 2.1.0, the format that code scanning takes.

The format is said by the OASIS standard "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from awesomelint import project
from awesomelint.diagnostics import Diagnostic, Edit, Fault, Fix, Related, Severity
from awesomelint.reporters import Layout
from awesomelint.reporters.dump import dump
from awesomelint.reporters.places import as_address, path_in_repository
from awesomelint.reporters.safe import visible
from awesomelint.results import RunResult
from awesomelint.rule import Rule
from awesomelint.rule_page import address, markdown, page
from awesomelint.source import Position, Source

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "awesomelint/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(result: RunResult, layout: Layout) -> str:
    """One run with the findings from `layout.show` up, and the rules that they come from; in ASCII."""
    shown = [d for d in result.diagnostics if d.severity.rank >= layout.show.rank]
    sources = {file.source.path: file.source for file in result.files}
    codes = sorted({d.rule for d in shown})
    run = {
        "tool": {"driver": _driver(codes, result)},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not result.faults and not result.interrupted,
                "toolExecutionNotifications": [_notification(fault) for fault in result.faults],
            }
        ],
        "results": list(_results(shown, sources, codes)),
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _driver(codes: Sequence[str], result: RunResult) -> dict[str, Any]:
    version = project.installed_version()
    rules = [result.rules.get(code) for code in codes]
    return {
        "name": project.NAME,
        "informationUri": project.URL,
        "version": version,
        "rules": [
            {"id": code} if rule is None else _rule(rule) for code, rule in zip(codes, rules, strict=True)
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    summary, documentation = page(rule).summary, markdown(rule)
    url = address(rule)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": summary},
        "help": {"text": documentation, "markdown": documentation},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    } | ({"helpUri": url} if url else {})


def _results(
    diagnostics: Sequence[Diagnostic], sources: dict[str, Source], codes: Sequence[str]
) -> Iterator[dict[str, Any]]:
    indices = {code: index for index, code in enumerate(codes)}
    alike: Counter[tuple[str, str]] = Counter()
    for d in diagnostics:
        alike[d.path, d.fingerprint] += 1
        source = sources[d.path]
        found: dict[str, Any] = {
            "ruleId": d.rule,
            "ruleIndex": indices[d.rule],
            "level": _LEVELS[d.severity],
            "message": _message(d.message),
            "locations": [_location(d.path, d.start, d.end)],
            # Equal faults of one entry share a fingerprint; their order tells them apart.
            "partialFingerprints": {FINGERPRINT: f"{d.fingerprint}:{alike[d.path, d.fingerprint]}"},
        }
        if d.related:
            found["relatedLocations"] = [_related(number, place) for number, place in enumerate(d.related)]
        offered = [(d.fix, d.fix.applicability.value)] if d.fix is not None else []
        offered += [(fix, "suggestion") for fix in d.suggestions]
        fixes = [_fix(fix, applicability, source) for fix, applicability in offered if fix.edits]
        if fixes:
            found["fixes"] = fixes
        yield found


def _message(text: str) -> dict[str, str]:
    """Plain text. Where a viewer would see a link in it, the bracket is escaped as section 3.11.6 asks."""
    shown = visible(text)
    return {"text": shown.replace("[", "\\[") if "](" in shown else shown}


def _location(path: str, start: Position, end: Position) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": _region(start, end)}}


def _related(number: int, place: Related) -> dict[str, Any]:
    message = {"message": _message(place.message)} if place.message else {}
    return {"id": number, **_location(place.path, place.start, place.end), **message}


def _fix(fix: Fix, applicability: str, source: Source) -> dict[str, Any]:
    change = {
        "artifactLocation": _artifact(source.path),
        "replacements": [_replacement(edit, source) for edit in sorted(fix.edits)],
    }
    return {
        "description": _message(fix.title),
        "artifactChanges": [change],
        "properties": {"applicability": applicability, "evidence": fix.evidence},
    }


def _replacement(edit: Edit, source: Source) -> dict[str, Any]:
    region = _region(source.position(edit.span.start), source.position(edit.span.end))
    return {"deletedRegion": region, "insertedContent": {"text": edit.content}}


def _notification(fault: Fault) -> dict[str, Any]:
    place = [{"physicalLocation": {"artifactLocation": _artifact(fault.path)}}] if fault.path else []
    return {"level": "error", "message": _message(fault.message)} | ({"locations": place} if place else {})


def _artifact(path: str) -> dict[str, str]:
    return {"uri": as_address(path_in_repository(path)), "uriBaseId": "%SRCROOT%"}


def _region(start: Position, end: Position) -> dict[str, int]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
