"""What the README shows is true."""

import re
from datetime import date
from pathlib import Path

from awesomelint.config.lists import load_file_config
from awesomelint.linter import lint
from awesomelint.plugins import load_rules
from awesomelint.source import decode

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
RULES, _ = load_rules()


def block(language: str, containing: str) -> str:
    blocks = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    [found] = [text for text in blocks if containing in text]
    return found


def test_the_suppression_keeps_exactly_one_finding_quiet() -> None:
    source = decode(block("markdown", "disable-next-line").encode(), "README.md")
    [result] = lint([source], RULES, today=date(2026, 1, 1)).files
    assert (result.diagnostics, result.suppressed) == ((), 1)


def test_the_config_is_valid(tmp_path: Path) -> None:
    file = tmp_path / "awesomelint.toml"
    file.write_text(block("toml", "[venues]"), encoding="utf-8")
    assert load_file_config(file, RULES).tables[0].headers == ("Title", "Time")


def test_the_configs_for_links_are_valid(tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parent.parent / "docs" / "links.md").read_text(encoding="utf-8")
    [detailed] = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    hosts = []
    for number, text in enumerate((block("toml", "[links]"), detailed)):
        file = tmp_path / f"{number}.toml"
        file.write_text(text, encoding="utf-8")
        hosts.append(set(load_file_config(file, RULES).links.hosts))
    assert hosts == [{"slow.example.org"}, {"slow.example.org", "shop.example.org"}]


def test_the_printed_finding_is_what_the_command_prints() -> None:
    path = "fixtures/bad/papers.zh.md"
    source = decode((Path(__file__).resolve().parent.parent / path).read_bytes(), path)
    first = block("text", path).split("\n")[0]
    found = [
        f"{d.path}:{d.start.line}:{d.start.column}: {d.severity.value} {d.rule} {d.name}: {d.message}"
        for d in lint([source], RULES).diagnostics
    ]
    assert first in found
