"""What a table's columns hold, by header and content."""

import pytest

from awesomelint.document import Table, parse
from awesomelint.document.columns import TableSetting
from awesomelint.source import decode

ROWS = [
    ["**OPERA: Over-Trust Penalty** [[paper]](https://arxiv.org/abs/2311.17911)", "CVPR2024", "2023-11-29"],
    [
        "**Less is More: An EOS Decision** [[paper]](https://arxiv.org/abs/2402.14545)",
        "ACL 2024",
        "2024-02-22",
    ],
    [
        "**Evaluating Object Hallucination** [[paper]](https://arxiv.org/abs/2305.10355)",
        "arXiv",
        "2023-05-17",
    ],
]


def table(headers: list[str], rows: list[list[str]], *settings: TableSetting) -> Table:
    lines = [headers, ["---"] * len(headers), *rows]
    text = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    [only] = parse(decode(text.encode()), settings).tables
    return only


def roles(headers: list[str], rows: list[list[str]], *settings: TableSetting) -> list[str]:
    return [column.role for column in table(headers, rows, *settings).columns]


@pytest.mark.parametrize(
    "headers",
    [
        ["Title", "Venue", "Date"],
        ["**Paper**", "Published in", "&nbsp;Date&nbsp;&nbsp;"],
        ["标题", "会议", "日期"],
        ["論文", "学会", "公開日"],
        ["논문", "학회", "날짜"],
        ["æ ‡é¢˜", "ä¼šè®®", "æ—¥æœŸ"],
        ["", "", ""],
    ],
    ids=["English", "markup", "Chinese", "Japanese", "Korean", "mojibake", "empty"],
)
def test_headers_in_any_language_and_none(headers: list[str]) -> None:
    assert roles(headers, ROWS) == ["title", "venue", "date"]


def test_the_cells_decide_what_an_ambiguous_header_means() -> None:
    venues = [
        ["[HERO](https://arxiv.org/abs/2005.00200)", "CVPR24"],
        ["[UNITER](https://arxiv.org/abs/1909.11740)", "ECCV20"],
    ]
    dates = [
        ["[HERO](https://arxiv.org/abs/2005.00200)", "2020-05"],
        ["[UNITER](https://arxiv.org/abs/1909.11740)", "2019-09"],
    ]
    assert (roles(["Name", "Time"], venues)[1], roles(["Name", "Time"], dates)[1]) == ("venue", "date")


def test_a_header_alone_is_not_believed() -> None:
    rows = [
        ["[COCO](https://cocodataset.org/)", "Flickr"],
        ["[LVIS](https://www.lvisdataset.org/)", "web pages"],
    ]
    assert roles(["Dataset", "Source"], rows) == ["title", "other"]


def test_paper_is_a_title_or_a_link() -> None:
    titled = [["[Deja Vu: Contextual Sparsity](https://arxiv.org/abs/2310.17157)", "x"]]
    labelled = [["Deja Vu: Contextual Sparsity", "[pdf](https://arxiv.org/abs/2310.17157)"]]
    assert roles(["Paper", "Note"], titled)[0] == "title"
    assert roles(["Method", "Paper"], labelled) == ["title", "links"]


def test_empty_markers_have_no_say() -> None:
    rows = [
        *ROWS,
        ["**A Paper Without a Venue** [[paper]](https://arxiv.org/abs/2301.00001)", "-", "null"],
    ] * 2
    assert roles(["a", "b", "c"], rows) == ["title", "venue", "date"]


def test_config_names_a_role() -> None:
    setting = TableSetting(("Title", "Where", "When"), roles={"Where": "authors"})
    assert roles(["Title", "Where", "When"], ROWS, setting) == ["title", "authors", "date"]


@pytest.mark.parametrize(
    ("headers", "rows", "kind"),
    [
        (["Title", "Venue", "Date"], ROWS, "entries"),
        (["Rank", "Model"], [["1", "[LLaMA](https://a.b)"], ["2", "[GPT](https://a.c)"]], "leaderboard"),
        (["Model", "Size"], [["[LLaMA](https://a.b)", "7B"], ["[GPT](https://a.c)", "13B"]], "leaderboard"),
        (["Mark", "Meaning"], [["⭐", "recommended"], ["🔥", "new"]], "other"),
    ],
)
def test_kind(headers: list[str], rows: list[list[str]], kind: str) -> None:
    assert table(headers, rows).kind == kind
