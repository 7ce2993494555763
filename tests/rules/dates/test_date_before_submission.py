"""Days before a paper's first submission, in lists that write that day and in lists that write another."""

from datetime import date, timedelta

import pytest

from awesomelint.needs import Answers, ArxivPaper
from awesomelint_rules.dates.date_before_submission import DateBeforeSubmission
from rule_findings import excerpts, findings, table

FIRST = date(2023, 10, 10)
PAPERS = {f"2310.{n:05}": ArxivPaper(f"2310.{n:05}", "A Title", FIRST) for n in range(12)}


def rows(*offsets: int, form: str = "%Y-%m-%d", header: str = "Date") -> str:
    """A list whose dates lie so many days after the first day; the rest of twelve is on it."""
    days = [FIRST + timedelta(days=offset) for offset in (*offsets, *[0] * (12 - len(offsets)))]
    cells = [
        (f"[Paper {n}](https://arxiv.org/abs/{identifier})", day.strftime(form))
        for n, (identifier, day) in enumerate(zip(PAPERS, days, strict=True))
    ]
    return table(["Title", header], *cells)


def judged(text: str, papers: dict[str, ArxivPaper] = PAPERS) -> list[tuple[str, str]]:
    return excerpts(text, findings(DateBeforeSubmission(), text, answers=Answers(arxiv=papers)))


def test_a_day_before_the_first_is_reported_and_may_be_mended() -> None:
    text = rows(-9)
    (found,) = findings(DateBeforeSubmission(), text, answers=Answers(arxiv=PAPERS))
    assert found.message == (
        "`2023-10-01` is 9 days before arXiv 2310.00000 was first submitted, on 2023-10-10;"
        " 11 of 12 days in this file fit their papers"
    )
    assert found.fix is not None
    assert not found.fix.is_safe
    assert [edit.content for edit in found.fix.edits] == ["2023-10-10"]


@pytest.mark.parametrize("offset", [-1, 0, 1, 6, 40])
def test_other_days_are_none_before_it(offset: int) -> None:
    assert judged(rows(offset)) == []


def test_the_own_form_is_kept() -> None:
    (found,) = findings(DateBeforeSubmission(), rows(-7, form="%d %b %Y"), answers=Answers(arxiv=PAPERS))
    assert found.fix is not None
    assert [edit.content for edit in found.fix.edits] == ["10 Oct 2023"]


def test_a_list_of_announcements_gets_no_fix() -> None:
    (found,) = findings(DateBeforeSubmission(), rows(-9, *[2] * 11), answers=Answers(arxiv=PAPERS))
    assert found.fix is None


@pytest.mark.parametrize(
    "text",
    [
        rows(-9, *[60] * 6),
        rows(-9, form="%Y-%m"),
        rows(-9, header="Updated"),
        rows(-90),
    ],
    ids=["of conferences", "without days", "of updates", "found without the web"],
)
def test_other_lists_are_left_alone(text: str) -> None:
    assert judged(text) == []


def test_few_known_papers_show_nothing() -> None:
    assert judged(rows(-9), dict(list(PAPERS.items())[:9])) == []
