"""Invisible characters are found where they do harm, and left alone where writing needs them."""

import pytest

from awesomelint.mojibake.invisible import invisible_characters


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d💻 and 🏳\ufe0f\u200d🌈 and ❤\ufe0f",
        "👩🏽\u200d🔬",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "می\u200cخواهم",
        "क्\u200dष क्\u200cष",
        "ภาษา\u200bไทย",
        "ភាសា\u200bខ្មែរ",
        "עברית \u200fC++\u200f וגם",
        "\u2067العربية\u2069 and English",
        "plain\ttext\r\nwith a form feed-less end",
    ],
)
def test_what_writing_needs_is_fine(text: str) -> None:
    assert list(invisible_characters(text)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gen\u200bsim", "zero-width space"),
        ("co\u00adoperate", "soft hyphen"),
        ("mid\ufeffdle", "byte order mark"),
        ("a\u200db", "zero width joiner"),
        ("a\u200cb", "zero width non-joiner"),
        ("left\u200e", "left-to-right mark"),
        ("word\u2060joiner", "word joiner"),
        ("back\x08space", "control character"),
        ("hidden\U000e0041", "tag latin capital letter a"),
    ],
)
def test_what_nobody_sees_is_found(text: str, name: str) -> None:
    [found] = invisible_characters(text)
    assert (found.name, found.is_reordering, found.is_needless) == (name, False, True)


def test_an_override_is_found_even_in_right_to_left_writing_and_needs_a_look_there() -> None:
    in_english, in_hebrew = invisible_characters("access\u202euser\nעברית \u202eabc")
    assert in_english.is_reordering
    assert in_hebrew.is_reordering
    assert (in_english.is_needless, in_hebrew.is_needless) == (True, False)


@pytest.mark.parametrize("text", ["@\u200buser", "#\u200b12", "\x1b$B"])
def test_what_may_have_been_meant_is_not_needless(text: str) -> None:
    assert [found.is_needless for found in invisible_characters(text)] == [False]
