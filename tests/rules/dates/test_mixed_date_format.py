"""DAT002: what is less exact than the rest of its column."""

import pytest

from awesomelint_rules.dates.mixed_date_format import MixedDateFormat
from rule_findings import excerpts, findings, table

REST = [
    (f"[Paper {month}](https://arxiv.org/abs/23{month:02}.00001)", f"2023-{month:02}-05")
    for month in range(1, 10)
]


@pytest.mark.parametrize(
    ("url", "day", "severity"),
    [
        ("https://arxiv.org/abs/2301.00002", "2023", "warning"),
        ("https://aclanthology.org/2023.eacl-main.49/", "2023", "warning"),
        ("https://udlbook.github.io/udlbook/", "2023", "info"),
        ("https://udlbook.github.io/udlbook/", "2023-05", "warning"),
    ],
)
def test_a_lone_year_is_all_that_is_known_of_a_book(url, day, severity):
    text = table(("Title", "Date"), *REST, (f"[Understanding Deep Learning]({url})", day))
    assert excerpts(text, findings(MixedDateFormat(), text)) == [(severity, day)]


def test_the_message_says_what_to_write():
    text = table(("Title", "Date"), *REST, ("[Paper](https://arxiv.org/abs/2301.00002)", "2023"))
    (found,) = findings(MixedDateFormat(), text)
    assert found.message == (
        "`2023` leaves out the month and day: write it like `2023-01-05`, as 9 of 10 dates in this column"
    )


@pytest.mark.parametrize(
    ("text", "is_odd"), [("May 2024", False), ("May. 2024", False), ("Jun 2024", True), ("July 2024", True)]
)
def test_a_month_that_is_not_abbreviated_needs_no_full_stop(text, is_odd):
    rest = [
        (f"[Paper {name}](https://example.org/{name})", f"{name}. 2023")
        for name in ("Jan", "Feb", "Mar", "Apr", "Jul", "Aug", "Oct", "Nov", "Dec")
    ]
    column = table(("Title", "Date"), *rest, ("[Late](https://example.org/late)", text))
    assert [marked for _, marked in excerpts(column, findings(MixedDateFormat(), column))] == [text] * is_odd


def test_a_date_that_says_more_than_the_rest_is_info():
    rest = [(f"[Dataset {year}](https://example.org/{year})", str(year)) for year in range(2012, 2021)]
    text = table(("Dataset", "Year"), *rest, ("[CheXpert](https://example.org/chexpert)", "2019.01"))
    assert excerpts(text, findings(MixedDateFormat(), text)) == [("info", "2019.01")]
