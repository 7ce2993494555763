"""The end of the report for people: counts, and what can be done next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.reporters import Layout
from awesomelint.reporters.older import not_shown, remarks
from awesomelint.reporters.prose import Pen, Piece, counted, joined, tone
from awesomelint.reporters.safe import visible
from awesomelint.results import LinkCounts, RunResult

_MOST_REASONS = 3


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
    """What was fixed, found, left unsaid and looked up, a line for each, the last about the links."""
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
    for remark in remarks(result):
        yield pen.line([Piece(remark)])
    if verdicts := verdict_counts(result.links):
        yield pen.line([Piece(verdicts)])
    if shown:
        yield pen.line([Piece(about_a_rule(shown), "faint")])
    if result.links.total or result.links.left_out:
        yield pen.line([Piece(how_far(result.links))])


def about_a_rule(shown: Sequence[Diagnostic]) -> str:
    """How to learn more of the rules behind some findings."""
    return f"About a rule: awesomelint rule {shown[0].rule}"


def how_far(links: LinkCounts) -> str:
    """How many of the links were looked up, why the others were not, and which are not meant to be."""
    new = "new " if links.unchanged else ""
    parts = [f"links: {links.looked_up:,} of {links.total:,} {new}looked up"]
    if links.skipped:
        parts.append(f"{links.skipped:,} not{_why(links.reasons)}")
    if links.left_out:
        parts.append(f"{sum(links.left_out.values()):,} left out{_why(links.left_out)}")
    return "; ".join(parts)


def _found(result: RunResult, shown: Sequence[Diagnostic], layout: Layout) -> str:
    total = len(result.files)
    where = visible(result.files[0].source.path) if total == 1 else f"{total} files"
    if shown:
        affected = len({d.path for d in shown})
        of_all = f"{affected} of {where}" if affected < total else where
        text = f"Found {_by_severity(Counter(d.severity for d in shown))} in {of_all}."
    elif result.baseline is not None and result.baseline.written is not None:
        held = sum(len(file.baselined) for file in result.files)
        text = (
            f"{counted(held, 'finding')} in {where}, now in the baseline."
            if held
            else f"No findings in {where}."
        )
    else:
        kinds = [severity.value + "s" for severity in Severity if severity.rank >= layout.show.rank]
        text = f"No {joined(kinds, 'or')} in {where}."
    suppressed = sum(file.suppressed for file in result.files)
    silent = [f"{suppressed} suppressed."] if suppressed else []
    return " ".join([text, *silent, *not_shown(result, layout.show)])


def _fixable(shown: Sequence[Diagnostic]) -> Iterator[Piece]:
    safe = sum(d.fix is not None and d.fix.is_safe for d in shown)
    unsafe = sum(d.fix is not None and not d.fix.is_safe for d in shown)
    if safe and unsafe:
        yield Piece(f"{safe} fixable with --fix, {unsafe} more with --unsafe-fixes.")
    elif safe:
        yield Piece(f"{safe} fixable with --fix.")
    elif unsafe:
        yield Piece(f"{unsafe} fixable with --unsafe-fixes.")


def verdict_counts(links: LinkCounts) -> str:
    """How many links got which verdict."""
    found = [f"{count:,} {verdict}" for verdict, count in sorted(links.verdicts.items()) if count]
    if not found:
        return ""
    earlier = f"; {links.earlier:,} known from earlier runs" if links.earlier else ""
    return f"Links: {', '.join(found)}{earlier}."


def _why(counts: Mapping[str, int]) -> str:
    """The reasons in brackets, the commonest first; numbers only where there are several."""
    reasons = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if len(reasons) <= 1:
        return "".join(f" ({visible(reason)})" for reason, _ in reasons)
    named = [f"{visible(reason)}: {count:,}" for reason, count in reasons[:_MOST_REASONS]]
    if others := sum(count for _, count in reasons[_MOST_REASONS:]):
        named.append(f"other reasons: {others:,}")
    return f" ({'; '.join(named)})"


def _by_severity(counts: Counter[Severity]) -> str:
    ordered = sorted(counts.items(), key=lambda item: -item[0].rank)
    return joined([counted(count, severity.value) for severity, count in ordered])


def _by_rule(counts: Counter[str]) -> str:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{rule} {count}" for rule, count in ordered)
