"""What is found out about one list, while its rules run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from awesomelint.config import FileConfig
from awesomelint.diagnostics import Diagnostic, Fault
from awesomelint.document import Document
from awesomelint.faults import rule_fault
from awesomelint.needs import Need
from awesomelint.rule import Rule
from awesomelint.source import Source
from awesomelint.verification import verified


@dataclass
class Examined:
    """One list, and what the rules that judge it by itself have said so far."""

    source: Source
    config: FileConfig
    enabled: tuple[Rule, ...]
    document: Document | None = None
    """None for a file that is not UTF-8 or could not be parsed."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    ran: set[str] = field(default_factory=set)
    """The codes of the rules that judged it, and knew all that they had asked of the web."""
    needs: dict[str, tuple[Need, ...]] = field(default_factory=dict)
    """By rule code, of the rules that wait for answers."""
    summaries: dict[str, Any] = field(default_factory=dict)
    """By rule code, of the rules that compare lists."""

    def copy(self) -> Examined:
        """Another one that further findings can be added to."""
        return replace(self, diagnostics=[*self.diagnostics], faults=[*self.faults], ran={*self.ran})

    def add(self, rule: Rule, found: Iterable[Diagnostic], *, knew_all: bool = True) -> None:
        """Keep what a rule found. It raises where the rule does, or gives what no reporter could use."""
        self.diagnostics += [verified(diagnostic, self.source) for diagnostic in found]
        if knew_all:
            self.ran.add(rule.code)


@contextmanager
def failing_alone(rule: Rule, examined: Examined) -> Iterator[None]:
    """A rule that raises inside is left out, and the others go on."""
    try:
        yield
    except Exception as error:  # noqa: BLE001  a rule that fails must not stop the others
        examined.faults.append(rule_fault(rule, examined.source.path, error))
