"""What a commit has garbled, the command restores from a real repository, except for what the commit really changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from awesomelint.mojibake import Channel, garble
from checkouts import commit, git, write
from cli.harness import Run

CLEAN = """# 多模态大模型论文

## 目录

- [综述与评测](#综述与评测)
- [幻觉的缓解](#幻觉的缓解)

## 综述与评测

- [A Survey](https://arxiv.org/abs/2306.13549) - 第一篇系统的综述，含有代码
- [An Evaluation](https://arxiv.org/abs/2306.13394) - 全面的评测基准与排行榜

## 幻觉的缓解

| 标题 | 年份 | 说明 |
| --- | --- | --- |
| Woodpecker | 2023 | 不用训练就能纠正幻觉 |
| Video-ChatGPT | 2023 | 针对视频的对话模型 |
"""
LOST_1252 = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})
LOST_1254 = frozenset({0x81, 0x8D, 0x8E, 0x8F, 0x90, 0x9D, 0x9E, 0xAD})
DAMAGES = {
    "windows-1252": (Channel("utf-8", "cp1252"),),
    "windows-1252 with loss": (Channel("utf-8", "cp1252", LOST_1252),),
    "windows-1254 with loss": (Channel("utf-8", "cp1254", LOST_1254),),
    "windows-1251": (Channel("utf-8", "cp1251"),),
    "Mac OS Roman": (Channel("utf-8", "mac-roman"),),
    "twice, with loss": (Channel("utf-8", "cp1254", LOST_1254),) * 2,
    "GBK": (Channel("utf-8", "gbk"),),
    "Shift-JIS": (Channel("utf-8", "cp932"),),
    "GBK read as Latin-1": (Channel("gbk", "latin-1"),),
}
LOSSY = DAMAGES["windows-1254 with loss"]


def damaged(text: str, *layers: Channel) -> str:
    """Each line of a text after the damage: a line end never takes part in it."""
    return "\n".join(line if line.isascii() else garble(line, layers) for line in text.split("\n"))


def fix(run: Run, *paths: str) -> int:
    return run("check", "--offline", "--select=ENC", "--fix", *(paths or ("README.md",))).code


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


@pytest.fixture
def repository(folder: Path) -> Path:
    """A repository with the clean list, as the working directory."""
    (folder / ".git").rmdir()
    commit(folder, {"README.md": CLEAN})
    return folder


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_commit_that_garbled_the_list(run: Run, repository: Path, damage: str) -> None:
    commit(repository, {"README.md": damaged(CLEAN, *DAMAGES[damage])})
    assert fix(run) == 0
    assert text_of(repository / "README.md") == CLEAN


CHANGES: dict[str, Callable[[str], str]] = {
    "words changed": lambda text: text.replace("Woodpecker", "The Woodpecker").replace("2306.13549", "2306.13550"),
    "a row added": lambda text: text + "| New | 2024 | nothing else |\n",
    "a row moved": lambda text: text.replace(row := "| Woodpecker | 2023 | 不用训练就能纠正幻觉 |\n", "") + row,
    "a row deleted": lambda text: text.replace("| Woodpecker | 2023 | 不用训练就能纠正幻觉 |\n", ""),
    "a heading and its link renamed": lambda text: text.replace("综述与评测](", "综述与评测 2024](")
    .replace("#综述与评测", "#综述与评测-2024")
    .replace("## 综述与评测", "## 综述与评测 2024"),
    "text replaced": lambda text: text.replace("第一篇系统的综述，含有代码", "first of its kind"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_what_the_commit_changed_as_well_stays_changed(run: Run, repository: Path, change: str) -> None:
    changed = CHANGES[change](CLEAN)
    commit(repository, {"README.md": damaged(changed, *LOSSY)})
    assert fix(run) == 0
    assert text_of(repository / "README.md") == changed


def test_edits_after_the_commit_stay(run: Run, repository: Path) -> None:
    garbled = damaged(CLEAN, *LOSSY)
    commit(repository, {"README.md": garbled})
    row = "- [Later](https://example.org) - 后来加的一行\n"
    for text in (garbled.replace("An Evaluation", "The Evaluation"), garbled + row):
        commit(repository, {"README.md": text})
    assert fix(run) == 0
    assert text_of(repository / "README.md") == CLEAN + row


def test_a_list_that_is_not_committed_yet(run: Run, repository: Path) -> None:
    write(repository, {"README.md": damaged(CLEAN, *LOSSY)})
    assert fix(run) == 0
    assert text_of(repository / "README.md") == CLEAN


def test_a_list_that_was_renamed_at_once(run: Run, repository: Path) -> None:
    git(repository, "rm", "--quiet", "README.md")
    commit(repository, {"docs/list.md": damaged(CLEAN, *LOSSY)})
    assert fix(run, "docs/list.md") == 0
    assert text_of(repository / "docs" / "list.md") == CLEAN


def test_line_ends_that_changed_at_once(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": damaged(CLEAN, *LOSSY).replace("\n", "\r\n")})
    assert fix(run) == 0
    assert text_of(repository / "README.md") == CLEAN.replace("\n", "\r\n")


def test_two_kinds_of_damage_in_one_list(run: Run, repository: Path) -> None:
    half = CLEAN.index("## 幻觉")
    halves = damaged(CLEAN[:half], *LOSSY) + damaged(CLEAN[half:], *DAMAGES["GBK"])
    commit(repository, {"README.md": halves})
    assert fix(run) == 0
    assert text_of(repository / "README.md") == CLEAN


def test_a_few_garbled_lines_of_a_clean_list(run: Run, repository: Path) -> None:
    row = "| Woodpecker | 2023 | 不用训练就能纠正幻觉 |"
    commit(repository, {"README.md": CLEAN.replace(row, damaged(row, *LOSSY))})
    assert fix(run) == 0
    assert text_of(repository / "README.md") == CLEAN


def test_a_clean_list_beside_one_that_was_always_garbled(run: Run, repository: Path) -> None:
    commit(repository, {"docs/README.md": damaged(CLEAN, *LOSSY)})
    assert fix(run, "docs/README.md") == 0
    assert text_of(repository / "docs" / "README.md") == CLEAN


def test_a_garbled_side_that_was_merged(run: Run, repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "side")
    commit(repository, {"README.md": damaged(CLEAN, *LOSSY)})
    git(repository, "checkout", "--quiet", "main")
    commit(repository, {"other.txt": "something else\n"})
    git(repository, "merge", "--quiet", "--no-edit", "side")
    assert fix(run) == 0
    assert text_of(repository / "README.md") == CLEAN


def test_a_shallow_clone_has_no_past_and_guesses_nothing(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": damaged(CLEAN, *LOSSY)})
    git(repository, "clone", "--quiet", "--depth=1", repository.as_uri(), "clone")
    assert fix(run, "clone/README.md") == 1
    lines = zip(
        text_of(repository / "clone" / "README.md").split("\n"),
        CLEAN.split("\n"),
        damaged(CLEAN, *LOSSY).split("\n"),
        strict=True,
    )
    assert all(line in (clean, garbled) for line, clean, garbled in lines)
