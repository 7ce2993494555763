"""What to write instead of a URL that moved, and whether that certainly is the same page."""

import pytest

from awesomelint.facts.web.moves import replacement

SAME_PAGE = [
    ("http://a.example/b?c=d", "https://a.example/b?c=d", "https://a.example/b?c=d"),
    ("http://a.example/b#c", "https://a.example/b", "https://a.example/b#c"),
    ("HTTP://A.example/b", "https://a.example/b", "https://A.example/b"),
    ("https://a.example/b", "https://a.example/b/", "https://a.example/b/"),
    ("https://a.example/b/", "https://a.example/b", "https://a.example/b"),
    ("https://a.example/b?c#d", "https://a.example/b/?c", "https://a.example/b/?c#d"),
    ("http://a.example/b", "https://a.example/b/", "https://a.example/b/"),
    ("http://a.example/你", "https://a.example/%E4%BD%A0", "https://a.example/你"),
    ("http://a.example", "https://a.example/", "https://a.example"),
]

OTHER_PAGE = [
    ("https://a.example/b", "https://a.example/c", "https://a.example/c"),
    ("https://a.example/b#d", "https://a.example/c", "https://a.example/c#d"),
    ("https://a.example/b#d", "https://a.example/c#e", "https://a.example/c#e"),
    ("http://a.example/b", "https://www.a.example/b", "https://www.a.example/b"),
    ("http://a.example/b", "https://a.example/b#new", "https://a.example/b#new"),
    ("https://a.example/b", "http://a.example/b", "http://a.example/b"),
]


@pytest.mark.parametrize(("url", "final", "written"), SAME_PAGE)
def test_the_same_page_keeps_the_spelling_of_its_url(url, final, written):
    assert replacement(url, final) == (written, True)


@pytest.mark.parametrize(("url", "final", "written"), OTHER_PAGE)
def test_any_other_place_is_not_certain(url, final, written):
    assert replacement(url, final) == (written, False)
