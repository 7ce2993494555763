"""`--changed-since`: what a change did, in real git repositories."""

import json
import os
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from checkouts import commit, git, write
from cli.harness import Outcome, Run
from cli.test_check import places
from cli.words import RULES

SCHEMA = json.loads((files("awesomelint.reporters") / "diagnostics.schema.json").read_text("utf-8"))
OLD = "# List\n\n- [one](https://one.example) is wrong.\n"


@pytest.fixture
def repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for a repository, as the working directory, and rules about words."""
    (folder / ".git").rmdir()
    monkeypatch.setattr("awesomelint.cli.run.load_rules", lambda: (RULES, ()))
    return folder


def since(run: Run, revision: str, *arguments: str) -> Outcome:
    return run("check", "--offline", f"--changed-since={revision}", *arguments)


def test_only_what_the_change_adds_is_reported(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD})
    write(repository, {"README.md": f"{OLD}- [two](https://two.example) is wrong.\n"})
    outcome = since(run, "HEAD")
    assert outcome.code == 1
    assert places(outcome.out) == ["README.md:4:33: error WRD001"]
    assert "Found 1 error in README.md. 1 older finding not shown." in outcome.out


def test_a_change_without_faults_passes(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD})
    write(repository, {"README.md": f"{OLD}- [two](https://two.example) is fine.\n"})
    outcome = since(run, "HEAD")
    assert outcome.code == 0
    assert "No errors or warnings in README.md. 1 older finding not shown." in outcome.out


def test_old_findings_stay_quiet_where_lines_and_headings_move(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD})
    moved = "# Other\n\n" + "- [new](https://new.example)\n" * 30 + "\n## Renamed\n\n" + OLD.split("\n")[2]
    write(repository, {"README.md": moved})
    assert since(run, "HEAD").code == 0


def test_of_two_equal_faults_the_one_on_a_new_line_is_new(run: Run, repository: Path) -> None:
    line = "It is wrong, said somebody.\n"
    commit(repository, {"README.md": f"# List\n\nBefore. {line}"})
    write(repository, {"README.md": f"# List\n\nNew. {line}\nBefore. {line}"})
    assert places(since(run, "HEAD").out) == ["README.md:3:12: error WRD001"]


def test_a_new_file_is_all_new(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD})
    write(repository, {"new.md": "# wrong\n"})
    assert places(since(run, "HEAD", "README.md", "new.md").out) == ["new.md:1:3: error WRD001"]


@pytest.mark.parametrize("is_committed", [True, False])
def test_a_renamed_file_has_its_old_findings(run: Run, repository: Path, is_committed: bool) -> None:
    text = OLD + "".join(f"- [x{n}](https://x.example/{n})\n" for n in range(20))
    first = commit(repository, {"README.md": text})
    git(repository, "mv", "README.md", "list of 论文.md")
    renamed = {"list of 论文.md": f"{text}- [two](https://two.example) is wrong.\n"}
    if is_committed:
        commit(repository, renamed)
    else:
        write(repository, renamed)
    outcome = since(run, first, "list of 论文.md")
    assert places(outcome.out.replace("list of 论文", "list")) == ["list.md:24:33: error WRD001"]


def test_an_entry_may_move_to_another_list_of_the_run(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD, "more.md": "# More\n"})
    write(repository, {"README.md": "# List\n", "more.md": OLD})
    assert since(run, "HEAD", "README.md", "more.md").code == 0


def test_a_removed_list_leaves_nothing_to_check(run: Run, repository: Path) -> None:
    first = commit(repository, {"README.md": OLD, "gone.md": OLD})
    (repository / "gone.md").unlink()
    outcome = since(run, first, "gone.md")
    assert (outcome.code, outcome.out) == (0, "")
    assert "nothing to check: the change removes gone.md" in outcome.err
    assert since(run, first, "never.md").code == 3


@pytest.mark.parametrize("path", ["a" * 5000, f"{'a' * 5000}/README.md"])
def test_a_name_that_no_file_can_have_is_missing(run: Run, repository: Path, path: str) -> None:
    commit(repository, {"README.md": OLD})
    outcome = since(run, "HEAD", path)
    assert (outcome.code, outcome.err.count("\n")) == (3, 1)
    assert "too long" in outcome.err


def test_the_change_began_where_the_branches_parted(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD})
    git(repository, "switch", "--quiet", "--create", "work")
    commit(repository, {"README.md": f"{OLD}\nMore.\n"})
    git(repository, "switch", "--quiet", "main")
    commit(repository, {"README.md": "# List\n\n- [one](https://one.example) is right.\n"})
    git(repository, "switch", "--quiet", "work")
    assert since(run, "main").code == 0, "a fault that only main has mended is none of this branch"


def test_standard_input_is_compared_under_its_name(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    commit(repository, {"docs/list.md": OLD})
    typed = tmp_path_factory.mktemp("typed") / "text"
    typed.write_text(f"{OLD}- [two](https://two.example) is wrong.\n")
    with typed.open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        outcome = since(run, "HEAD", "-", "--stdin-filename", "docs/list.md")
    assert places(outcome.out) == ["docs/list.md:4:33: error WRD001"]


def test_standard_input_needs_a_name(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD})
    outcome = since(run, "HEAD", "-")
    assert outcome.code == 2
    assert "give --stdin-filename" in outcome.err


@pytest.mark.parametrize(
    "name",
    [
        "a list.md",
        'it\'s "quoted".md',
        "论文 🎉.md",
        "-leading.md",
        "two\nlines.md",
        "[x]*?.md",
        ":(top)x.md",
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there")
def test_file_names_are_taken_as_they_are(run: Run, repository: Path, name: str) -> None:
    commit(repository, {name: OLD})
    write(repository, {name: f"{OLD}- [two](https://two.example) is wrong.\n"})
    report = json.loads(since(run, "HEAD", "--format", "json", "--", name).out)
    assert [d["start"]["line"] for d in report["diagnostics"]] == [4]
    assert report["summary"]["unchanged"] == 1


@pytest.mark.parametrize("name", ["it's\"q", "论文", "a;touch${IFS}x", "$(touch>x)", "feature/ü"])
def test_branch_names_are_taken_as_they_are(run: Run, repository: Path, name: str) -> None:
    commit(repository, {"README.md": OLD})
    git(repository, "branch", "--", name)
    write(repository, {"README.md": f"{OLD}wrong\n"})
    assert places(since(run, name).out) == ["README.md:4:1: error WRD001"]
    assert not (repository / "x").exists()


def test_a_revision_that_looks_like_an_option_is_none(run: Run, repository: Path) -> None:
    first = commit(repository, {"README.md": OLD})
    unknown = since(run, "--output=stolen")
    assert unknown.code == 2
    assert "there is no revision --output=stolen" in unknown.err
    assert not (repository / "stolen").exists()
    git(repository, "update-ref", "refs/heads/-x", first)
    assert since(run, "-x").code == 0


@pytest.mark.parametrize("revision", ["main", "HEAD", "nothing", "HEAD~7", "a b", "main..HEAD", "two\nlines"])
def test_a_revision_that_cannot_be_is_wrong_usage(run: Run, repository: Path, revision: str) -> None:
    commit(repository, {"README.md": OLD})
    known = revision in ("main", "HEAD")
    outcome = since(run, revision)
    assert outcome.code == (0 if known else 2)
    assert len(outcome.err.strip().split("\n")) == 1
    assert known or "there is no revision" in outcome.err


def test_an_empty_revision_is_wrong_usage(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD})
    outcome = since(run, "")
    assert outcome.code == 2
    assert "wants a revision" in outcome.err


def test_outside_of_a_repository_there_is_nothing_to_compare_with(run: Run, repository: Path) -> None:
    write(repository, {"README.md": OLD})
    outcome = since(run, "main")
    assert outcome.code == 2
    assert "README.md: lies in no git repository" in outcome.err


def test_a_repository_without_commits_says_so(run: Run, repository: Path) -> None:
    git(repository, "init", "--quiet")
    write(repository, {"README.md": OLD})
    outcome = since(run, "HEAD")
    assert outcome.code == 2
    assert "has no commit yet" in outcome.err


def test_a_branch_without_commits_says_so(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD})
    git(repository, "switch", "--quiet", "--orphan", "fresh")
    write(repository, {"README.md": OLD})
    outcome = since(run, "main")
    assert outcome.code == 2
    assert "has no commit yet" in outcome.err


def test_histories_that_do_not_meet_are_said(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD})
    git(repository, "switch", "--quiet", "--orphan", "fresh")
    commit(repository, {"README.md": OLD}, "another beginning")
    outcome = since(run, "main")
    assert outcome.code == 2
    assert "HEAD and main have no commit in common" in outcome.err


def test_a_broken_repository_is_said(run: Run, repository: Path) -> None:
    (repository / ".git").mkdir()
    write(repository, {"README.md": OLD})
    outcome = since(run, "main")
    assert outcome.code == 2
    assert "git cannot read the repository" in outcome.err


def test_without_git_it_says_what_is_missing(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, {"README.md": OLD})
    monkeypatch.setenv("PATH", "")
    outcome = since(run, "HEAD")
    assert outcome.code == 2
    assert "git is not installed" in outcome.err


@pytest.fixture
def origin(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose last commit merges a branch with a fault into a main that has another one."""
    place = tmp_path_factory.mktemp("origin")
    commit(place, {"README.md": OLD})
    git(place, "switch", "--quiet", "--create", "work")
    commit(place, {"other.md": "# wrong\n"})
    git(place, "switch", "--quiet", "main")
    commit(place, {"README.md": f"{OLD}- [two](https://two.example) is wrong.\n"})
    git(place, "merge", "--quiet", "--no-edit", "work")
    return place


@pytest.mark.parametrize("revision", ["HEAD^1", "origin/main~2"])
def test_a_clone_that_is_too_shallow_says_what_to_fetch(
    run: Run, repository: Path, origin: Path, revision: str
) -> None:
    git(repository, "clone", "--quiet", "--depth=1", origin.as_uri(), ".")
    outcome = since(run, revision)
    assert outcome.code == 2
    assert "git fetch --deepen=" in outcome.err
    assert "fetch-depth: 2" in outcome.err


def test_two_commits_deep_the_first_parent_is_enough(run: Run, repository: Path, origin: Path) -> None:
    git(repository, "clone", "--quiet", "--depth=2", origin.as_uri(), ".")
    outcome = since(run, "HEAD^1", "README.md", "other.md")
    assert places(outcome.out) == ["other.md:1:3: error WRD001"]


def test_a_shallow_clone_that_does_not_reach_back_says_so(run: Run, repository: Path, origin: Path) -> None:
    git(repository, "clone", "--quiet", "--depth=1", "--no-single-branch", origin.as_uri(), ".")
    outcome = since(run, "origin/work")
    assert outcome.code == 2
    assert "does not reach back" in outcome.err
    assert (
        "'+refs/heads/work:refs/remotes/origin/work'" in outcome.err
        or "origin +refs/heads/work" in outcome.err
    )


def test_a_partial_clone_says_what_to_fetch(run: Run, repository: Path, origin: Path) -> None:
    git(origin, "config", "uploadpack.allowFilter", "true")
    git(repository, "clone", "--quiet", "--filter=blob:none", origin.as_uri(), ".")
    outcome = since(run, "HEAD~2")
    assert outcome.code == 2
    assert "git fetch --refetch --no-filter" in outcome.err
    git(repository, "fetch", "--quiet", "--refetch", "--no-filter")
    assert since(run, "HEAD~1").code == 0


def test_a_detached_head_and_a_worktree_are_branches_like_any(
    run: Run, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first = commit(repository, {"README.md": OLD})
    commit(repository, {"README.md": f"{OLD}wrong\n"})
    git(repository, "switch", "--quiet", "--detach")
    assert places(since(run, first).out) == ["README.md:4:1: error WRD001"]
    beside = tmp_path_factory.mktemp("beside") / "tree"
    git(repository, "worktree", "add", "--quiet", "--detach", str(beside), "HEAD")
    outcome = since(run, "main~1", str(beside / "README.md"))
    assert [place.rpartition("/")[2] for place in places(outcome.out)] == ["README.md:4:1: error WRD001"]


def test_a_list_in_a_submodule_is_compared_with_the_submodule(
    run: Run, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    inner = tmp_path_factory.mktemp("inner")
    commit(inner, {"README.md": OLD})
    commit(repository, {"README.md": OLD})
    git(repository, "submodule", "--quiet", "add", str(inner), "sub")
    commit(repository, {})
    write(repository, {"sub/README.md": f"{OLD}wrong\n"})
    assert places(since(run, "HEAD", "README.md", "sub/README.md").out) == ["sub/README.md:4:1: error WRD001"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_list_that_is_a_symbolic_link_is_what_it_leads_to(run: Run, repository: Path) -> None:
    (repository / "README.md").symlink_to("docs/list.md")
    commit(repository, {"docs/list.md": OLD})
    write(repository, {"docs/list.md": f"{OLD}wrong\n"})
    assert places(since(run, "HEAD", "README.md").out) == ["README.md:4:1: error WRD001"]


@pytest.mark.skipif(os.name == "nt", reason="it runs a shell script")
def test_nothing_that_the_repository_brings_is_run(run: Run, repository: Path) -> None:
    script = repository / "evil.sh"
    commit(repository, {"README.md": OLD, ".gitattributes": "*.md diff=evil filter=evil\n"})
    script.write_text(f"#!/bin/sh\ntouch {repository}/was-run\ncat\n")
    script.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "diff.external",
        "diff.evil.textconv",
        "filter.evil.clean",
        "filter.evil.smudge",
    ):
        git(repository, "config", key, str(script))
    (repository / ".git/hooks/post-index-change").symlink_to(script)
    git(repository, "mv", "README.md", "new.md")
    (repository / "was-run").unlink(missing_ok=True)
    assert since(run, "HEAD", "new.md").code == 0
    assert not (repository / "was-run").exists()


def test_a_change_cannot_silence_itself_in_the_config(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD, "awesomelint.toml": 'show = "warning"\n'})
    config = 'show = "warning"\nignore = ["WRD"]\nfail-on = "error"\nexclude = ["*.md"]\n'
    write(repository, {"README.md": f"{OLD}doubtful\n", "awesomelint.toml": config})
    outcome = since(run, "HEAD")
    assert outcome.code == 1
    assert places(outcome.out) == ["README.md:4:1: warning WRD002"]
    assert (
        "The change edits how lists are judged: awesomelint.toml changed (exclude, fail-on, ignore). "
        "This run goes by HEAD." in outcome.out
    )


def test_a_config_that_the_change_adds_does_not_count(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD})
    write(repository, {"README.md": f"{OLD}wrong\n", "awesomelint.toml": 'ignore = ["WRD"]\n'})
    for arguments in ((), ("--config", "awesomelint.toml")):
        outcome = since(run, "HEAD", *arguments)
        assert outcome.code == 1
        assert "awesomelint.toml added (ignore)" in outcome.out


def test_a_config_that_the_change_removes_counts(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD, "awesomelint.toml": 'select = ["WRD002"]\n'})
    git(repository, "rm", "--quiet", "awesomelint.toml")
    write(repository, {"README.md": f"{OLD}wrong\n"})
    outcome = since(run, "HEAD")
    assert outcome.code == 0
    assert "awesomelint.toml removed (select)" in outcome.out


def test_a_comment_in_the_config_changes_nothing(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD, "awesomelint.toml": 'ignore = ["WRD002"]\n'})
    write(repository, {"awesomelint.toml": '# Why.\nignore = ["WRD002"]\n'})
    assert "how lists are judged" not in since(run, "HEAD").out


def test_a_config_that_the_change_breaks_is_wrong_usage(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD})
    write(repository, {"awesomelint.toml": "ignroe = []\n"})
    outcome = since(run, "HEAD")
    assert outcome.code == 2
    assert "unknown key 'ignroe'" in outcome.err


MEANT = "(as it is in HEAD, whose configs count for this change)"


@pytest.mark.parametrize("broken", ["ignroe = []\n", "ignore = [\n"])
@pytest.mark.parametrize("place", ["", "docs/"])
def test_a_broken_config_that_the_change_mends_is_named_as_that_of_the_revision(
    run: Run, repository: Path, broken: str, place: str
) -> None:
    commit(repository, {f"{place}README.md": OLD, f"{place}awesomelint.toml": broken})
    write(repository, {f"{place}awesomelint.toml": "ignore = []\n"})
    outcome = since(run, "HEAD", f"{place}README.md")
    assert outcome.code == 2
    assert f"{place}awesomelint.toml: " in outcome.err
    assert MEANT in outcome.err


def test_a_config_that_is_broken_before_and_after_is_the_one_on_the_disk(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD, "awesomelint.toml": "ignroe = []\n"})
    outcome = since(run, "HEAD")
    assert outcome.code == 2
    assert MEANT not in outcome.err


def test_a_config_that_only_the_change_breaks_is_not_blamed_on_the_revision(
    run: Run, repository: Path
) -> None:
    commit(repository, {"README.md": OLD, "awesomelint.toml": "ignore = []\n"})
    write(repository, {"awesomelint.toml": "ignroe = []\n"})
    outcome = since(run, "HEAD")
    assert outcome.code == 2
    assert MEANT not in outcome.err


def test_suppressions_that_a_change_adds_are_listed_with_what_they_keep_quiet(
    run: Run, repository: Path
) -> None:
    old = "<!-- awesomelint: disable-next-line WRD002 -- old -->\ndoubtful\n"
    commit(repository, {"README.md": f"# List\n\n{old}"})
    new = "\n<!-- awesomelint: disable-next-line WRD001 -- new -->\nwrong\n"
    write(repository, {"README.md": f"# List\n\nMore.\n\n{old}{new}"})
    outcome = since(run, "HEAD")
    assert outcome.code == 0
    comment = "README.md:8 <!-- awesomelint: disable-next-line WRD001 -- new -->"
    assert f"The change adds 1 suppression: {comment}." in outcome.out
    assert "Suppressions keep 1 finding of the change quiet: README.md:9 WRD001." in outcome.out


def test_what_an_old_suppression_is_stretched_over_is_told(run: Run, repository: Path) -> None:
    text = "# List\n\n<!-- awesomelint: disable -->\n\nwrong\n\n<!-- awesomelint: enable -->\n"
    commit(repository, {"README.md": text})
    write(
        repository,
        {"README.md": f"{text.replace('<!-- awesomelint: enable -->', 'Words.')}\nThis is wrong.\n"},
    )
    assert "Suppressions keep 1 finding of the change quiet: README.md:9 WRD001." in since(run, "HEAD").out


def test_only_new_findings_are_fixed(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD})
    write(repository, {"README.md": f"{OLD}- [two](https://two.example) is wrong.\n"})
    outcome = since(run, "HEAD", "--fix")
    assert outcome.code == 0
    assert (repository / "README.md").read_text() == f"{OLD}- [two](https://two.example) is WRONG.\n"
    assert "1 older finding not shown." in outcome.out


def test_a_diff_shows_only_fixes_of_new_findings(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": OLD})
    write(repository, {"README.md": f"{OLD}- [two](https://two.example) is wrong.\n"})
    outcome = since(run, "HEAD", "--diff")
    assert [line for line in outcome.out.split("\n") if line.startswith("+-")] == [
        "+- [two](https://two.example) is WRONG."
    ]


def test_json_tells_what_was_compared(run: Run, repository: Path) -> None:
    first = commit(repository, {"README.md": OLD})
    write(
        repository,
        {
            "README.md": f"{OLD}<!-- awesomelint: disable-next-line -->\nwrong\n",
            "awesomelint.toml": 'ignore = ["WRD002"]\n',
        },
    )
    report = json.loads(since(run, "HEAD", "--format", "json").out)
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    assert report["summary"]["unchanged"] == 1
    assert report["comparison"] == {
        "revision": "HEAD",
        "commits": [first],
        "config": [{"path": "awesomelint.toml", "kind": "added", "details": ["ignore"]}],
        "suppressions": [
            {
                "path": "README.md",
                "start": {"line": 4, "column": 1},
                "text": "<!-- awesomelint: disable-next-line -->",
            }
        ],
        "silenced": [{"path": "README.md", "start": {"line": 5, "column": 1}, "rule": "WRD001"}],
    }


def test_ctrl_c_in_the_older_version_ends_the_run(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": "# interrupt\n"})
    write(repository, {"README.md": "# wrong\n"})
    assert since(run, "HEAD").code == 130


def test_a_rule_that_fails_on_the_older_version_is_a_fault(run: Run, repository: Path) -> None:
    commit(repository, {"README.md": "# raise\n"})
    write(repository, {"README.md": "# fine\n"})
    outcome = since(run, "HEAD", "--extend-select", "WRD004")
    assert outcome.code == 3
    assert "in the version before HEAD: the rule failing-word failed" in outcome.err


def test_it_works_from_any_folder(run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository, {"README.md": OLD, "docs/guide/x.md": OLD})
    write(repository, {"README.md": f"{OLD}wrong\n"})
    monkeypatch.chdir(repository / "docs/guide")
    assert places(since(run, "HEAD", "../../README.md", "x.md").out) == ["../../README.md:4:1: error WRD001"]
