"""One run of `awesomelint check`: from options to a report and an exit code."""

from __future__ import annotations

import sys
from dataclasses import replace

import click

from awesomelint.cli import inputs, streams
from awesomelint.cli.exits import Exit, gravest
from awesomelint.cli.inputs import Inputs
from awesomelint.cli.options import CheckOptions
from awesomelint.cli.settings_page import settings_page
from awesomelint.config import ConfigError, Settings, load_settings
from awesomelint.diagnostics import Fault
from awesomelint.discovery import STANDARD_INPUT, discover
from awesomelint.linter import lint
from awesomelint.plugins import load_rules
from awesomelint.reporters import FORMATS, Layout, reporter
from awesomelint.results import RunResult
from awesomelint.ruleset import RuleSet

_LIKELY_NAME = "README.md"
_OFFLINE = "offline; --online looks them up"


def check(options: CheckOptions) -> Exit:
    """Look at the lists, print what is wrong with them, and say how it went."""
    options.refuse_contradictions()
    rules, plugin_faults = load_rules()
    try:
        settings = load_settings(rules, options.flags(), formats=FORMATS)
        if options.show_settings:
            return _show_settings(options, settings)
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


def _show_settings(options: CheckOptions, settings: Settings) -> Exit:
    if options.reads_standard_input:
        paths: tuple[str, ...] = (options.stdin_filename or STANDARD_INPUT,)
    else:
        paths = discover(options.paths).paths or (_LIKELY_NAME,)
    streams.write(settings_page(paths, settings), sys.stdout)
    return Exit.CLEAN


def _lint(gathered: Inputs, rules: RuleSet, settings: Settings) -> RunResult:
    if not settings.run.online:
        result = lint(gathered.sources, rules, config=settings.for_path)
        return replace(result, links=replace(result.links, note=_OFFLINE))
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
