"""The rules of a run, and how people name them: by code, name, former name, family, or all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum
from functools import cached_property

from awesomelint.rule import Rule

FAMILIES: Mapping[str, str] = {
    "ENC": "encoding",
    "LNK": "links",
    "DAT": "dates",
    "VEN": "venues",
    "DUP": "duplicates",
    "TAB": "tables",
    "STR": "structure",
    "AWE": "awesome",
    "SUP": "suppressions",
}
"""The letters of a code and the name of what they are about; a plug-in's own family has only its letters."""

ALL = "ALL"


class Breadth(IntEnum):
    """How much a selector names; the narrower of two that disagree counts."""

    ALL = 0
    FAMILY = 1
    RULE = 2


@dataclass(frozen=True)
class RuleSet:
    """Rules in the order of their codes."""

    rules: tuple[Rule, ...] = ()

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def find(self, selector: str) -> Rule | None:
        """The one rule with that code, name or former name, in any case of letters."""
        return self._by_name.get(selector.casefold())

    def members(self, selector: str) -> tuple[Rule, ...]:
        """All rules that a selector names; none where it means nothing."""
        rule = self.find(selector)
        if rule is not None:
            return (rule,)
        if selector.casefold() == ALL.casefold():
            return self.rules
        return self._by_family.get(selector.casefold(), ())

    def breadth(self, selector: str) -> Breadth | None:
        """What kind of selector it is; None where it means nothing."""
        if self.find(selector) is not None:
            return Breadth.RULE
        if selector.casefold() == ALL.casefold():
            return Breadth.ALL
        return Breadth.FAMILY if selector.casefold() in self._by_family else None

    def nearest(self, selector: str) -> str | None:
        """The valid selector that is spelt most like an unknown one, if any is like it at all."""
        letters = selector.rstrip("0123456789").casefold()
        if letters != selector.casefold() and letters.upper() in FAMILIES:
            # A code of another family is no slip of the finger.
            return nearest(selector, [rule.code for rule in self.members(letters)])
        return nearest(selector, self._spellings)

    @cached_property
    def _by_name(self) -> dict[str, Rule]:
        former = {alias.casefold(): rule for rule in self.rules for alias in rule.aliases}
        return {
            **former,
            **{rule.name.casefold(): rule for rule in self.rules},
            **{rule.code.casefold(): rule for rule in self.rules},
        }

    @cached_property
    def _by_family(self) -> dict[str, tuple[Rule, ...]]:
        families: dict[str, list[Rule]] = {}
        for rule in self.rules:
            families.setdefault(rule.family, []).append(rule)
        by_letters = {letters.casefold(): tuple(members) for letters, members in families.items()}
        by_title = {title: by_letters.get(letters.casefold(), ()) for letters, title in FAMILIES.items()}
        return {**{letters.casefold(): () for letters in FAMILIES}, **by_title, **by_letters}

    @cached_property
    def _spellings(self) -> list[str]:
        families = [name for name, members in self._by_family.items() if members]
        return [ALL, *families, *(rule.code for rule in self.rules), *(rule.name for rule in self.rules)]


def nearest(word: str, valid: Iterable[str]) -> str | None:
    """The valid word that is spelt most like `word`, in any case of letters; None where none is."""
    spellings = {spelling.casefold(): spelling for spelling in valid}
    found = get_close_matches(word.casefold()[:64], spellings, n=1, cutoff=0.6)
    return spellings[found[0]] if found else None
