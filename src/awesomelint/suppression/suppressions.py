"""Which findings of a list are silenced, by comments in it and by its config."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from awesomelint.diagnostics import Diagnostic
from awesomelint.directives import (
    VERBS,
    Directive,
    SuppressionReport,
    UnknownWord,
    UnusedInConfig,
    UnusedSuppression,
    Word,
    directives,
)
from awesomelint.document import Document
from awesomelint.rule import SuppressionRule
from awesomelint.ruleset import Breadth, RuleSet, nearest
from awesomelint.suppression.by_config import ConfigSuppression, Meant, look_up
from awesomelint.suppression.reach import REACHES, Places, Reach

MOST_GUESSES = 50
"""For so many unknown words of a list the nearest valid one is looked for."""


class _Interval(NamedTuple):
    start: int
    end: int
    directive: Directive


@dataclass
class Suppressions:
    """What is silenced in one list, and what has silenced something so far."""

    document: Document
    rules: RuleSet
    directives: tuple[Directive, ...]
    intervals: Mapping[tuple[Reach, str], Sequence[_Interval]]
    """Where the comments of one reach silence the rule of one code, by start; they do not overlap."""
    from_config: Sequence[Meant]
    used: set[tuple[Directive, str]] = field(default_factory=set)
    used_from_config: set[ConfigSuppression] = field(default_factory=set)

    @property
    def named(self) -> frozenset[ConfigSuppression]:
        """Those of the config that name something in this list."""
        return frozenset(meant.suppression for meant in self.from_config if meant.place is not None)

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
        holding = next((meant for meant in self.from_config if meant.holds(self.document, diagnostic)), None)
        if holding is not None:
            self.used_from_config.add(holding.suppression)
        return holding is not None

    def report(
        self,
        ran: frozenset[str],
        enabled: frozenset[str],
        *,
        is_complete: bool,
        unnamed: Sequence[ConfigSuppression] = (),
    ) -> SuppressionReport:
        """What the comments, and the config's suppressions, say and did.

        `ran` are the codes of the rules that judged this list, of those that were `enabled`. Nothing is
        called unused unless everything was selected (`is_complete`) and the rules it speaks of ran.
        `unnamed` are the config's suppressions that name nothing in any of its lists.
        """
        unused = self._unused(ran, enabled) if is_complete else ()
        in_config = self._unused_in_config(ran, enabled, unnamed) if is_complete else ()
        return SuppressionReport(self.directives, tuple(unused), tuple(self._unknown()), tuple(in_config))

    def _unused_in_config(
        self, ran: frozenset[str], enabled: frozenset[str], unnamed: Sequence[ConfigSuppression]
    ) -> Iterator[UnusedInConfig]:
        for meant in self.from_config:
            codes = meant.codes & enabled
            is_idle = meant.suppression not in self.used_from_config and bool(codes) and codes <= ran
            if is_idle and (meant.place is not None or meant.suppression in unnamed):
                yield UnusedInConfig(str(meant.suppression), meant.place)

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
                    yield UnusedSuppression(directive, (), self._read_the_web(enabled))
                continue
            idle: list[Word] = []
            of_idle: set[str] = set()
            for word in directive.selectors:
                codes = frozenset(rule.code for rule in self.rules.members(word.text))
                if self.rules.breadth(word.text) is not Breadth.RULE:
                    codes &= enabled
                if codes and codes <= ran and not self._is_used(directive, codes):
                    idle.append(word)
                    of_idle |= codes
            if idle:
                yield UnusedSuppression(directive, tuple(idle), self._read_the_web(of_idle))

    def _read_the_web(self, codes: Collection[str]) -> bool:
        return any("web" in rule.reads | rule.consults for rule in self.rules if rule.code in codes)

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
    meant = tuple(look_up(suppression, document, rules) for suppression in from_config)
    return Suppressions(document, rules, found, intervals, meant)


def _intervals(
    document: Document, rules: RuleSet, found: Sequence[Directive]
) -> Iterator[tuple[Reach, str, _Interval]]:
    """Which rule is silent where. Intervals of one reach and rule do not overlap, or start at one place."""
    end = len(document.text) + 1
    opened: dict[tuple[Reach, str], Directive] = {}
    places = Places(document)
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
