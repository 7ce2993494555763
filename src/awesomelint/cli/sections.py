"""A command whose help has its options under headings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


class _SectionedOption(click.Option):
    """An option that knows its heading."""

    def __init__(self, *args: Any, section: str, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.section = section


class SectionedCommand(click.Command):
    """Prints its options under their headings in the order in which they were declared, `--help` last."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write all options."""
        sections: dict[str, list[tuple[str, str]]] = {}
        options = [parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option)]
        for each in sorted(options, key=lambda each: not isinstance(each, _SectionedOption)):
            record = each.get_help_record(ctx)
            if record is not None:
                title = each.section if isinstance(each, _SectionedOption) else "Help"
                sections.setdefault(title, []).append(record)
        for title, records in sections.items():
            with formatter.section(title):
                formatter.write_dl(records)


def option(section: str, *declarations: str, **attributes: Any) -> Callable[[F], F]:
    """`click.option` under a heading of the help."""
    return click.option(*declarations, cls=_SectionedOption, section=section, **attributes)
