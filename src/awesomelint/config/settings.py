"""All settings of a run: which config counts for which file, under the flags of the command line."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from awesomelint.config.errors import ConfigError
from awesomelint.config.files import Read, find_config, from_disk, read_config, shown
from awesomelint.config.lists import load_file_config, unknown_rule
from awesomelint.config.model import FileConfig
from awesomelint.config.run import COMMAND_LINE, DEFAULT, Flags, RunConfig, Setting, run_config
from awesomelint.config.values import Table, option_names
from awesomelint.facts.web.settings import HostManners
from awesomelint.rule import Rule
from awesomelint.ruleset import RuleSet
from awesomelint.selection import Selection


@dataclass
class Settings:
    """The run's own settings, and those of each list by its path. A config is read when first needed."""

    rules: RuleSet
    flags: Flags
    run: RunConfig
    run_settings: tuple[Setting, ...]
    read: Read = from_disk
    """Where configs are read from: today's, or those of a revision."""
    _files: dict[Path, Path | None] = field(default_factory=dict)
    _configs: dict[Path | None, FileConfig] = field(default_factory=dict)

    def for_path(self, path: str) -> FileConfig:
        """The config of the list at a path, which need not exist. Raises ConfigError."""
        file = self.config_file(Path(path).parent.resolve())
        if file not in self._configs:
            config = load_file_config(file, self.rules, self.read) if file else FileConfig()
            self._configs[file] = _under_flags(config, self.flags)
        return self._configs[file]

    def config_file(self, folder: Path) -> Path | None:
        """Which config counts for the files in a folder."""
        if self.flags.isolated or self.flags.config:
            return self.flags.config
        if folder not in self._files:
            self._files[folder] = find_config(folder, self.read)
        return self._files[folder]

    def shown(self, path: str) -> tuple[Setting, ...]:
        """Every setting that counts for the list at a path, with its origin, for `--show-settings`."""
        config = self.for_path(path)
        enabled = config.enabled(self.rules, path)
        return (
            *self.run_settings,
            *_list_settings(config, self.flags),
            Setting("rules", tuple(rule.code for rule in enabled), "all of the above"),
            *_rule_settings(config, enabled),
        )


def load_settings(
    rules: RuleSet,
    flags: Flags | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    formats: Sequence[str] = ("text",),
    read: Read = from_disk,
) -> Settings:
    """Settle a run that starts in the working directory.

    `rules` are those that are installed, `formats` the valid output formats; `environ` is by default the
    process's own, and `read` gives the configs. Raises ConfigError, one line, for what is wrong in a flag,
    the environment or the config.
    """
    flags = flags or Flags()
    _check_selectors(flags, rules)
    file = flags.config
    if file is None and not flags.isolated:
        file = find_config(Path.cwd(), read)
    table = Table(read_config(file, read) if file else {}, shown(file) if file else "")
    run, settings = run_config(flags, os.environ if environ is None else environ, table, formats)
    return Settings(rules, flags, run, settings, read)


def _check_selectors(flags: Flags, rules: RuleSet) -> None:
    if flags.select is not None and not flags.select:
        raise ConfigError("--select names no rule; leave it out to run the profile's rules")
    for selector in (*(flags.select or ()), *flags.extend_select, *flags.ignore):
        if rules.breadth(selector) is None:
            raise ConfigError(unknown_rule(selector, rules))


def _under_flags(config: FileConfig, flags: Flags) -> FileConfig:
    """The config with what the command line says, whose profile and selection come in place of its own."""
    selection = config.selection
    if flags.profile is not None:
        selection = replace(selection, profile=flags.profile, select=None)
    if flags.select is not None:
        selection = Selection(profile=selection.profile, select=flags.select)
    selection = replace(
        selection,
        extend_select=(*selection.extend_select, *flags.extend_select),
        ignore=(*selection.ignore, *flags.ignore),
    )
    return replace(config, selection=selection, is_narrowed=flags.select is not None or bool(flags.ignore))


def _list_settings(config: FileConfig, flags: Flags) -> Iterator[Setting]:
    selection = config.selection
    flagged = {
        "profile": flags.profile,
        "select": flags.select,
        "extend-select": flags.extend_select,
        "ignore": flags.ignore,
    }
    values = {
        "profile": selection.profile,
        "select": selection.select,
        "extend-select": selection.extend_select,
        "ignore": selection.ignore,
        "exclude": config.exclude,
        "per-file-ignores": dict(config.per_file_ignores),
        "tables": [asdict(table) for table in config.tables],
        "suppress": [asdict(suppression) for suppression in config.suppressions],
        "venues.extra": config.venues,
        "links.exclude": config.links.exclude,
        "links.providers": config.links.enabled_providers,
        "links.hosts": {host: _manners(manners) for host, manners in config.links.hosts.items()},
    }
    for key, value in values.items():
        origins = [COMMAND_LINE] if flagged.get(key) else []
        origins += [_file_of(config)] if key in config.given else []
        yield Setting(key, value, " and ".join(origins) or DEFAULT)


def _manners(manners: HostManners) -> dict[str, Any]:
    said = {"at-once": manners.at_once, "pace": manners.pace, "accept": sorted(manners.accept) or None}
    return {key: value for key, value in said.items() if value is not None}


def _rule_settings(config: FileConfig, enabled: Sequence[Rule]) -> Iterator[Setting]:
    for rule in enabled:
        options = config.options_of(rule)
        for key, name in option_names(rule.Options).items():
            path = f"rules.{rule.code}.{key}"
            origin = _file_of(config) if path in config.given else DEFAULT
            yield Setting(path, getattr(options, name), origin)


def _file_of(config: FileConfig) -> str:
    return shown(config.file) if config.file else DEFAULT
