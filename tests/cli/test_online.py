from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from awesomelint.needs import Answers, Liveness, Need
from awesomelint.results import LinkCounts
from cli.harness import Run
from cli.words import RULES

LIST = "[a](https://example.org/a) [b](https://example.org/b)\n"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, folder: Path) -> list[list[str]]:
    """A web in which all is alive but what ends in `b`; the URLs that were asked for, call by call."""
    monkeypatch.setattr("awesomelint.cli.run.load_rules", lambda: (RULES, ()))
    (folder / "list.md").write_text(LIST)
    return answer_with(monkeypatch, LinkCounts())


def answer_with(monkeypatch: pytest.MonkeyPatch, counts: LinkCounts) -> list[list[str]]:
    asked: list[list[str]] = []

    def answer(needs: Iterable[Need], settings: Any, progress: Callable[..., None] | None) -> Any:
        urls = [need.url for need in needs]
        asked.append(urls)
        verdicts = {url: "dead" if url.endswith("b") else "alive" for url in urls}
        return Answers({url: Liveness(url, verdict, "") for url, verdict in verdicts.items()}), counts

    monkeypatch.setattr("awesomelint.cli.online.answer", answer)
    return asked


def test_online_looks_every_link_up_once(run: Run, web: list[list[str]]) -> None:
    outcome = run("check", "list.md", "list.md", "--online")
    assert web == [["https://example.org/a", "https://example.org/b"]]
    assert "list.md:1:32: error WRD006" in outcome.out
    assert "Links: 1 alive, 1 dead.\n" in outcome.out
    assert outcome.code == 1


def test_the_environment_can_say_so(run: Run, web: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWESOMELINT_ONLINE", "1")
    assert "1 dead" in run("check", "list.md").out
    assert "2 links not looked up" in run("check", "list.md", "--offline").out


@pytest.mark.usefixtures("web")
def test_what_the_web_has_to_say_is_printed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, LinkCounts(note="behind a proxy"))
    assert "Links: 1 alive, 1 dead (behind a proxy).\n" in run("check", "list.md", "--online").out


@pytest.mark.usefixtures("web")
def test_ctrl_c_during_the_look_up_prints_what_is_known(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, LinkCounts(note="interrupted", interrupted=True))
    outcome = run("check", "list.md", "--online")
    assert outcome.code == 130
    assert "list.md:1:32: error WRD006" in outcome.out
    assert outcome.err == "awesomelint: Interrupted; this is what was found until then.\n"
