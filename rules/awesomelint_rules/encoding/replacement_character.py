"""ENC002 replacement-character."""

import re
from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint.source import Span
from awesomelint_rules.encoding.damages import damages, within

_LOST = re.compile("\ufffd(?:[\ufffd ]*\ufffd)?|(?:锟斤拷)+")


class ReplacementCharacter(FileRule):
    r"""A character that some program could not read and replaced.

    ## What it does

    Finds U+FFFD, the replacement character, and `锟斤拷`, which two of them become when they are read as GBK. Neighbouring
    ones are one finding. Code is left alone, and so is text that `mojibake` reports.

    ## Why is this bad?

    What stood there is lost from the file. Only an older version of it, or the source it was copied from, still has
    it.

    ## Example

    ```bad
    - [Na\u{FFFD}ve Bayes](https://en.wikipedia.org/wiki/Naive_Bayes_classifier)
    ```

    Use instead:

    ```good
    - [Naïve Bayes](https://en.wikipedia.org/wiki/Naive_Bayes_classifier)
    ```

    ## Fix safety

    There is no fix: the character is gone.

    ## References

    - [Unicode: the replacement character](https://www.unicode.org/charts/PDF/UFFF0.pdf)
    """

    code = "ENC002"
    name = "replacement-character"
    severity = Severity.ERROR

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every run of replacement characters."""
        if not _LOST.search(document.text):
            return
        is_elsewhere = within([*(damage.span for damage in document.derive(damages)), *document.code])
        for match in _LOST.finditer(document.text):
            span = Span(*match.span())
            if is_elsewhere(span):
                continue
            count = match[0].count("\ufffd") + match[0].count("锟")
            what = "a character was" if count == 1 else "characters were"
            yield self.diagnostic(
                document, span, f"`{match[0]}`: {what} lost here; an older version may have it"
            )
