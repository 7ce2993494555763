import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.reporters.columns import display_width
from awesomelint.reporters.excerpt import Excerpt, excerpt, shorten
from awesomelint.source import Span


def cut(line: str, start: int, end: int, width: int) -> Excerpt:
    """An excerpt of a text of one line."""
    return excerpt(line, Span(0, len(line)), Span(start, end), width)


def underlined(line: str, place: str, width: int = 80) -> str:
    """The excerpt's cells that stand over the underline."""
    start = line.index(place)
    shown = cut(line, start, start + len(place), width)
    cells = [c for c in shown.text for _ in range(display_width(c))]
    return "".join(dict.fromkeys(cells[shown.indent : shown.indent + shown.length]))


@pytest.mark.parametrize(
    "line",
    [
        "| NIPS |",
        "你好 NIPS",
        "e\u0301 a\u0300 NIPS",
        "\ta\tNIPS",
        "ＡＢ（NIPS）",
        "x" * 300 + "NIPS" + "y" * 300,
    ],
)
def test_the_underline_stands_under_the_place(line: str) -> None:
    assert underlined(line, "NIPS") == "NIPS"


@pytest.mark.parametrize("before", ["👩\u200d👩\u200d👧", "👍🏽", "🇩🇪", "❤\ufe0f", "1\ufe0f\u20e3", "你"])
def test_a_character_of_several_code_points_takes_two_cells(before: str) -> None:
    width = 2 if before != "1\ufe0f\u20e3" else display_width(before)
    shown = cut(f"{before}|NIPS", len(before) + 1, len(before) + 5, 80)
    assert (shown.indent, shown.length) == (width + 1, 4)


def test_part_of_a_character_underlines_all_of_it() -> None:
    assert cut("ae\u0301b", 2, 3, 80)[1:] == (1, 1)
    assert cut("a👩\u200d👧b", 2, 3, 80)[1:] == (1, 2)


def test_an_invisible_character_is_shown_and_underlined_as_its_name() -> None:
    assert cut("a\u202eb", 1, 2, 80) == ("a<U+202E>b", 1, 8)


def test_an_empty_place_is_one_cell_also_at_the_end() -> None:
    assert cut("abc", 1, 1, 80) == ("abc", 1, 1)
    assert cut("abc", 3, 3, 80) == ("abc", 3, 1)
    assert cut("", 0, 0, 80) == ("", 0, 1)


def test_only_the_line_is_shown_and_the_place_ends_with_it() -> None:
    assert excerpt("above\nhere\nbelow", Span(6, 10), Span(8, 13), 80) == ("here", 2, 2)


def test_a_long_line_is_cut_on_both_sides_of_the_place() -> None:
    assert cut("a" * 50 + "X" + "b" * 50, 50, 51, 11) == ("…aaaaXbbbb…", 5, 1)


def test_a_cut_line_gives_room_to_the_side_that_has_more() -> None:
    assert cut("X" + "b" * 50, 0, 1, 11).text == "Xbbbbbbbb…"
    assert cut("a" * 50 + "X", 50, 51, 11).text == "…aaaaaaaaX"


def test_a_place_longer_than_the_width_is_shown_from_its_start() -> None:
    assert cut("a" * 20 + "X" * 200, 20, 220, 12) == ("…" + "X" * 10 + "…", 1, 10)


words = st.text(alphabet=st.sampled_from("ab |你👩\u200d❤\ufe0f\u0301\t\u202e🇩🇪"), max_size=120)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(words, st.data())
def test_an_excerpt_holds_the_width(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    width = data.draw(st.integers(12, 60))
    shown = cut(line, start, end, width)
    assert shown.length >= 1
    assert display_width(shown.text) <= width
    assert shown.indent + shown.length <= width + 1  # the mark after the last character
    assert "\t" not in shown.text


def test_a_line_of_a_megabyte_costs_no_more_than_a_short_one() -> None:
    line = "x\u0301" * 1_000_000
    began = time.perf_counter()
    cut(line, 1_000_000, 1_000_010, 100)
    assert time.perf_counter() - began < 0.1


def test_shorten_cuts_at_the_end_between_characters() -> None:
    assert shorten("你好世界", 80) == "你好世界"
    assert shorten("你好世界" * 10, 8) == "你好世…"
