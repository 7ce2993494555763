"""The report for reviewdog: its Diagnostic Format, as one JSON object.

The format is said by `proto/rdf/reviewdog.proto` of reviewdog: lines and columns count from 1, columns in
bytes of UTF-8, ends are exclusive.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from awesomelint import project
from awesomelint.diagnostics import Diagnostic, Fix
from awesomelint.reporters import Layout
from awesomelint.reporters.columns import utf8_offsets
from awesomelint.reporters.dump import dump
from awesomelint.reporters.places import page_of
from awesomelint.reporters.safe import without_surrogates
from awesomelint.results import RunResult
from awesomelint.source import Source, Span

_LONGEST_SUGGESTION = 2_000
"""Characters from a fix's first edit to its last; more is nothing that a reviewer can read."""
_BOM_BYTES = 3


class _File(NamedTuple):
    source: Source
    bytes: Sequence[int]
    """For every offset in the text, the offset in bytes."""


def render(result: RunResult, layout: Layout) -> str:
    """The findings from `layout.show` up, in ASCII, one a line."""
    files = {f.source.path: _File(f.source, utf8_offsets(f.source.text)) for f in result.files}
    shown = [d for d in result.diagnostics if d.severity.rank >= layout.show.rank]
    items = [dump(_diagnostic(d, files[d.path], page_of(d.rule, result))) for d in shown]
    diagnostics = "[\n  " + ",\n  ".join(items) + "\n ]" if items else "[]"
    source = dump({"name": project.NAME, "url": project.URL})
    return f'{{"source": {source},\n "diagnostics": {diagnostics}}}\n'


def _diagnostic(diagnostic: Diagnostic, file: _File, url: str | None) -> dict[str, Any]:
    d = diagnostic
    suggestions = [_suggestion(fix, file) for fix in (d.fix, *d.suggestions) if fix is not None]
    return {
        "message": without_surrogates(d.message),
        "location": {"path": without_surrogates(d.path), "range": _range(d.span, file)},
        "severity": d.severity.value.upper(),
        "code": {"value": d.rule} | ({"url": url} if url else {}),
        "suggestions": [suggestion for suggestion in suggestions if suggestion is not None],
    }


def _suggestion(fix: Fix, file: _File) -> dict[str, Any] | None:
    """A fix as one replacement from its first edit to its last, for reviewdog applies each by itself."""
    if not fix.edits:
        return None
    edits = sorted(fix.edits)
    whole = Span(edits[0].span.start, edits[-1].span.end)
    if whole.end - whole.start > _LONGEST_SUGGESTION:
        return None
    pieces = []
    position = whole.start
    for edit in edits:
        pieces += [file.source.text[position : edit.span.start], edit.content]
        position = edit.span.end
    return {"range": _range(whole, file), "text": "".join(pieces)}


def _range(span: Span, file: _File) -> dict[str, Any]:
    return {"start": _position(span.start, file), "end": _position(span.end, file)}


def _position(offset: int, file: _File) -> dict[str, int]:
    line, _ = file.source.position(offset)
    start_of_line = file.source.line_starts[line - 1]
    mark = _BOM_BYTES if file.source.bom and line == 1 else 0
    return {"line": line, "column": file.bytes[offset] - file.bytes[start_of_line] + mark + 1}
