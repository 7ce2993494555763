import io

import pytest

from awesomelint.cli import streams


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.parametrize(
    ("when", "screen", "environment", "color"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": "0"}, False),
        ("auto", True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_terminals_and_who_asks_for_it(
    when: streams.When,
    screen: bool,
    environment: dict[str, str],
    color: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert streams.has_color(Screen() if screen else io.StringIO(), when) is color


def test_the_width_is_that_of_the_terminal_or_what_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert streams.width(io.StringIO()) == 100
    monkeypatch.setenv("COLUMNS", "40")
    assert streams.width(io.StringIO()) == 40
    assert streams.width(Screen()) == 40


def test_colours_reach_a_stream_only_when_wanted() -> None:
    plain, colored = io.StringIO(), io.StringIO()
    streams.write("\x1b[1mx\x1b[0m", plain)
    streams.write("\x1b[1mx\x1b[0m", colored, color=True)
    assert (plain.getvalue(), colored.getvalue()) == ("x", "\x1b[1mx\x1b[0m")
