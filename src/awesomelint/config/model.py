"""What one list's config says, checked."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from awesomelint import globs
from awesomelint.config.links import LinkSettings
from awesomelint.document.columns import TableSetting
from awesomelint.rule import Rule
from awesomelint.ruleset import RuleSet
from awesomelint.selection import Selection
from awesomelint.suppression import ConfigSuppression
from awesomelint.values.venues import Catalogue, catalogue


@dataclass(frozen=True)
class FileConfig:
    """The rules, conventions and tables of the lists below one folder."""

    file: Path | None = None
    """Where it was read; None for the built-in defaults."""
    selection: Selection = field(default_factory=Selection)
    exclude: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    """By rule code: an instance of the rule's `Options`, for rules that the config sets options of."""
    suppressions: tuple[ConfigSuppression, ...] = ()
    tables: tuple[TableSetting, ...] = ()
    venues: tuple[str | Mapping[str, object], ...] = ()
    """The list's own venues besides the shipped: names, or tables with `name`, `full-name`, `aliases`."""
    links: LinkSettings = field(default_factory=LinkSettings)
    given: frozenset[str] = frozenset()
    """The keys that the file has, those of rules as `rules.CODE.key`."""
    is_narrowed: bool = False
    """Whether this run selects or ignores rules by flags, beyond what the list has settled."""

    @cached_property
    def known_venues(self) -> Catalogue | None:
        """The shipped venues and the list's own; None where it has none."""
        return catalogue().extended(self.venues) if self.venues else None

    def enabled(self, rules: RuleSet, path: str) -> tuple[Rule, ...]:
        """The rules that are on for one file."""
        codes = self.selection.enabled(rules)
        for pattern, selectors in self.per_file_ignores:
            if globs.matches(pattern, self._relative(path)):
                codes -= {rule.code for selector in selectors for rule in rules.members(selector)}
        return tuple(rule for rule in rules if rule.code in codes)

    def excludes(self, path: str) -> bool:
        """Whether `exclude` names a file or a folder that it lies in."""
        return any(globs.matches(pattern, self._relative(path)) for pattern in self.exclude)

    def options_of(self, rule: Rule) -> Any:
        """The options of one rule: the config's, else its defaults."""
        return self.options[rule.code] if rule.code in self.options else rule.Options()

    def _relative(self, path: str) -> str:
        """The path as patterns see it: from the config's folder, or else from the working directory."""
        root = self.file.parent.resolve() if self.file else Path.cwd()
        place = Path(path).parent.resolve() / Path(path).name
        try:
            return Path(os.path.relpath(place, root)).as_posix()
        except ValueError:  # on Windows, another drive
            return Path(path).as_posix()
