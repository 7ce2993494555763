"""What went wrong, in one line that people can act on."""

from __future__ import annotations

import traceback
from pathlib import PurePath

from awesomelint.diagnostics import Fault
from awesomelint.rule import Rule


def one_line(error: BaseException) -> str:
    """The exception's kind and the first line of its message."""
    lines = str(error).strip().split("\n")
    return f"{type(error).__name__}: {lines[0]}" if lines[0] else type(error).__name__


def rule_fault(rule: Rule, path: str, error: BaseException) -> Fault:
    """A rule that raised: the list it was reading, and where in the rule's own code it happened."""
    place = ""
    frames = traceback.extract_tb(error.__traceback__)
    if frames:
        last = next((f for f in reversed(frames) if _is_in_module(f.filename, rule)), frames[-1])
        place = f" (at {PurePath(last.filename).name}, line {last.lineno})"
    return Fault(path, f"the rule {rule.name} failed and was left out: {one_line(error)}{place}", rule.code)


def _is_in_module(filename: str, rule: Rule) -> bool:
    return PurePath(filename).stem == type(rule).__module__.rpartition(".")[2]
