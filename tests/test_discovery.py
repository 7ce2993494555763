"""Which files a path means."""

import os
from pathlib import Path

import pytest

from awesomelint.diagnostics import Fault
from awesomelint.discovery import discover, from_bytes


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("# T\n")


@pytest.mark.parametrize("name", ["README.md", "readme.md", ".github/README.md", "docs/readme.markdown"])
def test_a_folder_means_its_readme(folder: Path, name: str) -> None:
    make(name)
    assert discover(["."]).paths == (name,)


def test_no_argument_means_the_working_folder(folder: Path) -> None:
    make("README.md", "other.md")
    assert discover([]).paths == ("README.md",)


def test_the_folders_own_readme_goes_first(folder: Path) -> None:
    make("README.md", ".github/README.md")
    assert discover(["."]).paths == ("README.md",)


def test_a_pattern_looks_into_no_vendored_folder(folder: Path) -> None:
    make("a.md", "docs/b.md", "node_modules/c.md")
    assert set(discover(["**/*.md"]).paths) == {"a.md", "docs/b.md"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this platform has no named pipes")
def test_a_pattern_means_regular_files_only(folder: Path) -> None:
    make("a.md")
    os.mkfifo("pipe.md")
    Path("gone.md").symlink_to("nowhere")
    assert discover(["*.md"]).paths == ("a.md",)


def test_brackets_in_a_name_are_no_pattern(folder: Path) -> None:
    make("[draft].md")
    assert discover(["[draft].md"]).paths == ("[draft].md",)


def test_a_folder_with_translations_only_means_all_of_them(folder: Path) -> None:
    make("a/README.zh-CN.md", "a/readme_ja.md", "a/notes.md")
    assert discover(["a"]).paths == ("a/README.zh-CN.md", "a/readme_ja.md")


def test_translations_are_left_out_beside_the_readme(folder: Path) -> None:
    make("README.md", "README.zh-CN.md")
    assert discover([]).paths == ("README.md",)


def test_a_file_that_is_meant_twice_is_read_once(folder: Path) -> None:
    make("README.md")
    assert discover(["README.md", ".", "./README.md"]).paths == ("README.md",)


@pytest.mark.parametrize("argument", ["missing.md", "empty", "*.md"])
def test_what_is_not_there_is_a_fault_in_one_line(folder: Path, argument: str) -> None:
    Path("empty").mkdir()
    [fault] = discover([argument]).faults
    assert argument in (fault.path + fault.message)
    assert "\n" not in fault.message


def test_excluded_files_are_left_out_even_when_named(folder: Path) -> None:
    make("README.md", "old.md")
    found = discover(["README.md", "old.md"], lambda path: path == "old.md")
    assert (found.paths, found.excluded) == (("README.md",), ("old.md",))


@pytest.mark.parametrize(
    ("data", "is_fault"), [(b"a\0b", True), (b"\xff\xfea\0", False), (b"\xd6\xd0", False)]
)
def test_binary_files_are_faults_and_other_encodings_are_not(data: bytes, is_fault: bool) -> None:
    assert isinstance(from_bytes(data, "x.md"), Fault) is is_fault
