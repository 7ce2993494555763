"""ENC007 mixed-line-ends."""

from collections import Counter
from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.rule import Context, SourceRule, related
from awesomelint.source import Source, Span

_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


class MixedLineEnds(SourceRule):
    r"""Lines that end otherwise than the rest of the file.

    ## What it does

    Reports a file in which some lines end with CRLF and others with LF, or with CR alone; the lines that are in the minority
    are listed with the finding.

    ## Why is this bad?

    Editors and git rewrite such lines by and by, so that changes show up which nobody made.

    ## Example

    ```bad bytes
    # Awesome lists\x0D
    By hand.
    And with care.
    ```

    Use instead:

    ```good
    # Awesome lists
    By hand.
    And with care.
    ```

    ## Fix safety

    There is no fix: an edit keeps every line's own end. `git add --renormalize` does it for a whole repository.

    ## References

    - [git: end-of-line conversion](https://git-scm.com/docs/gitattributes#_end_of_line_conversion)
    """

    code = "ENC007"
    name = "mixed-line-ends"
    severity = Severity.INFO

    def check(self, source: Source, context: Context) -> Iterator[Diagnostic]:
        """One finding at the first line that ends otherwise than most."""
        counts = Counter(source.line_ends)
        if len(counts) < 2 or source.undecodable is not None:
            return
        odd = [index for index, end in enumerate(source.line_ends) if end != source.newline]
        spans = [_line_end(source, index) for index in odd]
        share = ", ".join(f"{count} with {_NAMES[end]}" for end, count in counts.most_common())
        others = [
            related(source, span, _NAMES[source.line_ends[index]])
            for index, span in zip(odd, spans, strict=True)
        ]
        yield self.diagnostic(source, spans[0], f"lines end differently: {share}", related=others[1:])


def _line_end(source: Source, index: int) -> Span:
    """The place before the end of a line, counted from 0."""
    end = source.line_starts[index + 1] - 1
    return Span(end, end)
