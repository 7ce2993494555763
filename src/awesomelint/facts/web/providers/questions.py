"""From needs to questions for providers, and from what they said to answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from awesomelint.facts.web.history import History
from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.names import Names
from awesomelint.facts.web.providers import arxiv, github, openreview
from awesomelint.facts.web.providers.every import enabled_providers
from awesomelint.facts.web.providers.inquiry import Inquiry
from awesomelint.facts.web.providers.provider import FOR_EVER, Facts, Provider
from awesomelint.facts.web.run import Run
from awesomelint.facts.web.settings import WebSettings
from awesomelint.facts.web.transport import Transport
from awesomelint.facts.web.urls import Target
from awesomelint.needs import Answers, ArxivNeed, Need, OpenReviewNeed, RepositoryNeed

_TICK = 0.05


def begin_inquiry(
    needs: Iterable[Need],
    targets: Mapping[str, Target],
    settings: WebSettings,
    names: Names,
    history: History | None,
    now: float,
) -> Inquiry:
    """An inquiry into some needs, and into those of some links that a provider may answer for; not begun."""
    providers = enabled_providers(settings.providers, Transport(settings, names))
    wanted: dict[Provider, dict[str, float]] = {}
    by_name = {provider.name: provider for provider in providers}
    for name, key, age in _wanted(needs):
        if name in by_name:
            ages = wanted.setdefault(by_name[name], {})
            ages[key] = min(age, ages.get(key, age))
    return Inquiry(providers, targets, wanted, settings, history, now)


def run_with(inquiry: Inquiry, run: Run) -> Iterator[tuple[str, Outcome] | None]:
    """The outcomes of a run whose held links the inquiry settles or returns, as `Run.outcomes` gives them."""
    inquiry.start()
    try:
        yield from _handed_over(inquiry, run)
        for item in run.outcomes():
            yield item
            if item is None:
                yield from _handed_over(inquiry, run)
        while inquiry.is_open() and not run.is_over():
            inquiry.wait(_TICK)
            yield None
    finally:
        inquiry.stop()


def _handed_over(inquiry: Inquiry, run: Run) -> Iterator[tuple[str, Outcome]]:
    settled = inquiry.settled()
    run.hosts.answered |= inquiry.answered
    for url, outcome in settled:
        run.settle(url)
        yield url, outcome
    for url in inquiry.returned():
        end = run.release(url)
        if end is not None:
            yield url, end


def answers_of(inquiry: Inquiry, needs: Iterable[Need]) -> Answers:
    """What the providers said of what rules want to know."""
    keys: dict[str, set[str]] = {"github": set(), "arxiv": set(), "openreview": set()}
    for name, key, _ in _wanted(needs):
        keys[name].add(key)
    repositories = _known(inquiry, "github", keys["github"], github.CURRENT)
    papers = _known(inquiry, "arxiv", keys["arxiv"], FOR_EVER)
    current = _known(inquiry, "arxiv", keys["arxiv"], arxiv.CURRENT)
    reviewed = _known(inquiry, "openreview", keys["openreview"], FOR_EVER)
    return Answers(
        repositories={key: github.repository(facts) for key, facts in repositories.items()},
        arxiv={key: arxiv.paper(key, facts, is_current=key in current) for key, facts in papers.items()},
        openreview={key: openreview.paper(key, facts) for key, facts in reviewed.items()},
    )


def recalled(needs: Iterable[Need], history: History) -> Answers:
    """What GitHub said of repositories in earlier runs, however long ago."""
    names = [need.name for need in needs if isinstance(need, RepositoryNeed)]
    known = history.facts("github", names)
    return Answers(repositories={name: github.repository(fact.facts) for name, fact in known.items()})


def _known(inquiry: Inquiry, name: str, keys: Iterable[str], age: float) -> dict[str, Facts]:
    return {key: facts for key in keys if (facts := inquiry.facts(name, key, age)) is not None}


def _wanted(needs: Iterable[Need]) -> Iterator[tuple[str, str, float]]:
    """Provider, key, and for how long an earlier answer will do."""
    for need in needs:
        if isinstance(need, RepositoryNeed):
            yield "github", need.name, github.CURRENT
        elif isinstance(need, ArxivNeed):
            yield "arxiv", need.id, arxiv.CURRENT if need.is_current else FOR_EVER
        elif isinstance(need, OpenReviewNeed):
            yield "openreview", need.id, FOR_EVER
