import pytest

from awesomelint.reporters.columns import display_width, utf8_offsets, utf16_column


@pytest.mark.parametrize(
    ("line", "column", "bytes_", "units"),
    [("abc", 3, 3, 3), ("é你x", 3, 6, 3), ("👍x", 2, 5, 3), ("ab", 3, 3, 3), ("", 1, 1, 1)],
)
def test_a_column_counts_what_stands_before_it(line: str, column: int, bytes_: int, units: int) -> None:
    assert (utf8_offsets(line)[column - 1] + 1, utf16_column(line, column)) == (bytes_, units)


def test_every_offset_of_a_text_and_its_end_have_one_in_bytes() -> None:
    assert [*utf8_offsets("aé你👍")] == [0, 1, 3, 6, 10]
    assert [*utf8_offsets("ab")] == [0, 1, 2]


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("你好", 4), ("e\u0301", 1), ("ｱ", 1), ("", 0), ("⭐", 2)]
)
def test_width_is_in_cells_of_the_terminal(text: str, cells: int) -> None:
    assert display_width(text) == cells
