"""The edits that restore garbled text: those that are certain, and those that are likely."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
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
    commonest_first,
    fill_line,
    guesses_are_available,
    is_simplified,
)
from awesomelint.source import Span
from awesomelint_rules.encoding.fragments import with_fragments

_MOST_SUGGESTIONS = 16
"""How many readings of damaged characters are offered at most with one finding."""
_MOST_UNKNOWN = 4
"""The readings of so many characters at most are offered."""
_MOST_LOSSES = 8
_MOST_CANDIDATES = 4
"""What one message says of lost characters: of so many, and so many candidates for each."""


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
    if not certain:
        what = "the fragments of links to headings"
    elif len(certain) < len(lines):
        what = f"{len(certain)} of {len(lines)} lines"
    else:
        what = "the text" if len(lines) == 1 else f"all {len(lines)} lines"
    evidence: Evidence = "history" if any(line.evidence == "history" for line in certain) else "exact"
    return Fix(f"restore {what}", edits, evidence=evidence)


def likely_fix(found: Restorations, lines: Sequence[Restored], within: Span) -> Fix | None:
    """Restores the lines by the best guess as well, and names each guess that is not as good as certain."""
    runs = [run for line in lines for run in line.damage.runs if run.span in found.filled]
    if not runs and not any(map(_is_only_doubtful, lines)):
        return None
    guesses = [
        (found.document.source.position(run.span.start).line, guess)
        for run in runs
        for guess in found.filled[run.span].guesses.values()
        if guess.posterior < CERTAIN
    ]
    title = (
        f"restore {len(lines)} lines by what is likely"
        if len(lines) > 1
        else "restore the line by what is likely"
    )
    if guesses:
        title += f"; uncertain are {len(guesses)} characters: {'; '.join(_doubts(guesses))}"
    return Fix(title, _part(found.likely, within), Applicability.UNSAFE, evidence="statistics")


def readings(found: Restorations, lines: Sequence[Restored]) -> Iterator[Fix]:
    """What characters can have been of which nothing more is known, the commonest first.

    Only few characters have their readings offered: nobody chooses among those of a whole file.
    """
    unknown = [
        run for line in lines for run in line.damage.runs if run.holes and run.span not in found.filled
    ]
    alone = [run for run in unknown if len(run.holes) == 1]
    if len(unknown) > _MOST_UNKNOWN:
        return
    for run in alone:
        line, column = found.document.source.position(run.span.start)
        place = "it" if len(lines) == len(unknown) == 1 else f"line {line}, column {column},"
        for candidate in commonest_first(run.holes[0].candidates)[: _MOST_SUGGESTIONS // len(alone)]:
            edit = Edit(run.span, _with(run, candidate))
            yield Fix(f"read {place} as {_visible(candidate)}", (edit,), Applicability.UNSAFE)


def _visible(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}"


def losses(found: Restorations, runs: Iterable[Run]) -> str:
    """How many characters some runs have lost, and what each was, as far as something is known."""
    lost = [each for run in runs for each in _lost(run, found.filled.get(run.span))]
    if not lost:
        return "doubtful"
    more = "…" if len(lost) > _MOST_LOSSES else ""
    count = f"{len(lost)} characters lost" if len(lost) > 1 else "1 character lost"
    return f"{count}: {', '.join(lost[:_MOST_LOSSES])}{more}"


def _lost(run: Run, filled: Filled | None) -> Iterator[str]:
    for hole in run.holes:
        if filled is not None:
            yield _doubt(filled.guesses[hole.offset])
        else:
            shown = commonest_first(hole.candidates)[:_MOST_CANDIDATES]
            yield "|".join(map(_visible, shown)) + ("…" if len(hole.candidates) > len(shown) else "")


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


def _doubts(guesses: Sequence[tuple[int, Guess]]) -> Iterator[str]:
    """Uncertain guesses by the numbers of their lines; those between the same two characters are one."""
    alike: dict[tuple[str, str], list[tuple[int, Guess]]] = {}
    for line, guess in guesses:
        alike.setdefault((guess.character, guess.runner_up), []).append((line, guess))
    by_lines: dict[str, list[str]] = {}
    for same in alike.values():
        least = min((guess for _, guess in same), key=lambda guess: guess.posterior)
        times = f" ({len(same)} times)" if len(same) > 1 else ""
        by_lines.setdefault(_numbers([line for line, _ in same]), []).append(f"{_doubt(least)}{times}")
    yield from (f"{numbers}: {', '.join(doubts)}" for numbers, doubts in by_lines.items())


def _numbers(lines: Sequence[int]) -> str:
    """The numbers of lines in order, those that follow one another as a range."""
    ranges: list[list[int]] = []
    for line in lines:
        if ranges and line <= ranges[-1][1] + 1:
            ranges[-1][1] = line
        else:
            ranges.append([line, line])
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in ranges]
    return f"line{'s' if lines[0] != lines[-1] else ''} {', '.join(shown)}"


def _doubt(guess: Guess) -> str:
    other = f"|{guess.runner_up}" if guess.runner_up else ""
    return f"{guess.character}{other} {floor(100 * guess.posterior) / 100:.2f}"


def _with(run: Run, candidate: str) -> str:
    offset = run.holes[0].offset
    return f"{run.restored[:offset]}{candidate}{run.restored[offset + 1 :]}"
