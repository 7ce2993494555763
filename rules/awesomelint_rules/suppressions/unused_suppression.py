"""SUP001 unused-suppression."""

from collections.abc import Iterator

from awesomelint import directives
from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from awesomelint.document import Comment, Document
from awesomelint.rule import Context, SuppressionRule
from awesomelint.source import Span
from awesomelint_rules.suppressions.table_breaks import breaks_table

_MOST_NAMED = 5


class UnusedSuppression(SuppressionRule):
    """A comment, or a `[[suppress]]` of the config, that keeps nothing quiet.

    ## What it does

    Finds `<!-- awesomelint: disable… -->` comments, and single rules named in them, that kept no finding quiet. It
    speaks only when all rules ran that the comment names, and had an answer to all that they asked the web, and never
    of other tools' comments. A comment that breaks a table apart has a rule of its own, `table-breaking-suppression`.

    It also finds the tables `[[suppress]]` of the config whose entry or link is in the list and has no such fault. One
    that names nothing in any list of the run is info, for it may name an entry of a list that was not read.

    ## Why is this bad?

    The fault is mended, but the comment would hide the next one at the same place.

    ## Example

    ```bad
    <!-- awesomelint: disable-next-line VEN001 -->
    - [Training Compute-Optimal Models](https://arxiv.org/abs/2203.15556) (NeurIPS 2022)
    ```

    Use instead:

    ```good
    - [Training Compute-Optimal Models](https://arxiv.org/abs/2203.15556) (NeurIPS 2022)
    ```

    A suppression of the config is as bad, here one of a date that was mended:

    ```bad config='suppress = [{rule = "DAT001", entry = "2310.17157"}]'
    | Title | Date |
    | --- | --- |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | 2023-10-26 |
    ```

    ## Fix safety

    The fix removes the comment, or those of its rules that kept nothing quiet. It is safe: no finding comes back, and
    an empty line stays where text above and below would become one paragraph. It is unsafe where one of the rules reads
    the web, since a link that answers today may fail again tomorrow. There is none where text follows a comment that
    starts a line, since GitHub reads that text as HTML with the comment and as Markdown without.

    ## References

    - [How to suppress a finding](https://github.com/awesomelint/awesomelint#suppressions)
    """

    code = "SUP001"
    name = "unused-suppression"
    severity = Severity.WARNING

    def check(
        self, report: directives.SuppressionReport, document: Document, context: Context
    ) -> Iterator[Diagnostic]:
        """Every comment, or part of one, that silenced nothing."""
        for unused in report.unused:
            directive = unused.directive
            applicability = Applicability.UNSAFE if unused.depends_on_web else Applicability.SAFE
            if breaks_table(document, directive.comment):
                continue
            if len(unused.selectors) < len(directive.selectors):
                named = ", ".join(f"`{word.text}`" for word in unused.selectors[:_MOST_NAMED])
                if len(unused.selectors) > _MOST_NAMED:
                    named += " …"
                span = Span(unused.selectors[0].span.start, unused.selectors[-1].span.end)
                fix = Fix(f"leave {named} out", (_without_words(unused),), applicability)
                yield self.diagnostic(document, span, f"{named} would say nothing here", fix=fix)
            else:
                edit = _removal(document, directive.comment)
                removal = Fix("remove the comment", (edit,), applicability) if edit is not None else None
                message = "this comment silences nothing"
                yield self.diagnostic(document, directive.comment.span, message, fix=removal)
        for idle in report.unused_in_config:
            if idle.place is not None:
                message = f"{idle.name} silences nothing: take it out"
                yield self.diagnostic(document, idle.place, message)
            else:
                message = f"{idle.name} names nothing in the lists of this run"
                yield self.diagnostic(document, Span(0, 0), message, severity=Severity.INFO)


def _without_words(unused: directives.UnusedSuppression) -> Edit:
    words = unused.directive.selectors
    idle = set(unused.selectors)
    kept = [word.text for word in words if word not in idle]
    return Edit(Span(words[0].span.start, words[-1].span.end), ", ".join(kept))


def _removal(document: Document, comment: Comment) -> Edit | None:
    """What takes the comment out and leaves the rest as it is read; None where it would not be."""
    text, span = document.text, comment.span
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    line_end = len(text) if line_end < 0 else line_end
    if text[span.end : line_end].strip() and comment.is_block:
        return None  # what follows in the line is HTML with the comment, and Markdown without
    before = text[line_start : span.start]
    if before.strip() or text[span.end : line_end].strip():
        return Edit(Span(line_start + len(before.rstrip(" \t")), span.end), "")
    if _parts_paragraphs(document, line_start, line_end):
        return Edit(Span(line_start, line_end), "")
    is_after_blank = line_start == 0 or text[line_start - 2 : line_start] == "\n\n"
    if is_after_blank and text.startswith("\n\n", line_end):
        line_end += 1
    return Edit(Span(line_start, min(line_end + 1, len(text))), "")


def _parts_paragraphs(document: Document, line_start: int, line_end: int) -> bool:
    """Whether text goes on below the comment's line that would join the text above without it."""
    text = document.text
    above = text[text.rfind("\n", 0, max(line_start - 1, 0)) + 1 : line_start]
    below = line_end + 1
    while below < len(text) and text[below] in " \t":
        below += 1
    block = document.block_at(below)
    return (
        bool(above.strip()) and block is not None and block.kind == "paragraph" and block.span.start == below
    )
