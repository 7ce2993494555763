"""Where the reports of a run go: one to standard output or a file, others to files besides."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from awesomelint.cli import streams
from awesomelint.cli.options import CheckOptions
from awesomelint.config import Settings
from awesomelint.diagnostics import Fault
from awesomelint.reporters import Layout, reporter
from awesomelint.results import RunResult


def write_reports(result: RunResult, options: CheckOptions, settings: Settings) -> list[Fault]:
    """Print the report, or write it to its file, and the others to theirs; a fault for each that cannot be.

    Where the fixed text is printed, the report is on standard error.
    """
    stream: TextIO = sys.stdout
    if options.fixes and options.reads_standard_input:
        for file in result.files:
            streams.write_bytes(file.source.data)
        stream = sys.stderr
    targets = list(options.reports)
    if options.output is not None:
        targets.append((settings.run.format, options.output))
    else:
        color = streams.has_color(stream, options.color)
        layout = _layout(options, settings, streams.width(stream), color=color, wrap=stream.isatty())
        text = reporter(settings.run.format)(result, layout)
        is_for_people = settings.run.format in ("text", "markdown")
        streams.write(streams.without_commands(text) if is_for_people else text, stream, color=color)
    layout = _layout(options, settings, streams.WIDTH_WITHOUT_TERMINAL, color=options.color == "always")
    return [
        fault
        for format_, path in targets
        for fault in save(reporter(format_)(result, layout), path, lists_of(result))
    ]


def lists_of(result: RunResult) -> list[str]:
    """The paths of the lists themselves, which no report may overwrite."""
    return [file.source.path for file in result.files]


def save(text: str, path: Path, lists: Iterable[str]) -> list[Fault]:
    """Write a report to a file; a fault where that cannot be done, or would overwrite one of the lists."""
    if any(Path(each).resolve() == path.resolve() for each in lists):
        return [Fault(str(path), "is the list itself; write the report to another file")]
    try:
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    except OSError as error:
        return [Fault(str(path), f"cannot be written: {(error.strerror or str(error)).lower()}")]
    return []


def browsing_address(environ: Mapping[str, str]) -> str:
    """Where checked out files can be read on the web, as GitHub and GitLab tell their jobs, or empty."""
    if environ.get("GITHUB_ACTIONS") == "true":
        words = [environ.get(name, "") for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")]
        server, repository, revision = words
        return f"{server}/{repository}/blob/{revision}" if all(words) else ""
    project, revision = environ.get("CI_PROJECT_URL", ""), environ.get("CI_COMMIT_SHA", "")
    return f"{project}/-/blob/{revision}" if project and revision else ""


def _layout(
    options: CheckOptions, settings: Settings, width: int, *, color: bool, wrap: bool = False
) -> Layout:
    return Layout(
        show=settings.run.show,
        width=width,
        wrap=wrap,
        color=color,
        quiet=options.quiet,
        statistics=options.statistics,
        browse=browsing_address(os.environ),
    )
