"""`awesomelint links`, by real processes at servers of our own."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from cli.harness import Outcome, Run
from facts.web.servers import Server, redirect, response

SCHEMA = json.loads((files("awesomelint.reporters") / "links.schema.json").read_text("utf-8"))
KEYS = ["url", "verdict", "reason", "status", "final_url", "checked_at", "failing_since", "occurrences"]


@pytest.fixture
def server():
    server = Server()
    server.on("/good", response(200))
    server.on("/gone", response(410))
    server.on("/old", redirect("/good"))
    yield server
    server.close()


@pytest.fixture
def links(
    folder: Path, process: Run, monkeypatch: pytest.MonkeyPatch, server: Server
) -> Callable[..., Outcome]:
    for name, value in (
        ("ONLINE", "1"),
        ("ALLOW_PRIVATE_ADDRESSES", "1"),
        ("HISTORY", str(folder / "history")),
    ):
        monkeypatch.setenv(f"AWESOMELINT_{name}", value)
    for name in ("HTTP_PROXY", "http_proxy"):
        monkeypatch.delenv(name, raising=False)
    (folder / "README.md").write_text(
        f"# A list\n\n- [Good]({server.url('/good')}) and [moved]({server.url('/old')})\n"
        f"- [Gone]({server.url('/gone')}), again <{server.url('/good')}>\n- [Here](#a-list)\n"
    )
    return lambda *arguments, **options: process("links", *arguments, **options)


def as_json(outcome: Outcome) -> dict:
    report = json.loads(outcome.out)
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    return report


def test_the_json_keeps_its_contract(links, server) -> None:
    report = as_json(links("--format", "json"))
    assert list(report) == ["version", "links", "summary"]
    assert all(list(link)[: len(KEYS)] == KEYS for link in report["links"])
    good, moved, gone = report["links"]
    assert good["url"] == server.url("/good")
    assert (good["verdict"], good["reason"], good["status"], good["final_url"]) == (
        "alive",
        "200 OK",
        200,
        None,
    )
    assert good["failing_since"] is None
    assert good["occurrences"] == [
        {"path": "README.md", "line": 3, "column": 10},
        {"path": "README.md", "line": 4, "column": 47 + len(str(server.port)) - 5},
    ]
    assert (moved["verdict"], moved["final_url"]) == ("moved", server.url("/good"))
    assert (gone["verdict"], gone["status"]) == ("dead", 410)
    assert gone["failing_since"] == gone["checked_at"]
    assert report["summary"] == {
        "total": 3, "alive": 1, "moved": 1, "dead": 1, "suspect": 0, "blocked": 0, "unreachable": 0, "skipped": 0,
    }  # fmt: skip


def test_people_get_a_line_for_each_link_and_dead_ones_are_no_fault(links, server) -> None:
    outcome = links()
    good, moved, gone, blank, counts, last = outcome.out.removesuffix("\n").split("\n")
    assert good.startswith(f"README.md:3:10: alive {server.url('/good')}: 200 OK (looked up 20")
    assert good.endswith("; and in 1 more place)")
    assert f"moved {server.url('/old')} → {server.url('/good')}: moved permanently" in moved
    assert f"dead {server.url('/gone')}: 410 Gone (looked up " in gone
    assert "; failing since 20" in gone
    assert (blank, counts, last) == ("", "Links: 1 alive, 1 dead, 1 moved.", "links: 3 of 3 looked up")
    assert (outcome.code, outcome.err) == (0, "")


def test_offline_it_tells_what_earlier_runs_have_found(links, server, folder) -> None:
    links()
    server.asked.clear()
    with (folder / "README.md").open("a") as file:
        file.write("- <https://example.org/new>\n")
    outcome = links("--offline", "--format", "json")
    *known, new = as_json(outcome)["links"]
    assert [link["verdict"] for link in known] == ["alive", "moved", "dead"]
    assert (new["verdict"], new["reason"], new["checked_at"]) == ("skipped", "offline", None)
    assert server.asked == []
    assert outcome.err == "awesomelint: links: 3 of 4 looked up; 1 not (offline)\n"


def test_a_link_is_listed_once_with_its_places_in_all_lists(links, server, folder) -> None:
    (folder / "b.md").write_text(f"[x]({server.url('/good')})\n")
    report = as_json(links("README.md", "b.md", "--format", "json"))
    assert [place["path"] for place in report["links"][0]["occurrences"]] == [
        "README.md",
        "README.md",
        "b.md",
    ]


def test_what_fails_over_several_runs_says_so(links, server, folder, process) -> None:
    from awesomelint.facts.web.history import open_history
    from awesomelint.facts.web.journey import Outcome as End
    from awesomelint.facts.web.verdicts import Signal

    url = "http://127.0.0.1:9/"
    (folder / "README.md").write_text(f"<{url}>\n")
    history = open_history(folder / "history")
    for day in (1, 5, 9):
        history.note(
            url, End(Signal.CONNECTION_REFUSED, "unreachable", "connection refused"), 1.8e9 + day * 86400
        )
        history.flush()
    history.close()
    assert "dead http://127.0.0.1:9/: connection refused, in 3 runs" in links("--offline").out
    assert "failing since 2027-01-16; seen failing in 3 runs)" in links("--offline").out


def test_it_writes_a_file_and_never_over_the_list(links, folder) -> None:
    links("--format", "json", "-o", "links.json")
    assert json.loads((folder / "links.json").read_text())["summary"]["total"] == 3
    before = (folder / "README.md").read_text()
    outcome = links("-o", "README.md")
    assert outcome.code == 3
    assert (folder / "README.md").read_text() == before


def test_standard_input_and_a_list_without_links(links) -> None:
    outcome = links("-", "--stdin-filename", "x.md", stdin=b"# Nothing\n")
    assert (outcome.code, outcome.out) == (0, "links: 0 of 0 looked up\n")
    assert as_json(links("-", "--format", "json", stdin=b"# Nothing\n"))["links"] == []


def test_what_cannot_be_read_is_a_fault_and_the_rest_is_listed(links, folder) -> None:
    (folder / "broken.md").write_bytes(b"\xff\xfe<https://example.org/>\n")
    outcome = links("README.md", "broken.md", "missing.md")
    assert outcome.code == 3
    assert "3 of 3 looked up" in outcome.out
    assert "broken.md: the file is not UTF-8" in outcome.err
    assert "missing.md: " in outcome.err


def test_coverage_can_be_required_and_nothing_evil_reaches_the_terminal(links, folder) -> None:
    (folder / "README.md").write_text("<https://somewhere.example/a\u202eb>\n", encoding="utf-8")
    outcome = links("--require-coverage", "1", "--offline")
    assert outcome.code == 1
    assert "\u202e" not in outcome.out
    assert "skipped https://somewhere.example/a<U+202E>b: offline" in outcome.out
