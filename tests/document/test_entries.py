"""Which blocks of a list are its entries, and what they are made of."""

import pytest

from awesomelint.document import Document, Entry, parse
from awesomelint.source import decode


def document(text: str) -> Document:
    return parse(decode(text.encode()))


def entries(text: str) -> list[Entry]:
    return list(document(text).entries)


def titles(text: str) -> list[str | None]:
    return [entry.title.text if entry.title else None for entry in entries(text)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("- [LoRA](https://arxiv.org/abs/2106.09685) - Low-rank updates.", "LoRA"),
        ("- [[LoRA: Low-Rank Adaptation]](https://arxiv.org/abs/2106.09685)", "LoRA: Low-Rank Adaptation"),
        ("- [**LoRA: Low-Rank Adaptation**](https://arxiv.org/abs/2106.09685)", "LoRA: Low-Rank Adaptation"),
        (
            "- **LoRA: Low-Rank Adaptation** [[paper]](https://arxiv.org/abs/2106.09685)",
            "LoRA: Low-Rank Adaptation",
        ),
        (
            "- LoRA: Low-Rank Adaptation [[paper](https://arxiv.org/abs/2106.09685)]",
            "LoRA: Low-Rank Adaptation",
        ),
        (
            "- (*ICLR'22*) LoRA: Low-Rank Adaptation [[paper](https://arxiv.org/abs/2106.09685)]",
            "LoRA: Low-Rank Adaptation",
        ),
        (
            "- [2021/06] **[LoRA: Low-Rank Adaptation](https://arxiv.org/abs/2106.09685)**",
            "LoRA: Low-Rank Adaptation",
        ),
        (
            "- LoRA: Low-Rank Adaptation <br> ICLR 2022 [[Paper]](https://arxiv.org/abs/2106.09685)",
            "LoRA: Low-Rank Adaptation",
        ),
        (
            "1. **[arXiv]** [LoRA: Low-Rank Adaptation](https://arxiv.org/abs/2106.09685)",
            "LoRA: Low-Rank Adaptation",
        ),
        (
            '- "LoRA: Low-Rank Adaptation", Hu et al. [[pdf]](https://arxiv.org/abs/2106.09685)',
            "LoRA: Low-Rank Adaptation",
        ),
        (
            "- 低秩适配：大模型的高效微调 [[论文](https://arxiv.org/abs/2106.09685)]",
            "低秩适配：大模型的高效微调",
        ),
        ("- [HuangDI (皇帝)](https://github.com/Zlasejd/HuangDI)", "HuangDI (皇帝)"),
    ],
)
def test_title_of_a_list_item(text: str, title: str) -> None:
    assert titles(text) == [title]


def test_an_item_over_several_lines_is_one_entry() -> None:
    text = (
        "1. **Knowledge Editing for Large Language Models: A Survey** <br />\n"
        "    Song Wang, Yaochen Zhu. [[paper](https://arxiv.org/abs/2310.16218)]\n\n"
        "    A second paragraph with [[code](https://github.com/a/b)].\n"
    )
    [entry] = entries(text)
    assert [link.role for link in entry.links] == ["paper", "code"]


def test_a_paragraph_with_hard_breaks_is_an_entry() -> None:
    text = (
        "**SparseGPT: Pruned in One-Shot** \\\n*Elias Frantar, Dan Alistarh* \\\n"
        "ICML 2023. [[Paper](https://arxiv.org/abs/2301.00774)] \\\n2 Jan 2023\n"
    )
    [entry] = entries(text)
    assert entry.shape == "paragraph"
    fields = (entry.title, entry.authors, entry.venue, entry.date)
    assert [field and field.text for field in fields] == [
        "SparseGPT: Pruned in One-Shot",
        "Elias Frantar, Dan Alistarh",
        "ICML 2023",
        "2 Jan 2023",
    ]
    assert entry.work is not None
    assert entry.work.identity == "arxiv:2301.00774"


def test_every_field_stands_where_its_span_says() -> None:
    text = "- **SparseGPT: Pruned**, *E. Frantar, D. Alistarh*, `ICML 2023` [[Paper]](https://arxiv.org/abs/2301.00774)\n"
    [entry] = entries(text)
    for field in (entry.title, entry.authors, entry.venue):
        assert field is not None
        assert text[field.span.start : field.span.end] == field.text


def test_linked_headings_own_what_follows() -> None:
    papers = "".join(
        f"### [Paper number {n}](https://arxiv.org/abs/2301.0000{n})\n\n- **Metrics:** F1\n- [notes](https://a.b/{n})\n\n"
        for n in range(1, 5)
    )
    found = entries("# List\n\n## Papers\n\n" + papers)
    assert [entry.shape for entry in found] == ["heading"] * 4
    assert [len(entry.links) for entry in found] == [2] * 4


def test_a_single_linked_heading_is_no_entry() -> None:
    text = "# List\n\n## [Docs](https://a.b)\n\nText.\n\n## One\n\n## Two\n\n## Three\n"
    assert entries(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "- [Surveys](#surveys)\n- [Pruning](#pruning)\n",
        "Read [the guide](https://a.b) before you add anything.\n",
        "<!-- - [Template](https://a.b) -->\n",
        "```\n- [Template](https://a.b)\n```\n",
        "- [![badge](https://img.shields.io/x.svg)](https://a.b)\n",
    ],
    ids=["contents", "prose", "comment", "code", "badge"],
)
def test_what_is_no_entry(text: str) -> None:
    assert entries(text) == []


def test_items_under_a_label_are_entries_of_their_own() -> None:
    text = "- Parsers\n  - [mistune](https://github.com/lepture/mistune) - Fast.\n  - [cmark](https://github.com/a/cmark)\n"
    assert titles(text) == ["mistune", "cmark"]


def test_notes_and_labelled_links_under_an_entry_belong_to_it() -> None:
    text = (
        "- [HuatuoGPT](https://github.com/a/HuatuoGPT)\n"
        "  - A model for medicine.\n"
        "  - 论文：[https://arxiv.org/abs/2305.15075](https://arxiv.org/abs/2305.15075)\n"
    )
    [entry] = entries(text)
    assert [link.role for link in entry.links] == ["code", "paper"]


def test_a_titled_item_under_an_entry_is_an_entry() -> None:
    text = "- [MkDocs](https://www.mkdocs.org/) - Sites.\n  - [Material](https://squidfunk.github.io/) - A theme.\n"
    assert titles(text) == ["MkDocs", "Material"]


def test_a_title_whose_links_all_stand_below_it() -> None:
    text = "- Scaling Laws for Neural Language Models\n  - Paper: https://arxiv.org/abs/2001.08361\n"
    [entry] = entries(text)
    assert entry.work is not None
    assert entry.work.identity == "arxiv:2001.08361"


def test_news_and_scores_stand_for_no_work() -> None:
    news = "# List\n\n## News\n\n- [2024/01] [LoRA](https://arxiv.org/abs/2106.09685) is added.\n"
    scores = (
        "| Model | Paper | MMLU | BBH |\n|---|---|---|---|\n"
        "| LLaMA | [pdf](https://arxiv.org/abs/2302.13971) | 35.1 | 30.3 |\n"
        "| Pythia | [pdf](https://arxiv.org/abs/2304.01373) | 27.0 | 25.3 |\n"
    )
    assert [entry.is_work for entry in entries(news) + entries(scores)] == [False, False, False]


def test_a_row_of_a_survey_that_lists_several_papers_stands_for_none() -> None:
    text = (
        "| Year | Papers |\n|---|---|\n"
        "| 2023 | [One way to do it](https://arxiv.org/abs/2301.00001), [Another way](https://arxiv.org/abs/2301.00002) |\n"
    )
    [entry] = entries(text)
    assert (entry.title, entry.is_work) == (None, False)


def test_a_row_of_nothing_but_badges_has_no_title() -> None:
    row = "| [<img src=a.svg>](https://github.com/owner/tool) | ![](b.svg) |"
    (entry,) = entries(f"| | |\n|---|---|\n{row}\n")
    assert entry.title is None
    assert [link.link.url for link in entry.links] == ["https://github.com/owner/tool"]


def test_a_date_in_a_title_is_not_the_date() -> None:
    [entry] = entries("- [ADD 2022-01-01: a challenge of synthesis](https://a.b/c) (2023-05-06)\n")
    assert entry.date is not None
    assert entry.date.text == "2023-05-06"


def test_a_label_that_says_where_it_leads_is_no_venue() -> None:
    [entry] = entries(
        "- [Random Network Distillation](RND.md) 30 Oct 2018 [arxiv](https://arxiv.org/abs/1810.12894)\n"
    )
    assert entry.venue is None


def test_the_innermost_entry_holds_an_offset() -> None:
    text = "- [MkDocs](https://www.mkdocs.org/) - Sites.\n  - [Material](https://squidfunk.github.io/) - A theme.\n\nEnd.\n"
    parsed = document(text)
    inner, after = parsed.entry_at(text.index("Material")), parsed.entry_at(text.index("End"))
    assert inner is not None
    assert inner.title is not None
    assert (inner.title.text, after) == ("Material", None)
