"""What `--changed-since` and `--baseline` cost: pairs of runs on a real list, with and without.

    python benchmarks/changes.py LIST [PAIRS]

A bad and a good entry are added to a copy of the list in a repository of its own. Prints the medians in
seconds and the ratio, which should stay below 2.2.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ADDED = (
    "- [good](https://github.com/someone/good-thing) - Does good things.\n"
    "- [bad](github.com/someone/bad-thing) - Does bad things.\n"
)
CHECK = (sys.executable, "-m", "awesomelint", "check", "--offline", "README.md")


def main(path: str, pairs: int = 5) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        text = Path(path).read_text("utf-8")
        prepare(folder, text)
        split = text.index("\n- ", len(text) // 2) + 1
        (folder / "README.md").write_text(text[:split] + ADDED + text[split:], "utf-8")
        options = {
            "plain": (),
            "changed-since": ("--changed-since=HEAD",),
            "baseline": ("--baseline=b.json",),
        }
        taken: dict[str, list[float]] = {name: [] for name in options}
        for _ in range(pairs):
            for name, arguments in options.items():
                taken[name].append(seconds(folder, *CHECK, *arguments))
        plain = statistics.median(taken["plain"])
        for name, times in taken.items():
            median = statistics.median(times)
            print(f"{name:14} {median:6.2f} s  {median / plain:5.2f}")


def prepare(folder: Path, text: str) -> None:
    (folder / "README.md").write_text(text, "utf-8")
    seconds(folder, *CHECK, "--baseline=b.json", "--update-baseline")
    for command in (
        ("init", "--quiet"),
        ("add", "--all"),
        ("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message=base"),
    ):
        seconds(folder, "git", *command)


def seconds(folder: Path, *command: str) -> float:
    """How long a command works: time of the processor, which others on the machine do not take."""
    before = os.times()
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    began = time.monotonic()
    main(sys.argv[1], *map(int, sys.argv[2:]))
    print(f"in {time.monotonic() - began:.0f} s")
