"""Reference links whose label is defined nowhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from awesomelint.document.document import Document
from awesomelint.document.literal import ESCAPE, MASK, brackets, literal_text
from awesomelint.document.roles import label_role
from awesomelint.source import Span
from awesomelint.values.edits import one_edit_away

_JOINT = re.compile(rf"\]\[(?<!{ESCAPE}\]\[)")
_WORD = re.compile(r"[^\W_]")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_LABEL = 120
_USED_HERE = 3
"""So many reference links show that the list is written with them."""


class UndefinedReference(NamedTuple):
    """A reference link that is none, and the label that was meant where that can be told."""

    span: Span
    label: str
    label_span: Span
    meant: str | None


def undefined_references(document: Document) -> tuple[UndefinedReference, ...]:
    """`[text][label]`, `![text][label]` and `[label][]` that were meant as links, in source order."""
    text = document.derive(literal_text)
    joints = list(_JOINT.finditer(text))
    if not joints:
        return ()
    partners = document.derive(brackets).partners
    # Of two definitions the first counts.
    known = {_plain(definition.label): definition.label for definition in reversed(document.definitions)}
    used = sum(link.reference is not None for link in (*document.links, *document.images))
    found = []
    for joint in joints:
        start, end = partners.get(joint.start()), partners.get(joint.start() + 1)
        if start is None or end is None or not _stands_alone(text, start, end):
            continue
        reference = _read(document, text, start, joint.start(), end, known)
        if reference and _is_meant(text, reference, start, joint.start(), used):
            found.append(reference)
    return tuple(found)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no further bracket or word touches the two pairs, as in `a[i][j]` and `[a][b][c]`."""
    before, after = text[start - 1 : start], text[end + 1 : end + 2]
    return not (before.isalnum() or before in ("]", ")", "_", ESCAPE, MASK)) and after not in ("[", "(", ":")


def _read(
    document: Document, text: str, start: int, joint: int, end: int, known: Mapping[str, str]
) -> UndefinedReference | None:
    label_span = Span(joint + 2, end)
    if label_span.start == end:
        label_span = Span(start + 1, joint)
    block = document.block_at(start)
    label = text[label_span.start : label_span.end]
    is_label = len(label) <= _LONGEST_LABEL and MASK not in label and "\n" not in label and "://" not in label
    if block is None or block.kind == "html" or not is_label or not _WORD.search(label):
        return None
    meant = _nearest(label, known)
    if meant is not None and meant.casefold() == label.casefold():
        return None
    image = text[start - 1 : start] == "!"
    return UndefinedReference(Span(start - image, end + 1), label, label_span, meant)


def _is_meant(text: str, reference: UndefinedReference, start: int, joint: int, used: int) -> bool:
    """Whether it was meant as a link: two words in brackets side by side often are no more than that."""
    shown = text[start + 1 : joint]
    if reference.label_span.start == start + 1:
        return _LETTER.search(shown) is not None
    if reference.meant is not None or reference.span.start < start:
        return True
    is_words = label_role(reference.label) is not None or label_role(shown) is not None
    return used >= _USED_HERE and _LETTER.search(shown) is not None and not is_words


def _nearest(label: str, known: Mapping[str, str]) -> str | None:
    plain = _plain(label)
    if plain in known:
        return known[plain]
    if len(plain) < 4:
        return None
    near = [known[other] for other in one_edit_away(plain) if other in known]
    return near[0] if len(near) == 1 and not near[0][-1:].isdigit() else None


def _plain(label: str) -> str:
    return "".join(character for character in label.casefold() if character.isalnum())
