"""`[links]` and what else a config says about looking links up."""

from pathlib import Path

import pytest

from awesomelint.config import ConfigError, Flags, LinkSettings, load_settings
from awesomelint.config.links import united
from awesomelint.config.lists import load_file_config
from awesomelint.facts.web import HostManners
from awesomelint.plugins import load_rules

RULES, _ = load_rules()


def load(folder: Path, text: str) -> LinkSettings:
    file = folder / "awesomelint.toml"
    file.write_text(text, encoding="utf-8")
    return load_file_config(file, RULES).links


def test_hosts_and_patterns_are_read(tmp_path: Path) -> None:
    links = load(
        tmp_path,
        '[links]\nexclude = ["*.example.com", "https://example.org/x/*"]\n'
        '[links.hosts]\n"Slow.Example.org:8443" = { at-once = 1, pace = 2.5 }\n'
        '"bücher.example" = { accept = [403, 999] }\n',
    )
    assert links.exclude == ("*.example.com", "https://example.org/x/*")
    assert links.hosts == {
        "slow.example.org:8443": HostManners(1, 2.5),
        "xn--bcher-kva.example": HostManners(accept=frozenset({403, 999})),
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[links]\nexcude = []", ["links.excude", "did you mean 'exclude'"]),
        ("[links]\nexclude = 'a'", ["links.exclude", "a list of patterns", "'a'"]),
        ("[links]\nexclude = ['']", ["links.exclude", "1 to 300 characters"]),
        (f"[links]\nexclude = ['{'*a' * 200}']", ["links.exclude", "1 to 300 characters"]),
        (f"[links]\nexclude = {['a'] * 201}", ["links.exclude", "201 patterns are too many"]),
        ("[links]\nhosts = 1", ["links.hosts", "a table"]),
        ("[links.hosts.'a b']", ["links.hosts.a b", "no host"]),
        ("[links.hosts.'https://a.b']", ["links.hosts.https://a.b", "no host"]),
        ("[links.hosts.'a.b/c']", ["links.hosts.a.b/c", "without scheme and path"]),
        ("[links.hosts.'x@a.b']", ["links.hosts.x@a.b", "no host"]),
        ("[links.hosts.'a.b']\n[links.hosts.'A.b']", ["links.hosts.A.b", "twice"]),
        ("[links.hosts.'a.b']\nat-onc = 1", ["links.hosts.a.b.at-onc", "did you mean 'at-once'"]),
        ("[links.hosts.'a.b']\nat-once = 0", ["at-once", "a whole number from 1 to 16"]),
        ("[links.hosts.'a.b']\nat-once = 1000", ["at-once", "a whole number from 1 to 16"]),
        ("[links.hosts.'a.b']\nat-once = true", ["at-once", "a whole number", "true"]),
        ("[links.hosts.'a.b']\npace = -1", ["pace", "a number from 0 to 60"]),
        ("[links.hosts.'a.b']\npace = nan", ["pace", "a number from 0 to 60"]),
        ("[links.hosts.'a.b']\naccept = 403", ["accept", "a list of status codes"]),
        ("[links.hosts.'a.b']\naccept = [20]", ["accept", "a whole number from 100 to 999"]),
        ("[links.hosts.'api.github.com']\naccept = [404]", ["api.github.com", "answers of an API"]),
        ("[links]\nproviders = 'arxiv'", ["links.providers", "a list of github, arxiv"]),
        ("[links]\nproviders = ['arXiv']", ["links.providers", "did you mean 'arxiv'"]),
        ("[links]\nproviders = ['https://evil.example']", ["links.providers", "is none of github, arxiv"]),
        ("[links.providers]\narxiv = 'https://evil.example'", ["links.providers"]),
        ("[links]\ngithub-token = 'x'", ["links.github-token"]),
        ("[links.hosts.'a.b']\nheaders = {}", ["unknown key", "headers"]),
        ("[links.hosts.'a.b']\ntoken = 'x'", ["unknown key", "token"]),
        ("max-time = '1'", ["max-time", "a number from 0 on"]),
        ("max-age = -1", ["max-age", "a number from 0 on"]),
        ("require-coverage = 101", ["require-coverage", "a number from 0 to 100"]),
        ("require-coverag = 1", ["require-coverag", "did you mean 'require-coverage'"]),
        ("allow-private-addresses = true", ["unknown key"]),
        ("history = 'x'", ["unknown key"]),
    ],
)
def test_what_is_wrong_is_told_in_one_line(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    message = str(caught.value)
    assert all(word in message for word in ["awesomelint.toml", *words])
    assert "\n" not in message


def test_the_gentler_limits_of_several_configs_count() -> None:
    one = LinkSettings(("a", "b"), {"x": HostManners(2, 1.0, frozenset({403}))})
    other = LinkSettings(
        ("b", "c"), {"x": HostManners(3, None, frozenset({429})), "y": HostManners(pace=2.0)}
    )
    assert united([one, other]) == LinkSettings(
        ("a", "b", "c"), {"x": HostManners(2, 1.0, frozenset({403, 429})), "y": HostManners(pace=2.0)}
    )


@pytest.mark.parametrize(
    ("environ", "flags", "expected"),
    [
        ({}, Flags(), (30.0, 2.0, 80.0)),
        ({"AWESOMELINT_MAX_TIME": "60", "AWESOMELINT_MAX_AGE": "0.5"}, Flags(), (60.0, 0.5, 80.0)),
        ({"AWESOMELINT_REQUIRE_COVERAGE": "90"}, Flags(max_time=0.0, max_age=0.0), (0.0, 0.0, 90.0)),
    ],
)
def test_flag_before_environment_before_config(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    environ: dict[str, str],
    flags: Flags,
    expected: tuple[float, float, float],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "awesomelint.toml").write_text("max-time = 30\nmax-age = 2\nrequire-coverage = 80\n")
    run = load_settings(RULES, flags, environ=environ).run
    assert (run.max_time, run.max_age, run.require_coverage) == expected


@pytest.mark.parametrize("text", ["soon", "-1", "nan", "1,5"])
def test_a_wrong_variable_is_named(text: str) -> None:
    with pytest.raises(ConfigError, match=r"AWESOMELINT_MAX_TIME: expected a number from 0 on"):
        load_settings(RULES, environ={"AWESOMELINT_MAX_TIME": text})


def test_they_are_shown_with_who_made_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "awesomelint.toml").write_text(
        "max-age = 2\n[links]\nexclude = ['a.b']\n[links.hosts.'c.d']\naccept = [403]\n"
    )
    shown = {s.key: (s.value, s.origin) for s in load_settings(RULES, environ={}).shown("README.md")}
    assert shown["max-age"] == (2.0, "awesomelint.toml")
    assert shown["max-time"] == (None, "default")
    assert shown["links.exclude"] == (("a.b",), "awesomelint.toml")
    assert shown["links.hosts"] == ({"c.d": {"accept": [403]}}, "awesomelint.toml")


def test_a_config_chooses_among_the_providers(tmp_path: Path) -> None:
    usual = load(tmp_path, "")
    assert usual.enabled_providers == ("github", "arxiv", "doi", "huggingface", "youtube")
    assert load(tmp_path, "[links]\nproviders = []").enabled_providers == ()
    chosen = load(tmp_path, "[links]\nproviders = ['wayback', 'arxiv']")
    assert chosen.enabled_providers == ("wayback", "arxiv")
    assert united([usual, chosen, LinkSettings(providers=("doi",))]).enabled_providers == (
        "wayback",
        "arxiv",
        "doi",
    )
