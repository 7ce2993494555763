"""ENC006 byte-order-mark."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.rule import Context, SourceRule
from awesomelint.source import Source, Span


class ByteOrderMark(SourceRule):
    r"""A UTF-8 file that begins with a byte order mark.

    ## What it does

    Reports the three bytes EF BB BF at the start of a file.

    ## Why is this bad?

    UTF-8 has no byte order to mark. GitHub ignores it, but `cat`, `grep '^#'` and some Markdown renderers take it for a
    character of the first line, so that a heading there is none.

    ## Example

    ```bad bytes
    \xEF\xBB\xBF# Awesome lists
    ```

    Use instead:

    ```good
    # Awesome lists
    ```

    ## Fix safety

    There is no fix: an edit never touches the bytes before the text. Save the file as "UTF-8 without BOM".

    ## References

    - [Unicode: UTF-8, UTF-16, UTF-32 and BOM](https://www.unicode.org/faq/utf_bom.html)
    """

    code = "ENC006"
    name = "byte-order-mark"
    severity = Severity.INFO

    def check(self, source: Source, context: Context) -> Iterator[Diagnostic]:
        """One finding at the start of the file."""
        if source.bom and source.undecodable is None:
            message = "the file begins with a byte order mark, which UTF-8 does not need"
            yield self.diagnostic(source, Span(0, 0), message)
