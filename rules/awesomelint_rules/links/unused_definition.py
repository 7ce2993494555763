"""LNK016 unused-definition."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.document.references import undefined_references
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.shapes import key, removal, shown


class UnusedDefinition(FileRule):
    """A reference definition that no link uses: `[label]: https://…`.

    ## What it does

    Finds definitions whose label nothing refers to. Comments in their form (`[//]: # (text)`) and footnotes are left alone.

    ## Why is this bad?

    GitHub shows nothing of it: either it is left over, or somebody thinks that readers see it.

    ## Example

    ```bad
    - [Sphinx](https://www.sphinx-doc.org/) - Reads Markdown through [MyST][myst].

    [myst]: https://myst-parser.readthedocs.io/
    [rst]: https://docutils.sourceforge.io/rst.html
    ```

    Use instead:

    ```good
    - [Sphinx](https://www.sphinx-doc.org/) - Reads Markdown through [MyST][myst].

    [myst]: https://myst-parser.readthedocs.io/
    ```

    ## Fix safety

    The fix removes the line. It is unsafe, for the link that used it may only be misspelt.

    ## References

    - [GitHub Flavored Markdown: link reference definitions](https://github.github.com/gfm/#link-reference-definitions)
    """

    code = "LNK016"
    name = "unused-definition"
    severity = Severity.INFO
    stands_for = ("no-unused-definitions",)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every definition without a link."""
        if document.unparsed:
            # What was not read may refer to any of them.
            return
        repeated = {key(definition) for definition in document.definitions if definition.is_duplicate}
        meant = {reference.meant for reference in document.derive(undefined_references)}
        for definition in document.definitions:
            label = definition.label
            is_comment = not definition.url.strip("#") or not any(map(str.isalnum, label))
            is_wanted = definition.is_used or definition.is_duplicate or label in meant
            if not (is_wanted or is_comment or label.startswith("^")):
                message = f"nothing refers to `[{shown(label)}]`, and GitHub does not show it"
                # Without the first of several the next one counts.
                fix = removal(document, definition) if key(definition) not in repeated else None
                yield self.diagnostic(document, definition.span, message, fix=fix)
