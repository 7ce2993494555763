"""The facts that stand beside an example on a rule's page, as the answers that a rule gets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from awesomelint.needs import Answers, ArxivPaper, Liveness, OpenReviewPaper, Repository

_DAYS = frozenset({"archived_on", "first_day"})
_MOMENTS = frozenset({"checked_at", "failing_since"})


def answers_of(facts: Mapping[str, Mapping[str, Any]]) -> Answers:
    """Answers by URL, by `github:owner/name`, `arxiv:2310.00492` and `openreview:identifier`.

    Their fields are those of `Liveness`, `Repository`, `ArxivPaper` and `OpenReviewPaper`, with days and
    moments in ISO 8601. Raises TypeError or ValueError for fields that are missing, unknown or no dates.
    """
    liveness, repositories, arxiv, openreview = {}, {}, {}, {}
    for name, fields in facts.items():
        provider, _, key = name.partition(":")
        typed = _typed(fields)
        if provider == "github":
            repositories[key] = Repository(**typed)
        elif provider == "arxiv":
            arxiv[key] = ArxivPaper(key, **typed)
        elif provider == "openreview":
            openreview[key] = OpenReviewPaper(key, **typed)
        else:
            liveness[name] = Liveness(name, **typed)
    return Answers(liveness, repositories=repositories, arxiv=arxiv, openreview=openreview)


def _typed(fields: Mapping[str, Any]) -> dict[str, Any]:
    """JSON has neither tuples nor days nor moments."""
    typed: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()
    }
    days = {name: date.fromisoformat(value) for name, value in typed.items() if name in _DAYS}
    moments = {name: datetime.fromisoformat(value) for name, value in typed.items() if name in _MOMENTS}
    return {**typed, **days, **moments}
