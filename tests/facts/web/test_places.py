"""Where a link may end up instead of its page."""

import pytest

from awesomelint.facts.web.places import drops_path
from awesomelint.facts.web.urls import parse_url


@pytest.mark.parametrize(
    ("start", "final"),
    [
        ("https://owner.github.example/project/index.html", "https://project.example/"),
        ("https://manual.example/en/latest/", "https://docs.example/"),
        ("https://manual.example/en/stable/index.html", "https://manual.example/"),
        ("https://manual.example/2.10/", "https://manual.example/"),
        ("https://a.example/project", "https://project.example/"),
    ],
)
def test_a_front_page_may_become_a_home_page(start, final):
    assert not drops_path(parse_url(start), parse_url(final))


@pytest.mark.parametrize(
    ("start", "final"),
    [
        ("https://a.example/papers/2301.00001", "https://b.example/"),
        ("https://a.example/papers/one.html", "https://a.example/"),
        ("https://a.example/project/index.html", "https://a.example/"),
        ("https://manual.example/en/latest/guide.html", "https://manual.example/"),
    ],
)
def test_another_page_does_not(start, final):
    assert drops_path(parse_url(start), parse_url(final))
