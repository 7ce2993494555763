"""Where a list writes dates, and the year that headings give them."""

from awesomelint.document import parse
from awesomelint.document.dates import date_columns, text_dates
from awesomelint.source import decode

TABLE = "| Title | Date |\n| --- | --- |\n| [HINT](https://a.org/1) | 07-29 |\n| [FLAP](https://a.org/2) | 07-08 |\n"


def document(text):
    return parse(decode(text.encode(), "README.md"))


def values(text):
    return [mention.reading.value for column in date_columns(document(text)) for mention in column.mentions]


class TestYearOfHeading:
    def test_heading_that_is_a_year(self):
        assert values(f"# List\n\n## 2023\n\n{TABLE}") == [(2023, 7, 29), (2023, 7, 8)]

    def test_heading_that_holds_a_year(self):
        assert values(f"# List\n\n## Papers of 2023\n\n{TABLE}") == [(2023, 7, 29), (2023, 7, 8)]

    def test_heading_further_out(self):
        text = f"# List\n\n## 2023\n\n### 07月\n\n{TABLE}"
        assert values(text) == [(2023, 7, 29), (2023, 7, 8)]

    def test_nearest_of_several_headings(self):
        text = f"# Papers since 2020\n\n## 2023\n\n{TABLE}"
        assert values(text) == [(2023, 7, 29), (2023, 7, 8)]

    def test_each_table_has_its_own(self):
        text = f"## 2023\n\n{TABLE}\n## 2022\n\n{TABLE}"
        assert [value.year for value in values(text)] == [2023, 2023, 2022, 2022]

    def test_heading_of_two_years_tells_none(self):
        text = f"# 2021\n\n## 2022 and 2023\n\n{TABLE}"
        assert values(text) == [(None, 7, 29), (None, 7, 8)]

    def test_no_heading_with_a_year(self):
        assert values(f"# List\n\n{TABLE}") == [(None, 7, 29), (None, 7, 8)]

    def test_date_with_its_own_year_keeps_it(self):
        assert values(f"## 2023\n\n{TABLE.replace('07-', '2021-07-')}") == [(2021, 7, 29), (2021, 7, 8)]

    def test_short_year_is_no_day(self):
        assert values(f"## 2023\n\n{TABLE.replace('07-29', '20.10').replace('07-08', '20.13')}") == values(
            TABLE.replace("07-29", "20.10").replace("07-08", "20.13")
        )

    def test_day_that_the_year_has_not(self):
        text = f"## 2023\n\n{TABLE.replace('07-29', '02-29')}"
        problems = [m.reading.problem for column in date_columns(document(text)) for m in column.mentions]
        assert [problem and problem.part for problem in problems] == ["day", None]

    def test_entry_in_text(self):
        text = "## 2024\n\n- (Apr. 30) [Deja Vu](https://arxiv.org/abs/2404.17157)\n"
        assert [mention.reading.value for mention in text_dates(document(text))] == [(2024, 4, 30)]
