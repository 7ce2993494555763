"""LNK002 broken-scheme."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.shapes import about_fault, faults_of


class BrokenScheme(FileRule):
    """A link whose `https://` is misspelt, doubled, or all there is.

    ## What it does

    Finds targets that begin with something that is no scheme and was meant as one: `ttps://`, `https:/github.com`,
    `https//`, `https:www.example.org`, `https://https://`; and URLs that end after their scheme.

    ## Why is this bad?

    The link leads nowhere: a browser looks for a program that opens `ttps`, or for a folder of that name in the list's own
    repository.

    ## Example

    ```bad
    - [gensim](ttps://github.com/piskvorky/gensim)
    - [spaCy](https:/github.com/explosion/spaCy)
    ```

    Use instead:

    ```good
    - [gensim](https://github.com/piskvorky/gensim)
    - [spaCy](https://github.com/explosion/spaCy)
    ```

    ## Fix safety

    The fix writes the scheme in full and is safe: what follows is a host. A URL that has no host has no fix.

    ## References

    - [RFC 3986: scheme](https://www.rfc-editor.org/rfc/rfc3986#section-3.1)
    """

    code = "LNK002"
    name = "broken-scheme"
    severity = Severity.ERROR

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every scheme that is none."""
        for found in faults_of(document, "broken-scheme", "no-host"):
            yield about_fault(self, document, found)
