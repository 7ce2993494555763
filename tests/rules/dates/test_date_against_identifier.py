"""DAT005: a date against the month in the paper's arXiv identifier."""

from datetime import date

import pytest

from awesomelint.linter import lint
from awesomelint.needs import Answers, ArxivNeed, ArxivPaper
from awesomelint.ruleset import RuleSet
from awesomelint.source import decode
from awesomelint_rules.dates.date_against_identifier import DateAgainstIdentifier
from rule_findings import excerpts, findings, table

RULE = DateAgainstIdentifier()
FITTING = [(f"23{month:02}.05432", f"2023-{month:02}-11") for month in range(1, 13)]


def text_of(*papers, header=("Title", "Date")):
    rows = [(f"[Paper](https://arxiv.org/abs/{paper})", *more) for paper, *more in papers]
    return table(header, *rows)


def check(*papers, header=("Title", "Date")):
    text = text_of(*papers, header=header)
    return excerpts(text, findings(RULE, text))


def message(paper, day):
    (found,) = findings(RULE, text_of(*FITTING, (paper, day)))
    return found.message.split(";")[0]


@pytest.mark.parametrize(
    ("paper", "day"),
    [
        ("2310.00492", "2023-09-30"),
        ("2310.10669", "2023-09-22"),
        ("2310.10669", "2023-10-01"),
        ("2401.00012", "2023-12-29"),
        ("2310.10669", "2023-11-30"),
        ("2310.10669", "2023-09"),
        ("2310.10669", "2023"),
        ("2310.10669", ""),
    ],
)
def test_the_month_its_neighbours_and_dates_without_a_month_fit(paper, day):
    assert check(*FITTING, (paper, day)) == []


@pytest.mark.parametrize(
    ("paper", "day"),
    [
        ("2206.06488", "2022-01-13"),
        ("2403.03003", "2023-03-05"),
        ("2310.10669", "2023-07-05"),
        ("2310.10669", "2023-08"),
    ],
)
def test_two_or_more_months_before_the_identifier(paper, day):
    assert check(*FITTING, (paper, day)) == [("warning", day)]


def test_a_hold_by_moderation_is_told_from_a_slip_in_the_month_by_the_day():
    held, slip = ("2311.02839", "2023-09-22"), ("2311.17911", "2023-09-29")
    assert check(*FITTING, held, slip) == [("info", "2023-09-22"), ("warning", "2023-09-29")]


@pytest.mark.parametrize("day", ["2023-12-01", "2024-10-17", "2027-01-01"])
def test_later_dates_are_revisions_or_publications(day):
    assert check(*FITTING, ("2310.10669", day)) == [("info", day)]


def test_the_message_says_what_is_probably_wrong():
    assert message("2403.03003", "2023-03-05") == (
        "`2023-03-05` is exactly a year before the month of arXiv 2403.03003: probably a slip in the year"
    )
    assert message("2310.10669", "2024-10-17") == (
        "`2024-10-17` is exactly a year after the month of arXiv 2310.10669: probably a slip in the year"
    )
    assert message("2206.06488", "2022-01-13") == (
        "`2022-01-13` is 5 months before the month of arXiv 2206.06488: probably a slip in the month"
    )
    assert message("2310.10669", "2023-07-05") == (
        "`2023-07-05` is 3 months before the month of arXiv 2310.10669: see whether the date or the link is wrong"
    )


def test_the_day_tells_nothing_of_a_slip_in_the_month_when_the_year_differs_as_well():
    assert "slip" not in message("2207.12598", "2021-09-25")


def test_a_list_whose_dates_are_others_is_left_alone():
    wrong = [("2310.10669", f"2022-{month:02}-05") for month in range(1, 4)]
    assert check(*FITTING, *FITTING, *wrong) != []
    assert check(*FITTING, *wrong) == []


def test_nine_dates_are_too_few_to_tell_a_lists_habit():
    wrong = ("2206.06488", "2022-01-13")
    assert check(*FITTING[:8], wrong) == []
    assert check(*FITTING[:9], wrong) != []


def test_columns_of_updates_are_later_by_what_they_are():
    papers = [*FITTING, ("2206.06488", "2022-01-13")]
    assert check(*papers, header=("Title", "Last updated")) == []


def test_a_venues_own_date_before_the_upload_is_only_worth_a_look():
    papers = [(*paper, "arXiv") for paper in FITTING]
    late = ("2207.12598", "2021-09-28", "NeurIPS Workshop 2021")
    assert check(*papers, late, header=("Title", "Date", "Venue")) == [("info", "2021-09-28")]


def test_old_identifiers_have_a_month_as_well():
    assert check(*FITTING, ("cs/9603104", "1995-12-01")) == [("warning", "1995-12-01")]


def with_first_day(paper, day, first):
    """What is said of a date when arXiv has told the paper's first day."""
    text = text_of(*FITTING, (paper, day))
    answers = Answers(arxiv={paper: ArxivPaper(paper, "Paper", date.fromisoformat(first))})
    return excerpts(text, findings(RULE, text, answers=answers))


@pytest.mark.parametrize(
    ("day", "first", "severity"),
    [
        pytest.param("2023-08-25", "2023-08-25", None, id="held by moderation"),
        pytest.param("2023-08-24", "2023-08-25", None, id="further west"),
        pytest.param("2023-08-28", "2023-08-25", None, id="after the submission"),
        pytest.param("2023-08-20", "2023-08-25", "warning", id="before the submission"),
        pytest.param("2023-08-25", "2023-10-09", "warning", id="not held at all"),
        pytest.param("2023-07", "2023-07-30", None, id="the month of the submission"),
        pytest.param("2023-07", "2023-08-01", "warning", id="the month before the submission"),
        pytest.param("2022-10-10", "2022-10-10", None, id="held for a year"),
    ],
)
def test_the_first_day_decides_where_arxiv_has_told_it(day, first, severity):
    assert with_first_day("2310.10669", day, first) == ([(severity, day)] if severity else [])


def test_a_later_date_stays_worth_a_look_whatever_the_first_day_is():
    assert with_first_day("2310.10669", "2024-03-05", "2023-10-16") == [("info", "2024-03-05")]


def test_the_message_names_the_first_day():
    text = text_of(*FITTING, ("2310.10669", "2023-07-02"))
    paper = ArxivPaper("2310.10669", "Paper", date(2023, 10, 16))
    (found,) = findings(RULE, text, answers=Answers(arxiv={paper.id: paper}))
    assert (
        "3 months before the month of arXiv 2310.10669: it was first submitted on 2023-10-16;"
        in found.message
    )


def test_only_papers_whose_date_lies_before_are_asked_for():
    asked = []
    source = decode(
        text_of(*FITTING, ("2310.10669", "2023-07-02"), ("2310.10670", "2024-07-02")).encode(), "x.md"
    )
    lint([source], RuleSet((RULE,)), answer=lambda needs: asked.extend(needs) or Answers())
    assert asked == [ArxivNeed("2310.10669")]
