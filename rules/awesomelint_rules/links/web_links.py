"""What the rules about the web's answers have in common."""

from __future__ import annotations

from collections.abc import Iterator

from awesomelint.document import Document, Link, web_links
from awesomelint.needs import Liveness, LivenessNeed, Verdict
from awesomelint.rule import Context


def liveness_needs(document: Document) -> Iterator[LivenessNeed]:
    """The question about each of them."""
    for url in dict.fromkeys(link.url for link in document.derive(web_links)):
        yield LivenessNeed(url)


def links_found(document: Document, context: Context, verdict: Verdict) -> Iterator[tuple[Link, Liveness]]:
    """The links about which the web gave a verdict."""
    for link in document.derive(web_links):
        liveness = context.answers.liveness.get(link.url)
        if liveness is not None and liveness.verdict == verdict:
            yield link, liveness


def when(liveness: Liveness) -> str:
    """The day of the look-up, or since when it fails, in brackets; nothing where neither is known."""
    checked_at, failing_since = liveness.checked_at, liveness.failing_since
    if failing_since is not None and (checked_at is None or failing_since.date() != checked_at.date()):
        return f" (since {failing_since.date().isoformat()})"
    return f" (looked up {checked_at.date().isoformat()})" if checked_at is not None else ""
