"""What is wrong with the shape of a URL, and what should stand there."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.values.urls import UrlFault, find_url_faults, repaired, swallowed_text
from corpus_urls import corpus_urls


def only_fault(url: str) -> UrlFault:
    [fault] = find_url_faults(url)
    return fault


@pytest.mark.parametrize(
    ("url", "kind", "repair"),
    [
        ("(https://example.org/a", "leading-text", "https://example.org/a"),
        ("“https://example.org/a", "leading-text", "https://example.org/a"),
        ("%20https://example.org/a", "leading-text", "https://example.org/a"),
        (" https://example.org/a", "outer-space", "https://example.org/a"),
        ("https://example.org/a ", "outer-space", "https://example.org/a"),
        ("https://example.org/a\u3000", "outer-space", "https://example.org/a"),
        ("https://example.org/a%20", "trailing-text", "https://example.org/a"),
        ("https://example.org/a%C2%A0", "trailing-text", "https://example.org/a"),
        ("https://example.org/a b.pdf", "inner-space", "https://example.org/a%20b.pdf"),
        ("https://example.org/a\nb", "inner-space", None),
        ("https://arxiv.org/abs/2310.00492)]", "trailing-text", "https://arxiv.org/abs/2310.00492"),
        ("https://doi.org/10.48550/arXiv.2305.13172},", "trailing-text", "https://doi.org/10.48550/arXiv.2305.13172"),
        ("https://github.com/owner/name}}", "trailing-text", "https://github.com/owner/name"),
        ("https://github.com/owner/name.", "trailing-text", "https://github.com/owner/name"),
        ("https://github.com/owner/name;", "trailing-text", "https://github.com/owner/name"),
        ("https://github.com/owner/name/x.py#L69.", "trailing-text", "https://github.com/owner/name/x.py#L69"),
        ("https://example.org/a**", "trailing-text", "https://example.org/a"),
        ("https://example.org/a\"", "trailing-text", "https://example.org/a"),
        ("https://example.org/a\\", "trailing-text", "https://example.org/a"),
        ("https://example.org/(a))", "trailing-text", "https://example.org/(a)"),
        ("https://example.org/?q=(a))", "trailing-text", "https://example.org/?q=(a)"),
        ("https://example.org/a\u200b", "invisible-character", "https://example.org/a"),
        ("https://example.org/\u202ea", "invisible-character", "https://example.org/a"),
        ("https://example.org/a%E2%80%8B", "invisible-character", "https://example.org/a"),
        ("https://example.org/a，", "swallowed-text", "https://example.org/a"),
        ("https://example.org/a）。", "swallowed-text", "https://example.org/a"),
        ("https://example.org/a/，更多", "swallowed-text", "https://example.org/a/"),
        ("https://github.comMay2333/FDCA", "glued-host", "https://github.com/May2333/FDCA"),
        ("https://www.arxiv.orgabs/2310.00492", "glued-host", "https://www.arxiv.org/abs/2310.00492"),
        ("https://a.example/chttps://d.example/e", "glued-urls", None),
        ("https://a.example/b](https://c.example/d", "glued-urls", None),
        ("https://neurips.cc/virtual/2023/79171https://arxiv.org/abs/2311.05997", "glued-urls", None),
        ("https://doi.org/https://example.org/a", "glued-urls", None),
        ("https://a.example/bhttps://a.example/b", "glued-urls", "https://a.example/b"),
        ("https://arxiv.org/abs/https://arxiv.org/abs/2310.00492", "glued-urls", "https://arxiv.org/abs/2310.00492"),
        ("https://", "no-host", None),
    ],
)  # fmt: skip
def test_a_fault_and_its_repair(url: str, kind: str, repair: str | None) -> None:
    assert only_fault(url).kind == kind
    assert repaired(url, find_url_faults(url)) == repair


@pytest.mark.parametrize(
    ("url", "repair"),
    [
        ("ttps://example.org/a", "https://example.org/a"),
        ("ttp://example.org/a", "http://example.org/a"),
        ("htttps://example.org/a", "https://example.org/a"),
        ("hhttps://example.org/a", "https://example.org/a"),
        ("htps://example.org/a", "https://example.org/a"),
        ("htpps://example.org/a", "https://example.org/a"),
        ("https:/example.org/a", "https://example.org/a"),
        ("https:example.org/a", "https://example.org/a"),
        ("https:///example.org/a", "https://example.org/a"),
        ("https//example.org/a", "https://example.org/a"),
        ("http//example.org/a", "http://example.org/a"),
        ("https//:example.org/a", "https://example.org/a"),
        ("https;//example.org/a", "https://example.org/a"),
        ("https：//example.org/a", "https://example.org/a"),
        ("https: //example.org/a", "https://example.org/a"),
        ("https:\\\\example.org/a", "https://example.org/a"),
        ("http://https://example.org/a", "https://example.org/a"),
        ("https://http://example.org/a", "http://example.org/a"),
        ("https://https//example.org/a", "https://example.org/a"),
    ],
)
def test_a_broken_scheme(url: str, repair: str) -> None:
    assert (only_fault(url).kind, repaired(url, find_url_faults(url))) == ("broken-scheme", repair)


@pytest.mark.parametrize(
    "url",
    [
        "README.md",
        "http/server.md",
        "docs/a b.md",
        "image (1).png",
        "#part.",
        "mailto:a@b.c",
        "ftp://example.org/a.",
        "HTTPS://example.org/a",
        "https://example.org",
        "https://example.org/a?",
        "https://example.org/a_",
        "https://example.org/a!",
        "https://example.org/*",
        "https://example.org/...",
        "https://example.org/?q=Inc.",
        "https://example.org/api/{id}",
        "https://example.org/don't/won't",
        "https://example.org/a#:~:text=the%20end.",
        "https://example.org/%E4%B8%AD%E6%96%87",
        "https://example.org/中文（一）",
        "https://example.org/#一、二",
        "https://img.shields.io/badge/-知乎-000000?logo=zhihu",
        "https://img.shields.io/badge/👨‍💻-code",
        "https://fa.wikipedia.org/wiki/می‌خواهم",
        "https://zh.wikipedia.org/wiki/A（乐队）",
        "https://en.wikipedia.org/wiki/Foo_(bar)",
        "https://en.wikipedia.org/wiki/Apple_Inc.",
        "https://github.community/a",
        "https://github.company/a",
        "https://web.archive.org/web/2020/https://example.org/",
        "https://archive.ph/https://example.org/",
        "https://sci-hub.se/https://doi.org/10.1145/1",
        "https://sci-hub.st/https://doi.org/10.1145/1",
        "https://readmedium.com/https://medium.com/a",
        "https://freedium.cfd/https://medium.com/a",
        "https://r.jina.ai/https://example.org",
        "https://ezproxy.library.example/https://example.org",
        "https://example.org/login?next=https://example.org/a",
        "https://twitter.com/intent/tweet?text=a%20b&url=https://github.com/a/b",
        "https://example.org/viewer#https://example.org/a",
        "https://nghttp2.org/documentation/",
        "https://doi.org/10.1016/S0140-6736(05)67889-X",
    ],
)
def test_a_url_that_may_be_meant_has_no_fault(url: str) -> None:
    assert find_url_faults(url) == []


@pytest.mark.parametrize(
    ("url", "is_certain"),
    [
        ("https://example.org/a)", True),
        ("https://example.org/a.", False),
        ("https://example.org/a%20", False),
        ("https://github.comMay2333/FDCA", False),
        ("https:/example.org/a", True),
    ],
)
def test_what_is_certain(url: str, is_certain: bool) -> None:
    assert only_fault(url).is_certain == is_certain


def test_faults_at_both_ends_and_inside_are_all_told() -> None:
    url = "(https://example.org/a\u200bb)"
    faults = find_url_faults(url)
    assert [fault.kind for fault in faults] == ["leading-text", "invisible-character", "trailing-text"]
    assert repaired(url, faults) == "https://example.org/ab"


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://github.com/owner/name是一个", "是一个"),
        ("https://github.com/owner/name，是一个", "，是一个"),
        ("https://example.org/aです", "です"),
        ("https://example.org/a입니다", "입니다"),
    ],
)
def test_text_that_a_bare_url_swallows(url: str, text: str) -> None:
    fault = swallowed_text(url, letters=True)
    assert fault is not None
    assert url[fault.start : fault.end] == text


@pytest.mark.parametrize(
    "url", ["https://example.org/中文", "https://example.org/?q=a中", "https://example.org/a#b中"]
)
def test_text_that_belongs_to_a_url(url: str) -> None:
    assert swallowed_text(url, letters=True) is None


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(alphabet="htps:/.aow#?%20()[]{}'\",;*\\ \u200b中，（", max_size=50))
def test_faults_stand_in_order_without_overlap(url: str) -> None:
    faults = find_url_faults(url)
    places = [place for fault in faults for place in (fault.start, fault.end)]
    assert places == sorted(places)
    assert not places or 0 <= places[0] <= places[-1] <= len(url)


@pytest.mark.skipif(not corpus_urls(), reason="the real lists are not there")
def test_the_faults_in_the_real_lists_are_those_that_a_reader_found() -> None:
    faults = Counter(fault.kind for url in corpus_urls() for fault in find_url_faults(url))
    assert faults == {
        "glued-host": 2,
        "glued-urls": 1,
        "leading-text": 1,
        "missing-scheme": 2,
        "trailing-text": 1,
    }
