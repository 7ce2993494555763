"""What a link points at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

WorkKind = Literal[
    "arxiv", "doi", "openreview", "acl", "pmlr", "neurips", "cvf", "ecva", "aaai", "ijcai", "usenix", "ndss",
    "acm", "ieee", "semanticscholar",
    "github", "gitlab", "codeberg",
    "huggingface-model", "huggingface-dataset", "huggingface-space",
    "youtube", "url",
]  # fmt: skip

PAPER_KINDS = frozenset(
    (
        "arxiv", "doi", "openreview", "acl", "pmlr", "neurips", "cvf", "ecva", "aaai", "ijcai", "usenix",
        "ndss", "acm", "ieee", "semanticscholar",
    )
)  # fmt: skip
REPOSITORY_KINDS = frozenset(("github", "gitlab", "codeberg"))


@dataclass(frozen=True, slots=True)
class VenueHint:
    """What a URL tells about where its paper was published; a part is None where the URL does not tell it."""

    name: str
    """The venue's short name, such as `EMNLP`."""
    year: int | None = None
    """The year of the proceedings."""
    track: str | None = None
    """`Findings`, `Workshop`, `Demo`, `Industry`, `Datasets and Benchmarks` …; None for the main one or an untold one."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a URL points at: a paper, a repository, a model …, or a page.

    Two URLs of the same work have the same `identity`; they may differ in `version` and `fragment`.
    """

    kind: WorkKind
    id: str
    """The canonical identifier among works of this kind, such as `2310.00492` or `owner/name`."""
    url: str
    """The canonical URL, without version and fragment."""
    version: int | None = None
    """The version that the URL names: 2 for `arxiv.org/abs/2310.00492v2`."""
    fragment: str = ""
    """What follows `#`."""
    year: int | None = None
    """The year that the identifier or the site's address tells: an arXiv paper's year of announcement, a proceedings' year."""
    month: int | None = None
    """The month of announcement of an arXiv paper."""
    venue: VenueHint | None = None

    @property
    def identity(self) -> str:
        """`kind:id`, unique over all kinds."""
        return f"{self.kind}:{self.id}"

    @property
    def is_paper(self) -> bool:
        """Whether the site it is on holds papers, and the URL is that of one."""
        return self.kind in PAPER_KINDS

    @property
    def is_repository(self) -> bool:
        """Whether it is a repository of code, and not a file or a page in one."""
        return self.kind in REPOSITORY_KINDS
