"""What any URL points at: pages, videos, and what holds for all works."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.works import check_identifier, identify
from corpus_urls import corpus_urls


@pytest.mark.parametrize(
    "url",
    ["QPROP.md", "#surveys", "mailto:a@b.c", "", "../x", "/x", "javascript:void(0)", "arxiv.org/abs/2001.08361",
     "https://", "https:///x", "https://a:b/c", "tel:1", "data:image/png;base64,AA"],
)  # fmt: skip
def test_what_is_no_web_link(url: str) -> None:
    assert identify(url) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HTTPS://Example.ORG:443/a/../b", "https://example.org/b"),
        ("https://example.org", "https://example.org/"),
        ("https://example.org/page/", "https://example.org/page"),
        ("http://www.example.org/page", "https://example.org/page"),
        ("https://example.org./page?", "https://example.org/page"),
        ("https://example.org/page?utm_source=x&id=1&fbclid=y", "https://example.org/page?id=1"),
        ("https://example.org/%7Euser", "https://example.org/~user"),
        ("https://example.org/%e4%b8%ad", "https://example.org/中"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("https://example.org/page#part", "https://example.org/page"),
        ("https://youtu.be/UZpyvK6UGFo", "https://www.youtube.com/watch?v=UZpyvK6UGFo&list=LL&index=2"),
        ("https://m.youtube.com/embed/UZpyvK6UGFo", "https://www.youtube.com/shorts/UZpyvK6UGFo"),
    ],
)
def test_two_addresses_of_one_work(one: str, other: str) -> None:
    first, second = identify(one), identify(other)
    assert first is not None
    assert second is not None
    assert first.identity == second.identity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/Page", "https://example.org/page"),
        ("https://example.org/a", "https://example.org/a?id=1"),
        ("https://example.org/#/one", "https://example.org/#/two"),
        ("https://example.org:8443/", "https://example.org/"),
        ("https://example.org/a%2Fb", "https://example.org/a/b"),
        ("https://www.youtube.com/playlist?list=A", "https://www.youtube.com/playlist?list=B"),
        ("https://github.com/owner/name", "https://gitlab.com/owner/name"),
    ],
)
def test_addresses_of_different_works(one: str, other: str) -> None:
    first, second = identify(one), identify(other)
    assert first is not None
    assert second is not None
    assert first.identity != second.identity


@pytest.mark.parametrize(
    ("url", "fragment"),
    [
        ("https://example.org/page#part", "part"),
        ("https://example.org/page#part:~:text=words", "part"),
        ("https://example.org/page#/route", ""),
        ("https://youtu.be/UZpyvK6UGFo?si=x&t=3502", "t=3502"),
        ("https://www.youtube.com/watch?v=UZpyvK6UGFo&t=0s", ""),
    ],
)
def test_the_place_in_a_work_is_kept_apart(url: str, fragment: str) -> None:
    work = identify(url)
    assert work is not None
    assert work.fragment == fragment


@pytest.mark.parametrize(
    ("url", "label"),
    [
        ("https://arxiv.org/pdf/2310.00492v2.pdf", "arXiv 2310.00492"),
        ("https://github.com/Owner/Name.git", "github.com/Owner/Name"),
    ],
)
def test_what_people_call_a_work(url: str, label: str) -> None:
    work = identify(url)
    assert work is not None
    assert work.label == label


PIECES = (
    "/ // /../ . .. ? # & = : @ % %2e %2F %25 %E4%B8%AD 中 ' ( ) [ ] abs pdf html paper doi 10.1145/ 10.48550/ arXiv. "
    "2310.00492 v2 .pdf .git tree main - datasets watch ?v= UZpyvK6UGFo content A_CVPR_2024_paper P18-1234 :443"
).split(" ")
HOSTS = (
    "arxiv.org doi.org github.com gitlab.com huggingface.co aclanthology.org youtu.be www.youtube.com example.org "
    "proceedings.neurips.cc openaccess.thecvf.com openreview.net dl.acm.org nature.com ojs.aaai.org usenix.org"
).split(" ")
ADDRESSES = st.builds(
    lambda scheme, host, pieces: f"{scheme}//{host}/{''.join(pieces)}",
    st.sampled_from(["https:", "http:", "ftp:", ""]),
    st.sampled_from(HOSTS),
    st.lists(st.sampled_from(PIECES), max_size=8),
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(ADDRESSES | st.text(max_size=60))
def test_the_canonical_address_is_the_same_work(url: str) -> None:
    work = identify(url)
    if work is not None:
        again = identify(work.url)
        assert again is not None
        assert (again.identity, again.url, again.venue) == (work.identity, work.url, work.venue)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(ADDRESSES | st.text(max_size=60))
def test_a_fault_lies_in_the_address(url: str) -> None:
    for fault in check_identifier(url):
        assert 0 <= fault.start <= fault.end <= len(url)


@pytest.mark.skipif(not corpus_urls(), reason="the real lists are not there")
def test_every_real_address_is_the_same_work_as_its_canonical_one() -> None:
    works = [work for url in corpus_urls() if (work := identify(url))]
    again = [identify(work.url) for work in works]
    assert [work.identity for work in works] == [work.identity for work in again if work]
