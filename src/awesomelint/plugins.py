"""Where rules come from: the entry-point group `awesomelint.rules`, shipped rules included.

An entry point names a package, a module or a rule class. A plug-in that is broken is a fault with its name;
the others are loaded all the same.
"""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import Any, get_args

from awesomelint.diagnostics import Fault, Severity
from awesomelint.faults import one_line
from awesomelint.rule import FileRule, Profile, Read, Rule, RunRule, SourceRule, SuppressionRule
from awesomelint.ruleset import RuleSet

GROUP = "awesomelint.rules"
KINDS = (SourceRule, FileRule, RunRule, SuppressionRule)
_CODE = re.compile(r"[A-Z]{2,8}[0-9]{3,5}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_rules(points: Iterable[EntryPoint] | None = None) -> tuple[RuleSet, tuple[Fault, ...]]:
    """One instance of every rule that is installed, and what could not be loaded.

    Of two rules with one code or name the shipped one stays, else that of the plug-in whose name comes first.
    """
    if points is None:
        points = entry_points(group=GROUP)
    faults: list[Fault] = []
    taken: dict[str, str] = {}
    rules: list[Rule] = []
    for point in sorted(set(points), key=_order):
        title = _title(point)
        for candidate in _classes(point, title, faults):
            problem = _problem(candidate) or _clash(candidate, taken)
            if problem:
                where = f"{candidate.__module__}.{candidate.__qualname__}"
                faults.append(Fault("", f"plug-in {title}: the rule {where} was left out: {problem}"))
                continue
            rules.append(candidate())
            for word in _words(candidate):
                taken[word.casefold()] = f"{candidate.code} of {title}"
    return RuleSet(tuple(sorted(rules, key=lambda rule: rule.code))), tuple(faults)


def _order(point: EntryPoint) -> tuple[bool, str, str, str]:
    distribution = point.dist.name if point.dist else ""
    return (distribution != "awesomelint", distribution, point.name, point.value)


def _title(point: EntryPoint) -> str:
    if point.dist is None or point.dist.name == point.name:
        return point.name
    return f"{point.name} ({point.dist.name} {point.dist.version})"


def _classes(point: EntryPoint, title: str, faults: list[Fault]) -> Iterator[type[Rule]]:
    """The concrete rule classes that an entry point leads to."""
    try:
        target = point.load()
    except (Exception, SystemExit) as error:  # noqa: BLE001  whatever a plug-in does while it is imported
        faults.append(Fault("", f"plug-in {title} cannot be loaded: {one_line(error)}"))
        return
    if isinstance(target, ModuleType):
        for module in _modules(target, title, faults):
            yield from _defined_in(module)
    elif isinstance(target, type) and issubclass(target, Rule):
        yield target
    else:
        faults.append(
            Fault("", f"plug-in {title}: {point.value} is neither a package, a module nor a rule class")
        )


def _modules(root: ModuleType, title: str, faults: list[Fault]) -> Iterator[ModuleType]:
    """A module, and below a package all of its modules."""
    yield root
    for info in pkgutil.iter_modules(getattr(root, "__path__", ()), f"{root.__name__}."):
        module = _imported(info.name, title, faults)
        if module is not None:
            yield from _modules(module, title, faults)


def _imported(name: str, title: str, faults: list[Fault]) -> ModuleType | None:
    try:
        return import_module(name)
    except (Exception, SystemExit) as error:  # noqa: BLE001  whatever a plug-in does while it is imported
        faults.append(Fault("", f"plug-in {title}: {name} cannot be loaded: {one_line(error)}"))
        return None


def _defined_in(module: ModuleType) -> Iterator[type[Rule]]:
    """The public rule classes of a module, without those that it only imports."""
    for value in vars(module).values():
        if (
            # The module first: Python 3.10 takes `dict[str, int]` for a type, and for no class.
            isinstance(value, type)
            and value.__module__ == module.__name__
            and issubclass(value, Rule)
            and not value.__name__.startswith("_")
            and not inspect.isabstract(value)
        ):
            yield value


def _problem(rule: type[Rule]) -> str | None:
    """What is wrong with a rule's declaration, or None."""
    if inspect.isabstract(rule):
        return f"it does not define {', '.join(sorted(rule.__abstractmethods__))}"
    if not issubclass(rule, KINDS):
        return f"it derives from none of {', '.join(kind.__name__ for kind in KINDS)}"
    declared: list[tuple[str, bool, str]] = [
        ("code", _matches(rule, "code", _CODE), "capital letters and digits, such as `XYZ001`"),
        (
            "name",
            _matches(rule, "name", _NAME),
            "small letters and digits with hyphens, such as `impossible-date`",
        ),
        ("severity", isinstance(getattr(rule, "severity", None), Severity), "a Severity"),
        ("reads", _is_set_of(rule.reads, get_args(Read)), f"a frozenset of {_listed(get_args(Read))}"),
        ("consults", _is_set_of(rule.consults, get_args(Read)), f"a frozenset of {_listed(get_args(Read))}"),
        (
            "profiles",
            _is_set_of(rule.profiles, get_args(Profile)),
            f"a frozenset of {_listed(get_args(Profile))}",
        ),
        ("preview", isinstance(rule.preview, bool), "True or False"),
        ("aliases", _are_names(rule.aliases), "a tuple of names"),
        ("stands_for", _are_names(rule.stands_for), "a tuple of names"),
        ("Options", _is_dataclass_with_defaults(rule.Options), "a dataclass whose fields all have defaults"),
    ]
    wrong = [f"`{attribute}` must be {wanted}" for attribute, is_right, wanted in declared if not is_right]
    if wrong:
        return "; ".join(wrong)
    try:
        rule()
    except Exception as error:  # noqa: BLE001  a plug-in's own __init__
        return one_line(error)
    return None


def _clash(rule: type[Rule], taken: dict[str, str]) -> str | None:
    """Which of a rule's words another rule already has, or None."""
    for word in _words(rule):
        if word.casefold() in taken:
            return f"`{word}` already belongs to {taken[word.casefold()]}"
    return None


def _words(rule: type[Rule]) -> tuple[str, ...]:
    return (rule.code, rule.name, *rule.aliases)


def _matches(rule: type[Rule], attribute: str, pattern: re.Pattern[str]) -> bool:
    value = getattr(rule, attribute, None)
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _is_set_of(value: Any, members: tuple[str, ...]) -> bool:
    return isinstance(value, frozenset) and value <= set(members)


def _are_names(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(name, str) and name for name in value)


def _is_dataclass_with_defaults(value: Any) -> bool:
    if not (isinstance(value, type) and is_dataclass(value)):
        return False
    try:
        value()
    except Exception:  # noqa: BLE001  a plug-in's own __post_init__
        return False
    return all(field.init for field in fields(value))


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words)
