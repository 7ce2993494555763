"""The tree of list items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from awesomelint.document.contents import Content
from awesomelint.document.model import Block, Item
from awesomelint.document.outline import ItemDraft
from awesomelint.document.sections import Sections
from awesomelint.source import Span


def make_items(
    drafts: Sequence[ItemDraft], blocks: Mapping[Content, Block], sections: Sections
) -> tuple[Item, ...]:
    """All items in the order of their drafts, which is that of the source."""
    # From the last to the first: nested items are made before those that hold them.
    made: dict[int, Item] = {}
    for draft in reversed(drafts):
        made[id(draft)] = Item(
            span=Span(draft.marker.start, draft.end),
            marker_span=draft.marker,
            depth=draft.depth,
            blocks=tuple(blocks[content] for content in draft.contents if content in blocks),
            children=tuple(made[id(child)] for child in draft.children),
            section=sections.at(draft.marker.start),
        )
    return tuple(made[id(draft)] for draft in drafts)
