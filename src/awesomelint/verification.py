"""Whether a finding is one that reporters and the fixer can use; a rule's own mistakes end here."""

from __future__ import annotations

from itertools import pairwise

from awesomelint.diagnostics import Diagnostic, Fix
from awesomelint.source import Source


def verified(diagnostic: Diagnostic, source: Source) -> Diagnostic:
    """The finding itself; raises for one that no reporter or fixer could use."""
    if not isinstance(diagnostic, Diagnostic):
        raise TypeError(f"it gave {diagnostic!r:.60} where a Diagnostic was expected")
    if diagnostic.path != source.path:
        raise ValueError(f"it spoke of {diagnostic.path!r:.60} while it judged another file")
    fixes = [fix for fix in (diagnostic.fix, *diagnostic.suggestions) if fix is not None]
    spans = [diagnostic.span, *(edit.span for fix in fixes for edit in fix.edits)]
    if any(not 0 <= span.start <= span.end <= len(source.text) for span in spans):
        raise ValueError("a span of its finding leaves the text")
    for fix in fixes:
        _verify_fix(fix)
    if diagnostic.fix is not None and diagnostic.fix.is_safe and diagnostic.fix.evidence == "statistics":
        raise ValueError(f"its fix {diagnostic.fix.title!r:.60} is safe, and a statistical guess never is")
    return diagnostic


def _verify_fix(fix: Fix) -> None:
    if bool(fix.edits) == (fix.transcode is not None):
        raise ValueError(f"its fix {fix.title!r:.60} must have either edits or a transcoding")
    spans = sorted(edit.span for edit in fix.edits)
    if any(before.end > after.start for before, after in pairwise(spans)):
        raise ValueError(f"the edits of its fix {fix.title!r:.60} overlap")
