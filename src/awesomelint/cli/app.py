"""The command `awesomelint` and what stands under it. A command's module is loaded only when it is called."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

import click

from awesomelint import project

_COMMANDS = {
    "check": "Report what is wrong with lists; mend it with --fix.",
    "links": "List every link with its verdict and its past.",
    "rules": "List all rules.",
    "rule": "Explain one rule.",
}
"""The commands in the order of the help, each with its line there."""


class _LazyGroup(click.Group):
    """Knows its commands by name and module, so that `--version` and `--help` import none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"awesomelint.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in _COMMANDS and not name.startswith("-"):
            ctx.fail(f"There is no command '{name}'.{_remedy(name)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _remedy(name: str) -> str:
    if Path(name).exists():
        return f" Did you mean 'awesomelint check {name}'?"
    nearest = get_close_matches(name, _COMMANDS, n=1)
    return f" Did you mean '{nearest[0]}'?" if nearest else ""


def _print_version(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    click.echo(f"{project.NAME} {project.installed_version()}")
    ctx.exit()


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="'awesomelint check --help' has the options and some examples.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version.",
)
def app() -> None:
    """Find and repair what is wrong with the data in an awesome list."""
