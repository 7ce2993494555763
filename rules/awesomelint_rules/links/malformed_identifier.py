"""LNK004 malformed-identifier."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.shapes import about_fault, faults_of


class MalformedIdentifier(FileRule):
    """An arXiv link whose identifier or page is not one that arXiv has.

    ## What it does

    Finds identifiers with a month 13, with too many or too few digits, or with something after them; `abs/….pdf`, `abs//…`,
    `abd/…`, and addresses without `abs/`. It looks at arXiv, its mirrors and readers, and at arXiv's DOIs.

    It judges by arXiv's own rules: `YYMM.NNNN` from April 2007, `YYMM.NNNNN` from January 2015, `archive/YYMMNNN` before.

    ## Why is this bad?

    The link shows an error page, or another paper, and no program can tell which paper was meant.

    ## Example

    ```bad
    - [CamemBERT](https://arxiv.org/abs/1911.03894.pdf)
    - [ELECTRA](https://arxiv.org/abs//2003.10555)
    ```

    Use instead:

    ```good
    - [CamemBERT](https://arxiv.org/abs/1911.03894)
    - [ELECTRA](https://arxiv.org/abs/2003.10555)
    ```

    ## Fix safety

    Safe where the whole identifier is there and only something around it is wrong. Unsafe where what follows it could have
    been part of it. A wrong identifier has no fix.

    ## References

    - [arXiv: the identifier scheme](https://info.arxiv.org/help/arxiv_identifier.html)
    """

    code = "LNK004"
    name = "malformed-identifier"
    severity = Severity.ERROR

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every identifier that is none."""
        for found in faults_of(document, "identifier"):
            yield about_fault(self, document, found)
