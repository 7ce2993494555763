"""DAT006: a row that breaks the order of dates in which its table stands."""

from awesomelint_rules.dates.unordered_dates import UnorderedDates
from rule_findings import excerpts, findings, table

RULE = UnorderedDates()
NEWEST_FIRST = [f"2023-{month:02}-11" for month in range(12, 0, -1)]


def text_of(days, papers=None):
    links = papers or [f"https://example.org/{number}" for number in range(len(days))]
    return table(("Title", "Date"), *[(f"[Paper]({url})", day) for url, day in zip(links, days, strict=True)])


def check(days, papers=None):
    text = text_of(days, papers)
    return excerpts(text, findings(RULE, text))


def test_one_row_out_of_order_is_worth_a_look():
    days = [*NEWEST_FIRST[:6], "2020-01-01", *NEWEST_FIRST[6:]]
    assert check(days) == [("info", "2020-01-01")]
    assert check(days[::-1]) == [("info", "2020-01-01")]


def test_the_message_names_the_other_date_and_the_order():
    days = [*NEWEST_FIRST[:6], "2020-01-01", *NEWEST_FIRST[6:]]
    (newest,) = findings(RULE, text_of(days))
    (oldest,) = findings(RULE, text_of(days[::-1]))
    assert newest.message == (
        "`2020-01-01` and `2023-06-11` are out of order; in this column 12 of 13 dates stand newest first"
    )
    assert oldest.message.endswith("12 of 13 dates stand oldest first")
    assert newest.related[0].start.line == 10


def test_tables_in_order_and_tables_in_none():
    mixed = [NEWEST_FIRST[(5 * place) % 12] for place in range(12)]
    assert check(NEWEST_FIRST) == check(NEWEST_FIRST[::-1]) == check(mixed) == []


def test_equal_dates_stand_in_any_order():
    assert check([day for day in NEWEST_FIRST for _ in range(3)]) == []
    assert check(["2023-05-11"] * 12) == []


def test_nine_dates_are_too_few_for_an_order():
    assert check([*NEWEST_FIRST[:8], "2024-01-01"]) == []
    assert check([*NEWEST_FIRST[:9], "2024-01-01"]) == [("info", "2024-01-01")]


def test_more_than_a_tenth_out_of_order_is_no_order():
    assert len(check([*NEWEST_FIRST, "2024-01-01"])) == 1
    assert check([*NEWEST_FIRST, "2024-01-01", "2025-01-01"]) == []


def test_dates_of_another_precision_have_an_order_of_their_own():
    days = [*NEWEST_FIRST[:5], "2023", *NEWEST_FIRST[5:], "2024"]
    assert check(days) == []


def test_each_table_has_its_own_order():
    text = text_of(NEWEST_FIRST) + "\nA second one.\n\n" + text_of([*NEWEST_FIRST[::-1], "2022-01-01"])
    assert excerpts(text, findings(RULE, text)) == [("info", "2022-01-01")]


def test_rows_in_the_order_of_their_identifiers_are_in_order():
    days = [f"2023-{month:02}-20" for month in range(1, 13)]
    papers = [f"https://arxiv.org/abs/23{month:02}.01234" for month in range(1, 13)]
    swapped = [*days[:5], "2023-01-30", *days[6:]]
    assert check(swapped) == [("info", "2023-01-30")]
    assert check(swapped, papers) == []
