"""DUP002: one identifier under two clearly different titles."""

import pytest

from awesomelint_rules.duplicates.shared_identifier import SharedIdentifier
from rule_findings import excerpts, findings, table

RULE = SharedIdentifier()
PAPER = "https://arxiv.org/abs/2310.06694"
ONE = "Sheared LLaMA: Accelerating Language Model Pre-training via Structured Pruning"
OTHER = "Learning to Route Among Specialized Experts for Zero-Shot Generalization"


def items(*titles, heading="# List"):
    return f"{heading}\n\n" + "".join(f"- **{title}** [[paper]]({PAPER})\n" for title in titles)


def check(text):
    return excerpts(text, findings(RULE, text))


def test_the_later_title_is_reported_and_the_earlier_one_named():
    text = items(ONE, OTHER)
    (found,) = findings(RULE, text)
    assert excerpts(text, [found]) == [("warning", OTHER)]
    assert "line 3" in found.message
    assert found.related[0].message == ONE


@pytest.mark.parametrize(
    "title",
    [
        ONE,
        "Sheared LLaMA: A Wholly Other Subtitle of Version Two",
        "Sheared LLaMA",
        "Paper (40 pages)",
        "通过结构化剪枝加速语言模型的预训练",
    ],
)
def test_other_names_of_one_paper(title):
    assert check(items(ONE, title)) == []


def test_versions_and_mirrors_of_one_paper_are_one():
    text = (
        f"- **{ONE}** [[paper]]({PAPER})\n- **{OTHER}** [[pdf]](http://www.arxiv.org/pdf/2310.06694v2.pdf)\n"
    )
    assert check(text) == [("warning", OTHER)]


def test_news_about_a_paper_may_be_called_anything():
    assert (
        check("# List\n\n## Papers\n\n" + items(ONE, heading="## A") + items(OTHER, heading="## News")) == []
    )


DATASETS = [
    ("German Parliament Speeches with Transcripts", "g"),
    ("Recordings of Court Hearings from Bern", "b"),
]


@pytest.mark.parametrize("header", ["Dataset", "Name", "数据集", "Model"])
def test_a_tables_resources_may_share_the_paper_beside_them(header):
    rows = [(f"[{name}](https://example.org/{page})", f"[paper]({PAPER})") for name, page in DATASETS]
    assert check(table((header, "Paper"), *rows)) == []


def test_a_table_in_a_section_of_datasets_needs_no_telling_header():
    rows = [(name, f"[paper]({PAPER})") for name, _ in DATASETS]
    text = table(("Title", "Paper"), *rows)
    assert check("# List\n\n## Datasets\n\n" + text) == []
    assert check("# List\n\n## Policies\n\n" + text) == [("warning", DATASETS[1][0])]


def test_items_in_a_section_of_datasets_are_papers_as_elsewhere():
    names = [name for name, _ in DATASETS]
    assert check(items(*names, heading="# List\n\n## Datasets")) == [("warning", names[1])]


def test_the_title_of_a_dataset_leads_to_its_own_paper():
    text = table(("Dataset", "Year"), *[(f"[{name}]({PAPER})", "2023") for name, _ in DATASETS])
    assert check(text) == [("warning", DATASETS[1][0])]
