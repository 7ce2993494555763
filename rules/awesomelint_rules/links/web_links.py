"""What the rules about the web's answers have in common."""

from __future__ import annotations

from collections.abc import Iterator

from awesomelint.diagnostics import Applicability, Edit, Fix
from awesomelint.document import Document, Link, web_links
from awesomelint.needs import Liveness, LivenessNeed, Verdict
from awesomelint.rule import Context


def liveness_needs(document: Document) -> tuple[LivenessNeed, ...]:
    """The question about each of them."""
    return document.derive(_questions)


def _questions(document: Document) -> tuple[LivenessNeed, ...]:
    return tuple(map(LivenessNeed, dict.fromkeys(link.url for link in document.derive(web_links))))


def links_found(document: Document, context: Context, verdict: Verdict) -> Iterator[tuple[Link, Liveness]]:
    """The links about which the web gave a verdict."""
    for link in document.derive(web_links):
        liveness = context.answers.liveness.get(link.url)
        if liveness is not None and liveness.verdict == verdict:
            yield link, liveness


def replacement_fix(document: Document, link: Link, liveness: Liveness) -> Fix | None:
    """Writes what a link's page is at today; safe where that certainly is the same page."""
    applicability = Applicability.SAFE if liveness.is_same_page else Applicability.UNSAFE
    return other_url(document, link, liveness.replacement, applicability)


def other_url(
    document: Document, link: Link, url: str | None, applicability: Applicability, title: str = ""
) -> Fix | None:
    """Writes another URL for a link; None without one, or where the link's own is escaped in the source."""
    # An escaped URL would have to be written with escapes again.
    if url is None or document.source.slice(link.url_span) != link.url:
        return None
    return Fix(title or f"write `{url}`", (Edit(link.url_span, _escaped(url, link)),), applicability)


def _escaped(url: str, link: Link) -> str:
    """The URL without characters that would end it where the old one had none of them."""
    if link.kind == "html":
        return url.replace("'", "%27")
    if "(" in link.url or ")" in link.url:
        return url
    return url.replace("(", "%28").replace(")", "%29")


def when(liveness: Liveness) -> str:
    """The day of the look-up, or since when it fails, in brackets; nothing where neither is known."""
    checked_at, failing_since = liveness.checked_at, liveness.failing_since
    if failing_since is not None and (checked_at is None or failing_since.date() != checked_at.date()):
        return f" (since {failing_since.date().isoformat()})"
    return f" (looked up {checked_at.date().isoformat()})" if checked_at is not None else ""
