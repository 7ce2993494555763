"""The Wayback Machine's API (https://archive.org/help/wayback_api.php): is there a copy of a page?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from awesomelint.facts.web.providers.api import Refused, read_json
from awesomelint.facts.web.providers.provider import Facts, Provider

_COPY = re.compile(r"https?://(web\.archive\.org/web/\d{14}/\S+)")


class Wayback(Provider):
    """Copies by the URL that they are of; it answers for no links."""

    name = "wayback"
    title = "The Wayback Machine's API"
    pace = 0.5

    def ask(self, keys: Sequence[str]) -> dict[str, Facts | None]:
        """As `Provider.ask`."""
        (key,) = keys
        result = self.api.get(f"/wayback/available?url={quote(key, safe='')}")
        if result.status != 200:
            raise Refused(f"status {result.status}")
        return {key: _copy(read_json(result))}


def copy_of(facts: Facts) -> tuple[str, date]:
    """The copy's URL, and its day."""
    return facts["url"], date.fromisoformat(facts["day"])


def _copy(answer: Any) -> Facts | None:
    """`{"archived_snapshots": {"closest": {"available": true, "status": "200", "url": …, …}}}`."""
    try:
        closest = answer["archived_snapshots"]["closest"]
        day = datetime.strptime(closest["timestamp"][:8], "%Y%m%d").date()
        place = _COPY.fullmatch(closest["url"])
        is_page = closest["available"] is True and closest["status"] == "200"
    except (KeyError, TypeError, ValueError):
        return None
    return {"url": f"https://{place[1]}", "day": day.isoformat()} if place and is_page else None
