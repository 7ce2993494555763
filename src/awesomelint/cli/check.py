"""`awesomelint check`: from paths and options to a report and an exit code."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import click

from awesomelint.cli import inputs, streams
from awesomelint.cli.exits import Exit, gravest
from awesomelint.cli.inputs import Inputs
from awesomelint.cli.options import CheckOptions
from awesomelint.cli.sections import SectionedCommand, option
from awesomelint.config import ConfigError, Settings, load_settings
from awesomelint.diagnostics import Fault, Severity
from awesomelint.linter import lint
from awesomelint.plugins import load_rules
from awesomelint.reporters import FORMATS, Layout, reporter
from awesomelint.results import RunResult
from awesomelint.rule import Profile
from awesomelint.ruleset import RuleSet

_LEVEL = click.Choice([severity.value for severity in Severity])
_FIXES, _RULES, _REPORT, _RUN = "Fixes", "Rules", "Report", "Run"
_EXAMPLES = """\b
Examples:
  awesomelint check                      the README of this folder
  awesomelint check --fix docs/*.md      mend what can be mended safely
  awesomelint check --diff               print what --fix would change
  awesomelint check --select VEN,DAT002  only some rules
  awesomelint check --online             look the links up, too

\b
Exit codes: 0 no findings; 1 findings; 2 wrong options or config; 3 a file
or a rule failed; 130 interrupted."""


@click.command("check", cls=SectionedCommand, epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@option(
    _RULES, "--select", multiple=True, metavar="RULES", help="Run only these: codes, names, families, ALL."
)
@option(_RULES, "--extend-select", multiple=True, metavar="RULES", help="Run these besides.")
@option(_RULES, "--ignore", multiple=True, metavar="RULES", help="Leave these out.")
@option(_RULES, "--profile", type=click.Choice(get_args(Profile)), help="Which rules are on.")
@option(_RULES, "--online/--offline", default=None, help="Look links up; offline is the default.")
@option(
    _REPORT, "--show", type=_LEVEL, help="List findings from this level on; the others are counted. [warning]"
)
@option(
    _REPORT,
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="JSON has the findings of all levels. [text]",
)
@option(
    _REPORT, "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the report there."
)
@option(_REPORT, "--statistics", is_flag=True, help="Print counts per rule in place of the findings.")
@option(_REPORT, "-q", "--quiet", is_flag=True, help="Print the findings and nothing else.")
@option(_REPORT, "--color", type=click.Choice(get_args(streams.When)), default="auto", help="[auto]")
@option(_RUN, "--fail-on", type=_LEVEL, help="Exit with 1 for findings from this level on. [warning]")
@option(
    _RUN, "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this config for all files."
)
@option(_RUN, "--isolated", is_flag=True, help="Use no config.")
@option(_RUN, "--show-settings", is_flag=True, help="Print the settings and who made them, and do nothing.")
@option(_RUN, "--stdin-filename", metavar="NAME", help="The name of what comes through '-'.")
def command(**given: Any) -> Exit:
    """Report what is wrong with awesome lists.

    PATH is a file, a folder (its README), a pattern, or - for standard input; without one, the README of
    this folder. RULES are separated by commas.
    """
    options = CheckOptions(fix=False, unsafe_fixes=False, diff=False, **given)
    options.refuse_contradictions()
    rules, plugin_faults = load_rules()
    try:
        settings = load_settings(rules, options.flags(), formats=FORMATS)
        if options.reads_standard_input:
            gathered = inputs.from_standard_input(options.stdin_filename, settings)
        else:
            gathered = inputs.from_paths(options.paths, settings)
    except ConfigError as error:
        raise click.ClickException(str(error)) from error
    result = _lint(gathered, rules, settings)
    result = replace(result, faults=(*plugin_faults, *gathered.faults, *result.faults))
    faults = [*result.faults, *_report(result, options, settings)]
    _complain(faults, gathered)
    return _exit(result, faults, gathered, settings)


def _lint(gathered: Inputs, rules: RuleSet, settings: Settings) -> RunResult:
    if not settings.run.online:
        result = lint(gathered.sources, rules, config=settings.for_path)
        return replace(result, links=replace(result.links, note="offline; --online looks them up"))
    from awesomelint.cli.online import Web

    web = Web()
    return web.annotated(lint(gathered.sources, rules, config=settings.for_path, answer=web))


def _report(result: RunResult, options: CheckOptions, settings: Settings) -> list[Fault]:
    """Print the report, or write it to the file that was named; a fault where that cannot be done."""
    stream = sys.stdout
    is_for_screen = options.output is None and stream.isatty()
    layout = Layout(
        show=settings.run.show,
        width=streams.WIDTH_WITHOUT_TERMINAL if options.output else streams.width(stream),
        wrap=is_for_screen,
        color=options.color == "always" if options.output else streams.has_color(stream, options.color),
        quiet=options.quiet,
        statistics=options.statistics,
    )
    text = reporter(settings.run.format)(result, layout)
    if options.output is None:
        streams.write(text, stream, color=layout.color)
        return []
    try:
        options.output.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        return [Fault(str(options.output), f"cannot be written: {(error.strerror or str(error)).lower()}")]
    return []


def _complain(faults: list[Fault], gathered: Inputs) -> None:
    for message in gathered.config_errors:
        streams.complain(message)
    for fault in faults:
        streams.complain(f"{fault.path}: {fault.message}" if fault.path else fault.message)
    if gathered.excluded and not gathered.sources:
        streams.complain(f"nothing to check: the config excludes {', '.join(gathered.excluded)}")


def _exit(result: RunResult, faults: list[Fault], gathered: Inputs, settings: Settings) -> Exit:
    happened = []
    if result.interrupted:
        happened.append(Exit.INTERRUPTED)
    if gathered.config_errors:
        happened.append(Exit.USAGE)
    if faults:
        happened.append(Exit.FAULT)
    if any(d.severity.rank >= settings.run.fail_on.rank for d in result.diagnostics):
        happened.append(Exit.FINDINGS)
    return gravest(happened)
