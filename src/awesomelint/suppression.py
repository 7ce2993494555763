"""Which findings a list wants to keep quiet: by comments in it, and by `[[suppress]]` in its config."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, get_args

from awesomelint.diagnostics import Diagnostic
from awesomelint.directives import (
    VERBS,
    Directive,
    SuppressionReport,
    UnknownWord,
    UnusedSuppression,
    directives,
)
from awesomelint.document import Document, Entry, Item, Link
from awesomelint.rule import SuppressionRule
from awesomelint.ruleset import Breadth, RuleSet, nearest
from awesomelint.source import Span

Reach = Literal[
    "next line", "row", "item", "paragraph", "own lines", "node", "range", "foreign range", "file"
]
MOST_GUESSES = 50
"""For so many unknown words of a list the nearest valid one is looked for."""
REACHES: tuple[Reach, ...] = get_args(Reach)
"""How far a comment counts, from the narrowest: of two that silence one finding, the narrower has done it."""


@dataclass(frozen=True, slots=True)
class ConfigSuppression:
    """One `[[suppress]]` of a config: a rule, a family or `ALL`, and the entry or link that it is about."""

    rule: str
    entry: str | None = None
    """The identifier of the entry's work, such as `2310.00492` or `arxiv:2310.00492`."""
    url: str | None = None
    title: str | None = None
    reason: str = ""


class _Interval(NamedTuple):
    start: int
    end: int
    directive: Directive


@dataclass
class Suppressions:
    """What is silenced in one list, and which comments have silenced something so far."""

    document: Document
    rules: RuleSet
    directives: tuple[Directive, ...]
    intervals: Mapping[tuple[Reach, str], Sequence[_Interval]]
    """Where the comments of one reach silence the rule of one code, by start; they do not overlap."""
    from_config: Sequence[_Meant]
    used: set[tuple[Directive, str]] = field(default_factory=set)

    def silences(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is to be left out. The comment that does it counts as used from here on."""
        start = diagnostic.span.start
        for reach in REACHES:
            intervals = self.intervals.get((reach, diagnostic.rule))
            if intervals:
                index = bisect_right(intervals, start, key=lambda interval: interval.start) - 1
                if index >= 0 and start < intervals[index].end:
                    self.used.add((intervals[index].directive, diagnostic.rule))
                    return True
        return any(meant.holds(self.document, diagnostic) for meant in self.from_config)

    def report(self, ran: frozenset[str], enabled: frozenset[str], *, is_complete: bool) -> SuppressionReport:
        """What the comments say and did.

        `ran` are the codes of the rules that judged this list, of those that were `enabled`. Nothing is
        called unused unless everything was selected (`is_complete`) and the rules it speaks of ran.
        """
        unused = self._unused(ran, enabled) if is_complete else ()
        return SuppressionReport(self.directives, tuple(unused), tuple(self._unknown()))

    def _unused(self, ran: frozenset[str], enabled: frozenset[str]) -> Iterator[UnusedSuppression]:
        for directive in self.directives:
            if (
                directive.tool != "awesomelint"
                or not directive.is_understood
                or directive.verb.text == "enable"
            ):
                continue
            if not directive.selectors:
                if ran and enabled == ran and not self._is_used(directive, enabled):
                    yield UnusedSuppression(directive, ())
                continue
            idle = []
            for word in directive.selectors:
                codes = frozenset(rule.code for rule in self.rules.members(word.text))
                if self.rules.breadth(word.text) is not Breadth.RULE:
                    codes &= enabled
                if codes and codes <= ran and not self._is_used(directive, codes):
                    idle.append(word)
            if idle:
                yield UnusedSuppression(directive, tuple(idle))

    def _is_used(self, directive: Directive, codes: Iterable[str]) -> bool:
        return any((directive, code) in self.used for code in codes)

    def _unknown(self) -> Iterator[UnknownWord]:
        guesses = 0
        for directive in self.directives:
            if directive.tool != "awesomelint":
                continue
            if not directive.is_understood:
                yield UnknownWord(directive, directive.verb, nearest(directive.verb.text, VERBS))
                continue
            for word in directive.selectors:
                if self.rules.breadth(word.text) is None:
                    # Looking for the nearest takes its time, and a list may hold any number of comments.
                    guesses += 1
                    likely = self.rules.nearest(word.text) if guesses <= MOST_GUESSES else None
                    yield UnknownWord(directive, word, likely)


def read_suppressions(
    document: Document, rules: RuleSet, from_config: Sequence[ConfigSuppression] = ()
) -> Suppressions:
    """Everything that a list and its config silence. `rules` are all rules that are installed."""
    found = directives(document)
    by_start: dict[tuple[Reach, str], dict[int, _Interval]] = {}
    if found:
        for reach, code, interval in _intervals(document, rules, found):
            by_start.setdefault((reach, code), {}).setdefault(interval.start, interval)
    intervals = {key: sorted(places.values(), key=lambda i: i.start) for key, places in by_start.items()}
    meant = tuple(_meant(suppression, document, rules) for suppression in from_config)
    return Suppressions(document, rules, found, intervals, meant)


def _intervals(
    document: Document, rules: RuleSet, found: Sequence[Directive]
) -> Iterator[tuple[Reach, str, _Interval]]:
    """Which rule is silent where. Intervals of one reach and rule do not overlap, or start at one place."""
    end = len(document.text) + 1
    opened: dict[tuple[Reach, str], Directive] = {}
    places = _Places(document)
    for directive in found:
        verb = directive.verb.text
        here = directive.comment.span.end
        if verb in ("disable", "enable"):
            reach: Reach = "range" if directive.tool == "awesomelint" else "foreign range"
            for code in _codes(directive, rules):
                if verb == "disable":
                    opened.setdefault((reach, code), directive)
                elif (reach, code) in opened:
                    opener = opened.pop((reach, code))
                    yield reach, code, _Interval(opener.comment.span.end, here, opener)
        elif directive.is_understood and (place := places.of(directive)):
            for code in _codes(directive, rules):
                yield place[0], code, _Interval(*place[1], directive)
    for (reach, code), opener in opened.items():
        yield reach, code, _Interval(opener.comment.span.end, end, opener)


def _codes(directive: Directive, rules: RuleSet) -> list[str]:
    """The rules a comment speaks of. One that names none does not silence what is said about comments."""
    if directive.tool == "remark":
        names = {
            word.text.removeprefix("remark-lint-").removeprefix("remark-lint:")
            for word in directive.selectors
        }
        return [r.code for r in rules if r.stands_for and (not names or not names.isdisjoint(r.stands_for))]
    if not directive.selectors:
        return [rule.code for rule in rules if not isinstance(rule, SuppressionRule)]
    words = dict.fromkeys(word.text for word in directive.selectors)
    return [rule.code for word in words for rule in rules.members(word)]


class _Places:
    """Where the comments count that speak of one place; the rows, items and paragraphs are sorted once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._next_lines: dict[int, Span] = {}

    def of(self, directive: Directive) -> tuple[Reach, Span] | None:
        """How far a comment counts and where; None for a verb that means nothing."""
        comment, text = directive.comment.span, self._document.text
        match directive.verb.text:
            case "disable-file":
                return "file", Span(0, len(text) + 1)
            case "disable-next-line":
                return "next line", self._next_line(comment.end)
            case "disable-line":
                return self._around(comment)
            case "ignore":
                return "node", Span(comment.end, self._end_of_next_node(comment.end))
        return None

    def _next_line(self, offset: int) -> Span:
        """The next line that is not blank: formatters put a blank line after a comment."""
        source = self._document.source
        last = len(source.line_starts)
        first = line = source.position(offset).line + 1
        if first not in self._next_lines:
            while line < last and not source.line_text(line).strip():
                line += 1
            start = source.line_starts[line - 1] if line <= last else len(source.text)
            length = len(source.line_text(line)) if line <= last else 0
            self._next_lines[first] = Span(start, start + length + 1)
        return self._next_lines[first]

    def _around(self, comment: Span) -> tuple[Reach, Span]:
        """The row, item or paragraph that holds a comment, else its own lines."""
        reaches: tuple[Reach, ...] = ("row", "item", "paragraph")
        for reach, spans in zip(reaches, (self._rows, self._items, self._paragraphs), strict=True):
            index = bisect_right(spans, comment.start, key=lambda span: span.start) - 1
            if index >= 0 and spans[index].covers(comment):
                return reach, Span(spans[index].start, spans[index].end + 1)
        source = self._document.source
        start = source.line_starts[source.position(comment.start).line - 1]
        end = source.text.find("\n", comment.end)
        return "own lines", Span(start, end + 1 if end >= 0 else len(source.text) + 1)

    def _end_of_next_node(self, offset: int) -> int:
        """Where the table, list or paragraph ends that starts next after an offset."""
        following = []
        for spans in (self._tables, self._lists, self._paragraphs):
            index = bisect_right(spans, offset, key=lambda span: span.start)
            if index < len(spans):
                following.append(spans[index])
        return min(following, key=lambda span: (span.start, -span.end)).end + 1 if following else offset

    @cached_property
    def _rows(self) -> list[Span]:
        return sorted(row.span for table in self._document.tables for row in (table.header, *table.rows))

    @cached_property
    def _items(self) -> list[Span]:
        """The items without what stands in items below them."""
        return sorted(
            Span(item.span.start, item.children[0].span.start if item.children else item.span.end)
            for item in self._document.items
        )

    @cached_property
    def _paragraphs(self) -> list[Span]:
        return sorted(block.span for block in self._document.blocks if block.kind != "cell")

    @cached_property
    def _tables(self) -> list[Span]:
        return sorted(table.span for table in self._document.tables)

    @cached_property
    def _lists(self) -> list[Span]:
        """Outermost items that follow one another in a section, together."""
        lists: list[Span] = []
        previous: Item | None = None
        for item in self._document.items:
            if item.depth:
                continue
            if previous is not None and item.section is previous.section:
                lists[-1] = Span(lists[-1].start, item.span.end)
            else:
                lists.append(item.span)
            previous = item
        return lists


@dataclass(frozen=True)
class _Meant:
    """A `[[suppress]]` looked up in one list: its rules, the entries and the links that it names."""

    codes: frozenset[str]
    entries: frozenset[int]
    links: tuple[Span, ...]

    def holds(self, document: Document, diagnostic: Diagnostic) -> bool:
        """Whether a finding lies in what is named."""
        if diagnostic.rule not in self.codes:
            return False
        entry = document.entry_at(diagnostic.span.start)
        if entry is not None:
            return entry.span.start in self.entries
        index = bisect_right(self.links, diagnostic.span.start, key=lambda span: span.start) - 1
        return index >= 0 and diagnostic.span.start < self.links[index].end


def _meant(suppression: ConfigSuppression, document: Document, rules: RuleSet) -> _Meant:
    codes = frozenset(rule.code for rule in rules.members(suppression.rule))
    entries = frozenset(e.span.start for e in document.entries if _is_named(e, suppression))
    links: Iterable[Link] = ()
    if suppression.url is not None and suppression.entry is None and suppression.title is None:
        links = (link for link in (*document.links, *document.images) if link.url == suppression.url)
    return _Meant(codes, entries, tuple(sorted(link.span for link in links)))


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
