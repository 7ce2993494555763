"""The config of a list: TOML in, a checked `FileConfig` out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, get_args

from awesomelint import globs
from awesomelint.config.files import Read, from_disk, read_config, shown
from awesomelint.config.links import KEYS as LINK_KEYS
from awesomelint.config.links import take_link_settings
from awesomelint.config.model import FileConfig
from awesomelint.config.run import take_run_keys
from awesomelint.config.values import (
    Table,
    UnfitError,
    a_list_of,
    a_string,
    did_you_mean,
    fitting,
    one_of,
    option_names,
    strings,
)
from awesomelint.config.versions import satisfies
from awesomelint.document.columns import TableSetting
from awesomelint.document.model import ColumnRole, TableKind
from awesomelint.rule import Profile, Rule
from awesomelint.ruleset import FAMILIES, RuleSet
from awesomelint.selection import Selection
from awesomelint.suppression import ConfigSuppression
from awesomelint.values.venues import catalogue

IGNORED_TABLE = "ignore"
"""In a config: a table whose rows are nothing of the list's own."""
_OF_NO_RULE = (("venues", "extra"), *(("links", key) for key in LINK_KEYS))
"""Keys in the tables of families that are no options of rules."""


def load_file_config(file: Path, rules: RuleSet, read: Read = from_disk) -> FileConfig:
    """Read and check a config file. Raises ConfigError, which names file and key, for what is wrong."""
    table = Table(read_config(file, read), shown(file))
    # First, so that a config for a newer version says that, and not that its new keys are unknown.
    table.take("required-version", _our_version, None)
    selector = _selector(rules)
    selectors = a_list_of(selector, "a list of rules")
    select = table.take("select", selectors, None)
    extend_select: tuple[str, ...] = table.take("extend-select", selectors, ())
    if select is not None and not (select or extend_select):
        raise table.error("select", "is empty, so that no rule would run; leave it out for the default ones")
    chosen = _options(table, rules)
    config = FileConfig(
        file=file,
        given=_given(table, chosen),
        selection=Selection(
            profile=table.take("profile", one_of(get_args(Profile)), "default"),
            select=select,
            extend_select=extend_select,
            ignore=table.take("ignore", selectors, ()),
        ),
        exclude=table.take("exclude", a_list_of(_pattern, "a list of patterns"), ()),
        per_file_ignores=_per_file_ignores(table.table("per-file-ignores"), selectors),
        suppressions=tuple(_suppression(each, selector) for each in table.tables("suppress")),
        tables=tuple(_table_setting(each) for each in table.tables("tables")),
        venues=_extra_venues(table),
        links=take_link_settings(table.table("links")),
        options={code: _instance(rules, code, values, table) for code, values in chosen.items()},
    )
    take_run_keys(table)
    table.finish()
    return config


def _our_version(value: Any) -> None:
    ours = version("awesomelint")
    try:
        fits = satisfies(ours, a_string(value))
    except ValueError as error:
        raise UnfitError(str(error)) from None
    if not fits:
        raise UnfitError(f"this is awesomelint {ours}, and the config wants {value}; install such a version")


def unknown_rule(selector: str, rules: RuleSet) -> str:
    """What to say of a selector that names nothing."""
    guess = rules.nearest(selector)
    return f"unknown rule '{selector}'" + (f"; did you mean '{guess}'?" if guess else "")


def _selector(rules: RuleSet) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if rules.breadth(a_string(value)) is None:
            raise UnfitError(unknown_rule(value, rules))
        return str(value)

    return check


def _per_file_ignores(
    table: Table, selectors: Callable[[Any], tuple[str, ...]]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    for pattern in table:
        if problem := globs.problem(pattern):
            raise table.error(pattern, problem)
    return tuple((pattern, table.take(pattern, selectors, ())) for pattern in table)


def _pattern(value: Any) -> str:
    """A pattern that can match a file below the config's folder."""
    pattern = a_string(value)
    if problem := globs.problem(pattern):
        raise UnfitError(f"'{pattern}' {problem}")
    return pattern


def _suppression(table: Table, selector: Callable[[Any], str]) -> ConfigSuppression:
    suppression = ConfigSuppression(
        rule=table.take("rule", selector, ""),
        entry=table.take("entry", a_string, None),
        url=table.take("url", a_string, None),
        title=table.take("title", a_string, None),
        reason=table.take("reason", a_string, ""),
    )
    table.finish()
    if not suppression.rule:
        raise table.error("rule", "missing; name the rule to suppress")
    if suppression.entry is None and suppression.url is None and suppression.title is None:
        raise table.error(
            "entry", "missing; name an entry, a url or a title, or use 'ignore' for the whole rule"
        )
    return suppression


def _table_setting(table: Table) -> TableSetting:
    kinds = (*get_args(TableKind), IGNORED_TABLE)
    kind = table.take("kind", one_of(kinds), None)
    columns = table.table("columns")
    setting = TableSetting(
        headers=table.take("headers", strings, ()),
        kind="other" if kind == IGNORED_TABLE else kind,
        roles={header: _role(columns.table(header)) for header in columns},
    )
    table.finish()
    if not setting.headers:
        raise table.error("headers", "missing; name the headers of the table's columns")
    for header in setting.roles:
        if header not in setting.headers:
            raise columns.error(header, f"is none of the headers{did_you_mean(header, setting.headers)}")
    return setting


def _role(column: Table) -> ColumnRole:
    role: ColumnRole = column.take("role", one_of(get_args(ColumnRole)), "other")
    column.finish()
    return role


def _extra_venues(table: Table) -> tuple[str | Mapping[str, object], ...]:
    def check(value: Any) -> tuple[str | Mapping[str, object], ...]:
        if not isinstance(value, list):
            raise UnfitError("expected a list of names or of tables with 'name', 'full-name' and 'aliases'")
        try:
            catalogue().extended(value)
        except ValueError as error:
            raise UnfitError(str(error)) from None
        return tuple(value)

    return table.table("venues").take("extra", check, ())


def _given(table: Table, chosen: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """The keys that the config has, those of rules as `rules.CODE.key`."""
    options = (f"rules.{code}.{name.replace('_', '-')}" for code, names in chosen.items() for name in names)
    own = (f"{title}.{key}" for title, key in _OF_NO_RULE if key in table.table(title))
    return frozenset((*table, *options, *own))


def _options(table: Table, rules: RuleSet) -> dict[str, dict[str, Any]]:
    """By rule code, the options that the config sets: the family's first, then the rule's own."""
    chosen: dict[str, dict[str, Any]] = {}
    for letters, title in FAMILIES.items():
        if title == "tables":
            continue  # `[[tables]]` describes the tables of the list
        family = table.table(title)
        for key in family:
            if (title, key) not in _OF_NO_RULE:
                others = [name for of, name in _OF_NO_RULE if of == title]
                _set_option(family, key, rules.members(letters), chosen, others)
    by_rule = table.table("rules")
    for name in by_rule:
        rule = rules.find(name)
        if rule is None:
            raise by_rule.error(name, unknown_rule(name, rules))
        own = by_rule.table(name)
        for key in own:
            _set_option(own, key, [rule], chosen)
    return chosen


def _set_option(
    table: Table,
    key: str,
    rules: Sequence[Rule],
    chosen: dict[str, dict[str, Any]],
    others: Sequence[str] = (),
) -> None:
    """Set an option on every rule that has it; `others` are valid keys that are no rule's."""
    valid = set(others)
    for rule in rules:
        names = option_names(rule.Options)
        valid |= names.keys()
        if key in names:
            value = table.take(key, fitting(rule.Options, names[key]), None)
            chosen.setdefault(rule.code, {})[names[key]] = value
    if key not in valid:
        raise table.error(key, f"unknown option{did_you_mean(key, valid)}")


def _instance(rules: RuleSet, code: str, values: Mapping[str, Any], table: Table) -> Any:
    rule = rules.find(code)
    assert rule is not None
    try:
        return rule.Options(**values)
    except ValueError as error:
        raise table.error(f"rules.{code}", str(error)) from None
