"""What remains of the findings after their suppressions, with what is wrong with those."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from awesomelint.diagnostics import Diagnostic
from awesomelint.document import Document
from awesomelint.examined import Examined, failing_alone
from awesomelint.results import FileResult
from awesomelint.rule import Context, Rule, SuppressionRule
from awesomelint.ruleset import RuleSet
from awesomelint.suppression import ConfigSuppression, Suppressions, read_suppressions

ContextFor = Callable[[Examined, Rule], Context]
"""What a rule is told beside the list."""


def close_all(
    lists: Sequence[Examined], rules: RuleSet, context: ContextFor, *, interrupted: bool
) -> tuple[FileResult, ...]:
    """Each list's result. A run that was `interrupted` does not judge suppressions.

    What a config suppresses in none of its lists is said of the first of them.
    """
    heard = {
        id(each): read_suppressions(each.document, rules, each.config.suppressions)
        for each in lists
        if each.document is not None
    }
    unnamed: dict[int, set[ConfigSuppression]] = {}
    for each in lists:
        if id(each) in heard:
            missing = set(each.config.suppressions) - heard[id(each)].named
            unnamed[id(each.config)] = unnamed.get(id(each.config), missing) & missing
    closed = []
    for each in lists:
        suppressions = heard.get(id(each))
        if each.document is None or suppressions is None:
            closed.append(_result(each, _unique(each.diagnostics)))
            continue
        found = _unique(each.diagnostics)
        silenced = [diagnostic for diagnostic in found if suppressions.silences(diagnostic)]
        left = sorted(unnamed.pop(id(each.config), ()), key=str)
        # Only what has silenced something can be told from what has not.
        about = () if interrupted else _judge(each, each.document, suppressions, left, context)
        silenced += [diagnostic for diagnostic in about if suppressions.silences(diagnostic)]
        closed.append(_result(each, _unique((*found, *about)), silenced))
    return tuple(closed)


def _result(
    examined: Examined, found: Iterable[Diagnostic], silenced: Sequence[Diagnostic] = ()
) -> FileResult:
    hushed = {id(diagnostic) for diagnostic in silenced}
    said = tuple(diagnostic for diagnostic in found if id(diagnostic) not in hushed)
    return FileResult(
        examined.source, said, len(silenced), silenced=tuple(silenced), ran=frozenset(examined.ran)
    )


def _judge(
    examined: Examined,
    document: Document,
    suppressions: Suppressions,
    unnamed: Sequence[ConfigSuppression],
    context: ContextFor,
) -> tuple[Diagnostic, ...]:
    """What the rules about suppressions say of those of a list, all others having run."""
    judged = frozenset(rule.code for rule in examined.enabled if not isinstance(rule, SuppressionRule))
    ran = frozenset(examined.ran)
    is_complete = not examined.config.is_narrowed
    report = suppressions.report(ran, judged, is_complete=is_complete, unnamed=unnamed)
    has_any = bool(suppressions.directives or suppressions.from_config)
    knew_all = not has_any or (is_complete and judged <= ran)
    before = len(examined.diagnostics)
    for rule in examined.enabled:
        if isinstance(rule, SuppressionRule):
            with failing_alone(rule, examined):
                found = rule.check(report, document, context(examined, rule))
                examined.add(rule, found, knew_all=knew_all)
    return _unique(examined.diagnostics[before:])


def _unique(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted; what says the same of the same place only once."""
    return tuple(sorted({d.sort_key: d for d in diagnostics}.values(), key=lambda d: d.sort_key))
