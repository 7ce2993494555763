"""What a list's config says, and how a wrong one is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Literal

import pytest

from awesomelint import globs
from awesomelint.config import ConfigError, Flags, load_settings
from awesomelint.config.lists import load_file_config
from awesomelint.config.values import UnfitError, fitting
from awesomelint.config.versions import satisfies
from awesomelint.diagnostics import Severity
from awesomelint.plugins import load_rules

RULES, _ = load_rules()


def write(folder: Path, text: str, name: str = "awesomelint.toml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def enabled(folder: Path, text: str, path: str = "README.md") -> set[str]:
    config = load_file_config(write(folder, text), RULES)
    return {rule.code for rule in config.enabled(RULES, str(folder / path))}


def test_select_takes_codes_families_and_names(tmp_path: Path) -> None:
    chosen = enabled(tmp_path, 'select = ["DAT001", "noncanonical-venue", "duplicates"]')
    assert chosen == {"DAT001", "VEN001", *(rule.code for rule in RULES.members("DUP"))}


def test_ignore_leaves_out(tmp_path: Path) -> None:
    assert "VEN001" not in enabled(tmp_path, 'ignore = ["VEN"]')


def test_a_code_beats_its_family(tmp_path: Path) -> None:
    assert enabled(tmp_path, 'select = ["VEN001"]\nignore = ["VEN"]') == {"VEN001"}


def test_per_file_ignores(tmp_path: Path) -> None:
    text = '[per-file-ignores]\n"archive/*.md" = ["DUP"]\n'
    assert "DUP001" not in enabled(tmp_path, text, "archive/old.md")
    assert "DUP001" in enabled(tmp_path, text, "README.md")


@pytest.mark.parametrize(
    "text",
    [
        '[venues]\nnames = "official"\n',
        '[rules.VEN001]\nnames = "official"\n',
        '[rules.noncanonical-venue]\nnames = "official"\n',
    ],
)
def test_options_of_a_rule_and_of_a_family(tmp_path: Path, text: str) -> None:
    config = load_file_config(write(tmp_path, text), RULES)
    rule = RULES.find("VEN001")
    assert rule is not None
    assert config.options_of(rule).names == "official"


def test_a_list_adds_venues_of_its_own(tmp_path: Path) -> None:
    config = load_file_config(write(tmp_path, '[venues]\nextra = ["ZZConf"]\n'), RULES)
    assert config.known_venues is not None
    assert config.known_venues.find("ZZConf") is not None


def test_tables_are_described(tmp_path: Path) -> None:
    text = '[[tables]]\nheaders = ["Title", "Time"]\ncolumns.Time = { role = "venue" }\n'
    [setting] = load_file_config(write(tmp_path, text), RULES).tables
    assert (setting.headers, dict(setting.roles)) == (("Title", "Time"), {"Time": "venue"})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("selct = []", ["selct", "select"]),
        ('select = "VEN"', ["select", "list"]),
        ('select = ["VEN999"]', ["VEN999", "VEN"]),
        ("[venues]\nnames = 3", ["names"]),
        ('[venues]\nnames = "oficial"', ["names", "official"]),
        ("[venues]\nnammes = 1", ["nammes", "names"]),
        ("[rules.VEN01]\nnames = 1", ["VEN01", "VEN001"]),
        ('profile = "strickt"', ["profile", "strict"]),
        ("[[suppress]]\nrule = 'VEN001'", ["suppress"]),
        ("[[tables]]\nkind = 'ignore'", ["headers"]),
        ('required-version = ">=99"', ["99"]),
        ("= broken", ["TOML"]),
        ("x = " + "1" * 5000, ["TOML"]),
        ("x = " + "[" * 5000, ["nested"]),
        ("a." * 50_000 + "a = 1", ["too many parts"]),
        ("# " + "x" * 300_000, ["too large"]),
        ("exclude = [1]", ["exclude", "string"]),
        ('exclude = ["../drafts"]', ["exclude", "../drafts", "leads out"]),
        ('exclude = ["[drafts"]', ["exclude", "[drafts", "without"]),
        ('exclude = [""]', ["exclude", "names no file"]),
        ('[per-file-ignores]\n"docs/[a-c" = ["VEN"]', ["per-file-ignores.docs/[a-c", "without"]),
        ("select = []", ["select", "no rule"]),
        ("[[suppress]]\nrule = 'VEN001'\nentri = 'x'", ["entri", "entry"]),
        ("[[tables]]\nheaders = ['a']\ncolumns.a = { role = 'venu' }", ["columns.a.role", "'venue'"]),
        ("[[tables]]\nheaders = ['a']\ncolumns.b = { role = 'venue' }", ["columns.b", "headers"]),
        ("[venues]\nextra = [1]", ["venues.extra"]),
        ("online = true\noffline = true", ["offline", "contradicts"]),
        ("fail-on = 'err'", ["fail-on", "'error'"]),
    ],
)
def test_a_wrong_config_is_told_in_one_line_with_file_and_key(
    tmp_path: Path, text: str, words: list[str]
) -> None:
    with pytest.raises(ConfigError) as caught:
        load_file_config(write(tmp_path, text), RULES)
    message = str(caught.value)
    assert all(word in message for word in ["awesomelint.toml", *words])
    assert "\n" not in message


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "list" / ".git").mkdir(parents=True)
    (tmp_path / "list" / "docs").mkdir()
    monkeypatch.chdir(tmp_path / "list")
    return tmp_path / "list"


def test_the_nearest_config_up_to_the_repository_counts(repository: Path) -> None:
    write(repository.parent, 'select = ["DUP"]')
    write(repository, 'select = ["VEN"]')
    write(repository / "docs", 'select = ["DAT"]')
    settings = load_settings(RULES)
    assert settings.for_path("docs/README.md").selection.select == ("DAT",)
    assert settings.for_path("README.md").selection.select == ("VEN",)


def test_no_config_is_taken_from_above_the_repository(repository: Path) -> None:
    write(repository.parent, 'select = ["DUP"]')
    assert load_settings(RULES).for_path("README.md").selection.select is None


def test_pyproject_counts_with_a_table_of_ours(repository: Path) -> None:
    write(repository, '[tool.awesomelint]\nignore = ["DUP"]\n', "pyproject.toml")
    assert load_settings(RULES).for_path("README.md").selection.ignore == ("DUP",)


@pytest.mark.parametrize(
    "text",
    [
        'exclude = ["drafts", "**/old/*.md", "[!a-c]*.md", "[]x].md", "[[]draft].md", "./docs"]',
        'select = []\nextend-select = ["VEN001"]',
    ],
)
def test_patterns_and_selections_that_mean_something(tmp_path: Path, text: str) -> None:
    file = write(tmp_path, text)
    assert load_file_config(file, RULES).file == file


def test_two_configs_in_one_folder_are_an_error(repository: Path) -> None:
    write(repository, "")
    write(repository, "", ".awesomelint.toml")
    with pytest.raises(ConfigError, match="two configs"):
        load_settings(RULES).for_path("README.md")


@pytest.mark.parametrize(
    ("config", "environ", "flags", "fail_on", "origin"),
    [
        ("", {}, Flags(), "warning", "default"),
        ("fail-on = 'error'", {}, Flags(), "error", "awesomelint.toml"),
        ("fail-on = 'error'", {"AWESOMELINT_FAIL_ON": "info"}, Flags(), "info", "AWESOMELINT_FAIL_ON"),
        ("", {"AWESOMELINT_FAIL_ON": "info"}, Flags(fail_on=Severity.ERROR), "error", "command line"),
    ],
)
def test_flag_before_environment_before_config_before_default(
    repository: Path, config: str, environ: dict[str, str], flags: Flags, fail_on: str, origin: str
) -> None:
    write(repository, config)
    settings = load_settings(RULES, flags, environ=environ)
    [setting] = [setting for setting in settings.run_settings if setting.key == "fail-on"]
    assert (settings.run.fail_on.value, setting.value) == (fail_on, fail_on)
    assert origin in setting.origin


@pytest.mark.parametrize(
    ("config", "environ", "is_online"),
    [
        ("", {}, True),
        ("offline = true", {}, False),
        ("offline = true", {"AWESOMELINT_OFFLINE": "0"}, True),
        ("offline = false", {}, True),
        ("online = true", {"AWESOMELINT_OFFLINE": "1"}, False),
        ("", {"AWESOMELINT_ONLINE": "yes"}, True),
    ],
)
def test_online_and_offline_are_one_switch(
    repository: Path, config: str, environ: dict[str, str], is_online: bool
) -> None:
    write(repository, config)
    assert load_settings(RULES, environ=environ).run.online is is_online


def test_a_wrong_variable_is_named(repository: Path) -> None:
    with pytest.raises(ConfigError, match=r"AWESOMELINT_SHOW.*'wrning'.*did you mean 'warning'"):
        load_settings(RULES, environ={"AWESOMELINT_SHOW": "wrning"})


def test_a_lists_own_config_does_not_settle_the_run(repository: Path) -> None:
    write(repository / "docs", "offline = true")
    settings = load_settings(RULES, environ={})
    assert settings.for_path("docs/README.md").file == repository / "docs" / "awesomelint.toml"
    assert settings.run.online is True


def test_a_config_that_is_named_counts_for_all_files(repository: Path) -> None:
    write(repository, 'select = ["VEN"]')
    named = write(repository / "docs", 'select = ["DUP"]', "strict.toml")
    settings = load_settings(RULES, Flags(config=named))
    assert settings.for_path("README.md").selection.select == ("DUP",)


def test_isolated_means_no_config(repository: Path) -> None:
    write(repository, "broken")
    assert load_settings(RULES, Flags(isolated=True)).for_path("README.md").file is None


def test_patterns_count_from_the_configs_folder(repository: Path) -> None:
    write(repository, 'exclude = ["docs/*.zh.md", "archive"]')
    settings = load_settings(RULES)
    names = ["docs/README.zh.md", "archive/2019/README.md", "README.zh.md", "docs/README.md"]
    assert [settings.for_path(name).excludes(name) for name in names] == [True, True, False, False]


def test_a_pyproject_that_does_not_mention_us_is_not_read(repository: Path) -> None:
    write(repository, "broken", "pyproject.toml")
    assert load_settings(RULES).for_path("README.md").file is None


def test_what_a_setting_is_and_who_made_it_are_shown(repository: Path) -> None:
    write(repository, 'ignore = ["DUP"]\n[venues]\nnames = "official"\n')
    shown = {s.key: (s.value, s.origin) for s in load_settings(RULES, environ={}).shown("README.md")}
    assert shown["ignore"] == (("DUP",), "awesomelint.toml")
    assert shown["rules.VEN001.names"] == ("official", "awesomelint.toml")
    assert shown["exclude"] == ((), "default")


@dataclass(frozen=True)
class AllKinds:
    """Options of every type that a rule may have."""

    switch: bool = False
    count: int = 0
    share: float = 0.5
    word: str = ""
    choice: Literal["a", "b"] = "a"
    level: Severity = Severity.INFO
    day: date | None = None
    words: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    by_name: Mapping[str, int] = field(default_factory=dict)


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("switch", True, True),
        ("count", 3, 3),
        ("share", 1, 1.0),
        ("word", "x", "x"),
        ("choice", "b", "b"),
        ("level", "error", Severity.ERROR),
        ("day", date(2025, 1, 31), date(2025, 1, 31)),
        ("words", ["a", "b"], ("a", "b")),
        ("names", ["a", "a"], frozenset({"a"})),
        ("by_name", {"a": 1}, {"a": 1}),
    ],
)
def test_options_are_taken_in_their_type(key: str, value: object, expected: object) -> None:
    taken = fitting(AllKinds, key)(value)
    assert (taken, type(taken)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("switch", 1, "true or false"),
        ("switch", "true", "true or false"),
        ("count", True, "whole number"),
        ("count", 1.5, "whole number"),
        ("share", "1", "number"),
        ("word", 1, "string"),
        ("choice", "c", "none of a, b"),
        ("choice", [], "none of a, b"),
        ("level", "eror", "did you mean 'error'"),
        ("day", datetime(2025, 1, 31, tzinfo=timezone.utc), "a date such as"),
        ("words", "a", "a list"),
        ("words", [1], "string"),
        ("by_name", [], "a table"),
        ("by_name", {"a": "b"}, "whole number"),
    ],
)
def test_options_of_another_type_are_refused(key: str, value: object, message: str) -> None:
    with pytest.raises(UnfitError, match=message):
        fitting(AllKinds, key)(value)


@pytest.mark.parametrize(
    ("requirement", "fits"),
    [
        ("0.2.1", True),
        ("==0.2.1", True),
        (">=0.2", True),
        (">=0.2, <1", True),
        (">0.2.1", False),
        ("<0.2", False),
        ("!=0.2.1", False),
        (">=0.2, <0.2.1", False),
    ],
)
def test_required_versions(requirement: str, fits: bool) -> None:
    assert satisfies("0.2.1", requirement) is fits


@pytest.mark.parametrize("requirement", ["", "~=1", "latest", ">=", "1.x", ">=1;<2"])
def test_what_is_no_version_is_refused(requirement: str) -> None:
    with pytest.raises(ValueError, match="version requirement"):
        satisfies("0.2.1", requirement)


@pytest.mark.parametrize(
    ("pattern", "path", "is_meant"),
    [
        ("vendor", "a/vendor/x.md", True),
        ("*.zh.md", "docs/README.zh.md", True),
        ("docs/*.md", "docs/a.md", True),
        ("docs/*.md", "x/docs/a.md", False),
        ("docs/*.md", "docs/x/a.md", False),
        ("**/old/**", "a/old/b", True),
        ("**/old/**", "old/b", True),
        ("docs/", "docs/a/b.md", True),
        ("docs/a", "docs/a/b.md", True),
        ("docs/a", "docs/b", False),
        ("", "a.md", False),
        ("a*" * 30 + "b", "a" * 200, False),
        ("**/" * 30 + "b", "a/" * 60 + "c", False),
    ],
)
def test_patterns(pattern: str, path: str, is_meant: bool) -> None:
    assert globs.matches(pattern, path) is is_meant


def test_flags_go_before_the_config(repository: Path) -> None:
    write(repository, 'select = ["DUP"]')
    settings = load_settings(RULES, Flags(select=("VEN",)))
    assert settings.for_path("README.md").selection.select == ("VEN",)
