"""`awesomelint check`: its options. What they lead to is in `run`, which is loaded when the command runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import click

from awesomelint.cli.completion import complete_rules
from awesomelint.cli.exits import Exit
from awesomelint.cli.link_options import LinkOptions, link_options
from awesomelint.cli.report_target import ReportTarget
from awesomelint.cli.sections import F, SectionedCommand, option
from awesomelint.cli.streams import When
from awesomelint.diagnostics import Severity
from awesomelint.reporters import FORMATS

PROFILES = ("default", "awesome", "strict")
"""Those of `awesomelint.rule`, which would take the help a quarter of a second to load."""

_LEVEL = click.Choice([severity.value for severity in Severity])
_OLD = "Old findings"
_FIXES, _RULES, _REPORT, _RUN = "Fixes", "Rules", "Report", "Run"
_EXAMPLES = """\b
Examples:
  awesomelint check                      the README of this folder
  awesomelint check --fix docs/*.md      mend what can be mended safely
  awesomelint check --diff               print what --fix would change
  awesomelint check --select VEN,DAT002  only some rules
  awesomelint check --offline            look no links up
  awesomelint check --changed-since main only what this branch did

\b
Exit codes: 0 no findings; 1 findings; 2 wrong options or config; 3 a file
or a rule failed; 130 interrupted."""


def _rules_option(name: str, text: str) -> Callable[[F], F]:
    """An option that names rules; it may be repeated, and takes several with commas."""
    return option(_RULES, name, multiple=True, metavar="RULES", shell_complete=complete_rules, help=text)


@click.command("check", cls=SectionedCommand, epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@option(_FIXES, "--fix", is_flag=True, help="Apply the safe fixes of the listed findings.")
@option(_FIXES, "--unsafe-fixes", is_flag=True, help="Apply also those that are only probably right.")
@option(_FIXES, "--diff", is_flag=True, help="Print what would be fixed, and write nothing.")
@option(
    _RULES,
    "--select",
    multiple=True,
    metavar="RULES",
    shell_complete=complete_rules,
    help="Run only these: codes, names, families or ALL.",
)
@option(
    _RULES,
    "--extend-select",
    multiple=True,
    metavar="RULES",
    shell_complete=complete_rules,
    help="Run these besides.",
)
@option(
    _RULES, "--ignore", multiple=True, metavar="RULES", shell_complete=complete_rules, help="Leave these out."
)
@option(_RULES, "--profile", type=click.Choice(PROFILES), help="Which rules are on.")
@link_options
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
@option(
    _REPORT,
    "--report",
    "reports",
    type=ReportTarget(),
    multiple=True,
    metavar="FORMAT=FILE",
    help="Write the same run also in that format there; may be repeated.",
)
@option(_REPORT, "--statistics", is_flag=True, help="Print counts per rule in place of the findings.")
@option(_REPORT, "-q", "--quiet", is_flag=True, help="Print the findings and nothing else.")
@option(_REPORT, "--color", type=click.Choice(get_args(When)), default="auto", help="Colour the report.")
@option(_OLD, "--changed-since", metavar="REV", help="Report what the work since this revision of git did.")
@option(
    _OLD,
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Leave out what this file holds.",
)
@option(_OLD, "--update-baseline", is_flag=True, help="Write the baseline of what is found, and report none.")
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
    from awesomelint.cli.options import CheckOptions
    from awesomelint.cli.run import check

    return check(CheckOptions(links=LinkOptions.taken_from(given), **given))
