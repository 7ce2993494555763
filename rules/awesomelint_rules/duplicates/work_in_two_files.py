"""DUP005 work-in-two-files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from awesomelint.diagnostics import Diagnostic, Related, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, RunRule, related

TWINS_SHARE = 0.5
"""Files that share so much of the smaller one's works are versions of one list: a translation, an archive."""


@dataclass(frozen=True)
class Listed:
    """The works of one list: where each stands first, and what people call it."""

    path: str
    places: Mapping[str, Related]
    labels: Mapping[str, str]


class WorkInTwoFiles(RunRule):
    """One work in two lists of the same run.

    ## What it does

    Finds papers and repositories that are entries of two files. Files that share half of the works of the smaller
    one, such as translations of each other, are not compared.

    ## Why is this bad?

    Where a list is divided into files by topic, readers expect a work in one of them, and a correction of one leaves
    the other as it is.

    ## Example

    ```bad path=pruning.md
    - [Sheared LLaMA](https://arxiv.org/abs/2310.06694)
    - [FLAP](https://arxiv.org/abs/2312.11983)
    - [PERP](https://arxiv.org/abs/2312.15230)
    ```

    ```bad path=training.md
    - [LoraHub](https://arxiv.org/abs/2307.13269)
    - [Sheared LLaMA](https://arxiv.org/abs/2310.06694)
    - [HyperPrompt](https://arxiv.org/abs/2203.00759)
    ```

    Use instead:

    ```good path=pruning.md
    - [Sheared LLaMA](https://arxiv.org/abs/2310.06694)
    - [FLAP](https://arxiv.org/abs/2312.11983)
    - [PERP](https://arxiv.org/abs/2312.15230)
    ```

    ```good path=training.md
    - [LoraHub](https://arxiv.org/abs/2307.13269)
    - [HyperPrompt](https://arxiv.org/abs/2203.00759)
    ```

    ## Fix safety

    There is no fix: in which file the work belongs is for a person to say.

    ## References

    - [arXiv: understanding the identifier](https://info.arxiv.org/help/arxiv_identifier.html)
    """

    code = "DUP005"
    name = "work-in-two-files"
    severity = Severity.INFO

    def summarise(self, document: Document) -> Listed:
        """The works of a list."""
        places: dict[str, Related] = {}
        labels: dict[str, str] = {}
        for entry in document.entries:
            work = entry.work
            if not entry.is_work or entry.title is None or work is None:
                continue
            if work.is_paper or work.is_repository:
                places.setdefault(work.identity, related(document, entry.title.span, entry.title.text))
                labels.setdefault(work.identity, work.label)
        return Listed(document.path, places, labels)

    def check(self, summaries: Sequence[Listed], context: Context) -> Iterator[Diagnostic]:
        """Every work of a later file that an earlier one has."""
        for number, later in enumerate(summaries):
            others = [earlier for earlier in summaries[:number] if not _are_twins(earlier, later)]
            for identity, place in later.places.items():
                first = next((other.places[identity] for other in others if identity in other.places), None)
                if first is not None:
                    message = f"{later.labels[identity]} is also in {first.path}, line {first.start.line}"
                    yield self.diagnostic_at(place, identity, message, related=[first])


def _are_twins(one: Listed, other: Listed) -> bool:
    shared = len(one.places.keys() & other.places.keys())
    return shared >= TWINS_SHARE * min(len(one.places), len(other.places))
