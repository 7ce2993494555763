"""URLs are read as browsers read them."""

import pytest

from awesomelint.facts.web.urls import BadUrl, OtherScheme, join_url, parse_url

SAME = [
    ("https://Example.COM/A?b=c#d", "https://example.com/A?b=c"),
    ("http://example.com", "http://example.com/"),
    ("http://example.com:80/", "http://example.com/"),
    ("https://example.com:8443/", "https://example.com:8443/"),
    ("  https://example.com/\n", "https://example.com/"),
    ("https://exa\tmple.com/a\nb", "https://example.com/ab"),
    ("https:\\\\example.com\\a", "https://example.com/a"),
    ("https://user:secret@example.com/", "https://example.com/"),
    ("https://example.com@127.0.0.1/", "https://127.0.0.1/"),
    ("https://example.com/a b", "https://example.com/a%20b"),
    ("https://example.com/%7Ea/%e4%bd%a0", "https://example.com/%7Ea/%e4%bd%a0"),
    ("https://example.com/你好?q=世界", "https://example.com/%E4%BD%A0%E5%A5%BD?q=%E4%B8%96%E7%95%8C"),
    ("https://example.com/a/./b/../c", "https://example.com/a/c"),
    ("https://example.com/a/%2e%2E/c/..", "https://example.com/"),
    ("https://example.com/?a|b^c", "https://example.com/?a%7Cb%5Ec"),
    ("https://example.com?a=1", "https://example.com/?a=1"),
    ("https://example.com./", "https://example.com/"),
    ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    ("https://straße.example/", "https://xn--strae-oqa.example/"),
    ("https://i❤.example/", "https://xn--i-7iq.example/"),
    ("https://under_score.example/", "https://under_score.example/"),
    ("https://[2606:4700:0:0::1111]:443/", "https://[2606:4700::1111]/"),
    ("http://2130706433/", "http://127.0.0.1/"),
    ("http://0x7f.1/", "http://127.0.0.1/"),
    ("http://0177.0.0.01/", "http://127.0.0.1/"),
    ("http://127。0。0。1/", "http://127.0.0.1/"),
    ("http://%31%32%37.0.0.1/", "http://127.0.0.1/"),
]

BAD = [
    "https://",
    "https:///a",
    "https:/example.com/",
    "https:example.com",
    "https://exa mple.com/",
    "https://exa<mple.com/",
    "https://a..example/",
    "https://.example.com/",
    f"https://{'a' * 64}.example/",
    f"https://{'a.' * 130}example/",
    "https://example.com:99999/",
    "https://example.com:0/",
    "https://example.com:abc/",
    "https://example.com:80:80/",
    "https://[::1/",
    "https://[nonsense]/",
    "http://256.256.256.256/",
    "http://1.2.3.4.5/",
    "http://08.1.1.1/",
    "https://\ufffd.example/",
    "https://xn--99999999.example/",
    "https://xn--.example/",
    "example.com",
    "",
]

JOINED = [
    ("https://a.example/b/c?d", "e", "https://a.example/b/e"),
    ("https://a.example/b/c?d", "/e?f", "https://a.example/e?f"),
    ("https://a.example/b/c?d", "?e", "https://a.example/b/c?e"),
    ("https://a.example/b/c?d", "#e", "https://a.example/b/c?d"),
    ("https://a.example/b/c?d", "//h.example/e", "https://h.example/e"),
    ("http://a.example/b/c?d", "//h.example/e", "http://h.example/e"),
    ("https://a.example/b/c?d", "../e", "https://a.example/e"),
    ("https://a.example/b/c?d", "http://h.example", "http://h.example/"),
    ("https://a.example/b/c?d", "https:e", "https://a.example/b/e"),
    ("https://a.example/b/c?d", "\\\\h.example\\e", "https://h.example/e"),
    ("https://a.example:8443/b", "/e", "https://a.example:8443/e"),
]


@pytest.mark.parametrize(("url", "read"), SAME)
def test_a_url_is_read_as_a_browser_reads_it(url, read):
    assert parse_url(url).url == read


@pytest.mark.parametrize("url", BAD)
def test_a_url_that_no_browser_opens_is_bad(url):
    with pytest.raises(BadUrl):
        parse_url(url)


@pytest.mark.parametrize("url", ["ftp://a.example/", "file:///etc/passwd", "javascript:alert(1)", "data:,x"])
def test_other_schemes_are_told_apart(url):
    with pytest.raises(OtherScheme):
        parse_url(url)


@pytest.mark.parametrize(("base", "location", "joined"), JOINED)
def test_a_redirect_is_joined_as_a_browser_joins_it(base, location, joined):
    assert join_url(parse_url(base), location).url == joined


def test_a_long_number_as_host_takes_no_time():
    with pytest.raises(BadUrl):
        parse_url(f"http://{'9' * 1_000_000}/")
