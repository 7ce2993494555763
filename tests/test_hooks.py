"""The pre-commit hooks, run by the real pre-commit in real repositories."""

import json
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from checkouts import commit, copy_of_this_repository, environment, git, run, write
from conftest import ROOT
from facts.web.servers import Server, response

HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
PRE_COMMIT = (sys.executable, "-m", "pre_commit")
GOOD = "# A List\n\n- [Scaling Laws](https://arxiv.org/abs/2001.08361) - How loss falls.\n"
BAD = "# A List\n\n- [Scaling Laws](arxiv.org/abs/2001.08361) - How loss falls.\n"
"""A link without its scheme: an error, and a safe fix."""


@dataclass(frozen=True)
class Hooks:
    """A repository with the hooks, and where pre-commit keeps what it built of them."""

    repository: Path
    revision: str
    home: Path

    def config(self, *hooks: str | Mapping[str, Any]) -> str:
        """A `.pre-commit-config.yaml` with some of the hooks."""
        chosen = [{"id": hook} if isinstance(hook, str) else hook for hook in hooks]
        return json.dumps({"repos": [{"repo": str(self.repository), "rev": self.revision, "hooks": chosen}]})

    def run(self, folder: Path, *arguments: str) -> tuple[int, str]:
        """The exit code and the output of pre-commit."""
        done = run(folder, *PRE_COMMIT, *arguments, env=self.environment())
        return done.returncode, done.stdout

    def environment(self) -> dict[str, str]:
        return environment(PRE_COMMIT_HOME=str(self.home), PRE_COMMIT_COLOR="never")


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Hooks:
    """The hooks of this repository; what pre-commit builds of them is built once for all tests."""
    folder = tmp_path_factory.mktemp("hooks")
    revision = copy_of_this_repository(folder / "awesomelint")
    return Hooks(folder / "awesomelint", revision, folder / "home")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit, in a folder with a name of its own."""
    commit(tmp_path / "my list", {"LICENSE": "x\n"})
    return tmp_path / "my list"


def staged(folder: Path, files: Mapping[str, str]) -> None:
    write(folder, files)
    git(folder, "add", "--all")


def check(
    hooks: Hooks, repository: Path, files: Mapping[str, str], *chosen: str | Mapping[str, Any]
) -> tuple[int, str]:
    """Run hooks over staged files."""
    staged(repository, {**files, ".pre-commit-config.yaml": hooks.config(*(chosen or ("awesomelint",)))})
    return hooks.run(repository, "run")


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize(
    "name",
    [
        "README.md", "readme.md", "docs/Readme.markdown", "README.zh-CN.md", "README_en.md", "README-fr.md",
        ".github/README.md", "my list/README.中文.md",
    ],
)  # fmt: skip
def test_readmes_in_all_spellings_are_looked_at(hook: str, name: str) -> None:
    assert re.search(HOOKS[hook]["files"], name)


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "README.rst", "README", "notreadme.md", "README.md.bak"])
def test_other_files_are_left_alone(hook: str, name: str) -> None:
    assert not re.search(HOOKS[hook]["files"], name)


def test_only_the_links_hook_asks_the_network_and_not_at_a_commit() -> None:
    assert [name for name, hook in HOOKS.items() if "--offline" not in hook["entry"].split()] == [
        "awesomelint-links"
    ]
    assert HOOKS["awesomelint-links"]["stages"] == ["pre-push", "manual"]
    assert all(hook["require_serial"] for hook in HOOKS.values())


def test_the_fix_hook_applies_no_unsafe_fix() -> None:
    assert HOOKS["awesomelint-fix"]["entry"].split() == ["awesomelint", "check", "--offline", "--fix"]


def test_a_commit_is_refused_mended_and_accepted(hooks: Hooks, repository: Path) -> None:
    config = hooks.config("awesomelint", {"id": "awesomelint-fix", "stages": ["manual"]})
    commit(repository, {".pre-commit-config.yaml": config})
    hooks.run(repository, "install")
    staged(repository, {"README.md": BAD})

    refused = run(repository, "git", "commit", "-m", "add a list", env=hooks.environment())
    assert refused.returncode == 1
    assert "README.md:3:18: error LNK001 missing-scheme: " in refused.stdout
    assert (repository / "README.md").read_text("utf-8") == BAD

    code, mended = hooks.run(repository, "run", "--hook-stage", "manual", "awesomelint-fix")
    assert (code, "files were modified by this hook" in mended) == (1, True)
    assert (repository / "README.md").read_text("utf-8") == GOOD

    git(repository, "add", "README.md")
    accepted = run(repository, "git", "commit", "-m", "add a list", env=hooks.environment())
    assert accepted.returncode == 0, accepted.stdout
    assert git(repository, "show", "HEAD:README.md") == GOOD.strip()


def test_what_cannot_be_mended_keeps_the_commit_refused(hooks: Hooks, repository: Path) -> None:
    text = "| Title | Date |\n| --- | --- |\n| [A](https://arxiv.org/abs/2001.08361) | 2020-02-30 |\n"
    code, output = check(hooks, repository, {"README.md": text}, "awesomelint-fix")
    assert (code, "DAT001" in output, "files were modified" in output) == (1, True, False)


def test_a_config_of_the_repository_counts(hooks: Hooks, repository: Path) -> None:
    assert check(hooks, repository, {"README.md": BAD, "awesomelint.toml": 'ignore = ["LNK001"]\n'})[0] == 0


def test_a_wrong_config_is_said(hooks: Hooks, repository: Path) -> None:
    code, output = check(hooks, repository, {"README.md": GOOD, "awesomelint.toml": 'ignroe = ["LNK001"]\n'})
    assert (code, "awesomelint.toml: " in output and "ignroe" in output) == (1, True)


def test_names_with_blanks_and_chinese_characters(hooks: Hooks, repository: Path) -> None:
    names = ["我的 列表/README.md", "a b/README.中文.md"]
    code, output = check(hooks, repository, {**dict.fromkeys(names, BAD), "论文 列表.md": BAD})
    assert code == 1
    assert [name for name in names if f"{name}:3:18: error LNK001" in output] == names
    assert "论文" not in output


def test_a_repository_can_name_its_lists(hooks: Hooks, repository: Path) -> None:
    hook = {"id": "awesomelint", "files": "^论文 列表\\.md$"}
    code, output = check(hooks, repository, {"论文 列表.md": BAD, "README.md": BAD}, hook)
    assert (code, "论文 列表.md:3:18: error" in output, "README.md:3" in output) == (1, True, False)


def test_several_files_are_one_run(hooks: Hooks, repository: Path) -> None:
    others = {
        f"part{number}/README.md": BAD.replace("2001.08361", f"2001.{number:05}") for number in range(1, 40)
    }
    assert "Found 39 errors in 39 files." in check(hooks, repository, others)[1]


def lists(**entries: list[str]) -> dict[str, str]:
    head = "# A List\n\n| Title | Paper |\n| --- | --- |\n"
    return {
        name: head
        + "".join(f"| Work {paper} | [paper](https://arxiv.org/abs/{paper}) |\n" for paper in papers)
        for name, papers in entries.items()
    }


PAPERS = [f"2310.0{number}" for number in range(1000, 1020)]
WITH_INFOS = {"id": "awesomelint", "args": ["--show", "info", "--select", "DUP", "--fail-on", "info"]}


def test_a_translation_is_no_duplicate_of_its_list(hooks: Hooks, repository: Path) -> None:
    twins = lists(**{"README.md": PAPERS, "README.zh-CN.md": PAPERS})
    assert check(hooks, repository, twins, WITH_INFOS)[0] == 0


def test_but_one_work_in_two_lists_of_a_commit_is(hooks: Hooks, repository: Path) -> None:
    two = lists(**{"README.md": PAPERS[:10], "more/README.md": PAPERS[9:]})
    code, output = check(hooks, repository, two, WITH_INFOS)
    assert (code, output.count("DUP005 work-in-two-files: ")) == (1, 1)


def test_a_list_with_old_faults_is_told_only_what_the_commit_does(hooks: Hooks, repository: Path) -> None:
    commit(repository, {"README.md": BAD})
    hook = {"id": "awesomelint", "args": ["--changed-since", "HEAD"]}
    assert (
        check(
            hooks,
            repository,
            {"README.md": BAD + "- [LoRA](https://arxiv.org/abs/2106.09685) - Ranks.\n"},
            hook,
        )[0]
        == 0
    )
    worse = BAD + "- [LoRA](arxiv.org/abs/2106.09685) - Ranks.\n"
    code, output = check(hooks, repository, {"README.md": worse}, hook)
    assert (code, "README.md:4:10: error LNK001" in output, "README.md:3" in output) == (1, True, False)


def test_links_are_looked_up_before_a_push_and_not_at_a_commit(hooks: Hooks, repository: Path) -> None:
    staged(
        repository, {"README.md": "# A List\n", ".pre-commit-config.yaml": hooks.config("awesomelint-links")}
    )
    assert "awesomelint (links)" not in hooks.run(repository, "run")[1]
    code, output = hooks.run(repository, "run", "--hook-stage", "pre-push", "--all-files")
    assert (code, "awesomelint (links)" in output and "Passed" in output) == (0, True)


def test_before_a_push_every_link_is_asked_for(hooks: Hooks, repository: Path) -> None:
    server = Server()
    alive, dead = server.on("/alive", response(200, "a page")), server.on("/dead", response(404))
    hook = {"id": "awesomelint-links", "args": ["--allow-private-addresses", "--no-history"]}
    text = f"# A List\n\n- [Alive]({alive}) - Is there.\n- [Dead]({dead}) - Is not.\n"
    staged(repository, {"README.md": text, ".pre-commit-config.yaml": hooks.config("awesomelint", hook)})
    assert hooks.run(repository, "run")[0] == 0
    assert server.asked == []
    code, output = hooks.run(repository, "run", "--hook-stage", "pre-push", "--all-files")
    server.close()
    assert {asked.target for asked in server.asked} == {"/alive", "/dead"}
    assert (code, "README.md:4:10: error LNK101 dead-link: " in output, "alive" in output) == (1, True, True)


def test_it_can_be_tried_without_any_config(hooks: Hooks, repository: Path) -> None:
    staged(repository, {"README.md": BAD})
    code, output = hooks.run(repository, "try-repo", str(hooks.repository), "awesomelint", "--all-files")
    assert (code, "README.md:3:18: error LNK001 missing-scheme: " in output) == (1, True)


@pytest.mark.skipif(os.name == "nt", reason="no such file names there")
def test_a_hostile_file_name_is_only_a_name(hooks: Hooks, repository: Path) -> None:
    name = "$(touch pwned);\x1b[2J/README.md"
    code, output = check(hooks, repository, {name: BAD})
    assert (code, (repository / "pwned").exists(), "\x1b" in output) == (1, False, False)
    assert "$(touch pwned);<U+001B>[2J/README.md:3:18: error LNK001" in output
