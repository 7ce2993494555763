"""What the rules about the shape of links share: findings of one kind, made into diagnostics."""

from collections.abc import Iterator, Sequence

from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Fix
from awesomelint.document import Definition, Document, Link
from awesomelint.document.broken_links import BrokenKind, BrokenLink, broken_links
from awesomelint.document.url_faults import LinkFault, url_faults
from awesomelint.rule import Rule
from awesomelint.source import Span
from awesomelint.values.urls import UrlFaultKind, repaired

_LONGEST_SHOWN = 90


def faults_of(document: Document, *kinds: UrlFaultKind) -> Iterator[LinkFault]:
    """The faults of some kinds in the URLs of a list."""
    return (found for found in document.derive(url_faults) if found.fault.kind in kinds)


def about_fault(
    rule: Rule, document: Document, *found: LinkFault, suggestions: Sequence[Fix] = ()
) -> Diagnostic:
    """A finding about one or more faults of a URL, with the fix that their replacements are."""
    link = found[0].link
    reasons = " and ".join(each.fault.reason for each in found)
    fix = None
    better = repaired(link.url, [each.fault for each in found])
    if better is not None:
        changes = [(each.span, each.fault.replacement or "") for each in found]
        is_safe = all(each.fault.is_certain for each in found)
        fix = fix_of(f"write `{shown(better)}`", changes, is_safe=is_safe)
    message = f"`{shown(link.url)}` {reasons}"
    return rule.diagnostic(document, link.url_span, message, fix=fix, suggestions=suggestions)


def broken_of(document: Document, kind: BrokenKind) -> Iterator[BrokenLink]:
    """The links of a list that are none, for a reason of one kind."""
    return (broken for broken in document.derive(broken_links) if broken.kind == kind)


def about_broken(rule: Rule, document: Document, broken: BrokenLink) -> Diagnostic:
    """A finding about what was meant as a link, with the fix that makes it one."""
    written = document.source.slice(broken.span)
    fix = None
    if broken.changes:
        fix = fix_of(
            f"write `{shown(_changed(document, broken))}`", broken.changes, is_safe=broken.is_certain
        )
    return rule.diagnostic(document, broken.span, f"`{shown(written)}` {broken.reason}", fix=fix)


def fix_of(title: str, changes: Sequence[tuple[Span, str]], *, is_safe: bool) -> Fix:
    """A fix of some changes in the text."""
    edits = tuple(Edit(span, content) for span, content in sorted(changes))
    return Fix(title, edits, Applicability.SAFE if is_safe else Applicability.UNSAFE)


def shown(text: str) -> str:
    """A URL or a link as a message shows it: on one line, and not too long."""
    text = " ".join(text.split())
    if len(text) <= _LONGEST_SHOWN:
        return text
    half = _LONGEST_SHOWN // 2
    return f"{text[:half]}…{text[-half + 1 :]}"


def _changed(document: Document, broken: BrokenLink) -> str:
    """What stands there after the changes."""
    start = min(broken.span.start, *(span.start for span, _ in broken.changes))
    end = max(broken.span.end, *(span.end for span, _ in broken.changes))
    pieces: list[str] = []
    for span, content in sorted(broken.changes):
        pieces += (document.text[start : span.start], content)
        start = span.end
    return "".join(pieces) + document.text[start:end]


def about_form(
    rule: Rule, document: Document, link: Link, written: str, habit: str, *, is_safe: bool
) -> Diagnostic:
    """A finding about a link that the list would write otherwise."""
    fix = fix_of(f"write `{shown(written)}`", [(link.url_span, written)], is_safe=is_safe)
    return rule.diagnostic(document, link.url_span, f"`{shown(link.url)}` {habit}", fix=fix)


def key(definition: Definition) -> str:
    """A definition's label in the form in which labels are compared."""
    return " ".join(definition.label.split()).casefold()


def removal(document: Document, definition: Definition, *, is_safe: bool = False) -> Fix | None:
    """The fix that removes a definition, where it has its lines to itself."""
    start, end = definition.span
    line_start = document.text.rfind("\n", 0, start) + 1
    line_end = document.text.find("\n", end)
    line_end = len(document.text) if line_end < 0 else line_end + 1
    if (document.text[line_start:start] + document.text[end:line_end]).strip():
        return None
    return fix_of("remove it", [(Span(line_start, line_end), "")], is_safe=is_safe)
