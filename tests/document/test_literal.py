"""What counts as text of a list, and which brackets in it belong together."""

import pytest

from awesomelint.document import parse
from awesomelint.document.literal import ESCAPE, MASK, brackets, literal_text
from awesomelint.source import decode


def literal(text: str) -> str:
    return literal_text(parse(decode(text.encode())))


def unmatched(text: str) -> list[int]:
    return list(brackets(parse(decode(text.encode()))).unmatched)


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("a [b](https://x.y) c", "a  c"),
        ("a `[b]` c", "a  c"),
        ("a <!-- [b] --> c", "a  c"),
        ("a <b title='['>c</b>", "a c"),
        ("a https://x.y c", "a https://x.y c"),
        ("a[^1]\n\n[^1]: b", "a\n\n: b"),
        ("a\n\n[b]: https://x.y", "a\n\n"),
    ],
)
def test_markup_is_masked_and_text_is_not(text: str, visible: str) -> None:
    assert literal(text).replace(MASK, "") == visible
    assert len(literal(text)) == len(text)


def test_an_escaped_bracket_can_be_told_from_others() -> None:
    assert literal("\\[a]") == f"{ESCAPE}[a]"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[a [b] c]", []),
        ("[a](https://x.y)]", [16]),
        ("[[a](https://x.y)", [0]),
        ("[[a](https://x.y) [[b](https://x.y)]", [0]),
        ("(a [b) c]", []),
        ("\\[[a](https://x.y)]", []),
        ("\\[a", []),
        ("[a\n\nb]", [0, 5]),
        ("| [a | b] |\n|---|---|\n| x | y |", [2, 8]),
    ],
)
def test_brackets_without_a_partner_in_their_paragraph_or_cell(text: str, places: list[int]) -> None:
    assert unmatched(text) == places
