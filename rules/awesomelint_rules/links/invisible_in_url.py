"""LNK008 invisible-in-url."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.shapes import about_fault, faults_of


class InvisibleInUrl(FileRule):
    """An invisible character in a URL, written as percent signs and digits: `%E2%80%8B`.

    ## What it does

    Finds zero-width spaces, byte order marks, soft hyphens and marks of direction that stand percent-encoded in a link's target.
    Where they stand there unencoded, `invisible-character` (ENC003) reports them.

    ## Why is this bad?

    They come from copying a URL out of a web page or a PDF, and they are part of the address: the server knows no such page.

    ## Example

    ```bad
    - [Hugging Face](https://huggingface.co/docs/transformers%E2%80%8B)
    ```

    Use instead:

    ```good
    - [Hugging Face](https://huggingface.co/docs/transformers)
    ```

    ## Fix safety

    The fix removes the character. It is safe: no site names its pages by what nobody can see.

    ## References

    - [Unicode: invisible operators and formats](https://www.unicode.org/charts/PDF/U2000.pdf)
    """

    code = "LNK008"
    name = "invisible-in-url"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every percent-encoded character that cannot be seen."""
        for found in faults_of(document, "invisible-character"):
            if document.source.slice(found.span).startswith("%"):
                yield about_fault(self, document, found)
