"""LNK106 renamed-repository."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.needs import Need
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.web_links import links_found, liveness_needs, replacement_fix


class RenamedRepository(FileRule):
    """A repository, or a model, under a name that it no longer has.

    ## What it does

    Reports links to repositories at GitHub, and to models, data sets and spaces at Hugging Face, that the host itself
    knows under another name or owner today. GitHub answers only with a token, in `GITHUB_TOKEN` or `GH_TOKEN`; without
    one such a link is a `moved-link`.

    ## Why is this bad?

    The old name redirects only until somebody takes it: then the link leads to a stranger's code.

    ## Example

    ```bad facts='{"https://github.com/old/name#usage": {"verdict": "moved", "reason": "renamed to new/name", "final_url": "https://github.com/new/name", "replacement": "https://github.com/new/name#usage", "is_same_page": true, "is_renamed": true}}'
    - [Name](https://github.com/old/name#usage) - A parser.
    ```

    Use instead:

    ```good facts='{"https://github.com/new/name#usage": {"verdict": "alive", "reason": "GitHub has the repository"}}'
    - [Name](https://github.com/new/name#usage) - A parser.
    ```

    ## Fix safety

    The fix writes the new name and keeps the rest of the URL. It is safe: the host states that both are the same.

    ## References

    - [GitHub: renaming a repository](https://docs.github.com/en/repositories/creating-and-managing-repositories/renaming-a-repository)
    """

    code = "LNK106"
    name = "renamed-repository"
    severity = Severity.INFO
    reads = frozenset({"web"})

    def needs(self, document: Document, context: Context) -> Iterator[Need]:
        """Whether each link still leads anywhere."""
        yield from liveness_needs(document)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every place of a link under an old name."""
        for link, liveness in links_found(document, context, "moved"):
            if liveness.is_renamed:
                fix = replacement_fix(document, link, liveness)
                yield self.diagnostic(document, link.url_span, liveness.reason, fix=fix)
