"""LNK010 label-against-target."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.document.model import EntryLink
from awesomelint.document.roles import label_role
from awesomelint.rule import Context, FileRule

_FRAMEWORKS = frozenset({"pytorch", "tensorflow", "keras", "jax"})
_MAY_BE_REPOSITORY = frozenset({"papers", "html", "read"})
"""Labels of a paper's link that also suit a repository: a list of papers, the language, a text to read."""


class LabelAgainstTarget(FileRule):
    """A link whose label says code and whose target is a paper, or the other way round.

    ## What it does

    Finds links of entries that are labelled as code and lead to a paper, and those labelled as a paper that lead to
    a repository.

    ## Why is this bad?

    The link was pasted into the wrong place: the reader gets the paper twice and the code not at all.

    ## Example

    ```bad
    - **OPERA: Alleviating Hallucination** [[paper]](https://arxiv.org/abs/2311.17911) [[code]](https://arxiv.org/abs/2311.17911)
    ```

    Use instead:

    ```good
    - **OPERA: Alleviating Hallucination** [[paper]](https://arxiv.org/abs/2311.17911) [[code]](https://github.com/shikiw/OPERA)
    ```

    ## Fix safety

    There is no fix: where the code lies is written nowhere in the list.

    ## References

    - [WCAG: link purpose](https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context.html)
    """

    code = "LNK010"
    name = "label-against-target"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every link of an entry that leads to something else than it says."""
        for entry in document.entries:
            has_paper_label = any(label_role(one.link.text) == "paper" for one in entry.links)
            for entry_link in entry.links:
                if entry_link.link is entry.title_link or (_is_framework(entry_link) and not has_paper_label):
                    continue
                leads_to = _leads_to(entry_link)
                if leads_to is not None:
                    message = f"`{entry_link.link.text}` leads to {leads_to}"
                    yield self.diagnostic(document, entry_link.link.url_span, message)


def _is_framework(entry_link: EntryLink) -> bool:
    """Whether the label may be the title of a framework's own paper; beside `[paper]` it says where code is."""
    return _label(entry_link) in _FRAMEWORKS


def _label(entry_link: EntryLink) -> str:
    return entry_link.link.text.strip("[] ").casefold()


def _leads_to(entry_link: EntryLink) -> str | None:
    """What a wrong target is; None where it fits the label, or may fit."""
    role, work = label_role(entry_link.link.text), entry_link.work
    if work is None or entry_link.link.is_badge:
        return None
    if role == "code" and work.is_paper:
        return f"a paper, {work.label}"
    if role == "paper" and work.is_repository and _label(entry_link) not in _MAY_BE_REPOSITORY:
        return f"a repository, {work.label}"
    return None
