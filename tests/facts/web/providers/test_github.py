"""GitHub's API: what becomes of links to repositories, and what rules learn of them."""

import json
import time
from datetime import date

import pytest

from awesomelint.needs import Repository, RepositoryNeed
from facts.web.providers.apis import (
    TOKEN,
    Api,
    ask,
    github,
    json_response,
    node,
    not_found,
    repositories,
    settings,
)
from facts.web.servers import Proxy, Server, hang_up, redirect, response

URL = "https://github.com/owner/name"


def verdict(url, api, **more):
    answers, _ = ask([url], settings(github=api, **more))
    return answers.liveness[url]


def test_a_repository_that_exists_is_alive_without_a_look_at_its_page(fence):
    fence.dialled.clear()
    api = github({"owner/name": node("Owner/Name")})
    found = verdict(URL, api)
    assert (found.verdict, found.reason) == ("alive", "GitHub has the repository")
    assert set(fence.dialled) == {"127.0.0.1"}


@pytest.mark.parametrize(
    "url", [URL, f"{URL}.git", f"{URL}/tree/main", f"{URL}/issues/3", f"{URL}/blob/main/README.md#usage"]
)
def test_what_lies_in_a_repository_that_is_gone_is_dead(url):
    found = verdict(url, github({}))
    assert (found.verdict, found.reason) == ("dead", "GitHub has no such repository")


def test_a_page_in_a_repository_that_exists_is_asked_for_itself(names, fence):
    fence.dialled.clear()
    found = verdict(f"{URL}/blob/main/README.md", github({"owner/name": node("owner/name")}))
    assert found.verdict == "unreachable"
    assert "192.0.2.1" in fence.dialled


@pytest.mark.parametrize(
    ("url", "replacement"),
    [
        (URL, "https://github.com/new/place"),
        (f"{URL}#usage", "https://github.com/new/place#usage"),
        (f"{URL}/", "https://github.com/new/place/"),
        (f"{URL}.git", "https://github.com/new/place.git"),
        (f"{URL}?tab=readme-ov-file#a", "https://github.com/new/place?tab=readme-ov-file#a"),
        ("http://www.github.com/Owner/NAME/tree/main", "https://github.com/new/place/tree/main"),
    ],
)
def test_a_renamed_repository_keeps_what_follows_its_name(url, replacement):
    found = verdict(url, github({"owner/name": node("new/place")}))
    assert (found.verdict, found.replacement) == ("moved", replacement)
    assert found.is_renamed
    assert found.is_same_page


def test_a_name_in_other_letters_is_no_new_name():
    assert (
        verdict("https://github.com/OWNER/name", github({"owner/name": node("Owner/Name")})).verdict
        == "alive"
    )


def test_http_is_moved_to_https():
    found = verdict("http://github.com/owner/name", github({"owner/name": node("owner/name")}))
    assert (found.verdict, found.replacement, found.is_same_page, found.is_renamed) == (
        "moved",
        "https://github.com/owner/name",
        True,
        False,
    )


def test_rules_learn_how_a_repository_is_kept():
    api = github({"a/b": node("A/B", isArchived=True, archivedAt="2024-05-06T07:08:09Z"), "c/d": node("e/f")})
    needs = [RepositoryNeed("a/b"), RepositoryNeed("c/d"), RepositoryNeed("gone/gone")]
    answers, _ = ask(needs, settings(github=api))
    assert answers.repositories == {
        "a/b": Repository("A/B", is_archived=True, archived_on=date(2024, 5, 6)),
        "c/d": Repository("e/f"),
    }


def test_a_hundred_repositories_are_one_query():
    known = {f"owner/r{n}": node(f"owner/r{n}") for n in range(250)}
    api = github(known)
    answers, _ = ask([f"https://github.com/{name}" for name in known], settings(github=api))
    assert {each.verdict for each in answers.liveness.values()} == {"alive"}
    assert sorted(len(repositories(asked)) for asked in api.asked) == [50, 100, 100]


def test_each_repository_is_asked_for_once():
    api = github({"owner/name": node("owner/name")})
    ask(
        [URL, f"{URL}.git", "https://github.com/Owner/Name", RepositoryNeed("owner/name")],
        settings(github=api),
    )
    assert [repositories(asked) for asked in api.asked] == [["owner/name"]]


def test_the_token_is_sent():
    api = github({"owner/name": node("owner/name")})
    verdict(URL, api)
    assert api.asked[0].headers["authorization"] == f"Bearer {TOKEN}"


def test_without_a_token_pages_are_asked_for(fence):
    fence.dialled.clear()
    api = github({"owner/name": node("owner/name")})
    assert verdict(URL, api, token="").verdict == "unreachable"
    assert api.asked == []


def test_the_token_does_not_follow_a_redirect():
    other = Server()
    api = Api(lambda asked: redirect(other.url("/graphql"), 307))
    _, counts = ask([URL], settings(github=api))
    assert other.connections == 0
    assert "GitHub's API gave no answer" in counts.note


def test_the_token_does_not_leave_unencrypted():
    answers, _ = ask([URL], settings(github=_Elsewhere()))
    assert answers.liveness[URL].verdict == "unreachable"


def test_the_token_does_not_go_through_a_proxy_unencrypted(monkeypatch):
    api = github({"owner/name": node("owner/name")})
    proxy = Proxy({"127.0.0.1": api.port})
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    verdict(URL, api)
    proxy.close()
    assert proxy.lines[0].startswith("POST http://127.0.0.1")
    assert "authorization" not in api.asked[0].headers


class _Elsewhere:
    """A base that is neither encrypted nor on this machine."""

    def url(self, path):
        return f"http://api.example{path}"


@pytest.mark.parametrize(
    "answer",
    [
        json_response({"message": "Bad credentials", "documentation_url": "https://docs.github.com"}, 401),
        json_response({"message": "Resource not accessible by integration"}, 403),
        json_response(
            {"message": "API rate limit exceeded"},
            403,
            x_ratelimit_remaining="0",
            x_ratelimit_reset="32503680000",
        ),
        json_response({"message": "You have exceeded a secondary rate limit"}, 403, Retry_After="3600"),
        json_response({"message": "Too many"}, 429, Retry_After="3600"),
        json_response(
            {"data": None, "errors": [{"message": "Something went wrong while executing your query."}]}
        ),
        json_response(
            {"errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded for user ID 1."}]}
        ),
        json_response({"message": "Server Error"}, 502),
        json_response([]),
        json_response(None),
        json_response({"data": {"r0": {"nameWithOwner": 3}}}),
        json_response({"data": {"r0": []}}),
        json_response({"data": {}, "errors": "none"}),
        json_response(
            {"data": {"r0": None}, "errors": [{"type": "FORBIDDEN", "path": ["r0"], "message": "SAML"}]}
        ),
        json_response(
            {"data": {"r0": None}, "errors": [3, {"path": "r0"}, {"type": "NOT_FOUND", "path": []}]}
        ),
        json_response({"data": {"r0": node("owner/name", isPrivate=True)}}),
        json_response({"data": {"r0": node("owner/name", isDisabled=True)}}),
        json_response({"data": {"r0": node("owner/name", url="https://elsewhere.example/")}}),
        json_response({"data": {"r0": node("owner/name](evil)")}}),
        response(200, "[" * 100_000, kind="application/json"),
        response(200, "no JSON", kind="application/json"),
        response(200, b"\x1f\x8b broken", Content_Encoding="gzip"),
        hang_up,
    ],
)
def test_what_is_no_answer_leaves_the_link_to_its_page(answer, fence):
    fence.dialled.clear()
    found = verdict(URL, Api(lambda asked: answer))
    assert found.verdict == "unreachable"
    assert "192.0.2.1" in fence.dialled


def test_a_partial_answer_counts_for_what_it_says():
    partial = {
        "data": {"r0": node("a/a"), "r1": None, "r2": None},
        "errors": [not_found("r1", "b/b"), {"type": "FORBIDDEN", "path": ["r2"], "message": "IP allow list"}],
    }
    urls = [f"https://github.com/{name}" for name in ("a/a", "b/b", "c/c")]
    answers, _ = ask(urls, settings(github=Api(lambda asked: json_response(partial))))
    assert [answers.liveness[url].verdict for url in urls] == ["alive", "dead", "unreachable"]


def test_a_token_that_sees_nothing_proves_nothing():
    urls = [f"https://github.com/owner/r{n}" for n in range(6)]
    answers, counts = ask(urls, settings(github=github({})))
    assert {each.verdict for each in answers.liveness.values()} == {"unreachable"}
    assert "the token sees none of many repositories" in counts.note


def test_a_short_rest_is_taken_when_asked_for():
    answers = [json_response({"message": "slow down"}, 403, Retry_After="1")]
    api = Api(lambda asked: answers.pop() if answers else json_response({"data": {"r0": node("owner/name")}}))
    began = time.monotonic()
    assert verdict(URL, api).verdict == "alive"
    assert 1.0 <= time.monotonic() - began < 3.0


def test_a_refusal_ends_the_questions():
    api = Api(lambda asked: json_response({"message": "Bad credentials"}, 401))
    ask([f"https://github.com/owner/r{n}" for n in range(250)], settings(github=api))
    assert len(api.asked) == 1


def test_a_name_cannot_break_out_of_the_query():
    api = github({})
    ask(
        ["https://github.com/owner/na%22me)%7Bx", 'https://github.com/a"b/c', RepositoryNeed('a/b"){x}')],
        settings(github=api),
    )
    for asked in api.asked:
        query = json.loads(asked.body)["query"]
        assert 'name:"b\\"){x}"' in query


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/owner",
        "https://github.com/topics/lint",
        "https://gist.github.com/a/b",
        "https://github.com/",
    ],
)
def test_other_pages_are_no_repositories(url):
    api = github({})
    ask([url], settings(github=api))
    assert api.asked == []
