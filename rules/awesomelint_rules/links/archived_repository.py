"""LNK105 archived-repository."""

import re
from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document, Link, web_links
from awesomelint.needs import Need, Repository, RepositoryNeed
from awesomelint.rule import Context, FileRule
from awesomelint.works import identify


class ArchivedRepository(FileRule):
    """A repository that its owner has archived.

    ## What it does

    Asks GitHub about each repository that the list links to, and reports those that are archived: nobody answers
    issues there or takes changes. Entries and sections that say so themselves (archived, deprecated, unmaintained,
    legacy …) are left alone. GitHub answers only with a token, in `GITHUB_TOKEN` or `GH_TOKEN`; one without any
    permission will do.

    ## Why is this bad?

    It need not be: the code of a paper is done when the paper is. A reader who looks for something to build on
    wants to know it.

    ## Example

    ```bad facts='{"github:owner/name": {"name": "owner/name", "is_archived": true, "archived_on": "2021-05-06"}}'
    - [Name](https://github.com/owner/name) - A parser.
    ```

    Use instead:

    ```good facts='{"github:owner/name": {"name": "owner/name", "is_archived": true, "archived_on": "2021-05-06"}}'
    - [Name](https://github.com/owner/name) - A parser (archived).
    ```

    ## Fix safety

    There is no fix: whether the entry goes, stays or is marked is for the list to decide.

    ## References

    - [GitHub: archiving repositories](https://docs.github.com/en/repositories/archiving-a-github-repository/archiving-repositories)
    """

    code = "LNK105"
    name = "archived-repository"
    severity = Severity.INFO
    reads = frozenset({"web"})

    def needs(self, document: Document, context: Context) -> Iterator[Need]:
        """How each repository is kept."""
        for name in dict.fromkeys(name for _, name in document.derive(_repository_links)):
            yield RepositoryNeed(name)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """The first link of each entry to each archived repository."""
        seen = set()
        for link, name in document.derive(_repository_links):
            repository = context.answers.repositories.get(name)
            entry = document.entry_at(link.span.start)
            place = (name, id(entry) if entry else link.span)
            if repository is None or not repository.is_archived or place in seen:
                continue
            seen.add(place)
            if not _says_so(document, link):
                yield self.diagnostic(document, link.url_span, _message(repository))


_SAID = re.compile(
    r"\barchived\b|deprecat|unmaintain|not (?:actively )?maintained|no longer (?:maintained|developed|supported)"
    r"|discontinu|abandon|归档|停止维护|不再维护|弃用|アーカイブ|非推奨|지원 중단",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"\barchives?\b|\blegacy\b|\bhistoric|\binactive\b|\bobsolete\b|\bgraveyard\b", re.IGNORECASE
)
"""What a heading says of all that stands under it; in a description it is about what the project does."""


def _repository_links(document: Document) -> tuple[tuple[Link, str], ...]:
    """The links to repositories at GitHub themselves, with `owner/name` in small letters."""
    links = ((link, identify(link.url)) for link in document.derive(web_links) if not link.is_image)
    return tuple((link, work.id) for link, work in links if work is not None and work.kind == "github")


def _says_so(document: Document, link: Link) -> bool:
    """Whether the entry, or a section around it, says in words that it is no longer kept up."""
    entry, block = document.entry_at(link.span.start), document.block_at(link.span.start)
    # The link's own URL is no statement: `owner/archive-tool` is a name.
    around = document.source.slice(entry.span if entry else block.span if block else link.span)
    if _SAID.search(around.replace(link.url, "")):
        return True
    section = entry.section if entry else block.section if block else None
    titles = [each.title for each in section.ancestors] if section is not None else []
    return any(_SAID.search(title) or _SECTION.search(title) for title in titles)


def _message(repository: Repository) -> str:
    when = f" on {repository.archived_on.isoformat()}" if repository.archived_on else ""
    return f"`{repository.name}` was archived by its owner{when}"
