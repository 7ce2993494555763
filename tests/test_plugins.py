"""Rules come in through entry points, and a broken plug-in stops no other."""

import sys
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import pytest

from awesomelint.plugins import GROUP, load_rules

RULE = '''
from awesomelint.diagnostics import Severity
from awesomelint.rule import FileRule

class Mine(FileRule):
    """A rule of somebody else's."""
    code = "{code}"
    name = "{name}"
    severity = Severity.WARNING
    def check(self, document, context):
        return ()
'''


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Writes a module and gives the entry point that names it."""
    monkeypatch.syspath_prepend(tmp_path)

    def write(name: str, text: str, attribute: str = "") -> EntryPoint:
        sys.modules.pop(name, None)
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
        return EntryPoint(name, f"{name}:{attribute}" if attribute else name, GROUP)

    return write


def test_the_shipped_rules_come_in_through_the_same_door() -> None:
    rules, faults = load_rules()
    assert faults == ()
    assert rules.find("VEN001") is rules.find("noncanonical-venue")


def test_an_entry_point_names_a_module_or_a_class(plugin) -> None:  # type: ignore[no-untyped-def]
    module = plugin("mine_one", RULE.format(code="MIN001", name="mine-one"))
    single = plugin("mine_two", RULE.format(code="MIN002", name="mine-two"), "Mine")
    rules, faults = load_rules([module, single])
    assert ([rule.code for rule in rules], faults) == (["MIN001", "MIN002"], ())


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("import nothing_of_that_name", "nothing_of_that_name"),
        ("def (", "SyntaxError"),
        ("raise RuntimeError('boom')", "boom"),
        ("import sys; sys.exit(3)", "SystemExit"),
        (RULE.format(code="MIN003", name="x") + "    reads = {'web'}\n", "reads"),
        (RULE.format(code="MIN003", name="x") + "    consults = ['web']\n", "consults"),
        (RULE.format(code="MIN003", name="x") + "    Options = dict\n", "Options"),
        (RULE.format(code="MIN003", name="x") + "    def __init__(self): raise KeyError('boom')\n", "boom"),
        (
            RULE.format(code="MIN003", name="x")
            .replace("(FileRule)", "(Rule)")
            .replace("import FileRule", "import Rule"),
            "FileRule",
        ),
        (RULE.format(code="VEN1", name="x"), "code"),
        (RULE.format(code="mine", name="mine"), "code"),
        (RULE.format(code="MIN003", name="Not A Name"), "name"),
        (RULE.format(code="MIN004", name="mine-four").replace("Severity.WARNING", "'bad'"), "severity"),
    ],
)
def test_a_broken_plugin_is_named_and_the_others_load(plugin, text: str, word: str) -> None:  # type: ignore[no-untyped-def]
    rules, faults = load_rules(
        [plugin("broken_one", text), plugin("fine_one", RULE.format(code="MIN009", name="fine"))]
    )
    assert [rule.code for rule in rules] == ["MIN009"]
    assert "broken_one" in faults[0].message
    assert word in faults[0].message


def test_a_package_is_walked_and_a_broken_module_in_it_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    below = tmp_path / "walked_rules" / "venues"
    below.mkdir(parents=True)
    (below.parent / "__init__.py").touch()
    (below / "__init__.py").touch()
    (below / "one.py").write_text(RULE.format(code="MIN006", name="one"), encoding="utf-8")
    (below / "two.py").write_text("raise ValueError('boom')", encoding="utf-8")
    # A rule that is only imported belongs to where it is defined.
    (below / "zzz.py").write_text("from walked_rules.venues.one import Mine", encoding="utf-8")
    rules, faults = load_rules([EntryPoint("walked", "walked_rules", GROUP)])
    assert [rule.code for rule in rules] == ["MIN006"]
    assert ["walked_rules.venues.two" in fault.message for fault in faults] == [True]


def test_a_shipped_rule_keeps_its_code(plugin) -> None:  # type: ignore[no-untyped-def]
    points = [*entry_points(group=GROUP), plugin("aaa", RULE.format(code="VEN001", name="mine"))]
    rules, faults = load_rules(points)
    rule = rules.find("VEN001")
    assert (rule is not None and rule.name, len(faults)) == ("noncanonical-venue", 1)


def test_a_code_that_is_taken_is_left_out(plugin) -> None:  # type: ignore[no-untyped-def]
    one = plugin("a_first", RULE.format(code="MIN005", name="mine-five"))
    two = plugin("b_second", RULE.format(code="MIN005", name="mine-six"))
    rules, faults = load_rules([two, one])
    assert ([rule.name for rule in rules], len(faults)) == (["mine-five"], 1)
