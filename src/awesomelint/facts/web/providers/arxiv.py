"""arXiv's API (https://info.arxiv.org/help/api/user-manual.html): a hundred papers a query, one in 3 s.

The feed leaves a paper out that does not exist, or has an entry without an identifier for it; so its page has
the last word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.providers.api import Ailing, Refused
from awesomelint.facts.web.providers.atom import BadFeed, read_feed
from awesomelint.facts.web.providers.provider import DAY, FOR_EVER, Facts, Provider, there
from awesomelint.needs import ArxivPaper
from awesomelint.works import check_identifier, identify

CURRENT = 30 * DAY
"""For how long comment and journal reference are believed; title and first day hardly change, or never."""
_PAGE = re.compile(r"https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf)/", re.IGNORECASE)
_ENTRY = re.compile(r"https?://arxiv\.org/abs/(.+?)(?:v(\d+))?")
_WITHDRAWN = re.compile(r"\bwithdrawn\b", re.IGNORECASE)
_MOST_AUTHORS_KEPT = 10


class Arxiv(Provider):
    """Papers by their identifier."""

    name = "arxiv"
    title = "arXiv's API"
    hosts = frozenset({"arxiv.org", "www.arxiv.org", "export.arxiv.org"})
    at_once = 100
    pace = 3.0
    lifetime = FOR_EVER

    def key(self, url: str) -> str | None:
        """The identifier without version, of a paper's own pages."""
        if not _PAGE.match(url) or check_identifier(url):
            return None
        work = identify(url)
        return work.id if work is not None and work.kind == "arxiv" else None

    def ask(self, keys: Sequence[str]) -> dict[str, Facts | None]:
        """As `Provider.ask`; what is not found is left out."""
        names = quote(",".join(keys), safe=",/")
        path = f"/api/query?id_list={names}&start=0&max_results={len(keys)}"
        result = self.api.get(path, accept="application/atom+xml")
        if result.status == 400:
            # One identifier that it takes for malformed spoils the query: their pages are asked for instead.
            return {}
        if result.status != 200:
            raise Refused(f"status {result.status}")
        try:
            entries = [_facts(fields) for fields in read_feed(result.body)]
        except BadFeed as error:
            raise Ailing(f"the answer is no feed ({error})") from error
        wanted = frozenset(keys)
        found: dict[str, Facts | None] = {key: facts for key, facts in filter(None, entries) if key in wanted}
        if not found and len(keys) > 1:
            raise Ailing("the feed is empty")
        return found

    def outcome(self, url: str, facts: Facts | None) -> Outcome | None:
        """A version that may not exist, and the file of a withdrawn paper, are asked for themselves."""
        work = identify(url)
        if facts is None or work is None or (work.version or 1) > facts["version"]:
            return None
        is_withdrawn = _WITHDRAWN.search(facts["comment"]) is not None
        return None if is_withdrawn else there("arXiv has the paper")


def paper(key: str, facts: Facts, *, is_current: bool) -> ArxivPaper:
    """What rules get; without what the authors may have added since, where the answer is too old for that."""
    return ArxivPaper(
        key,
        facts["title"],
        date.fromisoformat(facts["first_day"]),
        tuple(facts["authors"]),
        facts["comment"] if is_current else None,
        facts["journal_reference"] if is_current else None,
        facts["doi"],
    )


def _facts(fields: Mapping[str, Any]) -> tuple[str, Facts] | None:
    """An entry's key and facts; None for one that is no paper, such as an error."""
    entry = _ENTRY.fullmatch(fields["id"])
    try:
        first_day = date.fromisoformat(fields["published"][:10])
    except ValueError:
        return None
    if entry is None or not fields["title"]:
        return None
    return entry[1], {
        "title": fields["title"],
        "first_day": first_day.isoformat(),
        "authors": fields["authors"][:_MOST_AUTHORS_KEPT],
        "comment": fields["comment"],
        "journal_reference": fields["journal_ref"],
        "doi": fields["doi"].lower(),
        "version": int(entry[2] or 1),
    }
