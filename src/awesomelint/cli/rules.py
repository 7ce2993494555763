"""`awesomelint rules`: the catalogue."""

from __future__ import annotations

import json
import sys
from typing import Any, Literal

import click

from awesomelint.cli import streams
from awesomelint.cli.documentation import has_fix, state, summary
from awesomelint.cli.exits import Exit
from awesomelint.plugins import load_rules
from awesomelint.reporters.excerpt import shorten
from awesomelint.reporters.prose import Pen, tone
from awesomelint.reporters.safe import visible
from awesomelint.rule import Rule
from awesomelint.ruleset import FAMILIES, RuleSet

_LEAST_SUMMARY = 20


@click.command("rules")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Output format.",
)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
def command(format_: Literal["text", "json"], color: streams.When) -> Exit:
    """List all rules: code, name, severity, whether it is on by default and whether it has fixes."""
    rules, faults = load_rules()
    for fault in faults:
        streams.complain(fault.message)
    pen = Pen(
        streams.has_color(sys.stdout, color), streams.width(sys.stdout) if sys.stdout.isatty() else None
    )
    text = _as_json(rules) if format_ == "json" else _as_table(rules, pen)
    streams.write(text, sys.stdout, color=pen.color)
    return Exit.FAULT if faults else Exit.CLEAN


def _as_table(rules: RuleSet, pen: Pen) -> str:
    """A line for each rule; on a terminal the last column is cut to its width."""
    code_width = max((len(rule.code) for rule in rules), default=0)
    name_width = max((len(rule.name) for rule in rules), default=0)
    taken = code_width + name_width + len("  warning  preview  fix  ")
    room = None if pen.width is None else max(pen.width - taken, 0)
    lines = []
    for rule in rules:
        cells = [
            pen.paint(f"{rule.code:{code_width}}", "code"),
            pen.paint(f"{rule.name:{name_width}}", "strong"),
            pen.paint(f"{rule.severity.value:7}", tone(rule.severity)),
            f"{state(rule):7}",
            pen.paint("fix", "good") if has_fix(rule) else "   ",
        ]
        if room is None or room >= _LEAST_SUMMARY:
            text = visible(summary(rule))
            cells.append(text if room is None else shorten(text, room))
        lines.append("  ".join(cells).rstrip() + "\n")
    return "".join(lines)


def _as_json(rules: RuleSet) -> str:
    """An array with one rule a line."""
    items = ",\n ".join(json.dumps(_record(rule), ensure_ascii=True) for rule in rules)
    return f"[{items}]\n"


def _record(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": FAMILIES.get(rule.family, rule.family),
        "severity": rule.severity.value,
        "default": state(rule) in ("on", "online"),
        "preview": rule.preview,
        "reads": sorted(rule.reads),
        "consults": sorted(rule.consults),
        "profiles": sorted(rule.profiles),
        "fixable": has_fix(rule),
        "summary": summary(rule),
        "aliases": list(rule.aliases),
    }
