"""The edits that restore garbled text: those that are certain, and those that are likely."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import floor
from typing import NamedTuple

from awesomelint.diagnostics import Applicability, Edit, Evidence, Fix
from awesomelint.document import Document
from awesomelint.mojibake import (
    CERTAIN,
    Filled,
    Guess,
    Restored,
    Run,
    fill_line,
    guesses_are_available,
    is_simplified,
)
from awesomelint.source import Span
from awesomelint_rules.encoding.fragments import with_fragments

MOST_SUGGESTIONS = 16
"""How many readings of damaged characters are offered at most with one finding."""


class Restorations(NamedTuple):
    """What can be done about a garbled list: the edits of all its lines at once, so that its parts fit together."""

    document: Document
    certain: list[Edit]
    likely: list[Edit]
    """Those that are certain, and the best guess at everything else; empty where nothing can be guessed."""
    filled: dict[Span, Filled]
    """The guesses at the runs that have holes, by their place."""


def restorations(document: Document, lines: Sequence[Restored]) -> Restorations:
    """The edits for the damaged lines of a list, and for the fragments that follow its headings."""
    certain = [_edit(run) for line in lines if line.evidence is not None for run in line.damage.runs]
    certain = [edit for edit in certain if document.source.slice(edit.span) != edit.content]
    uncertain = [run for line in lines if line.evidence is None for run in line.damage.runs]
    filled = dict(_filled(document, lines)) if guesses_are_available() else {}
    doubtful = [run for line in lines if _is_only_doubtful(line) for run in line.damage.runs]
    likely: list[Edit] = []
    if filled or doubtful:
        likely = [_edit(filled[run.span].run) for run in uncertain if run.span in filled]
        likely += [_edit(run) for run in (uncertain if filled else doubtful) if not run.holes]
        likely = with_fragments(document, certain + likely)
    return Restorations(document, with_fragments(document, certain), likely, filled)


def certain_fix(found: Restorations, lines: Sequence[Restored], within: Span) -> Fix | None:
    """Restores what is certain of some neighbouring lines; all edits `within` a part of the list are theirs."""
    edits = _part(found.certain, within)
    if not edits:
        return None
    certain = [line for line in lines if line.evidence is not None]
    what = "the text" if len(certain) == len(lines) == 1 else f"{len(certain)} of {len(lines)} lines"
    if not certain:
        what = "the fragments of links to headings"
    evidence: Evidence = "history" if any(line.evidence == "history" for line in certain) else "exact"
    return Fix(f"restore {what}", edits, evidence=evidence)


def likely_fix(found: Restorations, lines: Sequence[Restored], within: Span) -> Fix | None:
    """Restores the lines by the best guess as well, and names each guess that is not as good as certain."""
    runs = [run for line in lines for run in line.damage.runs if run.span in found.filled]
    if not runs and not any(map(_is_only_doubtful, lines)):
        return None
    doubts = [
        f"line {found.document.source.position(run.span.start).line}: {_doubt(guess)}"
        for run in runs
        for guess in found.filled[run.span].guesses.values()
        if guess.posterior < CERTAIN
    ]
    title = (
        f"restore {len(lines)} lines by what is likely"
        if len(lines) > 1
        else "restore the line by what is likely"
    )
    if doubts:
        title += f"; uncertain are {len(doubts)} characters: {', '.join(doubts)}"
    return Fix(title, _part(found.likely, within), Applicability.UNSAFE, evidence="statistics")


def readings(found: Restorations, lines: Sequence[Restored]) -> Iterator[Fix]:
    """What a character can have been of which nothing more is known, where it is one of a few."""
    for line in lines:
        for run in line.damage.runs:
            if (
                len(run.holes) == 1
                and run.span not in found.filled
                and len(run.holes[0].candidates) <= MOST_SUGGESTIONS
            ):
                for candidate in run.holes[0].candidates:
                    edit = Edit(run.span, _with(run, candidate))
                    yield Fix(f"read it as {candidate}", (edit,), Applicability.UNSAFE)


def _is_only_doubtful(line: Restored) -> bool:
    """Whether nothing is missing in a line that is not certain all the same."""
    return line.evidence is None and not any(run.holes for run in line.damage.runs)


def _filled(document: Document, lines: Sequence[Restored]) -> Iterator[tuple[Span, Filled]]:
    is_chinese = is_simplified(run.restored for line in lines for run in line.damage.runs)
    for line in lines:
        if line.evidence is None:
            number = document.source.position(line.damage.span.start).line
            start = document.source.line_span(number).start
            runs = [run.moved(-start) for run in line.damage.runs]
            for run, filled in fill_line(document.source.line_text(number), runs, is_simplified=is_chinese):
                yield run.moved(start).span, filled._replace(run=filled.run.moved(start))


def _part(edits: Sequence[Edit], within: Span) -> tuple[Edit, ...]:
    """Those of sorted edits that start within a span."""
    first, last = (bisect_left(edits, bound, key=lambda edit: edit.span.start) for bound in within)
    return tuple(edits[first:last])


def _edit(run: Run) -> Edit:
    return Edit(run.span, run.restored)


def _doubt(guess: Guess) -> str:
    return f"{guess.character}|{guess.runner_up} {floor(100 * guess.posterior) / 100:.2f}"


def _with(run: Run, candidate: str) -> str:
    offset = run.holes[0].offset
    return f"{run.restored[:offset]}{candidate}{run.restored[offset + 1 :]}"
