"""How the time of a check grows with the number of entries: it must stay near linear.

Run: python benchmarks/entries.py
"""

import sys
import time

from awesomelint.linter import lint
from awesomelint.plugins import load_rules
from awesomelint.source import decode

WORDS = "sparse attention graph vision language model pruning diffusion robot speech memory safe".split()


def table(count: int) -> bytes:
    """A list of `count` papers, one in a hundred listed twice."""
    rows = ["| Title | Venue | Date |", "| --- | --- | --- |"]
    for number in range(count):
        paper = number - 1 if number % 100 == 99 else number
        title = " ".join(WORDS[(paper // len(WORDS) ** place) % len(WORDS)] for place in range(5))
        month, serial = paper // 20000 % 12 + 1, paper % 20000
        url = f"https://arxiv.org/abs/23{month:02}.{serial:05}"
        rows.append(f"| [{title} {paper}]({url}) | ICML 2023 | 2023-{month:02}-15 |")
    return "\n".join(rows).encode()


def main() -> None:
    rules, _ = load_rules()
    before = 0.0
    for count in (1_000, 10_000, 100_000):
        source = decode(table(count), f"{count}.md")
        start = time.process_time()
        found = len(lint([source], rules).diagnostics)
        seconds = time.process_time() - start
        growth = f", {seconds / before:.1f} times the line above" if before else ""
        print(f"{count:>7,} entries: {seconds:6.2f} s{growth}; {found} findings", flush=True)
        before = seconds


if __name__ == "__main__":
    sys.exit(main())
