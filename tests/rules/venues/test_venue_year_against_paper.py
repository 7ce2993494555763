"""VEN005: a venue whose year is far from that of the paper's arXiv identifier."""

import pytest

from awesomelint_rules.venues.venue_year_against_paper import VenueYearAgainstPaper
from rule_findings import excerpts, findings, table

ARXIV = "https://arxiv.org/abs/2010.11929"


def check(written, url=ARXIV):
    text = table(("Title", "Venue"), (f"[An Image is Worth 16x16 Words]({url})", written))
    found = findings(VenueYearAgainstPaper(), text)
    messages = [each.message for each in found]
    return [(*excerpt, message) for excerpt, message in zip(excerpts(text, found), messages, strict=True)]


@pytest.mark.parametrize(
    ("written", "distance"),
    [
        ("ICLR 2018", "2 years before"),
        ("ICLR 2011", "9 years before"),
        ("ICLR 2024", "4 years after"),
        ("TPAMI 2025", "5 years after"),
    ],
)
def test_years_far_from_the_identifier_are_worth_a_look(written, distance):
    assert check(written) == [("info", written, f"`{written}` lies {distance} arXiv 2010.11929, of 2020")]


@pytest.mark.parametrize(
    "written",
    ["ICLR 2019", "ICLR 2020", "ICLR 2021", "ICLR 2023", "ICLR", "arXiv 2011", "Unknown Venue 1999"],
)
def test_years_that_uploads_and_reviews_explain(written):
    assert check(written) == []


def test_only_arxiv_tells_when_a_paper_was_written():
    assert check("ICLR 2011", "https://doi.org/10.1145/3386569.3392427") == []
    assert check("ICLR 2011", "https://github.com/google-research/vision_transformer") == []


def test_one_venue_near_the_paper_is_enough():
    assert check("NeurIPS Workshop 2020 / TPAMI 2025") == []
    assert [written for _, written, _ in check("ICML 2024 / TPAMI 2025")] == ["ICML 2024", "TPAMI 2025"]
