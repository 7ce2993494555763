"""Every written form of a date that was seen in real lists, and the ways in which one can be wrong."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.values.dates import (
    DateValue,
    find_dates,
    form_parts,
    format_date,
    months_between,
    months_padded,
    parse_date,
    settle,
    with_year,
)
from conftest import corpus_files

FORMS = [
    # Tables.
    ("2024-05-06", (2024, 5, 6), "YYYY-MM-DD"),
    ("2024-11-06", (2024, 11, 6), "YYYY-MM-DD"),
    ("2023", (2023, None, None), "YYYY"),
    ("December 2024.", (2024, 12, None), "Month YYYY."),
    ("2026-04", (2026, 4, None), "YYYY-MM"),
    ("2026.03", (2026, 3, None), "YYYY.MM"),
    ("06/2024", (2024, 6, None), "MM/YYYY"),
    ("6/2024", (2024, 6, None), "M/YYYY"),
    ("Dec., 2023", (2023, 12, None), "Mon., YYYY"),
    ("Dec, 2023", (2023, 12, None), "Mon, YYYY"),
    ("May, 2025", (2025, 5, None), "Month, YYYY"),
    ("May., 2024", (2024, 5, None), "Month., YYYY"),
    ("2019/09", (2019, 9, None), "YYYY/MM"),
    ("2024年1月", (2024, 1, None), "YYYY年M月"),
    ("2023年11月", (2023, 11, None), "YYYY年MM月"),
    ("2023年05月", (2023, 5, None), "YYYY年MM月"),
    ("2022 年 1 月", (2022, 1, None), "YYYY 年 M 月"),
    ("2024年5月6日", (2024, 5, 6), "YYYY年M月D日"),
    ("2024年5月6号", (2024, 5, 6), "YYYY年M月D号"),
    ("2024年", (2024, None, None), "YYYY年"),
    ("24年5月", (2024, 5, None), "YY年M月"),
    ("2024년 5월", (2024, 5, None), "YYYY년 M월"),
    ("2024년 5월 6일", (2024, 5, 6), "YYYY년 M월 D일"),
    ("2024. 5. 6.", (2024, 5, 6), "YYYY. M. D."),
    ("2023/03/31", (2023, 3, 31), "YYYY/MM/DD"),
    ("2023/??", (2023, None, None), "YYYY/??"),
    ("2023-??-??", (2023, None, None), "YYYY-??-??"),
    ("2024-05-xx", (2024, 5, None), "YYYY-MM-xx"),
    ("2024/5/20", (2024, 5, 20), "YYYY/M/D"),
    ("Mar. 2025", (2025, 3, None), "Mon. YYYY"),
    ("20240506", (2024, 5, 6), "YYYYMMDD"),
    # List items and paragraphs.
    ("12 Jun 2023", (2023, 6, 12), "DD Mon YYYY"),
    ("2 Jun 2023", (2023, 6, 2), "D Mon YYYY"),
    ("12 jun 2023", (2023, 6, 12), "DD mon YYYY"),
    ("10th July, 2021", (2021, 7, 10), "Do Month, YYYY"),
    ("23rd June 2026", (2026, 6, 23), "Do Month YYYY"),
    ("22th June 2024", (2024, 6, 22), "DDth Month YYYY"),
    ("Oct., 2025", (2025, 10, None), "Mon., YYYY"),
    ("Sep 2023", (2023, 9, None), "Mon YYYY"),
    ("Sept 2024", (2024, 9, None), "Sept YYYY"),
    ("DEC 2023", (2023, 12, None), "MON YYYY"),
    ("December2023", (2023, 12, None), "MonthYYYY"),
    ("Dec '23", (2023, 12, None), "Mon 'YY"),
    ("Apr. 30, 2024", (2024, 4, 30), "Mon. DD, YYYY"),
    ("June. 12, 2025", (2025, 6, 12), "Month. DD, YYYY"),
    ("Sep., 29 2023", (2023, 9, 29), "Mon., DD YYYY"),
    ("May 3rd, 2024", (2024, 5, 3), "Month Do, YYYY"),
    ("12-Jun-2023", (2023, 6, 12), "DD-Mon-YYYY"),
    ("2023 Jun 12", (2023, 6, 12), "YYYY Mon DD"),
    ("2023-Dec", (2023, 12, None), "YYYY-Mon"),
    ("2023.12", (2023, 12, None), "YYYY.MM"),
    ("2023.5", (2023, 5, None), "YYYY.M"),
    ("2020-02-29", (2020, 2, 29), "YYYY-MM-DD"),
    ("2024-2-20", (2024, 2, 20), "YYYY-M-D"),
    ("2023/10", (2023, 10, None), "YYYY/MM"),
    ("2024.02.29", (2024, 2, 29), "YYYY.MM.DD"),
    ("31/12/2023", (2023, 12, 31), "DD/MM/YYYY"),
    ("12/31/2023", (2023, 12, 31), "MM/DD/YYYY"),
    ("29.02.2024", (2024, 2, 29), "DD.MM.YYYY"),
    # Without a year.
    ("07-29", (None, 7, 29), "MM-DD"),
    ("5月6日", (None, 5, 6), "M月D日"),
    ("07月", (None, 7, None), "MM月"),
    ("30 April", (None, 4, 30), "DD Month"),
    ("Apr. 30th", (None, 4, 30), "Mon. Do"),
    ("June", (None, 6, None), "Month"),
]


@pytest.mark.parametrize(("text", "value", "form"), FORMS)
def test_reads_value_and_form(text, value, form):
    reading = parse_date(text)
    assert (tuple(reading.value), reading.form, reading.problem) == (value, form, None)


@pytest.mark.parametrize("text", [text for text, _, _ in FORMS])
def test_writes_the_same_text_again_in_each_form_it_can_have(text):
    for interpretation in parse_date(text).interpretations:
        assert format_date(interpretation.value, interpretation.form) == text


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12/06/2023", {(2023, 6, 12), (2023, 12, 6)}),
        ("12.06.2023", {(2023, 6, 12), (2023, 12, 6)}),
        ("20.10", {(2020, 10, None), (None, 10, 20)}),
        ("07-08", {(None, 7, 8), (None, 8, 7), (2007, 8, None)}),
        ("7/29", {(None, 7, 29), (2029, 7, None)}),
        ("7/9", {(None, 7, 9), (None, 9, 7)}),
        ("7/9/23", {(2023, 9, 7), (2023, 7, 9)}),
        ("Dec 23", {(None, 12, 23), (2023, 12, None)}),
        ("12/06/23", {(2023, 6, 12), (2023, 12, 6), (2012, 6, 23)}),
        ("2023.1", {(2023, 1, None), (2023, 10, None)}),
    ],
)
def test_what_can_be_two_dates_is_ambiguous(text, values):
    reading = parse_date(text)
    assert reading.is_ambiguous
    assert {tuple(value) for value in reading.values} == values


def test_an_ambiguous_reading_keeps_the_parts_that_are_sure():
    assert parse_date("12/06/2023").value == (2023, None, None)


def test_a_date_that_is_the_same_either_way_round_is_not_ambiguous():
    assert parse_date("06/06/2023").value == (2023, 6, 6)


@pytest.mark.parametrize(
    ("text", "part", "reason"),
    [
        ("2023-13-01", "month", "there is no month 13"),
        ("2023-00-01", "month", "there is no month 0"),
        ("2024-13", "month", "there is no month 13"),
        ("2023.13", "month", "there is no month 13"),
        ("13/2023", "month", "there is no month 13"),
        ("2023年13月", "month", "there is no month 13"),
        ("13/25/2023", "month", "there is no month 25"),
        ("2024-02-30", "day", "February 2024 has 29 days"),
        ("2023-02-29", "day", "February 2023 has 28 days"),
        ("31/06/2023", "day", "June 2023 has 30 days"),
        ("30 February 2023", "day", "February 2023 has 28 days"),
        ("June 31, 2024", "day", "June 2024 has 30 days"),
        ("2月30日", "day", "February has 29 days"),
        ("2024-05-32", "day", "there is no day 32"),
        ("2024-05-00", "day", "there is no day 0"),
        ("0202-05-06", "year", "there is no year 0202"),
        ("202-05-06", "year", "there is no year 202"),
        ("20222-05", "year", "there is no year 20222"),
        ("20222", "year", "there is no year 20222"),
        ("Dec 20222", "year", "there is no year 20222"),
        ("20241399", "month", "there is no month 13"),
        ("20230230", "day", "February 2023 has 28 days"),
    ],
)
def test_an_impossible_date_is_read_with_its_problem(text, part, reason):
    problem = parse_date(text).problem
    assert (problem.part, problem.reason) == (part, reason)


@pytest.mark.parametrize(
    "text",
    ["20.10", "20.13", "99.99", "07-32", "13/32", "99/99/99", "2023-24", "2012-13", "2024/25", "12345678"],
)
def test_what_need_not_be_a_date_has_no_problem(text):
    reading = parse_date(text)
    assert reading is None or reading.problem is None


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-", "/", "null", "?", "CVPR24", "CVPR, 2025", "arXiv21.04", "ICML 2024", "2023-2024",
        "4096", "1024/32", "v2023.12", "2310.00492", "3.5", "1.2.3", "1.12.10", "99999", "dEC 2023",
        "Summer 2018", "2024 Q1", "2024-??-05", "Mayor", "2024-05-06 / 2024-06-01", "２０２４", "1" * 5000,
    ],
)  # fmt: skip
def test_other_texts_are_no_dates(text):
    assert parse_date(text) is None


def test_blanks_around_a_date_are_no_part_of_it():
    reading = parse_date("  2024-05-06. ")
    assert (reading.span, reading.form) == ((2, 13), "YYYY-MM-DD.")


def test_each_part_has_its_place():
    reading = parse_date(" Apr. 30, 2024")
    assert [reading.span_of(part) for part in ("year", "month", "day")] == [(10, 14), (1, 4), (6, 8)]


def test_a_part_that_is_not_written_has_no_place():
    assert parse_date("2024").span_of("day") is None


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2024-02-05", "day", date(2024, 2, 5), date(2024, 2, 5)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024", "year", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024/??", "year", date(2024, 1, 1), date(2024, 12, 31)),
        ("12/06/2023", "day", date(2023, 6, 12), date(2023, 12, 6)),
        ("07-29", "day", None, None),
        ("2024-02-30", "day", None, None),
    ],
)
def test_precision_and_bounds(text, precision, earliest, latest):
    reading = parse_date(text)
    assert (reading.precision, reading.earliest, reading.latest) == (precision, earliest, latest)


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        ((2024, 5, 6), "YYYY-MM-DD", "2024-05-06"),
        ((2024, 5, 6), "D Mon YYYY", "6 May 2024"),
        ((2024, 9, 6), "Sept. D, YYYY", "Sept. 6, 2024"),
        ((2024, 6, 6), "Sept. D, YYYY", "June. 6, 2024"),
        ((2024, 2, 6), "Sept. D, YYYY", "Feb. 6, 2024"),
        ((2024, 9, 11), "Do MONTH YY", "11th SEPTEMBER 24"),
        ((2024, 9, 22), "mon Do", "sep 22nd"),
        ((1999, 1, None), "M/YY", "1/99"),
        ((2024, 5, None), "YYYY年M月", "2024年5月"),
    ],
)
def test_writes_a_date_in_a_form(value, form, text):
    assert format_date(DateValue(*value), form) == text


@pytest.mark.parametrize(
    ("value", "form"),
    [((2024, 5, None), "YYYY-MM-DD"), ((None, 5, 6), "D Mon YYYY"), ((1950, 1, None), "MM/YY")],
)
def test_does_not_write_a_date_that_the_form_cannot_hold(value, form):
    assert format_date(DateValue(*value), form) is None


def test_a_form_says_which_parts_it_writes():
    assert form_parts("Sept. D") == {"month", "day"}
    assert form_parts("YYYY年") == {"year"}


def test_months_between_is_negative_for_an_earlier_date():
    assert months_between(parse_date("2024-01"), parse_date("2023-11-30")) == -2


def test_months_between_is_unknown_without_a_month():
    assert months_between(parse_date("2024"), parse_date("2023-11")) is None


class TestColumns:
    @staticmethod
    def settled(*texts):
        return settle([parse_date(text) for text in texts])

    def test_padding_shows_in_other_months(self):
        assert [r.form for r in self.settled("2023.5", "2023.12")] == ["YYYY.M", "YYYY.M"]
        assert [r.form for r in self.settled("2023.05", "2023.12")] == ["YYYY.MM", "YYYY.MM"]

    def test_may_is_written_as_the_other_months_are(self):
        assert [r.form for r in self.settled("May 2024", "Dec 2023", "Sep 2023")] == ["Mon YYYY"] * 3
        assert [r.form for r in self.settled("May 2024", "December 2023")] == ["Month YYYY"] * 2
        assert [r.form for r in self.settled("May 2024", "June 2024", "Sept 2023", "Dec 2023")] == [
            "Sept YYYY"
        ] * 4

    def test_a_day_above_twelve_settles_the_order(self):
        assert self.settled("12/06/2023", "25/06/2023")[0].value == (2023, 6, 12)
        assert self.settled("12/06/2023", "06/25/2023")[0].value == (2023, 12, 6)

    def test_contradicting_orders_settle_nothing(self):
        assert self.settled("12/06/2023", "25/06/2023", "06/25/2023")[0].is_ambiguous

    def test_a_date_alone_stays_ambiguous(self):
        assert self.settled("12/06/2023")[0].is_ambiguous

    def test_month_and_day_without_year(self):
        assert [r.value for r in self.settled("07-29", "07-08")] == [(None, 7, 29), (None, 7, 8)]

    def test_a_single_one_is_january_where_months_have_no_zero(self):
        january, *_ = self.settled("2023.1", "2023.5", "2023.10")
        assert january.value == (2023, 1, None)

    @pytest.mark.parametrize("others", [["2023.05", "2023.12"], ["2023.12"], ["2023.05", "2023.5"]])
    def test_a_single_one_stays_ambiguous_elsewhere(self, others):
        assert self.settled("2023.1", *others)[0].is_ambiguous

    @pytest.mark.parametrize(
        ("texts", "padded"),
        [
            (["2023.05", "2023.12"], True),
            (["2023.5", "2023.12"], False),
            (["2023.12", "2023.1"], None),
            (["2023.05", "2023.5"], None),
            (["Dec 2023"], None),
            ([], None),
        ],
    )
    def test_months_padded(self, texts, padded):
        assert months_padded([parse_date(text) for text in texts]) is padded

    def test_an_impossible_date_does_not_settle_an_order(self):
        assert self.settled("12/06/2023", "31/06/2023")[0].is_ambiguous


class TestWithYear:
    def test_completes_a_date(self):
        assert with_year(parse_date("07-29"), 2023).value == (2023, 7, 29)

    def test_rules_out_what_would_be_another_year(self):
        reading = with_year(parse_date("Apr. 30"), 2024)
        assert (reading.value, reading.is_ambiguous) == ((2024, 4, 30), False)

    def test_leaves_a_date_of_another_year_alone(self):
        reading = parse_date("2022-07-29")
        assert with_year(reading, 2023) == reading

    def test_finds_a_day_that_the_year_does_not_have(self):
        assert with_year(parse_date("02-29"), 2023).problem.reason == "February 2023 has 28 days"
        assert with_year(parse_date("02-29"), 2024).problem is None


def found(text):
    return [text[match.span.start : match.span.end] for match in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("*Authors* arXiv 2023. [[Paper]] 12 Jun 2023", ["2023", "12 Jun 2023"]),
        ("(Nov. 05, EMNLP 2024)", ["Nov. 05", "2024"]),
        ("*arXiv, Sep 2023*", ["Sep 2023"]),
        ("(arXiv 2024.4) Title", ["2024.4"]),
        ("于2024年5月发布", ["2024年5月"]),
        ("[2023/10] Title", ["2023/10"]),
        ("2024-02-30", ["2024-02-30"]),
        ("Released 10th July, 2021.", ["10th July, 2021"]),
        ("2023 May 3", ["2023 May 3"]),
        ("from 2019–2021", ["2019", "2021"]),
    ],
)
def test_finds_dates_in_running_text(text, dates):
    assert found(text) == dates


@pytest.mark.parametrize(
    "text",
    [
        "https://a.org/2023/12/05/post", "arXiv:2310.00492", "v2023.12.1", "GPT-2024", "ICML2024",
        "file_2023.txt", "a 2048-bit key", "2048 tokens", "we may 3 times", "7/29", "20.10", "07-29",
        "5.2023", "2023-24", "issue #2023", "2024%", "2024.13.1", "Summary", "Marching", "@user2023",
    ],
)  # fmt: skip
def test_finds_no_date_in_numbers_of_other_kinds(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["[2023.02.30] A Paper", "(2023.13.01)", "A Paper（2023.02.30）"])
def test_an_impossible_date_with_dots_is_one_where_brackets_hold_nothing_else(text):
    (match,) = find_dates(text)
    assert match.reading.problem is not None


@pytest.mark.parametrize(
    "text", ["[2023.2.30]", "[v2023.02.30]", "[2023.02.30 build]", "2023.02.30", "[30.02.2023]"]
)
def test_other_numbers_with_dots_are_rather_versions(text):
    assert found(text) == []


def test_does_not_join_a_sentence_to_a_year():
    assert found("in 2024. 5 models, in 2023 may be") == ["2024", "2023"]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(st.one_of(st.sampled_from("0123456789-/. ,年月日월?MayDec'th"), st.characters()), max_size=60))
def test_any_text_is_read_without_error(text):
    reading = parse_date(text)
    if reading is not None:
        start, end = reading.span
        assert text[start:end] == text.strip()
    places = [match.span for match in find_dates(text)]
    assert all(a.end <= b.start for a, b in pairwise(places))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)),
    st.sampled_from(sorted({form for _, _, form in FORMS if "??" not in form and "xx" not in form})),
)
def test_a_date_written_in_any_form_is_read_as_that_date_and_in_that_form(day, form):
    written = format_date(DateValue(day.year, day.month, day.day), form)
    parts = form_parts(form)
    expected = DateValue(
        *(
            number if part in parts else None
            for part, number in (("year", day.year), ("month", day.month), ("day", day.day))
        )
    )
    reading = parse_date(written)
    assert any(
        i.value == expected and format_date(i.value, i.form) == written for i in reading.interpretations
    )


@pytest.mark.parametrize(
    "unit", ["2024-", "1 ", "May ", "2024年", "Dec., ", "12/", "2024-05-06", "?", " ", "9", "."]
)
def test_time_grows_with_the_length_of_the_text(unit):
    """Bounded repetition only: a quadratic pattern would need minutes here."""
    assert parse_date(unit * 10_000) is None
    find_dates(unit * 10_000)


@pytest.mark.skipif(not corpus_files(), reason="the real lists are not beside the checkout")
@pytest.mark.parametrize("path", corpus_files(), ids=lambda path: path.stem)
def test_every_date_in_a_real_list_can_be_written_again(path):
    for line in path.read_text(encoding="utf-8").split("\n"):
        for match in find_dates(line):
            written = line[match.span.start : match.span.end]
            first = match.reading.interpretations[0]
            assert format_date(first.value, first.form) == written
            assert parse_date(written).values == match.reading.values


def test_a_month_with_its_sign_shows_that_a_date_is_impossible_in_running_text():
    (match,) = find_dates("论文 2024年13月")
    assert match.reading.problem is not None
    assert all(each.reading.problem is None for each in find_dates("2024-13"))
