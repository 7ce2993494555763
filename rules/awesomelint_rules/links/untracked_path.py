"""LNK020 untracked-path."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, unquote

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document, Link
from awesomelint.document.url_faults import distinct_links
from awesomelint.needs import Need, TrackedNeed
from awesomelint.rule import Context, FileRule
from awesomelint.source import Span
from awesomelint_rules.links.paths import relative_target
from awesomelint_rules.links.shapes import fix_of, shown


class _Relative(NamedTuple):
    link: Link
    target: str


class UntrackedPath(FileRule):
    """A relative link or image to a file that is not in the list's git repository.

    ## What it does

    Asks git for the files that it tracks (`git ls-files`) and compares in the exact case, as GitHub does. Folders, submodules, GitHub's own
    pages (`../../issues`, `../../wiki`) and targets outside the repository are in order, and so are pages that a site's generator makes of
    Markdown files, and its routes (`/guide/intro`). A file that lies there but was never added to git is reported: it is not on GitHub.

    Without a repository, and on standard input, the rule is silent.

    ## Why is this bad?

    The link shows GitHub's page for missing files, and the image is broken.

    ## Example

    ```bad tracked='README.md figures/Label.jpg'
    ![Labels](figures/label.jpg)
    ```

    Use instead:

    ```good tracked='README.md figures/Label.jpg'
    ![Labels](figures/Label.jpg)
    ```

    A name without any scheme that is no file either:

    ```bad tracked='README.md figures/Label.jpg'
    - [Dozzle](dozzle)
    ```

    ## Fix safety

    Where exactly one tracked path differs in nothing but case, the fix writes that one, and is safe. Else there is none.

    ## References

    - [GitHub: relative links](https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#relative-links)
    """

    code = "LNK020"
    name = "untracked-path"
    severity = Severity.ERROR
    reads = frozenset({"git", "tree"})

    def needs(self, document: Document, context: Context) -> Iterator[Need]:
        """Whether git tracks each relative target."""
        for _, target in document.derive(_relative_links):
            yield TrackedNeed(document.path, target)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every relative target that git does not track."""
        for link, target in document.derive(_relative_links):
            answer = context.answers.tracked.get(TrackedNeed(document.path, target))
            if answer is None or answer.is_tracked:
                continue
            fix, hint = None, ""
            if answer.spelling is not None:
                hint = f", but `{shown(answer.spelling)}` is"
                written = quote(answer.spelling) if unquote(target) != target else answer.spelling
                start = link.url_span.start
                place = Span(start, start + len(target))
                if document.source.slice(place) == target:
                    fix = fix_of(f"write `{shown(written)}`", [(place, written)], is_safe=True)
            message = f"`{shown(target)}` is not in the git repository{hint}"
            yield self.diagnostic(document, link.url_span, message, fix=fix)


def _relative_links(document: Document) -> tuple[_Relative, ...]:
    found = ((link, relative_target(link.url)) for link in document.derive(distinct_links))
    return tuple(
        _Relative(link, target) for link, target in found if target is not None and not _is_route(target)
    )


def _is_route(target: str) -> bool:
    """Whether it is a page of the site that is made of the list, as `/guide/intro` is."""
    return target.startswith("/") and "." not in target.rpartition("/")[2]
