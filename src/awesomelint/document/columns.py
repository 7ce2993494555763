"""What a table's columns hold, told from their headers and, above all, from their cells.

The same header means different things in different lists (`Paper` is a title here and a link there, `Time`
holds venues), and a header may be unreadable: a role needs at least `SHARE` of the cells that are not blank.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from awesomelint.document.model import Cell, Column, ColumnRole, Table, TableKind
from awesomelint.document.roles import label_role
from awesomelint.values.blanks import is_blank_marker
from awesomelint.values.dates import parse_date
from awesomelint.values.venues import Catalogue, NotAVenue, VenueReading, parse_venue

SHARE = 0.6
"""The part of a column's cells that must hold what its role says; measured on 295 tables of real lists."""

SAMPLE = 200
"""So many cells, evenly spread, tell what a long column holds."""

_HEADERS: dict[ColumnRole, str] = {
    "title": (
        "title titles paper papers paper-title name names method methods dataset datasets benchmark "
        "model models work works api repository repo project tool resource library package app "
        "title-&-authors 标题 题目 论文 论文标题 名称 名字 模型 数据集 项目 項目 標題 論文 タイトル 名前 "
        "モデル 제목 논문 이름 모델"
    ),
    "venue": (
        "venue venues conference conf publication published published-in publisher source journal "
        "proceedings proceedings-/-journal venue/year venue-and-year pub pub.-&-date time 会议 期刊 "
        "会议/期刊 发表 出处 来源 會議 学会 会議 발표 학회 학술지"
    ),
    "date": (
        "date dates time year day month published publish-date publication-date pub.-date pub.-&-date "
        "release release-date release-time released updated last-updated latest-update 日期 时间 年份 年 "
        "发布日期 发布时间 发表时间 公开时间 時間 日付 公開年 公開日 발표일 날짜 연도 년도"
    ),
    "links": (
        "link links url urls paper pdf arxiv code codes github repo repository project project-page "
        "website homepage page demo data materials supplement video code/project data-and-code resources "
        "download 链接 代码 项目 项目地址 下载 地址 网址 文献 連結 リンク コード 링크 코드 주소"
    ),
    "authors": (
        "author authors team team/authors institute institution affiliation affiliations organization "
        "company developer 作者 机构 公司 团队 作者/组织 开发元 開発元 著者 저자 기관 소속"
    ),
    "description": (
        "description abstract summary introduction intro note notes comment comments tldr contribution "
        "说明 描述 简介 摘要 介绍 备注 説明 概要 설명 비고"
    ),
    "kind": (
        "type kind category categories task tasks keyword keywords tag tags field area domain topic "
        "version versions ver language license auth https cors architecture size "
        "类型 分类 类别 领域 任务 语言 架构 大小 标签 版本 種類 分野 ライセンス バージョン 유형 분류 버전"
    ),
    "rank": "rank ranking # no no. id index number 排名 序号 编号 順位 番号 순위 번호",
}
_ROLES_OF: dict[str, list[ColumnRole]] = {}
for _meant, _words in _HEADERS.items():
    for _word in _words.split():
        _ROLES_OF.setdefault(_word, []).append(_meant)

_LEADERBOARD_HEADERS = frozenset(
    "rank ranking # no no. model models score method-rank 排名 模型 分数 順位 モデル 순위 모델".split()
)
_NUMBER = re.compile(r"[\d.,%±+~<>\s*†-]*\d[\d.,%±+~<>\s*†-]*[kKmMbB]?")
_WORD = re.compile(r"\w")
_MEASURED: tuple[ColumnRole, ...] = ("date", "venue", "links", "title")
"""Roles that cells can prove; the most telling first."""


@dataclass(frozen=True)
class TableSetting:
    """What a list's config says about its tables: those with these header texts (compared without case)."""

    headers: tuple[str, ...]
    kind: TableKind | None = None
    roles: Mapping[str, ColumnRole] = field(default_factory=dict)


def describe(table: Table, settings: Sequence[TableSetting] = (), known: Catalogue | None = None) -> Table:
    """The table with the roles of its columns and its kind; what config says goes first."""
    headers = [column.header.casefold() for column in table.columns]
    setting = next((s for s in settings if [h.casefold() for h in s.headers] == headers), None)
    configured = {name.casefold(): role for name, role in setting.roles.items()} if setting else {}
    taken: set[ColumnRole] = set(configured.values()) & {"title", "venue"}
    columns = []
    for column in table.columns:
        role = configured.get(column.header.casefold())
        if role is None:
            role = _role(column, table.column_cells(column), taken, known)
        # A list has one title and one venue; it may well have two dates or three columns of links.
        taken |= {role} & {"title", "venue"}
        columns.append(replace(column, role=role))
    described = replace(table, columns=tuple(columns))
    kind = setting.kind if setting and setting.kind else _kind(described)
    return replace(described, kind=kind)


def _role(column: Column, cells: list[Cell], taken: set[ColumnRole], known: Catalogue | None) -> ColumnRole:
    cells = [cell for cell in cells if not is_blank_marker(cell.text) or cell.links]
    cells = cells[:: len(cells) // SAMPLE + 1]
    named = [role for role in header_roles(column.header) if role not in taken]
    if not cells:
        return named[0] if named else "other"
    proven = [
        role for role in _MEASURED if role not in taken and _share(role, cells, role in named, known) >= SHARE
    ]
    for role in named:
        if role in proven or role not in _MEASURED:
            return role
    if "title" in proven and column.index > 1:
        # Without a header that says so, long text is a title only where titles stand: in front.
        proven.remove("title")
    return proven[0] if proven else "other"


def header_roles(header: str) -> list[ColumnRole]:
    """The roles that a header may mean: the whole of it, or else one of its words."""
    words = re.sub(r"[^\w\s/&#.+-]+", " ", header).casefold().split()
    whole = _ROLES_OF.get("-".join(words)) or _ROLES_OF.get("".join(words))
    if whole:
        return whole
    return (
        list(dict.fromkeys(role for word in words for role in _ROLES_OF.get(word, ())))
        if len(words) <= 4
        else []
    )


def _share(role: ColumnRole, cells: list[Cell], named: bool, known: Catalogue | None) -> float:
    """The part of the cells that hold what the role says; a known non-venue (`Blog`) has no say."""
    if role == "venue":
        readings = [None if _is_label(cell) else parse_venue(cell.text, known) for cell in cells]
        judged = [reading for reading in readings if not _has_no_say(reading)]
        hits = sum(isinstance(reading, VenueReading) for reading in judged)
        return hits / len(judged) if judged else float(named)
    if role == "date":
        return sum(parse_date(cell.text) is not None for cell in cells) / len(cells)
    if role == "links":
        return sum(_is_links(cell) for cell in cells) / len(cells)
    return sum(_is_title(cell, named) for cell in cells) / len(cells)


def _has_no_say(reading: VenueReading | NotAVenue | None) -> bool:
    """Whether a cell of a venue column may well say this: `Blog`, `Technical Report`. A date may not."""
    return isinstance(reading, NotAVenue) and reading.reason != "date"


def _is_label(cell: Cell) -> bool:
    """Whether it is one link that says where it leads, such as `[Arxiv](…)`."""
    return len(cell.links) == 1 and cell.links[0].text == cell.text and label_role(cell.text) is not None


def _is_links(cell: Cell) -> bool:
    """Whether it is made of links or badges whose labels name what they lead to."""
    if not (cell.links or cell.images):
        return False
    rest = cell.text
    for link in cell.links:
        if link.text and not link.is_badge and label_role(link.text) is None and " " in link.text.strip():
            return False
        rest = rest.replace(link.text, "", 1)
    return len(_WORD.findall(rest)) <= 10


def _is_title(cell: Cell, named: bool) -> bool:
    words = [link.text for link in cell.links if label_role(link.text) is None and not link.is_badge]
    rest = cell.text
    for link in cell.links:
        rest = rest.replace(link.text, "", 1)
    text = " ".join([*words, rest])
    if named:
        return bool(_WORD.search(text)) and parse_date(cell.text) is None
    return len(text) >= 20 and parse_date(cell.text) is None


def _kind(table: Table) -> TableKind:
    rows = table.rows
    if not any(link.is_external for row in rows for cell in row.cells for link in cell.links):
        return "other"
    first = table.columns[0]
    header = "-".join(first.header.casefold().split())
    numeric = sum(
        bool(cells) and sum(bool(_NUMBER.fullmatch(cell.text)) for cell in cells) >= SHARE * len(cells)
        for column in table.columns[1:]
        if column.role not in ("date", "links")
        for cells in [table.column_cells(column)]
    )
    if header in _LEADERBOARD_HEADERS or first.role == "rank" or numeric * 2 >= len(table.columns) > 2:
        return "leaderboard"
    return "entries"
