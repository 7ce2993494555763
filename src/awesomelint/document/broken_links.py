"""Links that were meant and that GitHub shows as text, because their brackets are not what Markdown wants."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, NamedTuple

from awesomelint.document.document import Document
from awesomelint.document.literal import ESCAPE, MASK, Brackets, brackets, literal_text
from awesomelint.document.model import Block
from awesomelint.source import Span

BrokenKind = Literal["split", "space", "pasted", "html", "reversed", "other"]
"""Blanks between text and target; a blank in the target; another link pasted into the target; Markdown within
HTML; `(text)[url]`; anything else."""

Change = tuple[Span, str]

_URL = rf"(?:https?|ftp)://[^\s()（）<>\[\]{MASK}]+(?:\([^\s()（）<>\[\]{MASK}]*\)[^\s()（）<>\[\]{MASK}]*)*"
_FILE = r"[^\n()<>{}\[\]\"':]*\.(?:md|pdf|png|jpe?g|gif|svg|webp|mp4|html?|ipynb|txt|zip|docx?|pptx?|xlsx?)"
_JOINT = re.compile(
    rf"\](?<!{ESCAPE}\])(?P<gap>[ \t\u3000]*|[ \t]?\n[ \t]*)(?P<open>\(\(?|（)[ \t]*(?P<scheme>(?:https?|ftp)://)?",
    re.IGNORECASE,
)
_TARGET = re.compile(_URL, re.IGNORECASE)
_SPACED_FILE = re.compile(rf"(?=[^()\n]* ){_FILE}(?=\))", re.IGNORECASE)
_TO_PARENTHESIS = re.compile(rf"[^()（）\[\]<>{MASK}\n]*(?=\))")
_MISSING_BRACKET = re.compile(
    rf"\[(?<!{ESCAPE}\[)(?P<label>[^\[\]()\n{MASK}]{{1,80}})\((?P<url>{_URL})\)", re.IGNORECASE
)
_REVERSED = re.compile(
    rf"\((?<!{ESCAPE}\()(?P<label>[^()\[\]\n]{{1,120}})\)[ ]?\[(?P<url>{_URL})\](?!\()", re.IGNORECASE
)
_URL_LABEL = re.compile(rf"\](?<!{ESCAPE}\])\[(?P<url>{_URL})\](?!\()", re.IGNORECASE)
_PASTED = re.compile(r"\]\((?:https?|ftp)://", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]{2}")
"""A single letter in brackets is a box that is ticked."""
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_SIGNS = ".,;:!?*_~'\""
"""What GitHub takes for no part of a bare URL at its end."""
_LONGEST_LABEL = 300


class BrokenLink(NamedTuple):
    """What was meant as a link. `changes` make it one, where it is clear how."""

    kind: BrokenKind
    span: Span
    reason: str
    changes: tuple[Change, ...] = ()
    is_certain: bool = False


def broken_links(document: Document) -> tuple[BrokenLink, ...]:
    """Every place where brackets and a URL stand like a link and are none, in source order."""
    text = document.derive(literal_text)
    if "]" not in document.text:
        return ()
    finder = _Finder(document, text, document.derive(brackets))
    found: list[BrokenLink] = []
    for broken in sorted(finder.find(), key=lambda each: each.span):
        if not found or broken.span.start >= found[-1].span.end:
            found.append(broken)
    return tuple(found)


class _Finder:
    def __init__(self, document: Document, text: str, pairs: Brackets) -> None:
        self.document = document
        self.text = text
        self.partners = pairs.partners
        self.bare = sorted(link.span for link in document.links if link.kind == "bare")

    def find(self) -> Iterator[BrokenLink]:
        for link in self.document.links:
            if link.kind == "inline" and _PASTED.search(link.text):
                yield BrokenLink("pasted", link.span, "has another link's target in its text")
        for match in _JOINT.finditer(self.text):
            block = self.document.block_at(match.start())
            if block is not None and (found := self._at_joint(match, block)):
                yield found
        for match in _MISSING_BRACKET.finditer(self.text):
            if self._is_markdown(match.start()):
                yield from self._missing_bracket(match)
        for match in _REVERSED.finditer(self.text):
            is_text = _LETTER.search(match["label"]) and not _TARGET.search(match["label"])
            if is_text and self._is_markdown(match.start()):
                yield _reversed(match)
        for match in _URL_LABEL.finditer(self.text):
            start = self.partners.get(match.start())
            if start is not None and self._is_markdown(start):
                changes = (_write(match.start() + 1, 1, "("), _write(match.end() - 1, 1, ")"))
                reason = "has its URL in square brackets instead of parentheses"
                yield BrokenLink("other", Span(start, match.end()), reason, changes)

    def _is_markdown(self, place: int) -> bool:
        """Whether brackets can make a link there; within HTML and within a bare URL they cannot."""
        block = self.document.block_at(place)
        return block is not None and block.kind != "html" and not self._is_in_url(place)

    def _is_in_url(self, place: int) -> bool:
        before = bisect_left(self.bare, place, key=lambda span: span.start)
        return before > 0 and self.bare[before - 1].end > place

    def _at_joint(self, match: re.Match[str], block: Block) -> BrokenLink | None:
        """What goes wrong where a closing bracket and an opening parenthesis meet."""
        label_start = self.partners.get(match.start())
        if self._is_in_url(match.start() if label_start is None else label_start):
            return None
        if match["scheme"] is None:
            is_tight = not match["gap"] and block.kind != "html"
            return self._file_with_blanks(match, label_start) if is_tight else None
        target = _TARGET.match(self.text, match.start("scheme"))
        if target is None or target.end() > block.span.end:
            return None
        if block.kind == "html":
            return self._within_html(match, target, label_start)
        if label_start is None:
            return self._without_label(match, target)
        label = self.text[label_start + 1 : match.start()]
        if len(label) > _LONGEST_LABEL:
            return None
        start = label_start - (self.text[label_start - 1 : label_start] == "!")
        if match["gap"] or match["open"] == "（":
            return _apart(match, target, self.text, start, label)
        return self._closed_wrongly(match, target, start)

    def _without_label(self, match: re.Match[str], target: re.Match[str]) -> BrokenLink | None:
        if match["gap"] or match["open"] != "(" or self.text[target.end() : target.end() + 1] != ")":
            return None
        span = Span(match.start(), target.end() + 1)
        return BrokenLink("other", span, "is a link's target without an opening `[` before its text")

    def _closed_wrongly(self, match: re.Match[str], target: re.Match[str], start: int) -> BrokenLink | None:
        """Text and target stand side by side, and yet it is no link."""
        end = target.end()
        following = self.text[end : end + 1]
        if following == ")":
            return _closed(match, target, start)
        if following == "）":
            changes = (_write(end, 1, ")"),)
            return BrokenLink(
                "other", Span(start, end + 1), "ends in a full-width parenthesis", changes, True
            )
        if following == "]" and (other := _JOINT.match(self.text, end)) and other["scheme"]:
            pasted = _TARGET.match(self.text, other.start("scheme"))
            last = pasted.end() if pasted else other.end()
            reason = "has another link pasted into its target"
            return BrokenLink("pasted", Span(start, last + (self.text[last : last + 1] == ")")), reason)
        if following == "]":
            has_partner = end in self.partners
            change = _write(end, 0, ")") if has_partner else _write(end, 1, ")")
            return BrokenLink("other", Span(start, end), "has no closing parenthesis", (change,))
        if following and not following.isspace():
            return BrokenLink("other", Span(start, end), "is a link that GitHub does not make")
        rest = _TO_PARENTHESIS.match(self.text, end)
        if following and following != "\n" and rest and rest[0].strip():
            return self._with_blank(Span(start, rest.end() + 1), target, rest)
        stripped = end - len(target[0]) + len(target[0].rstrip(_SENTENCE_SIGNS))
        is_certain = following in ("", "\n") and stripped == end and "(" not in target[0]
        repair = [_write(stripped, 0, ")")]
        if match["open"] == "((":
            repair.insert(0, _write(match.start("open"), 1, ""))
        reason = "has no closing parenthesis"
        return BrokenLink("other", Span(start, stripped), reason, tuple(repair), is_certain)

    def _within_html(
        self, match: re.Match[str], target: re.Match[str], label_start: int | None
    ) -> BrokenLink | None:
        end = target.end() + 1
        is_link = label_start is not None and match["open"] == "(" and self.text[end - 1 : end] == ")"
        if label_start is None or not is_link or match["gap"] or "\n" in self.text[label_start:end]:
            return None
        reason = "is Markdown within HTML, which GitHub shows as text"
        start = label_start - (self.text[label_start - 1 : label_start] == "!")
        label = self.text[label_start + 1 : match.start()]
        if start < label_start or any(sign in label for sign in ("[", "<", MASK)):
            return BrokenLink("html", Span(start, end), reason)
        href = target[0].replace('"', "%22")
        opening = _write(start, 1, f'<a href="{href}">')
        closing = _write(match.start(), end - match.start(), "</a>")
        return BrokenLink("html", Span(start, end), reason, (opening, closing), True)

    def _with_blank(self, span: Span, target: re.Match[str], rest: re.Match[str]) -> BrokenLink:
        url = target[0] + rest[0]
        last = url.rpartition(" ")[2]
        is_url = not rest[0].lstrip().startswith(('"', "'")) and any(sign in last for sign in "/.%&=-_")
        if not is_url:
            return BrokenLink(
                "other", span, "has text after its URL, for which GitHub does not make it a link"
            )
        written = "%20".join(url.strip().split(" "))
        changes = ((Span(target.start(), rest.end()), written),)
        return BrokenLink("space", span, "holds a blank, for which GitHub does not make it a link", changes)

    def _file_with_blanks(self, match: re.Match[str], label_start: int | None) -> BrokenLink | None:
        target = _SPACED_FILE.match(self.text, match.end())
        if target is None or label_start is None or match["open"] != "(" or target[0].count(" ") > 8:
            return None
        start = label_start - (self.text[label_start - 1 : label_start] == "!")
        changes = ((Span(*target.span()), target[0].replace(" ", "%20")),)
        reason = "holds a blank, for which GitHub does not make it a link"
        return BrokenLink("space", Span(start, target.end() + 1), reason, changes, True)

    def _missing_bracket(self, match: re.Match[str]) -> Iterator[BrokenLink]:
        """`[Paper(https://…)`, with or without a bracket after it."""
        partner = self.partners.get(match.start())
        label = match["label"]
        place = match.start() + 1 + len(label)
        if partner is not None and partner != match.end():
            return
        if not _LETTER.search(label) or label != label.strip() or len(label.split()) > 6:
            return
        reason = "has no `]` between its text and its target"
        changes = [_write(place, 0, "]")]
        is_inner = self.text[match.start() - 1 : match.start()] == "["
        if partner is not None and not is_inner:
            changes.append(_write(partner, 1, ""))
        yield BrokenLink("other", Span(match.start(), match.end()), reason, tuple(changes))


def _closed(match: re.Match[str], target: re.Match[str], start: int) -> BrokenLink:
    span = Span(start, target.end() + 1)
    if match["open"] == "((":
        changes = (_write(match.start("open"), 1, ""),)
        return BrokenLink("other", span, "has an extra opening parenthesis", changes, True)
    return BrokenLink("other", span, "is not made a link by GitHub: there is another link in its text")


def _apart(
    match: re.Match[str], target: re.Match[str], text: str, start: int, label: str
) -> BrokenLink | None:
    """`[text] (url)` and `[text]（url）`; a number or a date in brackets is no text of a link."""
    end = target.end()
    closing = text[end : end + 1]
    is_image = text[start] == "!"
    if "\n" in match["gap"]:
        return _on_two_lines(match, Span(start, end + 1), closing, label)
    if closing not in (")", "）") or "\n" in label or not (is_image or _LETTER.search(label)):
        return None
    changes = []
    if match["open"] != "(":
        changes.append(_write(match.start("open"), len(match["open"]), "("))
    if closing == "）":
        changes.append(_write(end, 1, ")"))
    gap = match["gap"]
    if gap:
        changes.insert(0, _write(match.start("gap"), len(gap), ""))
    span = Span(start, end + 1)
    if match["open"] == "（" or closing == "）":
        return BrokenLink("other", span, "has full-width parentheses around its target", tuple(changes))
    return BrokenLink("split", span, "has a blank between its text and its target", tuple(changes), True)


def _on_two_lines(match: re.Match[str], span: Span, closing: str, label: str) -> BrokenLink | None:
    """`[text]`, a line break, and `(url)`; more blanks before the break are a break that is wanted."""
    is_named = _NAME.search(label) and "\n" not in label
    if match["open"] != "(" or closing != ")" or not is_named:
        return None
    change = _write(match.start("gap"), len(match["gap"]), "")
    return BrokenLink("split", span, "has a line break between its text and its target", (change,), True)


def _reversed(match: re.Match[str]) -> BrokenLink:
    label, url = match["label"], match["url"]
    changes = ((Span(*match.span()), f"[{label}]({url})"),)
    return BrokenLink("reversed", Span(*match.span()), "has its brackets the wrong way round", changes)


def _write(place: int, length: int, content: str) -> Change:
    return Span(place, place + length), content
