"""Faults of URLs stand where they stand in the source, whatever the URL is written like there."""

import pytest

from awesomelint.document import parse
from awesomelint.document.url_faults import url_faults
from awesomelint.source import decode


def places(text: str) -> list[tuple[str, str]]:
    document = parse(decode(text.encode()))
    return [(each.fault.kind, document.source.slice(each.span)) for each in url_faults(document)]


@pytest.mark.parametrize(
    ("text", "kind", "faulty"),
    [
        ("[a](ttps://example.org/a)", "broken-scheme", "ttps://"),
        ("[a](https://example.org/?a=1&amp;b=2\\)\\])", "trailing-text", "\\)\\]"),
        ('<a href="https://example.org/?a=1&amp;b=2)">x</a>', "trailing-text", ")"),
        ("[a][b]\n\n[b]: https://example.org/a;", "trailing-text", ";"),
        ("www.example.org，以及", "swallowed-text", "，以及"),
        ("见https://example.org/a以及 b", "swallowed-text", "以及"),
        ("[a](https://arxiv.org/abs/2413.00001)", "identifier", "2413.00001"),
        ("![a](https:/example.org/a.png)", "broken-scheme", "https:/"),
    ],
)
def test_the_place_of_a_fault(text: str, kind: str, faulty: str) -> None:
    assert places(text) == [(kind, faulty)]


def test_a_definition_that_many_links_use_is_one_place() -> None:
    assert places("[a][r] [b][r]\n\n[r]: ttps://example.org/a") == [("broken-scheme", "ttps://")]


def test_a_bracket_after_an_identifier_is_one_fault() -> None:
    assert places("[a](<https://arxiv.org/abs/2310.00492)]>)") == [("trailing-text", ")]")]
