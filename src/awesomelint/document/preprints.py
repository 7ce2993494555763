"""Which paper at arXiv an entry is about: what the rules about arXiv's own facts look at."""

from __future__ import annotations

from awesomelint.document.model import Entry
from awesomelint.works import Work


def only_preprint(entry: Entry) -> Work | None:
    """The entry's work, if that is at arXiv and no other paper there is linked."""
    preprints = {link.work.id for link in entry.links if link.work and link.work.kind == "arxiv"}
    work = entry.work
    return work if work is not None and work.kind == "arxiv" and len(preprints) == 1 else None
