"""What a fix does, in a few words."""

from __future__ import annotations

from awesomelint.diagnostics import Fix
from awesomelint.reporters.excerpt import shorten
from awesomelint.reporters.safe import visible
from awesomelint.source import Source

LONGEST_MESSAGE = 400
_LONGEST_EDIT = 40


def what_it_does(fix: Fix, source: Source) -> str:
    """The replaced text where that says it all, else the title; safe to print."""
    if len(fix.edits) == 1:
        (edit,) = fix.edits
        old, new = source.slice(edit.span), edit.content
        if old.strip() and new.strip() and max(len(old), len(new)) <= _LONGEST_EDIT and "\n" not in old + new:
            return f"{visible(old)} → {visible(new)}"
    title = shorten(visible(fix.title), LONGEST_MESSAGE)
    return f"{title} ({len(fix.edits)} places)" if len(fix.edits) > 1 else title
