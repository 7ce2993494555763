"""The end of the report for people: counts, and what can be done next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.reporters import Layout
from awesomelint.reporters.prose import Pen, Piece, counted, joined, tone
from awesomelint.reporters.safe import visible
from awesomelint.results import LinkCounts, RunResult


def statistics(diagnostics: Sequence[Diagnostic], pen: Pen) -> list[str]:
    """A line for each rule with findings, the commonest first."""
    rules = Counter((d.rule, d.name, d.severity) for d in diagnostics)
    fixable = Counter((d.rule, d.name, d.severity) for d in diagnostics if d.fix and d.fix.is_safe)
    digits = len(str(max(rules.values(), default=0)))
    lines = []
    for (rule, name, severity), count in sorted(rules.items(), key=lambda item: (-item[1], item[0])):
        number = pen.paint(f"{count:{digits}}", "strong")
        mended = fixable[rule, name, severity]
        note = pen.paint(f" ({mended} fixable)", "good") if mended else ""
        level = pen.paint(f"{severity.value:7}", tone(severity))
        lines.append(f"{number} {level} {pen.paint(rule, 'code')} {name}{note}")
    return lines


def closing(result: RunResult, shown: Sequence[Diagnostic], layout: Layout, pen: Pen) -> Iterator[str]:
    """What was fixed, found, left unsaid and looked up, in up to five lines."""
    fixed = sum((Counter(file.fixed) for file in result.files), Counter[str]())
    if fixed:
        total = counted(fixed.total(), "finding")
        yield pen.line([Piece(f"Fixed {total}", "strong"), Piece(f"({_by_rule(fixed)}).")])
    if result.files:
        yield pen.line([Piece(_found(result, shown, layout), "strong"), *_fixable(shown)])
    hidden = [d for d in result.diagnostics if d.severity.rank < layout.show.rank]
    if hidden and not layout.statistics:
        counts = _by_rule(Counter(f"{d.rule} {d.name}" for d in hidden))
        what = _by_severity(Counter(d.severity for d in hidden))
        lowest = min((d.severity for d in hidden), key=lambda severity: severity.rank)
        yield pen.line([Piece(f"Not listed: {what} ({counts}). List them with --show {lowest.value}.")])
    if links := _links(result.links):
        yield pen.line([Piece(links)])
    if shown:
        yield pen.line([Piece(f"About a rule: awesomelint rule {shown[0].rule}", "faint")])


def _found(result: RunResult, shown: Sequence[Diagnostic], layout: Layout) -> str:
    total = len(result.files)
    where = visible(result.files[0].source.path) if total == 1 else f"{total} files"
    if shown:
        affected = len({d.path for d in shown})
        of_all = f"{affected} of {where}" if affected < total else where
        text = f"Found {_by_severity(Counter(d.severity for d in shown))} in {of_all}."
    else:
        kinds = [severity.value + "s" for severity in Severity if severity.rank >= layout.show.rank]
        text = f"No {joined(kinds, 'or')} in {where}."
    suppressed = sum(file.suppressed for file in result.files)
    return f"{text} {suppressed} suppressed." if suppressed else text


def _fixable(shown: Sequence[Diagnostic]) -> Iterator[Piece]:
    safe = sum(d.fix is not None and d.fix.is_safe for d in shown)
    unsafe = sum(d.fix is not None and not d.fix.is_safe for d in shown)
    if safe and unsafe:
        yield Piece(f"{safe} fixable with --fix, {unsafe} more with --unsafe-fixes.")
    elif safe:
        yield Piece(f"{safe} fixable with --fix.")
    elif unsafe:
        yield Piece(f"{unsafe} fixable with --unsafe-fixes.")


def _links(links: LinkCounts) -> str:
    """How many links were looked up, and why the others were not."""
    looked_up = ", ".join(f"{count} {verdict}" for verdict, count in sorted(links.verdicts.items()) if count)
    skipped = f"{counted(links.skipped, 'link')} not looked up" if links.skipped else ""
    why = f" ({visible(links.note)})" if links.note else ""
    if looked_up:
        return f"Links: {looked_up}{', ' if skipped else ''}{skipped}{why}."
    return f"{skipped}{why}." if skipped else ""


def _by_severity(counts: Counter[Severity]) -> str:
    ordered = sorted(counts.items(), key=lambda item: -item[0].rank)
    return joined([counted(count, severity.value) for severity, count in ordered])


def _by_rule(counts: Counter[str]) -> str:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{rule} {count}" for rule, count in ordered)
