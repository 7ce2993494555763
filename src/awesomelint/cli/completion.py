"""What the shell offers where a rule is expected."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem


def complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001
    """Codes and names that continue what was typed, after the last comma."""
    from awesomelint.plugins import load_rules

    before, comma, word = incomplete.rpartition(",")
    rules, _ = load_rules()
    return [
        CompletionItem(f"{before}{comma}{spelling}", help=rule.name)
        for rule in rules
        for spelling in (rule.code, rule.name)
        if spelling.casefold().startswith(word.casefold())
    ]
