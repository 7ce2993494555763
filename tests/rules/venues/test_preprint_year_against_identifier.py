"""VEN006: a label `arXiv 2023` beside an identifier of another year."""

import pytest

from awesomelint_rules.venues.preprint_year_against_identifier import PreprintYearAgainstIdentifier
from rule_findings import excerpts, findings, table

RULE = PreprintYearAgainstIdentifier()


def check(written, identifier="2209.07753", more=""):
    text = table(
        ("Title", "Venue"), (f"[Code as Policies](https://arxiv.org/abs/{identifier}){more}", written)
    )
    return excerpts(text, findings(RULE, text))


@pytest.mark.parametrize(
    "written", ["arXiv 2021", "arXiv'21", "Arxiv, 2020", "arXiv 2022.06", "arXiv 2022.7"]
)
def test_no_paper_is_at_arxiv_before_its_announcement(written):
    assert check(written) == [("warning", written)]


@pytest.mark.parametrize("written", ["arXiv 2023", "arXiv 2022.11"])
def test_a_later_label_may_be_that_of_a_version(written):
    assert check(written) == [("info", written)]


@pytest.mark.parametrize(
    "written",
    ["arXiv 2022", "arXiv", "arXiv 2022.08", "arXiv 2022.09", "arXiv 2022.10", "ICRA 2021", "Blog 2021"],
)
def test_labels_that_fit(written):
    assert check(written) == []


@pytest.mark.parametrize(
    ("written", "identifier"), [("arXiv 2023", "2401.15670"), ("arXiv 2024", "2312.15230")]
)
def test_the_turn_of_the_year_is_one_month(written, identifier):
    assert check(written, identifier) == []


def test_two_months_over_the_turn_of_the_year_are_too_many():
    assert check("arXiv 2023", "2402.00253") == [("warning", "arXiv 2023")]


def test_entries_with_two_papers_at_arxiv_may_mean_the_other():
    assert check("arXiv 2021", more=" [appendix](https://arxiv.org/abs/2101.00001)") == []


def test_two_forms_of_one_address_are_one_paper():
    assert check("arXiv 2021", more=" [pdf](https://arxiv.org/pdf/2209.07753v2.pdf)") == [
        ("warning", "arXiv 2021")
    ]


def test_a_date_in_the_identifiers_year_shows_that_the_label_is_wrong():
    header = ("Title", "Venue", "Date")
    paper = "[Code as Policies](https://arxiv.org/abs/2209.07753)"
    agreeing, other = (table(header, (paper, "arXiv 2024", day)) for day in ("2022-09-16", "2024-02-01"))
    assert excerpts(agreeing, findings(RULE, agreeing)) == [("warning", "arXiv 2024")]
    assert excerpts(other, findings(RULE, other)) == [("info", "arXiv 2024")]
