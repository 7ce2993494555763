"""What the `[[suppress]]` tables of a config silence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from awesomelint.diagnostics import Diagnostic
from awesomelint.document import Document, Entry, Link
from awesomelint.ruleset import RuleSet
from awesomelint.source import Span


@dataclass(frozen=True, slots=True)
class ConfigSuppression:
    """One `[[suppress]]` of a config: a rule, a family or `ALL`, and the entry or link that it is about."""

    rule: str
    entry: str | None = None
    """The identifier of the entry's work, such as `2310.00492` or `arxiv:2310.00492`."""
    url: str | None = None
    title: str | None = None
    reason: str = ""

    def __str__(self) -> str:
        """How messages call it."""
        named = " and ".join(f"`{part}`" for part in (self.entry, self.title, self.url) if part is not None)
        return f"the config's `[[suppress]]` of {self.rule} for {named}"


@dataclass(frozen=True)
class Meant:
    """A `[[suppress]]` looked up in one list: its rules, the entries and the links that it names."""

    suppression: ConfigSuppression
    codes: frozenset[str]
    entries: frozenset[int]
    links: tuple[Span, ...]
    place: Span | None
    """The title of the first entry, or else the first link, that is named; None where there is none."""

    def holds(self, document: Document, diagnostic: Diagnostic) -> bool:
        """Whether a finding lies in what is named."""
        if diagnostic.rule not in self.codes:
            return False
        entry = document.entry_at(diagnostic.span.start)
        if entry is not None:
            return entry.span.start in self.entries
        index = bisect_right(self.links, diagnostic.span.start, key=lambda span: span.start) - 1
        return index >= 0 and diagnostic.span.start < self.links[index].end


def look_up(suppression: ConfigSuppression, document: Document, rules: RuleSet) -> Meant:
    """What a suppression means in one list."""
    codes = frozenset(rule.code for rule in rules.members(suppression.rule))
    entries = [entry for entry in document.entries if _is_named(entry, suppression)]
    links: Iterable[Link] = ()
    if suppression.url is not None and suppression.entry is None and suppression.title is None:
        links = (link for link in (*document.links, *document.images) if link.url == suppression.url)
    spans = tuple(sorted(link.span for link in links))
    titles = [entry.title.span if entry.title else entry.span for entry in entries]
    return Meant(
        suppression,
        codes,
        frozenset(entry.span.start for entry in entries),
        spans,
        next(iter((*titles, *spans)), None),
    )


def _is_named(entry: Entry, suppression: ConfigSuppression) -> bool:
    """Whether an entry is the one that all given parts of a suppression speak of."""
    if suppression.url is not None and all(e.link.url != suppression.url for e in entry.links):
        return False
    if suppression.title is not None and (
        entry.title is None or _folded(entry.title.text) != _folded(suppression.title)
    ):
        return False
    return suppression.entry is None or suppression.entry in _identifiers(entry)


def _identifiers(entry: Entry) -> set[str]:
    works = [entry.work, *(entry_link.work for entry_link in entry.links)]
    return {text for work in works if work is not None for text in (work.id, work.identity)}


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
