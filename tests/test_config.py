"""What a list's config says, and how a wrong one is told."""

from pathlib import Path

import pytest

from awesomelint.config import ConfigError, Flags, load_settings
from awesomelint.config.lists import load_file_config
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


def test_two_configs_in_one_folder_are_an_error(repository: Path) -> None:
    write(repository, "")
    write(repository, "", ".awesomelint.toml")
    with pytest.raises(ConfigError, match="two configs"):
        load_settings(RULES).for_path("README.md")


def test_flags_go_before_the_config(repository: Path) -> None:
    write(repository, 'select = ["DUP"]')
    settings = load_settings(RULES, Flags(select=("VEN",)))
    assert settings.for_path("README.md").selection.select == ("VEN",)
