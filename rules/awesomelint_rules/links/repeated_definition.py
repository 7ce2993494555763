"""LNK017 repeated-definition."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule, related
from awesomelint_rules.links.shapes import key, removal, shown


class RepeatedDefinition(FileRule):
    """A second definition of a label: only the first counts.

    ## What it does

    Finds definitions `[label]: https://…` whose label is defined further up, in whatever case.

    ## Why is this bad?

    All links with this label lead to the first address. The second one is lost.

    ## Example

    ```bad
    - [Poetry][docs] and [PDM][docs]

    [docs]: https://python-poetry.org/docs/
    [Docs]: https://pdm-project.org/
    ```

    Use instead:

    ```good
    - [Poetry][poetry] and [PDM][pdm]

    [poetry]: https://python-poetry.org/docs/
    [pdm]: https://pdm-project.org/
    ```

    A definition that says the same again is no more than a line too many:

    ```bad
    - [Poetry][poetry]

    [poetry]: https://python-poetry.org/docs/
    [poetry]: https://python-poetry.org/docs/
    ```

    ```good
    - [Poetry][poetry]

    [poetry]: https://python-poetry.org/docs/
    ```

    ## Fix safety

    Where both lead to the same address, the fix removes the second one, and is safe. Else there is none.

    ## References

    - [GitHub Flavored Markdown: link reference definitions](https://github.github.com/gfm/#link-reference-definitions)
    """

    code = "LNK017"
    name = "repeated-definition"
    severity = Severity.WARNING
    stands_for = ("no-duplicate-definitions",)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every definition that has no effect."""
        first = {
            key(definition): definition
            for definition in reversed(document.definitions)
            if not definition.is_duplicate
        }
        for definition in document.definitions:
            if not definition.is_duplicate or not any(map(str.isalnum, definition.label)):
                continue
            other = first.get(key(definition))
            is_same = other is not None and other.url == definition.url
            line = f" in line {document.source.position(other.span.start).line}" if other else ""
            message = f"`[{shown(definition.label)}]` is already defined{line}, and only that counts"
            fix = removal(document, definition, is_safe=True) if is_same else None
            places = [related(document, other.span, "the first definition")] if other else []
            yield self.diagnostic(document, definition.span, message, fix=fix, related=places)
