"""Reference links without a definition."""

import pytest

from awesomelint.document import parse
from awesomelint.document.references import undefined_references
from awesomelint.source import decode

USED = "[a][r1] [b][r2] [c][r3]\n\n[r1]: https://a.b/1\n[r2]: https://a.b/2\n[r3]: https://a.b/3\n\n"


def undefined(text: str) -> list[tuple[str, str | None]]:
    return [(each.label, each.meant) for each in undefined_references(parse(decode(text.encode())))]


@pytest.mark.parametrize(
    ("text", "label", "meant"),
    [
        ("[MyST][myst-parser]\n\n[myst_parser]: https://a.b", "myst-parser", "myst_parser"),
        ("[MyST][mystt]\n\n[myst]: https://a.b", "mystt", "myst"),
        ("![Logo][logo]", "logo", None),
        ("[Sphinx][]", "Sphinx", None),
        (f"{USED}[d][missing]", "missing", None),
        (f"{USED}[d][12]", "12", None),
    ],
)
def test_a_reference_that_was_meant_as_a_link(text: str, label: str, meant: str | None) -> None:
    assert undefined(text) == [(label, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "[Paper][Code]",
        f"{USED}[Paper][Code]",
        f"{USED}[12][13]",
        f"{USED}array[i][j] and a[b][c][d]",
        f"{USED}[[paper]](https://a.b)",
        f"{USED}[^1][^2]",
        f"{USED}`[d][missing]`",
        f"{USED}\\[d\\][missing]",
        f"{USED}[d] [missing]",
        "[toc]",
        "int[][] x",
        "[a][R1]\n\n[r1]: https://a.b",
        "[d][missing]",
    ],
)
def test_words_in_brackets_are_no_references(text: str) -> None:
    assert undefined(text) == []
