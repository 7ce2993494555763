"""Whether a DOI is registered, by its resolver's API.

https://www.doi.org/doi-handbook/HTML/rest-api-response-format.html has what it answers. The publishers that
DOIs lead to mostly turn programs away, so following the redirect shows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote, unquote

from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.providers.api import read_json
from awesomelint.facts.web.providers.provider import FOR_EVER, Facts, Provider, gone, there

_PLACE = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/(?:doi:)?(10\.[^?#]*)(?:[?#].*)?", re.IGNORECASE)
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_FOUND, _NOT_FOUND = 1, 100
"""Response codes of the handle system."""


class Doi(Provider):
    """DOIs at their resolver; what it says of them is no more than that they exist."""

    name = "doi"
    title = "The DOI resolver's API"
    hosts = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})
    threads = 2
    lifetime = FOR_EVER

    def key(self, url: str) -> str | None:
        """The DOI in small letters: it does not distinguish case."""
        place = _PLACE.fullmatch(url)
        name = unquote(place[1]).lower() if place else ""
        return name if _DOI.fullmatch(name) else None

    def ask(self, keys: Sequence[str]) -> dict[str, Facts | None]:
        """As `Provider.ask`."""
        (key,) = keys
        result = self.api.get(f"/api/handles/{quote(key, safe='/')}?type=URL")
        answer = read_json(result)
        code = answer.get("responseCode") if isinstance(answer, dict) else None
        if code == _FOUND:
            return {key: {}}
        return {key: None} if code == _NOT_FOUND else {}

    def outcome(self, url: str, facts: Facts | None) -> Outcome | None:
        """A registered DOI leads somewhere: its publisher has promised that."""
        return gone("no such DOI is registered") if facts is None else there("the DOI is registered")
