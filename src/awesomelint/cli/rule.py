"""`awesomelint rule CODE`: one rule's documentation."""

from __future__ import annotations

import sys

import click

from awesomelint.cli import streams
from awesomelint.cli.completion import complete_rules
from awesomelint.cli.documentation import page
from awesomelint.cli.exits import Exit
from awesomelint.plugins import load_rules
from awesomelint.reporters.prose import Pen

_MOST_READABLE = 88


@click.command("rule")
@click.argument("code", metavar="CODE", shell_complete=complete_rules)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
def command(code: str, color: streams.When) -> Exit:
    """Explain one rule: what it reports, why, and what --fix does.

    CODE is a rule's code or its name: VEN001 or noncanonical-venue.
    """
    rules, faults = load_rules()
    for fault in faults:
        streams.complain(fault.message)
    rule = rules.find(code)
    if rule is None:
        members = ", ".join(member.code for member in rules.members(code))
        if members:
            raise click.UsageError(f"'{code}' names several rules: {members}. Name one of them.")
        nearest = rules.nearest(code)
        remedy = f" Did you mean '{nearest}'?" if nearest else ""
        raise click.UsageError(f"There is no rule '{code}'.{remedy} 'awesomelint rules' lists them all.")
    pen = Pen(streams.has_color(sys.stdout, color), min(streams.width(sys.stdout), _MOST_READABLE))
    streams.write(page(rule, pen), sys.stdout, color=pen.color)
    return Exit.FAULT if faults else Exit.CLEAN
