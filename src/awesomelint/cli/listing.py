"""One run of `awesomelint links`: from options to a list of links and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import click

from awesomelint.cli import inputs, streams
from awesomelint.cli.exits import Exit, gravest
from awesomelint.cli.inputs import Inputs
from awesomelint.cli.link_options import LinkOptions
from awesomelint.cli.online import Web, opened_web
from awesomelint.cli.remarks import complain, is_uncovered, tell_about_links
from awesomelint.cli.reports import save
from awesomelint.config import ConfigError, Flags, Settings, load_settings
from awesomelint.config.links import united
from awesomelint.diagnostics import Fault
from awesomelint.discovery import STANDARD_INPUT
from awesomelint.document import parse, web_links
from awesomelint.faults import one_line
from awesomelint.needs import LivenessNeed, Need, RepositoryNeed
from awesomelint.plugins import load_rules
from awesomelint.reporters import FORMATS
from awesomelint.reporters.link_list import as_json, as_text
from awesomelint.reporters.prose import Pen
from awesomelint.results import LinkCounts, ListedLink, Occurrence
from awesomelint.source import Source
from awesomelint.works import identify

Places = Mapping[str, tuple[Occurrence, ...]]
"""Where each URL stands."""


@dataclass(frozen=True)
class ListingOptions:
    """The options of `links`, by the names that click gives them."""

    paths: tuple[str, ...]
    online: bool | None
    max_time: float | None
    max_age: float | None
    require_coverage: float | None
    links: LinkOptions
    format_: Literal["text", "json"]
    output: Path | None
    quiet: bool
    color: streams.When
    config: Path | None
    isolated: bool
    stdin_filename: str | None

    @property
    def reads_standard_input(self) -> bool:
        """Whether the list comes through a pipe."""
        return STANDARD_INPUT in self.paths

    def refuse_contradictions(self) -> None:
        """Raise click.UsageError for options that cannot be meant together."""
        contradictions = (
            (
                self.reads_standard_input and len(self.paths) > 1,
                "'-' reads standard input: give it alone, without other paths.",
            ),
            *self.links.contradictions(),
        )
        for is_so, message in contradictions:
            if is_so:
                raise click.UsageError(message, click.get_current_context())

    def flags(self) -> Flags:
        """The part that the settings are made of."""
        return Flags(
            config=self.config,
            isolated=self.isolated,
            online=self.online,
            max_time=self.max_time,
            max_age=self.max_age,
            require_coverage=self.require_coverage,
        )


def list_links(options: ListingOptions) -> Exit:
    """Look the links of the lists up, or only their history when offline, and print what is known of each."""
    options.refuse_contradictions()
    rules, _ = load_rules()
    try:
        settings = load_settings(rules, options.flags(), formats=FORMATS)
        gathered = _gather(options, settings)
    except ConfigError as error:
        raise click.ClickException(str(error)) from error
    places, faults = _places(gathered, settings)
    manners = united(settings.for_path(source.path).links for source in gathered.sources)
    with opened_web(options.links, settings.run, manners, quiet=options.quiet) as web:
        links, counts = _known(places, web, is_online=settings.run.online)
    faults = [*gathered.faults, *faults, *_print(links, counts, options, gathered)]
    complain(faults, gathered, is_interrupted=counts.interrupted)
    required = settings.run.require_coverage
    is_in_list = options.format_ == "text" and options.output is None
    tell_about_links(counts, required, is_said=is_in_list or options.quiet)
    happened = {
        Exit.INTERRUPTED: counts.interrupted,
        Exit.USAGE: bool(gathered.config_errors),
        Exit.FAULT: bool(faults),
        Exit.FINDINGS: is_uncovered(counts, required),
    }
    return gravest(code for code, is_so in happened.items() if is_so)


def _gather(options: ListingOptions, settings: Settings) -> Inputs:
    if options.reads_standard_input:
        return inputs.from_standard_input(options.stdin_filename, settings)
    return inputs.from_paths(options.paths, settings)


def _places(gathered: Inputs, settings: Settings) -> tuple[Places, list[Fault]]:
    """The links for the web by URL, in the order in which they stand; and what could not be read."""
    places: dict[str, list[Occurrence]] = {}
    faults = []
    for source in gathered.sources:
        if source.undecodable is not None:
            faults.append(Fault(source.path, "the file is not UTF-8; 'awesomelint check' says more"))
            continue
        try:
            found = list(_links_of(source, settings))
        except Exception as error:  # noqa: BLE001  one list must not stop the others
            faults.append(Fault(source.path, f"this file could not be parsed: {one_line(error)}"))
            continue
        for url, occurrence in found:
            places.setdefault(url, []).append(occurrence)
    return {url: tuple(found) for url, found in places.items()}, faults


def _links_of(source: Source, settings: Settings) -> Iterable[tuple[str, Occurrence]]:
    config = settings.for_path(source.path)
    document = parse(source, config.tables, config.known_venues)
    for link in web_links(document):
        yield link.url, Occurrence(source.path, source.position(link.url_span.start))


def _known(places: Places, web: Web, *, is_online: bool) -> tuple[list[ListedLink], LinkCounts]:
    """What is known of each link, after looking it up where that is wanted."""
    works = ((url, identify(url)) for url in places)
    names = {url: work.id for url, work in works if work is not None and work.kind == "github"}
    needs: list[Need] = [LivenessNeed(url) for url in places]
    needs += [RepositoryNeed(name) for name in dict.fromkeys(names.values())]
    answers, counts = web.look_up(needs) if is_online else web.recall(needs)
    links = []
    for url, occurrences in places.items():
        repository = answers.repositories.get(names.get(url, ""))
        is_renamed = repository is not None and repository.name.lower() != names[url]
        links.append(ListedLink(answers.liveness[url], occurrences, repository, is_renamed))
    return links, counts


def _print(
    links: list[ListedLink], counts: LinkCounts, options: ListingOptions, gathered: Inputs
) -> list[Fault]:
    is_for_file = options.output is not None
    color = options.color == "always" if is_for_file else streams.has_color(sys.stdout, options.color)
    if options.format_ == "json":
        text = as_json(links)
    else:
        text = as_text(links, counts, Pen(color, None), quiet=options.quiet)
    if options.output is not None:
        return save(text, options.output, [source.path for source in gathered.sources])
    if options.format_ == "text":
        text = streams.without_commands(text)
    streams.write(text, sys.stdout, color=color)
    return []
