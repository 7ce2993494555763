"""DUP002 shared-identifier."""

import re
from collections import defaultdict
from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document, Entry
from awesomelint.rule import Context, FileRule, related
from awesomelint.values.titles import clearly_different, topic_words

_RESOURCES = re.compile(
    r"\b(?:data ?sets?|benchmarks?|corpus|corpora)\b|数据集|数据|基准|データ|コーパス|데이터|벤치마크",
    re.IGNORECASE,
)
"""What sections of data are called: one paper may bring several of what is listed there."""
_RESOURCE_HEADER = re.compile(r"\b(?:models?|names?)\b|模型|名称|モデル|名前|모델|이름", re.IGNORECASE)


class SharedIdentifier(FileRule):
    """One paper's identifier under two clearly different titles.

    ## What it does

    Finds entries whose links lead to the same paper though their titles are those of two works. Titles that share
    the name before the colon or the authors, translations, labels and titles of a few words are left alone, and so
    are lines of news, tables of models or scores, and tables of datasets that one paper brought.

    ## Why is this bad?

    Somebody pasted the link of another entry. Readers who click get another paper than the one they wanted, and the
    right link is nowhere in the list.

    ## Example

    ```bad
    - [Sheared LLaMA: Accelerating Language Model Pre-training via Structured Pruning](https://arxiv.org/abs/2310.06694)
    - [Learning to Route Among Specialized Experts for Zero-Shot Generalization](https://arxiv.org/abs/2310.06694)
    ```

    Use instead:

    ```good
    - [Sheared LLaMA: Accelerating Language Model Pre-training via Structured Pruning](https://arxiv.org/abs/2310.06694)
    - [Learning to Route Among Specialized Experts for Zero-Shot Generalization](https://arxiv.org/abs/2402.05859)
    ```

    Datasets may well come from one paper:

    ```good
    | Dataset | Paper |
    | --- | --- |
    | [German Parliament Speeches with Transcripts](https://example.org/german) | [paper](https://arxiv.org/abs/2310.06694) |
    | [Recordings of Court Hearings from Bern](https://example.org/bern) | [paper](https://arxiv.org/abs/2310.06694) |
    ```

    ## Fix safety

    There is no fix: which of the two titles the link belongs to is written nowhere in the list.

    ## References

    - [arXiv: understanding the identifier](https://info.arxiv.org/help/arxiv_identifier.html)
    """

    code = "DUP002"
    name = "shared-identifier"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every entry that shares its paper with an earlier one of another title."""
        named: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in document.entries:
            if entry.is_work and entry.title is not None and entry.work is not None and entry.work.is_paper:
                named[entry.work.identity].append(entry)
        shared = [entries for entries in named.values() if len(entries) > 1]
        if not shared:
            return
        topic = topic_words(_title(entry) for entries in named.values() for entry in entries)
        for first, *others in shared:
            for entry in others:
                if _same_authors(first, entry) or (_is_resource(first) and _is_resource(entry)):
                    continue
                if clearly_different(_title(first), _title(entry), topic):
                    yield self._report(document, first, entry)

    def _report(self, document: Document, first: Entry, entry: Entry) -> Diagnostic:
        assert first.title is not None
        assert entry.title is not None
        assert entry.work is not None
        line = document.source.position(first.title.span.start).line
        return self.diagnostic(
            document,
            entry.title.span,
            f"{entry.work.label} is the link of this title and of another one in line {line}: one of them is wrong",
            related=[related(document, first.title.span, first.title.text)],
        )


def _title(entry: Entry) -> str:
    return entry.title.text if entry.title else ""


def _same_authors(entry: Entry, other: Entry) -> bool:
    """Whether a list that names authors names the same: then the paper got a new title."""
    if entry.authors is None or other.authors is None:
        return False
    return entry.authors.text.casefold() == other.authors.text.casefold()


def _is_resource(entry: Entry) -> bool:
    """Whether it is a row of datasets, and the paper is not what its title leads to but only named beside it."""
    if entry.table is None or any(
        link.link is entry.title_link and link.work == entry.work for link in entry.links
    ):
        return False
    header = next((column.header for column in entry.table.columns if column.role == "title"), "")
    if _RESOURCES.search(header) or _RESOURCE_HEADER.search(header):
        return True
    return any(_RESOURCES.search(section.title) for section in entry.section.ancestors if section.level > 1)
