"""One run of `awesomelint check`: from options to a report and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from awesomelint.cli import inputs, streams
from awesomelint.cli.exits import Exit, gravest
from awesomelint.cli.inputs import Inputs
from awesomelint.cli.options import CheckOptions
from awesomelint.cli.patch import patch_of, readable, unfixed, would_fix
from awesomelint.cli.remarks import complain, is_uncovered, tell_about_links
from awesomelint.cli.reports import lists_of, save, write_reports
from awesomelint.cli.settings_page import settings_page
from awesomelint.config import Settings, load_settings
from awesomelint.config.files import from_disk
from awesomelint.config.links import united
from awesomelint.diagnostics import Fault
from awesomelint.discovery import STANDARD_INPUT, discover
from awesomelint.errors import UsageError
from awesomelint.linter import Linter
from awesomelint.plugins import load_rules
from awesomelint.reporters import FORMATS
from awesomelint.reporters.prose import Pen
from awesomelint.results import RunResult

if TYPE_CHECKING:
    from awesomelint.cli.older import Older

_LIKELY_NAME = "README.md"
_FOR_PEOPLE = ("text", "github", "markdown")
"""The formats that say themselves how far looking links up came."""


def check(options: CheckOptions) -> Exit:
    """Look at the lists, print what is wrong with them, mend them where asked to, and say how it went."""
    options.refuse_contradictions()
    rules, plugin_faults = load_rules()
    older: Older | None = None
    try:
        older = _older(options)
        flags, read = (older.flags(), older.read) if older else (options.flags(), from_disk)
        settings = load_settings(rules, flags, formats=FORMATS, read=read)
        if options.show_settings:
            return _show_settings(options, settings)
        gathered = _gather(options, settings, older)
    except UsageError as error:
        raise click.ClickException(older.told(str(error)) if older else str(error)) from error
    try:
        result = _look(gathered, options, settings, older)
    except UsageError as error:
        raise click.ClickException(str(error)) from error
    result = replace(result, faults=(*plugin_faults, *gathered.faults, *result.faults))
    if options.diff:
        faults = _print_patch(result, options)
        is_changed = any(file.before is not None for file in result.files)
        result = unfixed(result)
    else:
        if options.fixes and not options.reads_standard_input:
            result = _write(result)
        faults = write_reports(result, options, settings)
        is_changed = False
    faults = [*result.faults, *faults]
    complain(faults, gathered, is_interrupted=result.interrupted)
    is_in_report = settings.run.format in _FOR_PEOPLE and options.output is None and not options.diff
    is_said = is_in_report or options.quiet or not settings.run.online
    tell_about_links(result.links, settings.run.require_coverage, is_said=is_said)
    return _exit(result, faults, gathered, settings, is_changed=is_changed)


def _show_settings(options: CheckOptions, settings: Settings) -> Exit:
    if options.reads_standard_input:
        paths: tuple[str, ...] = (options.stdin_filename or STANDARD_INPUT,)
    else:
        paths = discover(options.paths).paths or (_LIKELY_NAME,)
    streams.write(settings_page(paths, settings), sys.stdout)
    return Exit.CLEAN


def _older(options: CheckOptions) -> Older | None:
    """What the run is held against, which is loaded only for who wants it."""
    if options.changed_since is None and options.baseline is None:
        return None
    from awesomelint.cli.older import Older

    return Older(options)


def _gather(options: CheckOptions, settings: Settings, older: Older | None) -> Inputs:
    if options.reads_standard_input:
        return inputs.from_standard_input(options.stdin_filename, settings)
    removed = tuple(path for path in options.paths if older is not None and older.has_removed(path))
    paths = tuple(path for path in options.paths if path not in removed)
    gathered = Inputs() if removed and not paths else inputs.from_paths(paths, settings)
    if older is not None:
        gathered.config_errors = [older.told(message) for message in gathered.config_errors]
    return replace(gathered, removed=removed)


def _look(gathered: Inputs, options: CheckOptions, settings: Settings, older: Older | None) -> RunResult:
    """What the rules say of what is new, and with fixes what remains after them; no list is written."""
    linter = Linter(settings.rules, settings.for_path)
    if not settings.run.online or not _asks_the_web(gathered, settings):
        return _lint_what_is_new(linter, gathered, options, settings, older)
    from awesomelint.cli.online import opened_web  # the network is loaded only for who wants it

    links = united(settings.for_path(source.path).links for source in gathered.sources)
    with opened_web(options.links, settings.run, links, quiet=options.quiet) as web:
        web.serve(linter)
        return web.annotated(_lint_what_is_new(linter, gathered, options, settings, older))


def _asks_the_web(gathered: Inputs, settings: Settings) -> bool:
    enabled = (
        rule
        for source in gathered.sources
        for rule in settings.for_path(source.path).enabled(settings.rules, source.path)
    )
    return any("web" in rule.reads | rule.consults for rule in enabled)


def _lint_what_is_new(
    linter: Linter, gathered: Inputs, options: CheckOptions, settings: Settings, older: Older | None
) -> RunResult:
    if older is None:
        return _lint(linter, gathered, options, settings)
    older.prepare(linter, gathered.sources, settings)
    return older.finish(_lint(linter, gathered, options, settings))


def _lint(linter: Linter, gathered: Inputs, options: CheckOptions, settings: Settings) -> RunResult:
    if not options.fixes:
        return linter.conclude(linter.examine_all(gathered.sources))
    from awesomelint.fixer import fix

    return fix(linter, gathered.sources, unsafe=options.unsafe_fixes, show=settings.run.show)


def _write(result: RunResult) -> RunResult:
    from awesomelint.fixer import write

    return write(result)


def _print_patch(result: RunResult, options: CheckOptions) -> list[Fault]:
    """A patch goes out byte for byte; on a terminal it is made safe and coloured."""
    text = patch_of(result)
    streams.complain(would_fix(result))
    color = streams.has_color(sys.stdout, options.color)
    if options.output is not None:
        return save(text, options.output, lists_of(result))
    if color or sys.stdout.isatty():
        streams.write(readable(text, Pen(color, None)), sys.stdout, color=color)
    else:
        streams.write_bytes(text.encode("utf-8", "surrogateescape"))
    return []


def _exit(
    result: RunResult, faults: Sequence[Fault], gathered: Inputs, settings: Settings, *, is_changed: bool
) -> Exit:
    is_found = any(d.severity.rank >= settings.run.fail_on.rank for d in result.diagnostics)
    is_short = is_uncovered(result.links, settings.run.require_coverage)
    happened = {
        Exit.INTERRUPTED: result.interrupted,
        Exit.USAGE: bool(gathered.config_errors),
        Exit.FAULT: bool(faults),
        Exit.FINDINGS: is_found or is_changed or is_short,
    }
    return gravest(code for code, is_so in happened.items() if is_so)
