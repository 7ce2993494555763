"""The items of the list, in whichever of four shapes they are written.

Every block with an external link is a candidate; these rules, measured on 154 lists, take away what is no
entry: tables of contents, labels of groups, prose with a link in it, notes under an entry.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from awesomelint.document.fields import EntryReader, leads_outside
from awesomelint.document.model import Block, Entry, EntryShape, Item, Link, Section, Table
from awesomelint.document.roles import label_role
from awesomelint.source import Span

GROUP = 3
"""Paragraphs without line breaks, and headings, are entries only where at least so many stand together."""

_NEWS = re.compile(
    r"\b(?:news|updates?|changelog|change log|what.?s new|release notes|announcements?)\b"
    r"|新闻|新聞|动态|最新消息|更新日志|更新历史|更新记录|ニュース|更新履歴|お知らせ|소식|공지|업데이트",
    re.IGNORECASE,
)
_ROLE_WORD = re.compile(r"\s*(\w[\w /&-]{0,30}?)\s*[:：]")
"""A word in front of a colon, as in `Paper: https://…` or `代码：…`."""
_WORD = re.compile(r"\w")


@dataclass(frozen=True)
class _Candidate:
    shape: EntryShape
    span: Span
    section: Section
    blocks: tuple[Block, ...]


def find_entries(
    sections: Sequence[Section],
    tables: Sequence[Table],
    items: Sequence[Item],
    blocks: Sequence[Block],
    reader: EntryReader,
) -> tuple[Entry, ...]:
    """Every entry, in source order. `blocks` are all paragraphs, headings and cells of the document."""
    in_items = {id(block) for item in items for block in item.blocks}
    paragraphs = [block for block in blocks if block.kind == "paragraph" and id(block) not in in_items]
    # The first heading names the list, which may be one about news.
    news = {
        id(s) for s in sections if any(_NEWS.search(a.title) for a in s.ancestors if a not in sections[:2])
    }

    headings = list(_headings(sections, blocks))
    owned = [candidate.span for candidate in headings]
    texts = [c for c in (*_items(items), *_paragraphs(paragraphs)) if not _is_owned(c.span, owned)]
    entries = [
        reader.text_entry(c.shape, c.span, c.section, c.blocks, is_work=id(c.section) not in news)
        for c in (*headings, *texts)
    ]
    for table in tables:
        is_work = table.kind == "entries" and id(table.section) not in news
        rows = (row for row in table.rows if any(_external(cell) for cell in row.cells))
        entries += [reader.row_entry(table, row, table.section, is_work=is_work) for row in rows]
    return tuple(sorted(entries, key=lambda entry: entry.span))


def _external(block: Block) -> list[Link]:
    return [link for link in block.links if leads_outside(link)]


def _is_owned(span: Span, owned: Sequence[Span]) -> bool:
    """Whether a span lies in one of `owned`, which are sorted and disjoint."""
    index = bisect_right(owned, span.start, key=lambda owner: owner.start) - 1
    return index >= 0 and owned[index].covers(span)


def _headings(sections: Sequence[Section], blocks: Sequence[Block]) -> Iterator[_Candidate]:
    """Headings that link their work own all that follows to the next one, if their siblings do so too."""
    linked = [s for s in sections if s.level > 1 and any(_is_named(link) for link in s.links)]
    siblings = Counter((id(section.parent), section.level) for section in sections)
    peers = Counter((id(section.parent), section.level) for section in linked)
    starts = [block.span.start for block in blocks]
    end = 0
    for section in linked:
        family = (id(section.parent), section.level)
        if peers[family] < GROUP or peers[family] * 2 < siblings[family] or section.span.start < end:
            continue
        end = section.span.end
        own = blocks[_first(starts, section.span.start) : _first(starts, end)]
        yield _Candidate("heading", section.span, section, tuple(own))


def _is_named(link: Link) -> bool:
    return leads_outside(link) and not link.is_badge


def _first(starts: Sequence[int], offset: int) -> int:
    return bisect_right(starts, offset - 1)


def _items(items: Sequence[Item]) -> Iterator[_Candidate]:
    for item in items:
        if item.depth == 0:
            yield from _item(item, under_entry=False)


def _item(item: Item, *, under_entry: bool) -> Iterator[_Candidate]:
    if under_entry and _is_detail(item):
        return
    details = [child for child in item.children if _is_detail(child)]
    blocks = (*item.blocks, *(block for child in details for block in child.blocks))
    # Without a link of its own it names a group, unless all that stands under it are its own links.
    is_entry = any(_external(block) for block in item.blocks) or (
        len(details) == len(item.children) and any(_external(block) for block in blocks)
    )
    is_entry = is_entry and any(_WORD.search(block.text) for block in blocks)
    if is_entry:
        end = max(block.span.end for block in blocks)
        yield _Candidate("item", Span(item.span.start, end), item.section, blocks)
    for child in item.children:
        yield from _item(child, under_entry=is_entry)


def _is_detail(item: Item) -> bool:
    """Whether an item under an entry only says more of it: a note, a role word before a link, labels."""
    if item.children and any(_external(block) for child in item.children for block in child.blocks):
        return False
    links = [link for block in item.blocks for link in _external(block)]
    if not links:
        return True
    text = " ".join(block.text for block in item.blocks)
    role_word = _ROLE_WORD.match(text)
    if role_word and label_role(role_word[1]) is not None:
        return True
    for link in links:
        if not link.is_badge and label_role(link.text) is None:
            return False
        text = text.replace(link.text, "", 1)
    return len(_WORD.findall(text)) <= 10


def _paragraphs(paragraphs: Sequence[Block]) -> Iterator[_Candidate]:
    """Paragraphs with a labelled link: those with a line break, and those that stand together."""
    labelled = [block for block in paragraphs if _has_label(block)]
    groups = Counter(id(block.section) for block in labelled)
    for block in labelled:
        if block.breaks or groups[id(block.section)] >= GROUP:
            yield _Candidate("paragraph", block.span, block.section, (block,))


def _has_label(block: Block) -> bool:
    """Whether it has words of its own and a link that is labelled as what papers have."""
    labels = [
        link for link in _external(block) if label_role(link.text) in ("paper", "code", "project", "data")
    ]
    return bool(labels) and len(_WORD.findall(block.text)) > sum(len(link.text) for link in labels)
