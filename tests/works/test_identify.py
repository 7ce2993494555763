"""What a URL points at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesomelint.works import check_identifier, identify


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2310.00492",
        "http://arxiv.org/abs/2310.00492",
        "https://www.arxiv.org/abs/2310.00492v2",
        "https://arxiv.org/pdf/2310.00492",
        "https://arxiv.org/pdf/2310.00492.pdf",
        "https://arxiv.org/pdf/2310.00492v3.pdf",
        "https://arxiv.org/html/2310.00492v1",
        "https://export.arxiv.org/abs/2310.00492",
        "https://browse.arxiv.org/pdf/2310.00492.pdf",
        "https://arxiv.org/abs/2310.00492?context=cs",
        "https://arxiv.org/abs/2310.00492#",
        "https://arxiv.org/ftp/arxiv/papers/2310/2310.00492.pdf",
        "https://huggingface.co/papers/2310.00492",
        "https://www.alphaxiv.org/abs/2310.00492",
        "https://ar5iv.labs.arxiv.org/html/2310.00492",
        "https://doi.org/10.48550/arXiv.2310.00492",
        "//arxiv.org/abs/2310.00492",
    ],
)
def test_one_arxiv_paper_under_many_addresses(url: str) -> None:
    work = identify(url)
    assert work is not None
    assert (work.identity, work.year, work.month, work.is_paper) == ("arxiv:2310.00492", 2023, 10, True)


@pytest.mark.parametrize(
    ("url", "identity"),
    [
        ("https://arxiv.org/abs/cs/9603104", "arxiv:cs/9603104"),
        ("https://doi.org/10.1145/3404835.3462970", "doi:10.1145/3404835.3462970"),
        ("http://dx.doi.org/10.1145/3404835.3462970", "doi:10.1145/3404835.3462970"),
        ("https://dl.acm.org/doi/10.1145/3404835.3462970", "doi:10.1145/3404835.3462970"),
        ("https://dl.acm.org/doi/pdf/10.1145/3404835.3462970", "doi:10.1145/3404835.3462970"),
        ("https://openreview.net/forum?id=wGa2plE8ka", "openreview:wGa2plE8ka"),
        ("https://openreview.net/pdf?id=wGa2plE8ka", "openreview:wGa2plE8ka"),
        ("https://aclanthology.org/2023.eacl-main.49/", "acl:2023.eacl-main.49"),
        ("https://aclanthology.org/2023.eacl-main.49.pdf", "acl:2023.eacl-main.49"),
        ("https://www.aclweb.org/anthology/P18-1234/", "acl:P18-1234"),
        ("https://github.com/Owner/Name", "github:owner/name"),
        ("http://www.github.com/owner/name.git", "github:owner/name"),
        ("https://github.com/owner/name/", "github:owner/name"),
        ("https://github.com/owner/name/tree/main", "github:owner/name"),
        ("https://huggingface.co/datasets/a/b", "huggingface-dataset:a/b"),
        ("https://huggingface.co/a/b", "huggingface-model:a/b"),
        ("https://youtu.be/UZpyvK6UGFo", "youtube:UZpyvK6UGFo"),
        ("https://www.youtube.com/watch?v=UZpyvK6UGFo&t=10", "youtube:UZpyvK6UGFo"),
    ],
)
def test_identity(url: str, identity: str) -> None:
    work = identify(url)
    assert work is not None
    assert work.identity == identity


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/owner/name/tree/main/sub/folder",
        "https://github.com/owner/name/blob/main/README.md",
        "https://github.com/owner/name/issues/1",
        "https://github.com/owner",
        "https://arxiv.org/html/2310.00492/x1.png",
        "https://arxiv.org",
    ],
)
def test_other_pages_of_a_site_are_themselves(url: str) -> None:
    work = identify(url)
    assert work is not None
    assert not work.is_paper
    assert not work.is_repository


@pytest.mark.parametrize("url", ["QPROP.md", "#surveys", "mailto:a@b.c", "", "../x", "javascript:void(0)"])
def test_what_is_no_web_link(url: str) -> None:
    assert identify(url) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HTTPS://Example.ORG:443/a/../b", "https://example.org/b"),
        ("https://example.org", "https://example.org/"),
        ("https://example.org/?utm_source=x&id=1", "https://example.org/?id=1"),
        ("https://example.org/%7Euser", "https://example.org/~user"),
    ],
)
def test_addresses_that_rfc_3986_calls_equal(one: str, other: str) -> None:
    first, second = identify(one), identify(other)
    assert first is not None
    assert second is not None
    assert first.identity == second.identity


@pytest.mark.parametrize(
    ("url", "venue", "year"),
    [
        ("https://aclanthology.org/2024.emnlp-main.1/", "EMNLP", 2024),
        ("https://openaccess.thecvf.com/content/CVPR2024/html/A_B_CVPR_2024_paper.html", "CVPR", 2024),
        ("https://proceedings.mlr.press/v37/ioffe15.html", "ICML", 2015),
        ("https://aclanthology.org/2023.findings-acl.1/", "ACL", 2023),
    ],
)
def test_the_venue_that_an_address_tells(url: str, venue: str, year: int) -> None:
    work = identify(url)
    assert work is not None
    assert work.venue is not None
    assert (work.venue.name, work.venue.year) == (venue, year)


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2310.00492.pdf",
        "https://arxiv.org/abs//2310.00492",
        "https://arxiv.org/abs/2305.1636",
        "https://arxiv.org/abs/2509.262311",
        "https://arxiv.org/abs/2313.00492",
        "https://arxiv.org/abs/2407.11681mini",
        "https://arxiv.org/abd/2412.04463",
        "https://arxiv.org/2503.19881",
        "https://arxiv.org/abs/2310.00492)]",
    ],
)
def test_a_malformed_identifier_is_told(url: str) -> None:
    [fault, *_] = check_identifier(url)
    assert 0 <= fault.start <= fault.end <= len(url)
    assert fault.reason


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/1412.6980",
        "https://arxiv.org/abs/0704.0001",
        "https://arxiv.org/pdf/2310.00492v2.pdf",
        "https://example.org/abs/1",
    ],
)
def test_a_sound_identifier_has_no_fault(url: str) -> None:
    assert check_identifier(url) == []


@given(
    st.text(max_size=60)
    | st.text(alphabet="htps:/.arxivogbd0123456789v?#%&=-_~[]() ", max_size=60).map(
        "https://arxiv.org/".__add__
    )
)
def test_any_text_is_read_and_the_canonical_address_is_the_same_work(url: str) -> None:
    work = identify(url)
    if work is not None:
        again = identify(work.url)
        assert again is not None
        assert again.identity == work.identity
