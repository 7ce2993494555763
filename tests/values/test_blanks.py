"""What counts as an empty cell."""

import pytest

from awesomelint.values.blanks import is_blank_marker


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "-", "–", "—", "--", "/", "\\", "...", "…", "?", "？", "❓", "△", "✘", "❌", "✅", "✔", "⚠️",
        "⭐️⭐️", "null", "NULL", "none", "N/A", "n/a.", "(TBD)", "TBA", "Unknown", "Coming soon",
        "(in construction)", "Did not look for it yet", "无", "暂无", "なし", "없음",
    ],
)  # fmt: skip
def test_says_nothing(text):
    assert is_blank_marker(text)


@pytest.mark.parametrize(
    "text", ["0", "2023", "arXiv", "No Free Lunch", "C", "-1", "2023/??", "无监督学习", "X-SQL", "Nan Jiang"]
)
def test_says_something(text):
    assert not is_blank_marker(text)
