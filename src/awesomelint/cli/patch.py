"""What `--diff` prints."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from awesomelint.reporters.prose import Pen, Tone, counted
from awesomelint.reporters.safe import visible
from awesomelint.results import RunResult

_TONES: dict[str, Tone] = {"+": "good", "-": "error", "@": "code"}


def unfixed(result: RunResult) -> RunResult:
    """The result as it is without the fixes."""
    return replace(result, files=tuple(file.before or file for file in result.files))


def patch_of(result: RunResult) -> str:
    """All changes as one patch for `git apply`."""
    return "".join(file.diff for file in result.files)


def readable(text: str, pen: Pen) -> str:
    """A patch for a terminal: safe to print, added and removed lines in colour."""
    return "".join(f"{pen.paint(visible(line), _tone(line))}\n" for line in text.split("\n")[:-1])


def would_fix(result: RunResult) -> str:
    """In one line what `--fix` would do, and what a patch cannot show of it."""
    fixed = sum((Counter(file.fixed) for file in result.files), Counter[str]())
    rules = ", ".join(f"{rule} {count}" for rule, count in sorted(fixed.items()))
    text = f"--fix would fix {counted(fixed.total(), 'finding')}" + (f" ({rules})" if rules else "")
    unshown = [file.source.path for file in result.files if file.before is not None and not file.diff]
    return f"{text}; no diff can show the new encoding of {', '.join(unshown)}" if unshown else text


def _tone(line: str) -> Tone:
    if line.startswith(("+++", "---", "diff ")):
        return "strong"
    return _TONES.get(line[:1], "")
