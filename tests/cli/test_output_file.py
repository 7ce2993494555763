"""A report goes to a file, but never over a list."""

from pathlib import Path

from cli.harness import Run


def test_a_report_never_overwrites_the_list(run: Run, folder: Path) -> None:
    (folder / "README.md").write_bytes(b"# T\n")
    done = run("check", "--output", "README.md", "README.md")
    assert (folder / "README.md").read_bytes() == b"# T\n"
    assert (done.code, "another file" in done.err) == (3, True)
