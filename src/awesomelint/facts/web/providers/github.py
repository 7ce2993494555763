"""GitHub's GraphQL API (https://docs.github.com/en/graphql): a hundred repositories a query, with a token.

A repository that was renamed is found by its old name. One that does not exist is null, with an error of type
`NOT_FOUND`; other errors (a firewall of the organisation, say) show nothing about it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.providers.api import Refused, Throttled, read_json
from awesomelint.facts.web.providers.provider import DAY, Facts, Provider, gone, moved, renamed, there
from awesomelint.needs import Repository
from awesomelint.works import identify

_PLACE = re.compile(
    r"(https?://(?:www\.)?github\.com/)([\w.-]+/[\w.-]+?)((?:\.git)*(?:[/?#].*)?)", re.IGNORECASE
)
_NAME = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)
_FIELDS = "fragment f on Repository{nameWithOwner url isArchived archivedAt isPrivate isDisabled}"
CURRENT = 7 * DAY
"""For how long it is believed how a repository is kept."""
_MANY = 5
"""So many repositories, and none of them there: that shows something about the token."""


class GitHub(Provider):
    """Repositories, and whether there is one around a file, an issue or a release."""

    name = "github"
    title = "GitHub's API"
    hosts = frozenset({"github.com", "www.github.com"})
    at_once = 100
    pace = 1.0

    def key(self, url: str) -> str | None:
        """`owner/name` in small letters."""
        place = _PLACE.fullmatch(url)
        work = identify(f"https://github.com/{place[2]}") if place else None
        return work.id if work is not None and work.kind == "github" else None

    def ask(self, keys: Sequence[str]) -> dict[str, Facts | None]:
        """As `Provider.ask`. Private and disabled repositories are left out: a reader sees them otherwise."""
        result = self.api.post("/graphql", {"query": _query(keys)})
        answer = read_json(result)
        if result.status != 200:
            raise Refused(f"status {result.status}{_message(answer)}")
        data = answer.get("data") if isinstance(answer, dict) else None
        errors = list(_errors(answer))
        if any(kind == "RATE_LIMITED" for kind, _ in errors):
            raise Throttled("the rate limit is used up", None)
        if not isinstance(data, dict):
            raise Refused(f"no data{_message(answer)}")
        missing = {alias for kind, alias in errors if kind == "NOT_FOUND"}
        found: dict[str, Facts | None] = {}
        for alias, key in _aliases(keys):
            if data.get(alias) is not None:
                facts = _facts(data[alias])
                if facts is not None:
                    found[key] = facts
            elif alias in missing:
                found[key] = None
        if len(keys) >= _MANY and len(found) == len(keys) and not any(found.values()):
            raise Refused("the token sees none of many repositories")
        return found

    def outcome(self, url: str, facts: Facts | None) -> Outcome | None:
        """Pages inside a repository that exists are asked for themselves."""
        if facts is None:
            return gone("GitHub has no such repository")
        place = _PLACE.fullmatch(url)
        work = identify(url)
        if place is None or work is None or work.kind != "github":
            return None
        if facts["name"].lower() != work.id:
            return renamed(f"renamed to {facts['name']}", facts["url"] + place[3])
        if url.lower().startswith("http:"):
            return moved("moved permanently", "https" + url[len("http") :])
        return there("GitHub has the repository")


def repository(facts: Facts) -> Repository:
    """What rules get."""
    archived_on = date.fromisoformat(facts["archived_on"]) if facts["archived_on"] else None
    return Repository(facts["name"], facts["is_archived"], archived_on)


def _aliases(keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    return ((f"r{index}", key) for index, key in enumerate(keys))


def _query(keys: Sequence[str]) -> str:
    parts = []
    for alias, key in _aliases(keys):
        owner, _, name = key.partition("/")
        parts.append(f"{alias}:repository(owner:{json.dumps(owner)},name:{json.dumps(name)}){{...f}}")
    return f"query{{{' '.join(parts)}}} {_FIELDS}"


def _facts(node: Any) -> Facts | None:
    if not isinstance(node, dict) or node.get("isPrivate") or node.get("isDisabled"):
        return None
    name, url, archived_at = node.get("nameWithOwner"), node.get("url"), node.get("archivedAt")
    if not (isinstance(name, str) and _NAME.fullmatch(name) and url == f"https://github.com/{name}"):
        return None
    day = archived_at[:10] if isinstance(archived_at, str) else ""
    return {"name": name, "url": url, "is_archived": node.get("isArchived") is True, "archived_on": _day(day)}


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _errors(answer: Any) -> Iterator[tuple[str, str]]:
    """The type of each error, and the alias that it is about."""
    errors = answer.get("errors") if isinstance(answer, dict) else None
    for error in errors if isinstance(errors, list) else ():
        if isinstance(error, dict):
            path = error.get("path")
            yield str(error.get("type")), str(path[0]) if isinstance(path, list) and path else ""


def _message(answer: Any) -> str:
    """What an answer says for people: `{"message": "Bad credentials"}`, or the first of its errors."""
    if not isinstance(answer, Mapping):
        return ""
    errors = answer.get("errors")
    first = errors[0] if isinstance(errors, list) and errors and isinstance(errors[0], dict) else answer
    message = first.get("message")
    return f" ({' '.join(message.split())[:100]})" if isinstance(message, str) else ""
