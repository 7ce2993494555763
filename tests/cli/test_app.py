import re
import subprocess
import sys

import pytest

from awesomelint.cli.exits import Exit, gravest
from cli.harness import Run


def test_version_is_one_line(run: Run) -> None:
    outcome = run("--version")
    assert (outcome.code, outcome.err) == (0, "")
    assert re.fullmatch(r"awesomelint \d+\.\d+\.\d+\S*\n", outcome.out)


def test_help_names_every_command(run: Run) -> None:
    outcome = run("--help")
    assert outcome.code == 0
    assert re.findall(r"^  (\w+) {2}", outcome.out, re.MULTILINE) == ["check", "links", "rules", "rule"]


def test_the_package_runs_as_a_module(process: Run) -> None:
    assert process("--version").out.startswith("awesomelint ")


@pytest.mark.parametrize(
    ("args", "typed", "meant"),
    [
        (["chek"], "chek", "check"),
        (["--versoin"], "--versoin", "--version"),
        (["check", "--statistcs"], "--statistcs", "--statistics"),
    ],
)
def test_a_slip_of_the_finger_is_one_line_with_the_remedy(
    run: Run, args: list[str], typed: str, meant: str
) -> None:
    outcome = run(*args)
    assert (outcome.code, outcome.out) == (2, "")
    assert re.fullmatch(rf"awesomelint: .*\b{typed.lstrip('-')}\b.* Did you mean .*{meant}.*\n", outcome.err)


def test_a_file_in_place_of_a_command_is_told_where_it_belongs(run: Run, folder) -> None:
    (folder / "list.md").write_text("# List\n")
    assert "Did you mean 'awesomelint check list.md'?" in run("list.md").err


def test_what_was_typed_is_printed_safely(run: Run) -> None:
    outcome = run("\x1b[2J\u202e")
    assert "\x1b" not in outcome.err
    assert "'<U+001B>[2J<U+202E>'" in outcome.err


def test_start_up_loads_neither_rules_nor_the_network() -> None:
    heavy = "{'requests', 'markdown_it', 'awesomelint.document', 'awesomelint_rules'}"
    code = (
        "import sys; from awesomelint.cli import main; main(['--version']); main(['--help']);"
        f"sys.exit(bool({heavy} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    ("happened", "code"),
    [
        ([], 0),
        ([Exit.CLEAN, Exit.FINDINGS], 1),
        ([Exit.FINDINGS, Exit.FAULT], 3),
        ([Exit.FAULT, Exit.USAGE, Exit.FINDINGS], 2),
        ([Exit.USAGE, Exit.INTERRUPTED], 130),
    ],
)
def test_the_gravest_exit_code_wins(happened: list[Exit], code: int) -> None:
    assert gravest(happened) == code
