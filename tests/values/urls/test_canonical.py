"""The best form of a URL."""

import pytest

from awesomelint.values.urls import arxiv_form, current_doi, without_foreign_tracking


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://arxiv.org/abs/2310.00492", ("abs", "2310.00492", "", "")),
        ("http://www.arxiv.org/pdf/2310.00492v2.pdf", ("pdf", "2310.00492", "v2", ".pdf")),
        ("https://arxiv.org/abs/hep-th/9901001", ("abs", "hep-th/9901001", "", "")),
    ],
)
def test_the_form_of_an_arxiv_link(url: str, parts: tuple[str, ...]) -> None:
    form = arxiv_form(url)
    assert form is not None
    assert form[1:] == parts


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2310.00492.pdf",
        "https://arxiv.org/abs/2310.00492#S1",
        "https://arxiv.org/html/2310.00492v1",
        "https://export.arxiv.org/abs/2310.00492",
        "https://example.org/abs/2310.00492",
    ],
)
def test_other_links_have_no_arxiv_form(url: str) -> None:
    assert arxiv_form(url) is None


def test_the_resolver_of_a_doi() -> None:
    assert current_doi("http://dx.doi.org/10.1038/nature14236") == "https://doi.org/10.1038/nature14236"
    assert current_doi("https://doi.org/10.1038/nature14236") is None


@pytest.mark.parametrize(
    ("url", "without"),
    [
        ("https://a.example/b?fbclid=X", "https://a.example/b"),
        ("https://a.example/b?q=1&gclid=X#c", "https://a.example/b?q=1#c"),
        ("https://a.example/b?utm_source=chatgpt.com", "https://a.example/b"),
        ("https://a.example/b?utm_source=Twitter&utm_medium=social&p=2", "https://a.example/b?p=2"),
        ("https://a.example/b?utm_source=github&utm_medium=awesome", None),
        ("https://a.example/b?utm_campaign=x", None),
        ("https://a.example/b?v=1", None),
        ("https://a.example/b", None),
    ],
)
def test_traces_of_somebody_elses_visit(url: str, without: str | None) -> None:
    assert without_foreign_tracking(url) == without
