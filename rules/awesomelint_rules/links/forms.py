"""In which forms a list writes its links, and which of them are exceptions to its own habit."""

from collections.abc import Iterator
from typing import NamedTuple

from awesomelint.conventions import Majority, majority
from awesomelint.document import Document, Link
from awesomelint.document.url_faults import distinct_links
from awesomelint.values.urls import (
    ArxivForm,
    arxiv_form,
    current_doi,
    is_secure_site,
    split_url,
    without_foreign_tracking,
)

HABIT = 90
"""The share of a list's links, in percent, that must have one form for the others to be exceptions."""


class Exceptional(NamedTuple):
    """A link, how the list would write it, and its habit as the rest of a sentence."""

    link: Link
    written: str
    habit: str


class Insecure(NamedTuple):
    """An `http://` link, its `https://` form, the list's habit, and whether that form certainly works."""

    link: Link
    written: str
    habit: str
    is_safe: bool


class Noncanonical(NamedTuple):
    """A link, its best form, and whether that certainly is the same page."""

    link: Link
    written: str
    is_safe: bool


def web_links(document: Document) -> tuple[Link, ...]:
    """The links of a list that lead to other sites and are written as they are read; each place once."""
    return tuple(
        link
        for link in document.derive(distinct_links)
        if not link.is_image
        and link.url.startswith(("http://", "https://"))
        and document.source.slice(link.url_span) == link.url
    )


def other_arxiv_forms(document: Document) -> Iterator[Exceptional]:
    """Links to arXiv's PDFs where the list links to abstracts, and to versions where it names none."""
    found = [(link, form) for link in document.derive(web_links) if (form := arxiv_form(link.url))]
    pages = majority((form.page for _, form in found), HABIT)
    versions = majority((bool(form.version) for _, form in found), HABIT)
    both_ways = _linked_twice(document, found)
    for link, form in found:
        is_meant = "pdf" in link.text.casefold() or (_line(document, link), form.id) in both_ways
        if pages and pages.form == "abs" != form.page and not is_meant:
            habit = f"leads to the PDF; {_share(pages)} arXiv links in this file lead to `abs`"
            written = form.written("abs", with_version=versions is None or versions.form)
            yield Exceptional(link, written, habit)
        elif versions and not versions.form and form.version:
            habit = f"names the version {form.version}; {_share(versions)} arXiv links in this file name none"
            yield Exceptional(link, form.written(form.page, with_version=False), habit)


def old_dois(document: Document) -> Iterator[Exceptional]:
    """DOIs at the resolver's former name in a list that uses today's."""
    found = [(link, current_doi(link.url)) for link in document.derive(web_links) if "doi.org/" in link.url]
    current = majority((written is None for _, written in found), HABIT)
    if current is None or not current.form:
        return
    for link, written in found:
        if written is not None:
            habit = f"is at the DOI's old resolver; {_share(current)} DOI links in this file are at `doi.org`"
            yield Exceptional(link, written, habit)


def tracked_links(document: Document) -> Iterator[Exceptional]:
    """Links with the traces of somebody's visit, in a list that has few of them."""
    links = document.derive(web_links)
    found = [
        (link, written)
        for link in links
        if "?" in link.url and (written := without_foreign_tracking(link.url))
    ]
    if 100 * len(found) <= (100 - HABIT) * len(links):
        for link, written in found:
            yield Exceptional(link, written, "says how somebody else came to this page")


def insecure_links(document: Document) -> Iterator[Insecure]:
    """Links in `http://` to sites that speak https, in a list that writes `https://`."""
    links = document.derive(web_links)
    schemes = majority((link.url.startswith("https://") for link in links), HABIT)
    insecure = [link for link in links if link.url.startswith("http://")]
    if schemes is None or not schemes.form or not insecure:
        return
    secure_hosts = {
        link.url[8:].partition("/")[0].lower() for link in links if link.url.startswith("https://")
    }
    for link in insecure:
        url = split_url(link.url)
        # A raw `www.` address gets its scheme from GitHub, and the DOI's old resolver has a rule of its own.
        if url is None or current_doi(link.url):
            continue
        is_safe = is_secure_site(url.site)
        if is_safe or url.netloc in secure_hosts:
            habit = f"is insecure; {_share(schemes)} links in this file are in `https://`"
            yield Insecure(link, f"https{link.url[4:]}", habit, is_safe)


def noncanonical_links(document: Document) -> Iterator[Noncanonical]:
    """Every link that has a better form, whatever the list's habit is."""
    for link in document.derive(web_links):
        url = link.url
        if (form := arxiv_form(url)) and (form.page == "pdf" or form.version):
            site = f"https{form.site[4:]}" if form.site.startswith("http:") else form.site
            yield Noncanonical(link, form._replace(site=site).written("abs", with_version=False), False)
            continue
        written = without_foreign_tracking(url) or url
        written = current_doi(written) or written
        parts = split_url(written)
        if written.startswith("http://") and parts and is_secure_site(parts.site):
            written = f"https{written[4:]}"
        if written != url:
            yield Noncanonical(link, written, True)


def _linked_twice(document: Document, found: list[tuple[Link, ArxivForm]]) -> set[tuple[int, str]]:
    """Papers that one line links in more than one form, by line and identifier."""
    forms: dict[tuple[int, str], set[str]] = {}
    for link, form in found:
        forms.setdefault((_line(document, link), form.id), set()).add(form.page)
    return {key for key, pages in forms.items() if len(pages) > 1}


def _line(document: Document, link: Link) -> int:
    return document.source.position(link.url_span.start).line


def _share(habit: Majority[str] | Majority[bool]) -> str:
    return f"{habit.count:,} of {habit.total:,}"
