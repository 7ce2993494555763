"""OpenReview's API (https://docs.openreview.net/reference/api-v2): papers of 2023 and later.

Older ones lie in another API and are unknown to this one, so what it does not find is no evidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.providers.api import read_json
from awesomelint.facts.web.providers.provider import Facts, Provider, there
from awesomelint.needs import OpenReviewPaper
from awesomelint.works import identify


class OpenReview(Provider):
    """Papers by the identifier of their forum."""

    name = "openreview"
    title = "OpenReview's API"
    hosts = frozenset({"openreview.net", "www.openreview.net"})
    pace = 0.5

    def key(self, url: str) -> str | None:
        """The forum's identifier; a file under its old address has another one."""
        work = identify(url)
        is_paper = work is not None and work.kind == "openreview" and "/" not in work.id
        return work.id if work is not None and is_paper else None

    def ask(self, keys: Sequence[str]) -> dict[str, Facts | None]:
        """As `Provider.ask`; what is not found, or not for everyone, is left out."""
        (key,) = keys
        result = self.api.get(f"/notes?id={quote(key, safe='')}")
        if result.status != 200:
            return {}
        title = _title(read_json(result), key)
        return {key: {"title": title}} if title else {}

    def outcome(self, url: str, facts: Facts | None) -> Outcome | None:
        """As `Provider.outcome`."""
        return None if facts is None else there("OpenReview has the paper")


def paper(key: str, facts: Facts) -> OpenReviewPaper:
    """What rules get."""
    return OpenReviewPaper(key, facts["title"])


def _title(answer: Any, key: str) -> str:
    """`{"notes": [{"id": …, "content": {"title": {"value": …}}}]}`; empty where that is not what came."""
    try:
        (note,) = (note for note in answer["notes"] if note["id"] == key)
        title = note["content"]["title"]["value"]
    except (KeyError, TypeError, ValueError):
        return ""
    return " ".join(title.split()) if isinstance(title, str) else ""
