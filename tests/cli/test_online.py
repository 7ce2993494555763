"""What the command line makes of the web's answers; the web itself is played."""

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from awesomelint.facts.web import Progress, WebSettings
from awesomelint.needs import Answers, Liveness, Need
from awesomelint.results import LinkCounts
from cli.harness import Run
from cli.words import RULES

LIST = "[a](https://example.org/a) [b](https://example.org/b)\n"


class Web:
    """All is alive but what ends in `b`; links that end in `c` were not come to."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.settings: list[WebSettings] = []
        self.counts = LinkCounts()

    def answer(
        self,
        needs: Iterable[Need],
        settings: WebSettings,
        progress: Callable[[Progress], None] | None,
        history: Any,
    ) -> Any:
        urls = [need.url for need in needs]  # type: ignore[union-attr]
        self.asked.append(urls)
        self.settings.append(settings)
        verdicts = {"b": ("dead", "404 Not Found"), "c": ("skipped", "the time was used up")}
        found = {url: verdicts.get(url[-1], ("alive", "200 OK")) for url in urls}
        return Answers({url: Liveness(url, *said) for url, said in found.items()}), self.counts  # type: ignore[arg-type]


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Web:
    monkeypatch.setattr("awesomelint.cli.run.load_rules", lambda: (RULES, ()))
    monkeypatch.setenv("AWESOMELINT_HISTORY", str(folder / "links.sqlite"))
    monkeypatch.setenv("AWESOMELINT_ONLINE", "1")
    (folder / "list.md").write_text(LIST)
    web = Web()
    monkeypatch.setattr("awesomelint.cli.online.answer", web.answer)
    return web


def test_every_link_is_looked_up_once(run: Run, web: Web) -> None:
    outcome = run("check", "list.md", "list.md")
    assert web.asked == [["https://example.org/a", "https://example.org/b"]]
    assert "list.md:1:32: error WRD006" in outcome.out
    assert "Links: 1 alive, 1 dead.\n" in outcome.out
    assert outcome.out.endswith("\nlinks: 2 of 2 looked up\n")
    assert outcome.code == 1


def test_the_environment_and_the_flag_can_forbid_it(run: Run, web: Web) -> None:
    assert "links: 0 of 2 looked up; 2 not (offline)\n" in run("check", "list.md", "--offline").out
    assert web.asked == []


def test_a_config_of_the_working_directory_can_forbid_it(
    run: Run, web: Web, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWESOMELINT_ONLINE")
    monkeypatch.delenv("AWESOMELINT_OFFLINE")
    (folder / "awesomelint.toml").write_text("offline = true\n")
    run("check", "list.md")
    assert web.asked == []
    (folder / "awesomelint.toml").write_text("")
    run("check", "list.md")
    assert len(web.asked) == 1


def test_nothing_is_looked_up_and_no_history_begun_for_rules_that_do_not_read_the_web(
    run: Run, web: Web, folder: Path
) -> None:
    outcome = run("check", "list.md", "--select", "WRD001")
    assert (outcome.code, web.asked) == (0, [])
    assert not (folder / "links.sqlite").exists()


def test_what_the_web_has_to_say_is_printed_on_standard_error(run: Run, web: Web) -> None:
    web.counts = LinkCounts(note="behind a proxy\x1b")
    assert run("check", "list.md").err == "awesomelint: behind a proxy<U+001B>\n"


def test_ctrl_c_during_the_look_up_prints_what_is_known(run: Run, web: Web) -> None:
    web.counts = LinkCounts(interrupted=True)
    outcome = run("check", "list.md")
    assert outcome.code == 130
    assert "list.md:1:32: error WRD006" in outcome.out
    assert outcome.err == "awesomelint: Interrupted; this is what was found until then.\n"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), {"max_time": 600.0, "max_age": 7 * 86400.0, "allow_private": False}),
        (("--max-time", "30", "--max-age", "0.5"), {"max_time": 30.0, "max_age": 43200.0}),
        (("--max-time", "0", "--max-age", "0"), {"max_time": None, "max_age": 0.0}),
        (("--allow-private-addresses",), {"allow_private": True}),
    ],
)
def test_options_are_the_webs_settings(
    run: Run, web: Web, arguments: tuple[str, ...], expected: dict[str, Any]
) -> None:
    run("check", "list.md", *arguments)
    [settings] = web.settings
    assert {name: pytest.approx(getattr(settings, name), abs=0.1) for name in expected} == expected


def test_on_a_terminal_somebody_waits(run: Run, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    run("check", "list.md")
    assert web.settings[0].max_time == pytest.approx(120, abs=0.1)


def test_the_config_says_what_is_left_alone_and_how_hosts_are_treated(
    run: Run, web: Web, folder: Path
) -> None:
    (folder / "awesomelint.toml").write_text(
        "max-time = 5\nmax-age = 1\n[links]\nexclude = ['*.example.com']\n"
        "[links.hosts.'Example.ORG']\nat-once = 2\npace = 1\naccept = [403]\n"
    )
    run("check", "list.md")
    [settings] = web.settings
    assert (settings.max_age, settings.exclude) == (86400.0, ("*.example.com",))
    manners = settings.manners("example.org")
    assert (manners.at_once, manners.pace, manners.accept) == (2, 1.0, {403})


def test_lists_with_configs_of_their_own_are_treated_as_all_of_them_say(
    run: Run, web: Web, folder: Path
) -> None:
    for name, at_once, pattern in (("a", 3, "one.example"), ("b", 2, "two.example")):
        (folder / name).mkdir()
        (folder / name / "list.md").write_text(LIST)
        (folder / name / "awesomelint.toml").write_text(
            f"[links]\nexclude = ['{pattern}']\n[links.hosts.'example.org']\nat-once = {at_once}\n"
        )
    run("check", "a/list.md", "b/list.md")
    [settings] = web.settings
    assert settings.exclude == ("one.example", "two.example")
    assert settings.manners("example.org").at_once == 2


@pytest.mark.parametrize(("percent", "code"), [("66", 0), ("66.7", 1), ("100", 1), ("0", 0)])
def test_coverage_can_be_required(run: Run, web: Web, folder: Path, percent: str, code: int) -> None:
    (folder / "list.md").write_text("https://example.org/a https://example.org/aa https://example.org/c\n")
    outcome = run("check", "list.md", "--require-coverage", percent)
    assert outcome.code == code
    assert outcome.out.endswith("links: 2 of 3 looked up; 1 not (the time was used up)\n")
    said = "awesomelint: 66.7 % of the links were looked up; 66.7 % are required\n"
    assert outcome.err == (said.replace("; 66.7 %", f"; {percent} %") if code else "")


def test_without_links_nothing_is_uncovered(run: Run, web: Web, folder: Path) -> None:
    (folder / "list.md").write_text("# Nothing\n")
    assert run("check", "list.md", "--require-coverage", "100").code == 0


def test_programs_get_the_counts_and_people_the_line_on_standard_error(run: Run, web: Web) -> None:
    outcome = run("check", "list.md", "--format", "json")
    assert json.loads(outcome.out)["summary"]["links"] == {"alive": 1, "dead": 1, "skipped": 0}
    assert outcome.err == "awesomelint: links: 2 of 2 looked up\n"
    assert run("check", "list.md", "--format", "json", "--quiet").err == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--require-coverage", "101"), "'--require-coverage': 101 is not from 0 to 100"),
        (("--max-time", "-1"), "'--max-time': -1 is not at least 0"),
        (("--max-age", "nan"), "'--max-age': nan is not at least 0"),
        (("--no-history", "--history", "x"), "--no-history keeps no answers"),
    ],
)
def test_wrong_options_are_refused(run: Run, web: Web, arguments: tuple[str, ...], said: str) -> None:
    outcome = run("check", "list.md", *arguments)
    assert (outcome.code, outcome.out, web.asked) == (2, "", [])
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_history_that_is_another_file_is_refused_in_one_line(run: Run, web: Web, folder: Path) -> None:
    outcome = run("check", "list.md", "--history", "list.md")
    assert (outcome.code, outcome.out, web.asked) == (2, "", [])
    assert re.fullmatch(r"awesomelint: list\.md: this file is not a history.*--history\.\n", outcome.err)
    assert (folder / "list.md").read_text() == LIST


def test_a_usual_place_that_cannot_be_written_is_said_and_does_no_harm(
    run: Run, web: Web, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWESOMELINT_HISTORY")
    monkeypatch.setattr("awesomelint.facts.web.history.default_path", lambda: folder / "list.md" / "x" / "y")
    outcome = run("check", "list.md")
    assert outcome.code == 1
    assert "the history cannot be used" in outcome.err
    assert outcome.err.count("\n") == 1
    assert len(web.asked) == 1


def test_a_named_history_that_cannot_be_written_is_refused(run: Run, web: Web) -> None:
    outcome = run("check", "list.md", "--history", "list.md/x")
    assert (outcome.code, web.asked) == (2, [])
    assert "the history cannot be used" in outcome.err


@pytest.mark.parametrize(
    "key", ["history", "allow-private-addresses", "proxy", "links.headers", "links.hosts.'a.b'.token"]
)
def test_a_config_cannot_lift_a_guard(run: Run, web: Web, folder: Path, key: str) -> None:
    (folder / "awesomelint.toml").write_text(f"{key} = 'x'\n")
    outcome = run("check", "list.md")
    assert (outcome.code, web.asked) == (2, [])
    assert (
        f"unknown {'option' if key == 'links.headers' else 'key'}" in outcome.err or "unknown" in outcome.err
    )
