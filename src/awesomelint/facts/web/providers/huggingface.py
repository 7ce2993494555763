"""Hugging Face's API (https://huggingface.co/docs/hub/api) of models, data sets and spaces.

The page of one that is gone answers 401, as a page behind a login does; the API adds a code to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from awesomelint.facts.web.exchange import Result, follows
from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.providers.api import read_json
from awesomelint.facts.web.providers.provider import Facts, Provider, gone, renamed, there
from awesomelint.works import identify

_ROOMS = {"huggingface-model": "models", "huggingface-dataset": "datasets", "huggingface-space": "spaces"}
_NAME = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)
_LOCATION = re.compile(
    r"(?:https://huggingface\.co)?/api/(?:models|datasets|spaces)/([\w.-]+/[\w.-]+)", re.ASCII
)
_NO_SUCH = "RepoNotFound"


class HuggingFace(Provider):
    """Models, data sets and spaces; a key is `models/owner/name`."""

    name = "huggingface"
    title = "Hugging Face's API"
    hosts = frozenset({"huggingface.co", "www.huggingface.co", "hf.co"})
    threads = 4

    def key(self, url: str) -> str | None:
        """Names are written as the link writes them."""
        work = identify(url)
        if work is None or work.kind not in _ROOMS:
            return None
        return f"{_ROOMS[work.kind]}/{'/'.join(work.url.split('/')[-2:])}"

    def ask(self, keys: Sequence[str]) -> dict[str, Facts | None]:
        """As `Provider.ask`."""
        (key,) = keys
        result = self.api.get(f"/api/{key}")
        if result.status in {401, 404} and result.headers.get("x-error-code") == _NO_SUCH:
            return {key: None}
        name = _name(result)
        return {key: {"name": name}} if name else {}

    def outcome(self, url: str, facts: Facts | None) -> Outcome | None:
        """Hugging Face keeps a redirect from an old name until somebody takes it."""
        if facts is None:
            return gone("Hugging Face has nothing public of that name")
        work = identify(url)
        if work is None or facts["name"].lower() == work.id:
            return there("Hugging Face has it")
        old = "/".join(work.url.split("/")[-2:])
        return renamed(f"renamed to {facts['name']}", url.replace(old, facts["name"], 1))


def _name(result: Result) -> str | None:
    """What it is called today: in the answer, or where that is a redirect, in its aim."""
    if follows(result.status):
        place = _LOCATION.fullmatch(result.headers.get("location", ""))
        return place[1] if place else None
    answer = read_json(result) if result.status == 200 else None
    name = answer.get("id") if isinstance(answer, dict) else None
    return name if isinstance(name, str) and _NAME.fullmatch(name) else None
