"""Providers as part of a run: its time, its memory, its guard, and what is loaded when."""

import _thread
import subprocess
import sys
import threading
import time
from dataclasses import replace

import pytest

from awesomelint.facts.web import Progress, answer
from awesomelint.facts.web.provider_settings import BASES, DEFAULT_PROVIDERS, providers_from_environment
from awesomelint.facts.web.settings import WebSettings, settings_from_environment
from awesomelint.facts.web.streak import DAY
from awesomelint.needs import ArxivNeed, LivenessNeed, RepositoryNeed
from facts.web.providers.apis import (
    Api,
    arxiv,
    ask,
    entry,
    github,
    identifiers,
    json_response,
    node,
    settings,
)
from facts.web.servers import response, stay_silent

PAPERS = {f"2310.{n:05}": entry(f"2310.{n:05}") for n in range(250)}
LINKS = [f"https://arxiv.org/abs/{each}" for each in PAPERS]


def on(day, own):
    return replace(own, clock=lambda: 1_800_000_000 + day * DAY)


def test_a_run_goes_on_where_the_last_one_stopped(history):
    answering = arxiv(PAPERS)
    faltering = Api(lambda asked: stay_silent if len(faltering.asked) > 1 else answering.reply(asked))
    first, counts = ask(LINKS, replace(settings(arxiv=faltering), max_time=0.5), history)
    verdicts = [each.verdict for each in first.liveness.values()]
    assert (verdicts.count("alive"), verdicts.count("skipped")) == (100, 150)
    assert counts.reasons == {"the time was used up": 150}
    later, _ = ask(LINKS, settings(arxiv=answering), history)
    assert {each.verdict for each in later.liveness.values()} == {"alive"}
    assert sorted(len(identifiers(asked)) for asked in answering.asked) == [50, 100]


def test_the_time_of_a_run_is_kept_when_an_api_hangs():
    own = replace(settings(arxiv=Api(lambda asked: stay_silent)), max_time=0.4)
    began = time.monotonic()
    answers, _ = ask([LINKS[0], ArxivNeed("2310.00000")], own)
    assert time.monotonic() - began < 1.8
    assert answers.liveness[LINKS[0]].verdict == "skipped"


def test_an_interrupt_ends_the_questions_and_keeps_what_is_known(server):
    own = settings(arxiv=Api(lambda asked: stay_silent))
    alive = server.on("/", response(200))
    threading.Timer(0.3, _thread.interrupt_main).start()
    began = time.monotonic()
    answers, counts = ask([alive, LINKS[0]], replace(own, providers=replace(own.providers, timeout=20.0)))
    assert time.monotonic() - began < 2.5
    assert counts.interrupted
    assert [answers.liveness[url].verdict for url in (alive, LINKS[0])] == ["alive", "skipped"]


def test_pages_and_apis_are_asked_at_the_same_time(server):
    def slowly(asked):
        time.sleep(0.8)
        return json_response({"data": {"r0": node("owner/name")}})

    def page(connection):
        time.sleep(0.7)
        connection.sendall(response(200, Connection="close"))

    own = replace(settings(github=Api(slowly)), read_timeout=2.0, link_timeout=2.0)
    began = time.monotonic()
    answers, _ = ask(["https://github.com/owner/name", server.on("/", page)], own)
    assert {each.verdict for each in answers.liveness.values()} == {"alive"}
    assert time.monotonic() - began < 1.5


def test_progress_counts_what_providers_answer():
    heard: list[Progress] = []
    needs = [LivenessNeed(url) for url in LINKS]
    answer(needs, settings(arxiv=arxiv(PAPERS)), heard.append)
    assert (heard[-1].done, heard[-1].total, heard[-1].verdicts) == (250, 250, {"alive": 250})


@pytest.mark.parametrize(("days", "times"), [(6, 1), (8, 2)])
def test_how_a_repository_is_kept_is_believed_for_a_week(days, times, history):
    api = github({"a/b": node("a/b", isArchived=True)})
    needs = ["https://github.com/a/b", RepositoryNeed("a/b")]
    for day in (0, days):
        answers, _ = ask(needs, on(day, settings(github=api)), history)
    assert len(api.asked) == times
    assert answers.repositories["a/b"].is_archived


def test_what_failed_is_not_remembered(history):
    for _ in range(2):
        api = github({})
        answers, _ = ask(["https://github.com/a/b", RepositoryNeed("a/b")], settings(github=api), history)
        assert len(api.asked) == 1
    assert answers.liveness["https://github.com/a/b"].verdict == "dead"
    assert answers.repositories == {}


def test_a_repository_that_vanishes_has_no_facts_left(history):
    url = "https://github.com/a/b"
    ask([url, RepositoryNeed("a/b")], settings(github=github({"a/b": node("a/b")})), history)
    answers, _ = ask([url, RepositoryNeed("a/b")], on(8, settings(github=github({}))), history)
    assert answers.liveness[url].verdict == "dead"
    assert answers.repositories == {}


def test_an_age_of_zero_asks_for_everything_anew(history):
    api = arxiv(PAPERS)
    own = replace(settings(arxiv=api), max_age=0.0)
    for _ in range(2):
        ask([LINKS[0], ArxivNeed("2310.00000")], own, history)
    assert len(api.asked) == 2


def test_what_is_fresh_needs_no_request(history):
    api = github({"a/b": node("a/b")})
    for _ in range(2):
        ask(["https://github.com/a/b", RepositoryNeed("a/b")], settings(github=api), history)
    assert len(api.asked) == 1


def test_the_guard_holds_for_apis():
    api = arxiv(PAPERS)
    own = replace(settings(arxiv=api), allow_private=False)
    _, counts = ask([LINKS[0]], own)
    assert api.connections == 0
    assert "arXiv's API gave no answer: 127.0.0.1 is not a public address" in counts.note


def test_an_api_that_hangs_where_no_timeout_reaches_is_left_behind(monkeypatch):
    monkeypatch.setattr("awesomelint.facts.web.providers.inquiry._GRACE", 0.1)
    monkeypatch.setattr("awesomelint.facts.web.providers.api.Api.get", lambda *_, **__: time.sleep(3.0))
    own = settings(arxiv=Api(lambda asked: stay_silent))
    own = replace(own, providers=replace(own.providers, timeout=0.2))
    began = time.monotonic()
    answers, counts = ask([LINKS[0], ArxivNeed("2310.00001")], own)
    assert time.monotonic() - began < 1.9
    assert answers.liveness[LINKS[0]].verdict == "unreachable"
    assert "arXiv's API gave no answer at all" in counts.note


def test_an_api_that_says_nothing_is_asked_once_and_the_pages_instead():
    api = Api(lambda asked: stay_silent)
    own = settings(arxiv=api)
    own = replace(own, providers=replace(own.providers, timeout=0.4))
    began = time.monotonic()
    answers, counts = ask(LINKS, own)
    assert time.monotonic() - began < 4.0
    assert api.connections == 1
    assert {answered.verdict for answered in answers.liveness.values()} == {"unreachable"}
    assert "arXiv's API gave no answer: " in counts.note


def test_an_api_gets_no_more_than_twenty_seconds():
    assert WebSettings().providers.timeout <= 20.0


def test_a_base_that_is_no_url_is_a_problem_and_no_fault():
    own = settings(arxiv=arxiv({}))
    own = replace(own, providers=replace(own.providers, bases={**BASES, "arxiv": "nonsense"}))
    _, counts = ask([LINKS[0]], own)
    assert "arXiv's API gave no answer: nonsense: no scheme" in counts.note


def test_a_provider_that_is_not_enabled_is_not_asked():
    api = arxiv(PAPERS)
    own = settings(arxiv=api)
    ask([LINKS[0], ArxivNeed("2310.00000")], replace(own, providers=replace(own.providers, enabled=())))
    assert api.asked == []


def test_one_failure_among_many_does_not_end_the_questions():
    def reply(asked):
        return json_response({}, 500) if "/10.1/bad" in asked.target else json_response({"responseCode": 1})

    urls = [f"https://doi.org/10.1234/{n}" for n in range(5)]
    answers, _ = ask(["https://doi.org/10.1/bad", *urls], settings(doi=Api(reply)))
    assert [answers.liveness[url].verdict for url in urls] == ["alive"] * 5


def test_an_excluded_link_is_asked_of_nobody():
    api = arxiv(PAPERS)
    answers, _ = ask([LINKS[0]], replace(settings(arxiv=api), exclude=("arxiv.org",)))
    assert (answers.liveness[LINKS[0]].verdict, api.asked) == ("skipped", [])


def test_usually_openreview_and_the_archive_are_not_asked():
    assert set(BASES) - set(DEFAULT_PROVIDERS) == {"openreview", "wayback"}
    assert WebSettings().providers.enabled == DEFAULT_PROVIDERS


@pytest.mark.parametrize(
    ("environ", "token"),
    [
        ({}, ""),
        ({"GITHUB_TOKEN": "abc"}, "abc"),
        ({"GH_TOKEN": "abc", "GITHUB_TOKEN": "def"}, "abc"),
        ({"GH_TOKEN": "", "GITHUB_TOKEN": " abc\n"}, "abc"),
        ({"GITHUB_TOKEN": "abc\r\nX-Evil: 1"}, ""),
        ({"GITHUB_TOKEN": "abc", "GITHUB_SERVER_URL": "https://github.com"}, "abc"),
        ({"GITHUB_TOKEN": "abc", "GITHUB_SERVER_URL": "https://github.example.org"}, ""),
    ],
)
def test_the_token_is_that_of_github_itself(environ, token):
    assert providers_from_environment(environ).github_token == token


def test_a_token_is_not_shown():
    assert "secret" not in repr(settings_from_environment({"GITHUB_TOKEN": "secret"}))


def test_only_the_environment_says_where_apis_lie():
    places = providers_from_environment({"AWESOMELINT_ARXIV_API_URL": "http://127.0.0.1:1/"}).bases
    assert places == {**BASES, "arxiv": "http://127.0.0.1:1/"}


def test_without_the_web_no_provider_is_loaded(tmp_path):
    (tmp_path / "README.md").write_text("- [a](https://arxiv.org/abs/2310.00492)\n")
    code = (
        "import sys; from awesomelint.cli.app import app\n"
        "app(['check', '--offline', 'README.md'], standalone_mode=False)\n"
        "print([name for name in sys.modules if 'web.providers' in name or name == 'requests'], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stderr.split("\n")[-2] == "[]"
