"""How far the look-up has come, as it is shown while it goes on."""

import io
import sys

import pytest

from awesomelint.cli import progress
from awesomelint.cli.progress import shown_progress
from awesomelint.facts.web import Progress

HALF = Progress(1500, 3000, {"alive": 1400, "dead": 90, "moved": 10})


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, as its last element."""
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[-1])
    return now


def test_elsewhere_a_line_is_written_every_ten_seconds(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    with shown_progress(quiet=False) as show:
        assert show is not None
        for second in range(31):
            clock.append(float(second))
            show(HALF)
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "awesomelint: links: 1,500 of 3,000 looked up, 90 dead, 10 moved\n" * 3


def test_a_bar_is_drawn_over_itself_and_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with shown_progress(quiet=False) as show:
        assert show is not None
        show(HALF)
        show(Progress(0, 0))
    first, second, end = terminal.getvalue().split("\r\x1b[2K")[1:]
    assert first == "[############............] links: 1,500 of 3,000 looked up, 90 dead, 10 moved"
    assert second == "[........................] links: 0 of 0 looked up"
    assert end == ""


def test_a_bar_is_never_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "_width", lambda: 40)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with shown_progress(quiet=False) as show:
        assert show is not None
        show(HALF)
    assert len(terminal.getvalue().split("\r\x1b[2K")[1]) == 39


def test_a_terminal_that_cannot_erase_gets_lines(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with shown_progress(quiet=False) as show:
        assert show is not None
        show(HALF)
        clock.append(10.0)
        show(HALF)
    assert terminal.getvalue() == "awesomelint: links: 1,500 of 3,000 looked up, 90 dead, 10 moved\n"


def test_quiet_means_none() -> None:
    with shown_progress(quiet=True) as show:
        assert show is None
