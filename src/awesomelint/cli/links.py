"""`awesomelint links`: its options. What they lead to is in `listing`, loaded when the command runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import click

from awesomelint.cli.exits import Exit
from awesomelint.cli.link_options import LinkOptions, link_options
from awesomelint.cli.sections import SectionedCommand, option
from awesomelint.cli.streams import When

_REPORT, _RUN = "Report", "Run"
_EXAMPLES = """\b
Examples:
  awesomelint links                      the links of this folder's README
  awesomelint links --offline            what is known from earlier runs
  awesomelint links --format json | jq '.links[] | select(.verdict == "dead")'

\b
Exit codes: 0 listed, whatever the verdicts; 1 --require-coverage was missed;
2 wrong options or config; 3 a file failed; 130 interrupted."""


@click.command("links", cls=SectionedCommand, epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@link_options
@option(_REPORT, "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="[text]")
@option(
    _REPORT, "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the list there."
)
@option(_REPORT, "-q", "--quiet", is_flag=True, help="Print the links and nothing else.")
@option(_REPORT, "--color", type=click.Choice(get_args(When)), default="auto", help="Colour the list.")
@option(
    _RUN, "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this config for all files."
)
@option(_RUN, "--isolated", is_flag=True, help="Use no config.")
@option(_RUN, "--stdin-filename", metavar="NAME", help="The name of what comes through '-'.")
def command(**given: Any) -> Exit:
    """List every link with its verdict and its past.

    PATH is as for 'awesomelint check'. A link is listed once, at its first place: verdict, URL, where it
    leads, why, when it was looked up, and since when and in how many runs it was seen failing.
    """
    from awesomelint.cli.listing import ListingOptions, list_links

    return list_links(ListingOptions(links=LinkOptions.taken_from(given), **given))
