"""LNK015 undefined-reference."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.document.references import undefined_references
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.shapes import fix_of, shown


class UndefinedReference(FileRule):
    """A reference link whose label is defined nowhere: `[text][label]`.

    ## What it does

    Finds `[text][label]`, `![text][label]` and `[label][]` without a `[label]: https://…`. A full reference is reported only where its label is
    nearly one that is defined, where it is an image, or where the list uses such references elsewhere: `[Paper][Code]` are often no links but
    words in brackets. Footnotes, `[[paper]](url)`, and single words in brackets are left alone.

    ## Why is this bad?

    GitHub shows the brackets as they stand, and the text leads nowhere.

    ## Example

    ```bad
    - [Sphinx](https://www.sphinx-doc.org/) - Reads Markdown through [MyST][myst-parser].

    [myst_parser]: https://myst-parser.readthedocs.io/
    ```

    Use instead:

    ```good
    - [Sphinx](https://www.sphinx-doc.org/) - Reads Markdown through [MyST][myst_parser].

    [myst_parser]: https://myst-parser.readthedocs.io/
    ```

    ## Fix safety

    The fix writes the label that is defined and differs in one letter or sign. It is unsafe. Other labels have no fix.

    ## References

    - [GitHub Flavored Markdown: reference links](https://github.github.com/gfm/#reference-link)
    """

    code = "LNK015"
    name = "undefined-reference"
    severity = Severity.ERROR
    stands_for = ("no-undefined-references",)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every reference that leads nowhere."""
        for reference in document.derive(undefined_references):
            label = reference.label
            fix = None
            if reference.meant is not None:
                fix = fix_of(
                    f"write `[{reference.meant}]`", [(reference.label_span, reference.meant)], is_safe=False
                )
            written = shown(document.source.slice(reference.span))
            yield self.diagnostic(
                document, reference.span, f"`{written}`: `[{shown(label)}]` is not defined", fix=fix
            )
