"""What a link points at, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

WorkKind = Literal[
    "arxiv", "doi", "openreview", "semanticscholar",
    "acl", "pmlr", "neurips", "iclr", "mlsys", "cvf", "ecva", "aaai", "ijcai", "isca", "rss",
    "usenix", "ndss", "vldb", "acm", "ieee", "jmlr", "sciencedirect", "pubmed",
    "github", "gitlab", "codeberg", "bitbucket", "gitee",
    "huggingface-model", "huggingface-dataset", "huggingface-space",
    "youtube", "url",
]  # fmt: skip

PAPER_KINDS: frozenset[WorkKind] = frozenset(
    (
        "arxiv", "doi", "openreview", "semanticscholar",
        "acl", "pmlr", "neurips", "iclr", "mlsys", "cvf", "ecva", "aaai", "ijcai", "isca", "rss",
        "usenix", "ndss", "vldb", "acm", "ieee", "jmlr", "sciencedirect", "pubmed",
    )
)  # fmt: skip
REPOSITORY_KINDS: frozenset[WorkKind] = frozenset(("github", "gitlab", "codeberg", "bitbucket", "gitee"))

_DATA_PUBLISHERS = (
    "10.5061/", "10.5281/", "10.6084/", "10.7910/",
    "10.17605/", "10.17632/", "10.21227/", "10.24432/", "10.57967/",
)  # fmt: skip
"""Of software and data: Dryad, Zenodo, figshare, Dataverse, OSF, Mendeley, DataPort, UCI, Hugging Face."""


_LABELS: dict[WorkKind, str] = {
    "arxiv": "arXiv",
    "doi": "DOI",
    "openreview": "OpenReview",
    "acl": "ACL Anthology",
    "pmlr": "PMLR",
}


@dataclass(frozen=True, slots=True)
class VenueHint:
    """What an address tells about where its paper was published; a part is None where it does not tell it."""

    name: str
    """The venue's short name of today: `EMNLP`, `NeurIPS`."""
    year: int | None = None
    """The year of the conference."""
    track: str | None = None
    """`Findings`, `Workshop`, `Demo`, `Datasets and Benchmarks` …; None for the main one or an untold one."""
    also: tuple[str, ...] = ()
    """Other venues that were held jointly and whose names are as right: IJCNLP for EMNLP 2019."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a URL points at: a paper, a repository, a model …, or a page.

    Two URLs of the same work have the same `identity`; they may differ in `version` and `fragment`.
    """

    kind: WorkKind
    id: str
    """The canonical identifier among works of this kind: `2310.00492`, `owner/name`."""
    url: str
    """The canonical URL, without version and fragment."""
    version: int | None = None
    """The version that the URL names: 2 for `arxiv.org/abs/2310.00492v2`."""
    fragment: str = ""
    """The place in the work: what follows `#`, or a video's `t=` parameter."""
    year: int | None = None
    """The year that the address tells: of announcement for arXiv, of the conference for proceedings."""
    month: int | None = None
    """The month of announcement of an arXiv paper."""
    venue: VenueHint | None = None

    @property
    def identity(self) -> str:
        """`kind:id`, unique over all kinds."""
        return f"{self.kind}:{self.id}"

    @property
    def label(self) -> str:
        """What people call it: `arXiv 2310.00492`, `github.com/owner/name`."""
        name = _LABELS.get(self.kind)
        return f"{name} {self.id}" if name else self.url.partition("://")[2]

    @property
    def is_paper(self) -> bool:
        """Whether the address is that of a paper; software and data that have a DOI are none."""
        return self.kind in PAPER_KINDS and not (self.kind == "doi" and self.id.startswith(_DATA_PUBLISHERS))

    @property
    def is_repository(self) -> bool:
        """Whether it is a repository of code, and not a file or a page in one."""
        return self.kind in REPOSITORY_KINDS
