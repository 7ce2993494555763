import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.reporters.safe import visible, without_surrogates


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("a\x1b[31mb", "a<U+001B>[31mb"),
        ("a\rb\nc\td\x00", "a<U+000D>b<U+000A>c<U+0009>d<U+0000>"),
        ("\x7f\x85\x9b", "<U+007F><U+0085><U+009B>"),
        ("evil\u202egnp.exe\u2066", "evil<U+202E>gnp.exe<U+2066>"),
        ("zero\u200bwidth\ufeff\u00ad", "zero<U+200B>width<U+FEFF><U+00AD>"),
        ("line\u2028paragraph\u2029", "line<U+2028>paragraph<U+2029>"),
        ("\u3164\u2800\u115f", "<U+3164><U+2800><U+115F>"),
        ("\U000e0041\U000e0100", "<U+E0041><U+E0100>"),
        ("odd\udcff.md", "odd<U+DCFF>.md"),
        ("a\u200db", "a<U+200D>b"),
        ("你\ufe0f", "你<U+FE0F>"),
        ("❤\ufe0f\ufe0f", "❤\ufe0f<U+FE0F>"),
        ("\ufe0f\u200d", "<U+FE0F><U+200D>"),
    ],
)
def test_what_has_no_look_is_spelled_out(hidden: str, shown: str) -> None:
    assert visible(hidden) == shown


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "論文・データ　全角",
        "e\u0301 ñ नमस्ते กำ",
        "👩\u200d👩\u200d👧 🏳\ufe0f\u200d🌈 👍🏽 🇩🇪 ❤\ufe0f 1\ufe0f\u20e3 ⭐\ufe0f ℹ\ufe0f 🫨",
        "\ufffd",
    ],
)
def test_what_a_reader_sees_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text())
def test_visible_text_is_one_line_without_control_or_order_characters_and_stays_so(text: str) -> None:
    shown = visible(text)
    assert not set(shown) & {chr(c) for c in (*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), 0x2028)}
    assert visible(shown) == shown


def test_a_path_of_undecodable_bytes_can_be_encoded_and_nothing_else_changes() -> None:
    assert without_surrogates("论文\u202e\udcff.md") == "论文\u202e<U+DCFF>.md"
