"""DOIs at the resolver and in publishers' addresses."""

import pytest

from awesomelint.works import identify


@pytest.mark.parametrize(
    ("url", "identity"),
    [
        ("https://doi.org/10.1145/3404835.3462970", "doi:10.1145/3404835.3462970"),
        ("http://dx.doi.org/10.1145/3404835.3462970", "doi:10.1145/3404835.3462970"),
        ("https://dl.acm.org/doi/10.1145/3404835.3462970", "doi:10.1145/3404835.3462970"),
        ("https://dl.acm.org/doi/pdf/10.1145/3404835.3462970", "doi:10.1145/3404835.3462970"),
        ("https://dl.acm.org/doi/abs/10.1007/978-3-030-01267-0_40", "doi:10.1007/978-3-030-01267-0_40"),
        ("https://doi.org/10.1007/S00778-022-00776-8", "doi:10.1007/s00778-022-00776-8"),
        ("https://link.springer.com/article/10.1007/s00778-022-00776-8", "doi:10.1007/s00778-022-00776-8"),
        ("https://link.springer.com/chapter/10.1007/11922841_1#citeas", "doi:10.1007/11922841_1"),
        ("https://link.springer.com/content/pdf/10.1007/11922841_1.pdf", "doi:10.1007/11922841_1"),
        ("https://www.science.org/doi/10.1126/science.ade9097", "doi:10.1126/science.ade9097"),
        ("https://onlinelibrary.wiley.com/doi/full/10.1002/rob.1", "doi:10.1002/rob.1"),
        ("https://www.frontiersin.org/articles/10.3389/fdata.2021.7/full", "doi:10.3389/fdata.2021.7"),
        ("https://iopscience.iop.org/article/10.1088/1742-6596/1/1/pdf", "doi:10.1088/1742-6596/1/1"),
        ("https://journals.plos.org/plosone/article?id=10.1371/journal.pone.1", "doi:10.1371/journal.pone.1"),
        ("https://www.nature.com/articles/s41586-024-07421-0", "doi:10.1038/s41586-024-07421-0"),
        ("https://www.nature.com/articles/s41586-024-07421-0.pdf", "doi:10.1038/s41586-024-07421-0"),
        ("https://direct.mit.edu/tacl/article/doi/10.1162/tacl_a_1/114/Title", "doi:10.1162/tacl_a_1"),
        ("https://academic.oup.com/bib/article/doi/10.1093/bib/bbac1/6713", "doi:10.1093/bib/bbac1"),
        ("https://www.biorxiv.org/content/10.1101/2022.07.10.499510v1.full.pdf", "doi:10.1101/2022.07.10.499510"),
        ("https://papers.ssrn.com/sol3/papers.cfm?abstract_id=4389233", "doi:10.2139/ssrn.4389233"),
        ("https://zenodo.org/records/3723295", "doi:10.5281/zenodo.3723295"),
        ("https://doi.org/10.1002/(SICI)1097-0258(1998)17:15%3C1661::AID%3E3.0.CO;2-2",
         "doi:10.1002/(sici)1097-0258(1998)17:15<1661::aid>3.0.co;2-2"),
        ("https://dl.acm.org/doi/book/10.5555/1564551#", "acm:10.5555/1564551"),
    ],
)  # fmt: skip
def test_one_doi_under_many_addresses(url: str, identity: str) -> None:
    work = identify(url)
    assert work is not None
    assert work.identity == identity


@pytest.mark.parametrize(
    ("doi", "identity"),
    [
        ("10.18653/v1/2020.acl-main.219", "acl:2020.acl-main.219"),
        ("10.18653/v1/P18-1226", "acl:P18-1226"),
        ("10.1609/aaai.v36i1.21286", "aaai:21286"),
        ("10.24963/ijcai.2020/537", "ijcai:2020/537"),
        ("10.48550/arXiv.2310.00492", "arxiv:2310.00492"),
    ],
)
def test_a_doi_that_wraps_another_identifier_is_that_work(doi: str, identity: str) -> None:
    work = identify(f"https://doi.org/{doi}")
    assert work is not None
    assert work.identity == identity


def test_a_preprint_servers_version_is_kept_apart() -> None:
    work = identify("https://www.biorxiv.org/content/10.1101/2022.07.10.499510v2")
    assert work is not None
    assert (work.id, work.version) == ("10.1101/2022.07.10.499510", 2)


@pytest.mark.parametrize(
    ("doi", "is_paper"),
    [("10.1145/3404835.3462970", True), ("10.5281/zenodo.3723295", False), ("10.57967/hf/0001", False)],
)
def test_software_and_data_with_a_doi_are_no_paper(doi: str, is_paper: bool) -> None:
    work = identify(f"https://doi.org/{doi}")
    assert work is not None
    assert (work.kind, work.is_paper) == ("doi", is_paper)


@pytest.mark.parametrize(
    "url", ["https://doi.org/", "https://doi.org/10.1145//", "https://www.nature.com/news/x"]
)
def test_a_page_without_a_doi_is_a_page(url: str) -> None:
    work = identify(url)
    assert work is not None
    assert work.kind == "url"
