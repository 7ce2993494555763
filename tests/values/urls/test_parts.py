"""URLs in normal form."""

import pytest

from awesomelint.values.urls import split_url, without_tracking


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("HTTP://Example.ORG", "http://example.org/"),
        (" https://example.org/ ", "https://example.org/"),
        ("//example.org/a", "https://example.org/a"),
        ("https://example.org:443/", "https://example.org/"),
        ("http://example.org:443/", "http://example.org:443/"),
        ("https://example.org./", "https://example.org/"),
        ("https://example.org/a/./b/../c", "https://example.org/a/c"),
        ("https://example.org/../a", "https://example.org/a"),
        ("https://example.org/a/..", "https://example.org/"),
        ("https://example.org/.well-known/", "https://example.org/.well-known/"),
        ("https://example.org/%7euser/%2f", "https://example.org/~user/%2F"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/中?q=中", "https://example.org/%E4%B8%AD?q=%E4%B8%AD"),
        ("https://example.org/?", "https://example.org/"),
        ("https://example.org/a//b", "https://example.org/a//b"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("https://[2001:DB8::1]:80/", "https://[2001:db8::1]:80/"),
        ("https://user:pass@example.org/", "https://user:pass@example.org/"),
        ("ftp://example.org:21/a", "ftp://example.org/a"),
    ],
)
def test_normal_form(text: str, normal: str) -> None:
    url = split_url(text)
    assert url is not None
    assert url.text == normal


@pytest.mark.parametrize(
    "text", ["", "a/b", "#a", "mailto:a@b.c", "https://", "https://?a", "https://a:b/", "x://y"]
)
def test_what_leads_to_no_host(text: str) -> None:
    assert split_url(text) is None


def test_a_host_whose_mapping_brings_delimiters_stays_as_it_is() -> None:
    url = split_url("https://℀.example/x")
    assert url is not None
    assert (url.host, url.path) == ("℀.example", "/x")


def test_the_parts() -> None:
    url = split_url("https://www.example.org/a//b/?x=1&y=&x=2#Part")
    assert url is not None
    assert (url.site, url.segments, url.fragment) == ("example.org", ["a", "b"], "Part")
    assert (url.parameter("x"), url.parameter("y"), url.parameter("z")) == ("1", "", "")


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("", ""),
        ("utm_source=a&utm_medium=b", ""),
        ("id=1&utm_source=a&fbclid=b&v=2", "id=1&v=2"),
        ("utm=1&ref=2", "utm=1&ref=2"),
    ],
)
def test_tracking_parameters_go(query: str, kept: str) -> None:
    assert without_tracking(query) == kept
