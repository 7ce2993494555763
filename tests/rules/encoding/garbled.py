"""Garbled lists for tests of the rules about encoding, and what the rules and their fixes make of them."""

import subprocess
from pathlib import Path

from awesomelint.diagnostics import Diagnostic
from awesomelint.document import parse
from awesomelint.fixer import fix
from awesomelint.linter import Linter
from awesomelint.mojibake import Channel, garble
from awesomelint.rule import Rule
from awesomelint.ruleset import RuleSet
from awesomelint.source import decode
from awesomelint_rules.encoding.mojibake import Mojibake

LOST = frozenset({0x81, 0x8D, 0x8E, 0x8F, 0x90, 0x9D, 0x9E, 0xAD})
AS_1252 = (Channel("utf-8", "cp1252"),)
AS_1254_WITH_LOSS = (Channel("utf-8", "cp1254", LOST),)

LIST = """# 多模态大模型论文

## 目录

- [综述与评测](#综述与评测)
- [幻觉的缓解](#幻觉的缓解)
- [视频理解](#视频理解)

## 综述与评测

- [A Survey on Multimodal Large Language Models](https://arxiv.org/abs/2306.13549) - 第一篇系统的综述

## 幻觉的缓解

- [Woodpecker](https://arxiv.org/abs/2310.16045) - 不用训练就能纠正幻觉，效果很好

## 视频理解

- [Video-ChatGPT](https://arxiv.org/abs/2306.05424) - 针对视频的对话模型，含数据集
"""


def damaged(text: str, *layers: Channel) -> str:
    """The text as the damage leaves it."""
    return garble(text, layers)


def fixed_bytes(data: bytes, *rules: Rule, path: str = "list.md", unsafe: bool = False) -> bytes:
    """The bytes of a list after the fixes, none of which failed."""
    result = fix(Linter(RuleSet(rules or (Mojibake(),))), [decode(data, path)], unsafe=unsafe)
    assert result.faults == ()
    return result.files[0].source.data


def fixed(text: str, *rules: Rule, path: str = "list.md", unsafe: bool = False) -> str:
    """The text of a list after the fixes."""
    return fixed_bytes(text.encode(), *rules, path=path, unsafe=unsafe).decode()


def found(text: str, *rules: Rule, path: str = "list.md") -> list[Diagnostic]:
    """What is said of a list, by rules of which none failed."""
    linter = Linter(RuleSet(rules or (Mojibake(),)))
    result = linter.conclude(linter.examine_all([decode(text.encode(), path)]))
    assert result.faults == ()
    return list(result.diagnostics)


def dead_fragments(text: str) -> list[str]:
    """The links within a list that lead to no heading of it."""
    document = parse(decode(text.encode()))
    names = {section.slug for section in document.sections}
    return [link.url for link in document.links if link.url.startswith("#") and link.url[1:] not in names]


def commit(folder: Path, text: str, name: str = "README.md") -> None:
    """Keep a list in the git repository of a folder, which is made where there is none."""
    (folder / name).write_text(text, encoding="utf-8")
    if not (folder / ".git").exists():
        git(folder, "init", "-q", ".")
    git(folder, "add", name)
    git(folder, "commit", "-q", "-m", "Keep")


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)
