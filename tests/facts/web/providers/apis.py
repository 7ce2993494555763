"""APIs on loopback that answer in the shapes of the real ones, and how tests ask through them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

from awesomelint.facts.web import WebSettings, answer
from awesomelint.facts.web.history import History
from awesomelint.facts.web.provider_settings import BASES, ProviderSettings
from awesomelint.needs import Answers, LivenessNeed, Need
from awesomelint.results import LinkCounts
from facts.web.looking_up import IMPATIENT
from facts.web.servers import Answer, Asked, Server, response

TOKEN = "ghp_thisisnotoken"


class Api(Server):
    """An origin whose answers are made by a function of what was asked."""

    def __init__(self, reply: Callable[[Asked], Answer]) -> None:
        self._reply = reply
        super().__init__()

    def reply(self, asked: Asked) -> Answer:
        return self._reply(asked)


def json_response(value: Any, status: int = 200, **headers: str) -> bytes:
    return response(status, json.dumps(value), kind="application/json; charset=utf-8", **headers)


def settings(*, token: str = TOKEN, **apis: Server) -> WebSettings:
    """With those providers enabled whose APIs are given, no waiting, and little patience with pages."""
    bases = {**BASES, **{name: api.url("") for name, api in apis.items()}}
    paces = dict.fromkeys(BASES, 0.0)
    providers = ProviderSettings(tuple(apis), bases, token, paces, timeout=2.0)
    return replace(IMPATIENT, providers=providers)


def ask(
    needs: Sequence[Need | str], settings: WebSettings, history: History | None = None
) -> tuple[Answers, LinkCounts]:
    """The answers to needs; a text is a link."""
    asked = [LivenessNeed(need) if isinstance(need, str) else need for need in needs]
    return answer(asked, settings, history=history)


def repositories(asked: Asked) -> list[str]:
    """The repositories that a GraphQL query names, as `owner/name`."""
    query = json.loads(asked.body)["query"]
    return ["/".join(pair) for pair in re.findall(r'repository\(owner:"([^"]+)",name:"([^"]+)"\)', query)]


def node(name: str, **more: Any) -> dict[str, Any]:
    """A repository as GitHub describes it."""
    return {
        "nameWithOwner": name,
        "url": f"https://github.com/{name}",
        "isArchived": False,
        "archivedAt": None,
        "isPrivate": False,
        "isDisabled": False,
        **more,
    }


def not_found(alias: str, name: str) -> dict[str, Any]:
    return {
        "type": "NOT_FOUND",
        "path": [alias],
        "locations": [{"line": 1, "column": 7}],
        "message": f"Could not resolve to a Repository with the name '{name}'.",
    }


def github(known: dict[str, dict[str, Any]]) -> Api:
    """GitHub's GraphQL API, which knows some repositories by names in small letters."""

    def reply(asked: Asked) -> bytes:
        data: dict[str, Any] = {}
        errors = []
        for index, name in enumerate(repositories(asked)):
            data[f"r{index}"] = known.get(name)
            if name not in known:
                errors.append(not_found(f"r{index}", name))
        return json_response({"data": data, **({"errors": errors} if errors else {})})

    return Api(reply)


def identifiers(asked: Asked) -> list[str]:
    """The papers that a query to arXiv names."""
    return parse_qs(urlsplit(asked.target).query)["id_list"][0].split(",")


def entry(
    identifier: str,
    title: str = "A Study of Something",
    published: str = "2023-10-01T17:59:58Z",
    version: int = 1,
    **more: str,
) -> str:
    """A paper as arXiv's feed has it."""
    extra = "".join(
        f'<arxiv:{name} xmlns:arxiv="http://arxiv.org/schemas/atom">{escape(text)}</arxiv:{name}>'
        for name, text in more.items()
    )
    return (
        f"<entry><id>http://arxiv.org/abs/{identifier}v{version}</id><updated>2024-01-02T00:00:00Z</updated>"
        f"<published>{published}</published><title>{escape(title)}</title><summary>  Abstract.\n</summary>"
        f"<author><name>Ada Lovelace</name></author><author><name>Charles Babbage</name></author>{extra}"
        f'<link href="http://arxiv.org/abs/{identifier}v{version}" rel="alternate" type="text/html"/></entry>'
    )


def feed(*entries: str) -> bytes:
    """arXiv's answer to a query."""
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        "<title>ArXiv Query</title><id>http://arxiv.org/api/x</id>"
        '<opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:totalResults>'
        f"{''.join(entries)}</feed>"
    )
    return response(200, body, kind="application/atom+xml; charset=UTF-8")


def arxiv(known: dict[str, str]) -> Api:
    """arXiv's API, which knows some papers: entries by identifier."""
    return Api(lambda asked: feed(*(known[each] for each in identifiers(asked) if each in known)))
