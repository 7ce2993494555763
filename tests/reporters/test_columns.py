import pytest

from awesomelint.reporters.columns import display_width, utf8_column, utf16_column


@pytest.mark.parametrize(
    ("line", "column", "bytes_", "units"),
    [("abc", 3, 3, 3), ("é你x", 3, 6, 3), ("👍x", 2, 5, 3), ("ab", 3, 3, 3), ("", 1, 1, 1)],
)
def test_a_column_counts_what_stands_before_it(line: str, column: int, bytes_: int, units: int) -> None:
    assert (utf8_column(line, column), utf16_column(line, column)) == (bytes_, units)


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("你好", 4), ("e\u0301", 1), ("ｱ", 1), ("", 0), ("⭐", 2)]
)
def test_width_is_in_cells_of_the_terminal(text: str, cells: int) -> None:
    assert display_width(text) == cells
