"""What `docs/providers.md` says of the providers is so."""

import re
from pathlib import Path

from awesomelint.config.lists import load_file_config
from awesomelint.facts.web.provider_settings import BASES, DEFAULT_PROVIDERS
from awesomelint.plugins import load_rules

PAGE = (Path(__file__).resolve().parents[4] / "docs" / "providers.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(\w+)` +\| `([\w.]+)/.*\| (on|off) +\|$", PAGE, re.MULTILINE)


def test_every_provider_is_listed_with_its_host_and_whether_it_is_asked():
    listed = {name: (f"https://{host}", state == "on") for name, host, state in ROWS}
    assert listed == {name: (base, name in DEFAULT_PROVIDERS) for name, base in BASES.items()}


def test_the_config_is_valid(tmp_path):
    [text] = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    file = tmp_path / "awesomelint.toml"
    file.write_text(text, encoding="utf-8")
    assert load_file_config(file, load_rules()[0]).links.enabled_providers == ("github", "arxiv", "wayback")


def test_every_rule_that_it_names_exists_and_asks_the_web():
    rules = {rule.code: rule for rule in load_rules()[0]}
    named = set(re.findall(r"[A-Z]{3}\d{3}", PAGE))
    assert named == {"LNK105", "LNK106", "LNK107", "DAT005", "DAT007", "VEN008"}
    assert all("web" in rules[code].reads | rules[code].consults for code in named)
