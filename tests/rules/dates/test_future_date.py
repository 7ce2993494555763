"""DAT003: a date that has not come yet."""

from datetime import date

import pytest

from awesomelint_rules.dates.future_date import FutureDate
from rule_findings import excerpts, findings, table

TODAY = date(2024, 7, 30)
PAST = [f"2023-{month:02}-11" for month in range(1, 11)]


def check(*dates, header="Date", today=TODAY):
    rows = [(f"[Paper {number}](https://example.org/{number})", day) for number, day in enumerate(dates)]
    text = table(("Title", header), *rows)
    return excerpts(text, findings(FutureDate(), text, today=today))


@pytest.mark.parametrize(
    "day", ["2024-08-01", "2025-01-01", "2033-06-01", "1 Aug 2024", "2024-08", "August 2024"]
)
def test_a_date_more_than_a_day_ahead(day):
    assert check(*PAST, day) == [("warning", day)]


@pytest.mark.parametrize(
    "day", ["2024-07-30", "2024-07-31", "2024-07", "2024", "2025", "2024-13-01", "", "?"]
)
def test_today_tomorrow_this_month_and_years_alone(day):
    assert check(*PAST, day) == []


def test_the_day_before_a_new_month_allows_its_first_day_only():
    assert check(*PAST, "2024-08-01", today=date(2024, 7, 31)) == []
    assert check(*PAST, "2024-08-02", today=date(2024, 7, 31)) == [("warning", "2024-08-02")]


def test_a_date_that_may_be_read_as_a_past_one_is_left_alone():
    days = [f"11/{month:02}/2023" for month in range(1, 11)]
    assert check(*days, "09/02/2024") == []
    assert check(*days, "09/08/2024") == [("warning", "09/08/2024")]


def test_a_column_of_dates_that_are_meant_to_come():
    assert check(*PAST[:9], "2024-09-01", "2024-10-01") == []
    assert len(check(*PAST, *PAST, "2024-09-01", "2024-10-01")) == 2


def test_a_paper_in_a_list_item_has_appeared_but_an_event_may_be_announced():
    papers = "".join(
        f"- [2023-{m:02}-11] [P{m}](https://arxiv.org/abs/23{m:02}.00001)\n" for m in range(1, 11)
    )
    paper = "- [2024-12-11] [Late](https://arxiv.org/abs/2312.00001)\n"
    event = "- [2024-12-11] [Workshop](https://workshop.example.org/)\n"
    text = papers + paper + event
    assert excerpts(text, findings(FutureDate(), text, today=TODAY)) == [("warning", "2024-12-11")]


def test_the_message_says_which_day_is_taken_for_today():
    text = table(
        ("Title", "Date"),
        *[(f"[Paper {day}](https://example.org/{day})", day) for day in [*PAST, "2024-08-09"]],
    )
    (found,) = findings(FutureDate(), text, today=TODAY)
    assert found.message == "`2024-08-09` lies in the future: today is 2024-07-30 (UTC)"


@pytest.mark.parametrize(("year", "found"), [(23, ["2024-08-06"]), (17, [])])
def test_the_next_meeting_of_a_reading_group_is_no_slip(year, found):
    rows = [
        (f"[Paper {month}](https://arxiv.org/abs/{year}{month:02}.00001)", f"2023-{month:02}-11")
        for month in range(1, 11)
    ]
    text = table(("Title", "Date"), *rows, ("[Late](https://arxiv.org/abs/2301.00002)", "2024-08-06"))
    assert [day for _, day in excerpts(text, findings(FutureDate(), text, today=TODAY))] == found
