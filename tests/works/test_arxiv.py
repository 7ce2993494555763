"""arXiv's papers under every address, and identifiers that are not quite one."""

import pytest

from awesomelint.values.urls import repaired
from awesomelint.works import Work, check_identifier, identify


def work_at(url: str) -> Work:
    work = identify(url)
    assert work is not None
    return work


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2310.00492",
        "http://arxiv.org/abs/2310.00492",
        "https://www.arxiv.org/abs/2310.00492v2",
        "https://ArXiv.org/abs/2310.00492/",
        "https://arxiv.org/abs/arXiv:2310.00492",
        "https://arxiv.org/pdf/2310.00492",
        "https://arxiv.org/pdf/2310.00492.pdf",
        "https://arxiv.org/pdf/2310.00492v3.pdf",
        "https://arxiv.org/html/2310.00492v1",
        "https://arxiv.org/html/2310.00492v1#S3.F2",
        "https://arxiv.org/format/2310.00492",
        "https://arxiv.org/e-print/2310.00492",
        "https://export.arxiv.org/abs/2310.00492",
        "https://browse.arxiv.org/pdf/2310.00492.pdf",
        "http://web3.arxiv.org/abs/2310.00492",
        "http://web7.arxiv.org/pdf/2310.00492",
        "https://aps.arxiv.org/abs/2310.00492",
        "http://xxx.lanl.gov/abs/2310.00492",
        "https://arxiv.org/abs/2310.00492?context=cs",
        "https://arxiv.org/abs/2310.00492?s=31",
        "https://arxiv.org/pdf/2310.00492?",
        "https://arxiv.org/abs/2310.00492#",
        "https://arxiv.org/pdf/2310.00492.pdf#:~:text=We%20present",
        "https://arxiv.org/ftp/arxiv/papers/2310/2310.00492.pdf",
        "https://huggingface.co/papers/2310.00492",
        "https://hf.co/papers/2310.00492",
        "https://www.alphaxiv.org/abs/2310.00492v1",
        "https://www.alphaxiv.org/overview/2310.00492",
        "https://www.alphaxiv.org/zh/overview/2310.00492",
        "https://ar5iv.org/abs/2310.00492",
        "https://ar5iv.labs.arxiv.org/html/2310.00492",
        "https://www.arxiv-vanity.com/papers/2310.00492/",
        "https://doi.org/10.48550/arXiv.2310.00492",
        "http://dx.doi.org/10.48550/ARXIV.2310.00492",
        "https://api.semanticscholar.org/arXiv:2310.00492",
        "//arxiv.org/abs/2310.00492",
    ],
)
def test_one_paper_under_many_addresses(url: str) -> None:
    work = work_at(url)
    assert (work.identity, work.url) == ("arxiv:2310.00492", "https://arxiv.org/abs/2310.00492")
    assert work.is_paper


@pytest.mark.parametrize(
    ("url", "version"),
    [
        ("https://arxiv.org/abs/2310.00492", None),
        ("https://arxiv.org/abs/2310.00492v2", 2),
        ("https://arxiv.org/pdf/2310.00492v12.pdf", 12),
        ("https://arxiv.org/abs/cs/9603104v1", 1),
    ],
)
def test_the_version_is_kept_apart(url: str, version: int | None) -> None:
    assert work_at(url).version == version


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/cs/9603104",
        "https://arxiv.org/abs/cs.CL/9603104",
        "https://arxiv.org/pdf/cs/9603104v2.pdf",
        "https://arxiv.org/ftp/cs/papers/9603/9603104.pdf",
    ],
)
def test_one_paper_of_the_nineties_under_many_addresses(url: str) -> None:
    assert work_at(url).identity == "arxiv:cs/9603104"


@pytest.mark.parametrize(
    ("identifier", "announced"),
    [
        ("cs/9603104", (1996, 3)),
        ("math-ph/0001001", (2000, 1)),
        ("hep-th/0703123", (2007, 3)),
        ("0704.0001", (2007, 4)),
        ("1412.6980", (2014, 12)),
        ("1501.00001", (2015, 1)),
        ("2606.05304", (2026, 6)),
    ],
)
def test_the_month_of_announcement(identifier: str, announced: tuple[int, int]) -> None:
    work = work_at(f"https://arxiv.org/abs/{identifier}")
    assert ((work.year, work.month), check_identifier(work.url)) == (announced, [])


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/html/2310.00492/x1.png",
        "https://arxiv.org/html/2310.00492v1/extracted/figure.png",
        "https://arxiv.org",
        "https://arxiv.org/list/cs.CL/recent",
        "https://arxiv.org/a/lastname_f_1",
        "https://arxiv.org/help/api/user-manual",
        "https://huggingface.co/papers",
        "https://huggingface.co/papers/date/2024-05-01",
    ],
)
def test_what_is_no_paper_and_no_fault(url: str) -> None:
    assert (work_at(url).kind, check_identifier(url)) == ("url", [])


@pytest.mark.parametrize(
    ("malformed", "repair"),
    [
        ("https://arxiv.org/abs/2310.00492.pdf", "https://arxiv.org/abs/2310.00492"),
        ("https://arxiv.org/abs/1907.12412v1.pdf", "https://arxiv.org/abs/1907.12412v1"),
        ("https://arxiv.org/abs//2310.00492", "https://arxiv.org/abs/2310.00492"),
        ("https://arxiv.org/abs//2310.00492.pdf", "https://arxiv.org/abs/2310.00492"),
        ("https://arxiv.org/abs/2407.11681mini", "https://arxiv.org/abs/2407.11681"),
        ("https://arxiv.org/abs/2310.00492)]", "https://arxiv.org/abs/2310.00492"),
        ("https://arxiv.org/abs/2310.00492]", "https://arxiv.org/abs/2310.00492"),
        ("https://arxiv.org/abs/2310.00492)", "https://arxiv.org/abs/2310.00492"),
        ("https://arxiv.org/abs/2310.00492.", "https://arxiv.org/abs/2310.00492"),
        ("https://arxiv.org/pdf/2310.00492.pdf)?x#y", "https://arxiv.org/pdf/2310.00492.pdf?x#y"),
        ("https://arxiv.org/abs/1911.02972v", "https://arxiv.org/abs/1911.02972"),
        ("https://arxiv.org/abd/2412.04463", "https://arxiv.org/abs/2412.04463"),
        ("https://arxiv.org/pdfs/2412.04463", "https://arxiv.org/pdf/2412.04463"),
        ("https://arxiv.org/2503.19881", "https://arxiv.org/abs/2503.19881"),
        ("https://arxiv.org/2503.19881.pdf", "https://arxiv.org/pdf/2503.19881.pdf"),
        ("https://arxiv.org/abs/231000492", "https://arxiv.org/abs/2310.00492"),
        ("https://huggingface.co/papers/2310.00492)", "https://huggingface.co/papers/2310.00492"),
        ("https://doi.org/10.48550/arXiv.2305.13172},", "https://doi.org/10.48550/arXiv.2305.13172"),
    ],
)
def test_a_malformed_address_that_holds_the_identifier(malformed: str, repair: str) -> None:
    assert repaired(malformed, check_identifier(malformed)) == repair
    assert work_at(malformed).identity == work_at(repair).identity
    assert work_at(malformed).is_paper


@pytest.mark.parametrize(
    ("url", "faulty"),
    [
        ("https://arxiv.org/abs/2305.1636", "2305.1636"),
        ("https://arxiv.org/abs/1804.0962", "1804.0962"),
        ("https://arxiv.org/pdf/2402.0376.pdf", "2402.0376"),
        ("https://arxiv.org/abs/2509.262311", "2509.262311"),
        ("https://arxiv.org/abs/1412.69801", "1412.69801"),
        ("https://arxiv.org/abs/203.05527", "203.05527"),
        ("https://arxiv.org/abs/2313.00492", "2313.00492"),
        ("https://arxiv.org/abs/2300.00492", "2300.00492"),
        ("https://arxiv.org/abs/0703.0001", "0703.0001"),
        ("https://arxiv.org/abs/cs/9613104", "cs/9613104"),
        ("https://arxiv.org/abs/xxxx.xxxxx", "xxxx.xxxxx"),
        ("https://arxiv.org/abs/", ""),
        ("https://arxiv.org/abs", "/abs"),
        ("https://huggingface.co/papers/2305.1636", "2305.1636"),
    ],
)
def test_an_identifier_that_nobody_can_guess(url: str, faulty: str) -> None:
    [fault] = check_identifier(url)
    assert (url[fault.start : fault.end], fault.replacement) == (faulty, None)
    assert work_at(url).kind == "url"


def test_only_a_repair_without_guessing_is_certain() -> None:
    [bracket] = check_identifier("https://arxiv.org/abs/2310.00492)]")
    [glued] = check_identifier("https://arxiv.org/abs/2407.11681mini")
    assert (bracket.is_certain, glued.is_certain) == (True, False)


def test_two_addresses_in_one_are_no_fault_of_the_identifier() -> None:
    assert check_identifier("https://arxiv.org/abs/2310.00492https://github.com/a/b") == []


@pytest.mark.parametrize("url", ["https://example.org/abs/1", "abs/2305.1636", "#2305.1636", ""])
def test_other_sites_have_no_identifier(url: str) -> None:
    assert check_identifier(url) == []
