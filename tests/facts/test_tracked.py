"""What git tracks is there, in its exact case, and nothing else."""

import subprocess
from pathlib import Path

import pytest

from awesomelint.facts.local import look_up_locally
from awesomelint.needs import FragmentsNeed, PathNeed, Tracked, TrackedNeed


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    for name in ("README.md", "docs/README.md", "docs/guide.md", "figures/Label.jpg", "a b.png", "标签.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("# Title\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "--all")
    (tmp_path / "forgotten.md").touch()
    return tmp_path


def tracked(list_path: Path, target: str) -> Tracked | None:
    need = TrackedNeed(str(list_path), target)
    return look_up_locally([need]).tracked.get(need)


@pytest.mark.parametrize(
    "target",
    [
        "docs/guide.md", "./docs/guide.md", "/docs/guide.md", "docs", "docs/", ".", "figures/Label.jpg", "a%20b.png",
        "a b.png", "%E6%A0%87%E7%AD%BE.md", "docs/../README.md", "docs/guide", "docs/guide.html", "/issues",
        "issues/new", "wiki",
    ],
)  # fmt: skip
def test_a_target_that_is_there(repository: Path, target: str) -> None:
    assert tracked(repository / "README.md", target) == Tracked(True)


@pytest.mark.parametrize(
    ("target", "spelling"),
    [
        ("figures/label.jpg", "figures/Label.jpg"),
        ("./Figures/Label.jpg", "./figures/Label.jpg"),
        ("/readme.md", "/README.md"),
        ("Docs/", "docs/"),
        ("missing.md", None),
        ("docs/missing.png", None),
        ("forgotten.md", None),
        ("dozzle", None),
        ("x%00y", None),
    ],
)
def test_a_target_that_is_not(repository: Path, target: str, spelling: str | None) -> None:
    assert tracked(repository / "README.md", target) == Tracked(False, spelling)


@pytest.mark.parametrize("target", ["../README.md", "../figures/Label.jpg", "guide.md"])
def test_targets_count_from_the_folder_of_the_list(repository: Path, target: str) -> None:
    assert tracked(repository / "docs" / "README.md", target) == Tracked(True)


@pytest.mark.parametrize("target", ["../../issues", "../other.md", "docs/../../x"])
def test_nothing_is_said_of_what_lies_outside(repository: Path, target: str) -> None:
    assert tracked(repository / "README.md", target) is None


def test_nothing_is_said_without_a_file_or_a_repository(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    lonely = tmp_path_factory.mktemp("lonely") / "README.md"
    lonely.touch()
    assert tracked(lonely, "missing.md") is None
    assert tracked(repository / "<stdin>", "missing.md") is None


def test_nothing_is_said_in_a_repository_that_tracks_nothing(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "README.md").touch()
    assert tracked(tmp_path / "README.md", "missing.md") is None


def test_what_lies_in_a_submodule_or_behind_a_link_is_there(repository: Path) -> None:
    commit = "1" * 40
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{commit},module")
    blob = subprocess.run(
        ["git", "hash-object", "-w", "--stdin"], cwd=repository, input=b"docs", capture_output=True, check=True
    ).stdout.decode().strip()  # fmt: skip
    git(repository, "update-index", "--add", "--cacheinfo", f"120000,{blob},linked")
    assert tracked(repository / "README.md", "module/README.md") == Tracked(True)
    assert tracked(repository / "README.md", "linked/guide.md") == Tracked(True)


def fragments(list_path: Path, target: str) -> tuple[str, ...] | None:
    need = FragmentsNeed(str(list_path), target)
    return look_up_locally([need]).fragments.get(need)


def test_the_fragments_of_another_file(repository: Path) -> None:
    (repository / "docs" / "guide.md").write_text(
        '# First\n\n## Second part\n\n<a name="third"></a>\n', "utf-8"
    )
    assert fragments(repository / "README.md", "docs/guide.md") == ("first", "second-part", "third")


@pytest.mark.parametrize(
    "target", ["missing.md", "figures/Label.jpg", "docs", "../../etc/passwd.md", "x" * 5000]
)
def test_what_is_no_markdown_file_of_the_repository_has_no_fragments(repository: Path, target: str) -> None:
    assert fragments(repository / "README.md", target) is None


@pytest.mark.parametrize("target", ["x%00y.md", "x" * 5000])
def test_a_name_that_no_file_can_have_does_not_exist(repository: Path, target: str) -> None:
    need = PathNeed(str(repository / "README.md"), target)
    assert look_up_locally([need]).paths == {need: False}


REMOTES = [
    "https://github.com/Owner/List.git",
    "https://github.com/owner/list",
    "git@github.com:owner/list.git",
    "ssh://git@github.com/owner/list.git",
    "https://user:token@github.com/owner/list",
]


@pytest.mark.parametrize("remote", REMOTES)
def test_a_url_of_the_own_repository_has_the_fragments_of_what_it_shows(
    repository: Path, remote: str
) -> None:
    git(repository, "remote", "add", "origin", remote)
    listed = repository / "README.md"
    listed.write_text("# Own list\n", "utf-8")
    (repository / "docs" / "guide.md").write_text("# Guide\n", "utf-8")
    base = "https://github.com/owner/list"
    for page in ("", "/", "/tree/main", "/tree/HEAD/", "?tab=readme-ov-file", "/blob/main/README.md"):
        assert fragments(listed, base + page) == ("own-list",)
    assert fragments(listed, "http://www.GitHub.com/OWNER/list") == ("own-list",)
    assert fragments(listed, f"{base}/blob/main/docs/guide.md") == ("guide",)
    (repository / ".github").mkdir()
    (repository / ".github" / "readme.md").write_text("# Front\n", "utf-8")
    assert fragments(listed, base) == ("front",)


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/other/list",
        "https://github.com/owner/list/issues",
        "https://github.com/owner/list/blob/v1.0/README.md",
        "https://github.com/owner/list/blob/master/README.md",
        "https://github.com/owner/list/tree/master",
        "https://github.com/owner/list/blob/main/../../../etc/passwd.md",
        "https://github.com/owner/list?tab=MIT-1-ov-file",
        "https://gitlab.com/owner/list",
    ],
)
def test_a_url_of_anything_else_has_none(repository: Path, url: str) -> None:
    git(repository, "remote", "add", "origin", "https://github.com/owner/list.git")
    (repository / "README.md").write_text("# Own list\n", "utf-8")
    assert fragments(repository / "README.md", url) is None


def test_without_a_remote_at_github_no_url_is_the_own_one(repository: Path) -> None:
    listed = repository / "README.md"
    listed.write_text("# Own list\n", "utf-8")
    assert fragments(listed, "https://github.com/owner/list") is None
    git(repository, "remote", "add", "origin", "https://example.org/github.com/owner/list.git")
    assert fragments(listed, "https://github.com/owner/list") is None


def test_a_url_shows_what_is_here_only_if_it_is_of_the_branch_that_is_checked_out(repository: Path) -> None:
    git(repository, "remote", "add", "origin", "https://github.com/owner/list.git")
    listed = repository / "README.md"
    page, file = "https://github.com/owner/list", "https://github.com/owner/list/blob/next/README.md"
    git(repository, "symbolic-ref", "HEAD", "refs/heads/next")
    assert fragments(listed, page) is None
    assert fragments(listed, file) == ("title",)
    git(repository, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/next")
    assert fragments(listed, page) == ("title",)
    git(repository, "symbolic-ref", "HEAD", "refs/heads/main")
    assert fragments(listed, page) is None
    git(repository, "-c", "user.name=a", "-c", "user.email=a", "commit", "--quiet", "--message=a")
    git(repository, "checkout", "--quiet", "--detach")
    assert fragments(listed, page) is None


@pytest.mark.parametrize("other", ["README.rst", "readme", "Readme.markdown"])
def test_no_readme_is_guessed_at_where_github_may_show_another(repository: Path, other: str) -> None:
    git(repository, "remote", "add", "origin", "https://github.com/owner/list.git")
    (repository / other).touch()
    assert fragments(repository / "docs" / "guide.md", "https://github.com/owner/list") is None
    (repository / "README.md").unlink()
    found = fragments(repository / "docs" / "guide.md", "https://github.com/owner/list")
    assert found == (() if other.endswith("markdown") else None)
