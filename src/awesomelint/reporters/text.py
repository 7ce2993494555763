"""The report for people: every finding with its line, then what can be done about them."""

from __future__ import annotations

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic
from awesomelint.reporters import Layout
from awesomelint.reporters.closing import closing, statistics
from awesomelint.reporters.excerpt import excerpt, shorten
from awesomelint.reporters.prose import Pen, Piece, counted, tone
from awesomelint.reporters.remedy import LONGEST_MESSAGE, what_it_does
from awesomelint.reporters.safe import visible
from awesomelint.results import RunResult
from awesomelint.source import Source

_MOST_RELATED = 3
_NARROWEST = 10


def render(result: RunResult, layout: Layout) -> str:
    """The whole report, each line ended; empty when there is nothing to say."""
    pen = Pen(layout.color, layout.width if layout.wrap else None)
    diagnostics = result.diagnostics
    shown = [d for d in diagnostics if d.severity.rank >= layout.show.rank]
    if layout.statistics:
        blocks = statistics(diagnostics, pen)
    else:
        sources = {file.source.path: file.source for file in result.files}
        blocks = [_finding(d, sources[d.path], layout, pen) for d in shown]
    separator = "\n" if layout.statistics else "\n\n"
    parts = [separator.join(blocks), "" if layout.quiet else "\n".join(closing(result, shown, layout, pen))]
    return "\n\n".join(filter(None, parts)) + ("\n" if any(parts) else "")


def _finding(diagnostic: Diagnostic, source: Source, layout: Layout, pen: Pen) -> str:
    d = diagnostic
    head = [
        Piece(f"{visible(d.path)}:{d.start.line}:{d.start.column}:", "strong"),
        Piece(d.severity.value, tone(d.severity)),
        Piece(d.rule, "code"),
        Piece(f"{d.name}:", "faint"),
        Piece(shorten(visible(d.message), LONGEST_MESSAGE)),
    ]
    margin = " " * (len(str(d.start.line)) + 2)
    remarks = [*_extent(d), *_related(d), *_remedies(d, source)]
    return "\n".join(
        [
            pen.line(head, indent="    "),
            *_underlined(d, source, layout.width, pen),
            *(pen.line(remark, indent=f"{margin}    ", first=margin) for remark in remarks),
        ]
    )


def _underlined(diagnostic: Diagnostic, source: Source, width: int, pen: Pen) -> Iterator[str]:
    """The line of the place, and under it the mark; of a place over several lines the first."""
    number = f" {diagnostic.start.line} "
    room = max(width - len(number) - 2, _NARROWEST)
    shown = excerpt(source.text, source.line_span(diagnostic.start.line), diagnostic.span, room)
    bar = pen.paint(f"{number}│", "faint")
    yield f"{bar} {shown.text}"
    bar = pen.paint(f"{' ' * len(number)}│", "faint")
    mark = pen.paint("^" * shown.length, tone(diagnostic.severity))
    yield f"{bar} {' ' * shown.indent}{mark}"


def _extent(diagnostic: Diagnostic) -> Iterator[list[Piece]]:
    if diagnostic.end.line > diagnostic.start.line:
        yield [Piece("= to", "faint"), Piece(f"line {diagnostic.end.line}")]


def _related(diagnostic: Diagnostic) -> Iterator[list[Piece]]:
    for place in diagnostic.related[:_MOST_RELATED]:
        where = f"{visible(place.path)}:{place.start.line}:{place.start.column}"
        message = shorten(visible(place.message), LONGEST_MESSAGE)
        yield [Piece("= see", "faint"), Piece(f"{where}: {message}" if message else where)]
    if (rest := len(diagnostic.related) - _MOST_RELATED) > 0:
        yield [Piece("= see", "faint"), Piece(f"{counted(rest, 'more place')}, all in --format json")]


def _remedies(diagnostic: Diagnostic, source: Source) -> Iterator[list[Piece]]:
    """What `--fix` would do, and what a person may choose."""
    if diagnostic.fix is not None:
        label = "= fix:" if diagnostic.fix.is_safe else "= fix with --unsafe-fixes:"
        yield [Piece(label, "good"), Piece(what_it_does(diagnostic.fix, source))]
    for suggestion in diagnostic.suggestions:
        yield [Piece("= suggestion:", "good"), Piece(what_it_does(suggestion, source))]
