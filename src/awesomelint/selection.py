"""Which rules are on: a profile, or what was selected instead, less what was ignored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from awesomelint.rule import Profile, Rule
from awesomelint.ruleset import Breadth, RuleSet


@dataclass(frozen=True)
class Selection:
    """What a config or a command line says. Selectors are codes, names, families or `ALL`."""

    profile: Profile = "default"
    select: tuple[str, ...] | None = None
    """In place of the profile's rules."""
    extend_select: tuple[str, ...] = ()
    """Besides them."""
    ignore: tuple[str, ...] = ()

    def enabled(self, rules: RuleSet) -> frozenset[str]:
        """The codes of the rules that are on.

        The narrower selector counts: a code or name before its family, a family before `ALL`; of two that are
        equally narrow the one that ignores. A preview rule is on only when its code or name is selected.
        """
        chosen = self.extend_select if self.select is None else (*self.select, *self.extend_select)
        wanted = _breadths(chosen, rules)
        unwanted = _breadths(self.ignore, rules)
        return frozenset(rule.code for rule in rules if self._is_enabled(rule, wanted, unwanted))

    def _is_enabled(self, rule: Rule, wanted: dict[str, Breadth], unwanted: dict[str, Breadth]) -> bool:
        selected = wanted.get(rule.code)
        if rule.preview and selected is not Breadth.RULE:
            return False
        ignored = unwanted.get(rule.code)
        if selected is None:
            return ignored is None and self.select is None and self.profile in rule.profiles
        return ignored is None or selected > ignored


def _breadths(selectors: Iterable[str], rules: RuleSet) -> dict[str, Breadth]:
    """For each rule that is named at all, the narrowest selector that names it."""
    narrowest: dict[str, Breadth] = {}
    for selector in selectors:
        breadth = rules.breadth(selector)
        if breadth is None:
            continue
        for rule in rules.members(selector):
            narrowest[rule.code] = max(breadth, narrowest.get(rule.code, breadth))
    return narrowest
