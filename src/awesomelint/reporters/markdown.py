"""The report as Markdown: the summary of a job, an issue or a comment on a code host."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from awesomelint.diagnostics import Diagnostic, Fault, Severity
from awesomelint.fixer.choice import edits_of, fixable, together
from awesomelint.fixer.diff import Step, unified_diff
from awesomelint.reporters import Layout
from awesomelint.reporters.closing import about_a_rule, closing
from awesomelint.reporters.markup import block, code, prose, row
from awesomelint.reporters.older import about_the_change
from awesomelint.reporters.places import as_address, page_of, path_in_repository
from awesomelint.reporters.prose import Pen, counted, joined
from awesomelint.results import Comparison, FileResult, RunResult
from awesomelint.source import decode

LONGEST = 65_000
"""Characters. An issue or a comment on GitHub holds 65,536, the summary of a step a mebibyte of bytes."""
_CHANGES, _FINDINGS, _DEAD, _DIFF, _FILES, _FAULTS = 6_000, 20_000, 12_000, 10_000, 3_000, 3_000
"""How many of them each part may take."""
_LONGEST_DIFF_LINE = 500
_LONGEST_ADDRESS = 2_000


def render(result: RunResult, layout: Layout) -> str:
    """Counts, the findings from `layout.show` up with links to their lines, what `--fix` does, dead links."""
    shown = [d for d in result.diagnostics if d.severity.rank >= layout.show.rank]
    web = {rule.code for rule in result.rules.values() if "web" in rule.reads}
    dead = [d for d in shown if d.rule in web and d.severity is Severity.ERROR]
    others = [d for d in shown if d.rule not in web or d.severity is not Severity.ERROR]
    # What a change does to the checks has a part of its own here, with all of it.
    told = {*about_the_change(result.comparison)} if result.comparison is not None else set[str]()
    if shown:
        told.add(about_a_rule(shown))
    lines = [
        line for line in closing(result, shown, layout, Pen(color=False, width=None)) if line not in told
    ]
    headline, *remarks = [*lines, ""]
    about = f"{prose(about_a_rule(shown))}\n" if shown else ""
    parts = [
        "## awesomelint\n",
        f"{prose(headline)}\n" if headline else "",
        _changes(result, layout),
        _findings(others, result, layout, _FINDINGS),
        about if others else "",
        _fixes(result, layout),
        f"### Dead links\n\n{_findings(dead, result, layout, _DEAD)}" if dead else "",
        "" if others else about,
        _coverage(result.files, remarks),
        _faults(result.faults),
    ]
    return "\n".join(_fitting((part for part in parts if part), LONGEST - len(parts)))


def _changes(result: RunResult, layout: Layout) -> str:
    """What a change does to how lists are judged, so that nothing is silenced unseen."""
    comparison = result.comparison or Comparison("")
    items = [
        f"- {code(change.path)} {change.kind}: {joined([code(detail) for detail in change.details])}\n"
        if change.details
        else f"- {code(change.path)} {change.kind}\n"
        for change in comparison.config
    ]
    items += [
        f"- {_place(each.path, each.start.line, layout.browse)} adds {code(each.text)}\n"
        for each in comparison.suppressions
    ]
    kept = _fitting(items, _CHANGES)
    left = len(items) - len(kept)
    quiet = _findings(comparison.silenced, result, layout, _CHANGES)
    parts = [
        f"Configs and baselines count as they are in {code(comparison.revision)}.\n"
        if comparison.config
        else "",
        "".join(kept),
        f"{counted(left, 'more change')} of this kind are not listed here.\n" if left else "",
        f"Suppressions keep these findings of the change quiet:\n\n{quiet}" if quiet else "",
    ]
    text = "\n".join(part for part in parts if part)
    return f"### What the change does to the checks\n\n{text}" if text else ""


def _findings(diagnostics: Sequence[Diagnostic], result: RunResult, layout: Layout, room: int) -> str:
    """A table of as many findings as there is room for, errors first."""
    if not diagnostics:
        return ""
    ordered = sorted(diagnostics, key=lambda d: -d.severity.rank)
    head = row("Severity", "Place", "What is wrong", "Rule") + row(*["---"] * 4)
    rows = (
        row(
            d.severity.value,
            _place(d.path, d.start.line, layout.browse),
            prose(d.message),
            _rule(d, result),
        )
        for d in ordered
    )
    kept = _fitting(rows, room - len(head))
    left = len(ordered) - len(kept)
    rest = f"\n{counted(left, 'more finding')} of {len(ordered)} are not listed here.\n" if left else ""
    return f"{head}{''.join(kept)}{rest}"


def _place(path: str, line: int, browse: str) -> str:
    """A line, as a link where files can be read on the web."""
    shown = code(f"{path}:{line}")
    # Without `plain=1` GitHub shows Markdown rendered, where there are no lines.
    url = f"{browse}/{as_address(path_in_repository(path))}?plain=1#L{line}"
    return f"[{shown}]({url})" if browse and len(url) <= _LONGEST_ADDRESS else shown


def _rule(diagnostic: Diagnostic, result: RunResult) -> str:
    """The code, as a link where the rule's page can be read on the web, and the name."""
    url = page_of(diagnostic.rule, result)
    return f"[{diagnostic.rule}]({url}) {diagnostic.name}" if url else f"{diagnostic.rule} {diagnostic.name}"


def _fixes(result: RunResult, layout: Layout) -> str:
    """What `--fix` would change, as a diff in a part that can be unfolded."""
    patches = [patch for file in result.files if (patch := _patch(file, layout.show))]
    if not patches:
        return ""
    lines = "".join(patches).rstrip("\n").split("\n")
    kept = _fitting((f"{line[:_LONGEST_DIFF_LINE]}\n" for line in lines), _DIFF)
    left = len(lines) - len(kept)
    rest = f"\n{counted(left, 'more line')} of the diff are not shown here.\n" if left else ""
    diff = block("".join(kept).rstrip("\n"), "diff")
    head = "<details><summary>What <code>--fix</code> would do</summary>\n\n"
    return f"{head}{diff}{rest}\n</details>\n"


def _patch(file: FileResult, show: Severity) -> str:
    """The safe fixes that can be applied together; nothing for a change of encoding, which has no patch."""
    edits = tuple(edits_of(together(fixable(file.diagnostics, unsafe=False, show=show))))
    if not edits or file.source.undecodable is not None:
        return ""
    after = decode(file.source.with_edits((edit.span, edit.content) for edit in edits), file.source.path)
    return unified_diff([Step(file.source, edits)], after)


def _coverage(files: Sequence[FileResult], remarks: Iterable[str]) -> str:
    names = _fitting((code(file.source.path) for file in files), _FILES)
    left = [f"{len(files) - len(names)} more"] if len(names) < len(files) else []
    items = [f"Read: {joined([*names, *left])}."] if files else []
    items += [prose(remark) for remark in remarks if remark]
    return "### Coverage\n\n" + "".join(f"- {item}\n" for item in items) if items else ""


def _faults(faults: Sequence[Fault]) -> str:
    if not faults:
        return ""
    items = (f"- {code(fault.path)} {prose(fault.message)}\n" for fault in faults)
    kept = _fitting(items, _FAULTS)
    rest = f"\n{counted(len(faults) - len(kept), 'more fault')}.\n" if len(kept) < len(faults) else ""
    return f"### What could not be done\n\n{''.join(kept)}{rest}"


def _fitting(pieces: Iterable[str], room: int) -> list[str]:
    """The first pieces that together are no longer than `room` characters."""
    kept = []
    for piece in pieces:
        room -= len(piece)
        if room < 0:
            break
        kept.append(piece)
    return kept
