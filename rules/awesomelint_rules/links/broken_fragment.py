"""LNK018 broken-fragment."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, unquote

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document, Link
from awesomelint.document.fragments import (
    Fragments,
    Nearest,
    fragments,
    leads_somewhere,
    make_fragments,
    nearest,
)
from awesomelint.document.url_faults import distinct_links
from awesomelint.needs import FragmentsNeed, Need
from awesomelint.rule import Context, FileRule
from awesomelint.source import Span
from awesomelint_rules.encoding.damages import damages, within
from awesomelint_rules.links.paths import relative_target
from awesomelint_rules.links.shapes import fix_of, shown

_PLAIN = re.compile(r"[\w-]+")
_MOST_COMPARED = 100
"""In so many links a fragment that is nearly right is looked for."""
_MARKDOWN = (".md", ".markdown")
_AT_GITHUB = re.compile(
    r"https?://(?:www\.)?github\.com/[\w.-]+/[\w.-]+"
    r"(?:/?(?:\?tab=readme-ov-file)?|/tree/[^/?]+/?|/blob/[^/?]+/[^?]+\.(?:md|markdown))",
    re.IGNORECASE,
)
"""A repository's page, which shows its README, and its Markdown files."""


class _Missing(NamedTuple):
    link: Link
    fragment: str


class _Elsewhere(NamedTuple):
    link: Link
    target: str
    fragment: str


class BrokenFragment(FileRule):
    """A link to a heading that is not there, in the list or in a Markdown file beside it.

    ## What it does

    Compares fragments with the headings as GitHub turns them into anchors, and with `<a name>`, `id` and footnotes. It looks at links within
    the list (`#…`) and at those to other Markdown files of the same repository (`docs/guide.md#…`), where they lie beside it. Absolute
    links to the own repository (`https://github.com/owner/name#…`, `…/blob/main/docs/guide.md#…`) count as well, where git's remote `origin`
    says that it is the own one, and where they show the branch that is checked out: others may have other headings.

    GitHub finds anchors in any case, so that is left alone here. In a file whose headings are garbled, fragments that are not ASCII are left alone
    until the text is restored.

    ## Why is this bad?

    The reader who wants a section stays where he is. Tables of contents break in this way whenever a heading is renamed.

    ## Example

    ```bad
    - [Site generators](#site-generator)
    - [Watermarks](#13-what-is-a-watermark-)

    ## Site generators

    ## 1.3 What is a Watermark?
    ```

    Use instead:

    ```good
    - [Site generators](#site-generators)
    - [Watermarks](#13-what-is-a-watermark)

    ## Site generators

    ## 1.3 What is a Watermark?
    ```

    ## Fix safety

    Safe where the fragment and exactly one heading have the same letters and digits, and differ in signs alone. Unsafe where one heading
    is much like it. Else there is no fix.

    ## References

    - [GitHub: section links](https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links)
    """

    code = "LNK018"
    name = "broken-fragment"
    severity = Severity.WARNING
    reads = frozenset({"tree", "git"})

    def needs(self, document: Document, context: Context) -> Iterator[Need]:
        """What the other files have, to which links with a fragment lead."""
        for _, target, _ in document.derive(_elsewhere):
            yield FragmentsNeed(document.path, target)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every fragment that leads nowhere."""
        own = document.derive(fragments)
        for number, (link, fragment) in enumerate(document.derive(_missing_here)):
            meant = nearest(fragment, own, by_likeness=number < _MOST_COMPARED)
            yield self._found(document, link, fragment, meant, "no heading or anchor in this file")
        others: dict[str, Fragments] = {}
        for number, (link, target, fragment) in enumerate(document.derive(_elsewhere)):
            known = context.answers.fragments.get(FragmentsNeed(document.path, target))
            if known is None:
                continue
            there = others.setdefault(target, make_fragments(known))
            if not leads_somewhere(fragment, there):
                meant = nearest(fragment, there, by_likeness=number < _MOST_COMPARED)
                what = f"no heading or anchor in `{shown(target)}`"
                yield self._found(document, link, fragment, meant, what)

    def _found(
        self, document: Document, link: Link, fragment: str, meant: Nearest | None, what: str
    ) -> Diagnostic:
        fix = None
        if meant is not None:
            start = link.url_span.end - len(document.source.slice(link.url_span).partition("#")[2])
            written = meant.fragment if _PLAIN.fullmatch(meant.fragment) else quote(meant.fragment)
            fix = fix_of(
                f"write `#{written}`", [(Span(start, link.url_span.end), written)], is_safe=meant.is_certain
            )
        return self.diagnostic(document, link.url_span, f"`#{shown(fragment)}` is {what}", fix=fix)


def _missing_here(document: Document) -> tuple[_Missing, ...]:
    """The links to fragments that this file does not have."""
    own = document.derive(fragments)
    links = [
        link for link in document.derive(distinct_links) if link.url.startswith("#") and len(link.url) > 1
    ]
    missing = [_Missing(link, unquote(link.url[1:])) for link in links]
    missing = [each for each in missing if not leads_somewhere(each.fragment, own)]
    if any(not each.fragment.isascii() for each in missing) and _has_garbled_headings(document):
        return tuple(each for each in missing if each.fragment.isascii())
    return tuple(missing)


def _has_garbled_headings(document: Document) -> bool:
    garbled = within([damage.span for damage in document.derive(damages)])
    return any(garbled(section.heading_span) for section in document.sections if section.level)


def _elsewhere(document: Document) -> tuple[_Elsewhere, ...]:
    """The links to fragments of other Markdown files."""
    found = []
    for link in document.derive(distinct_links):
        if "#" not in link.url:
            continue
        bare, _, written = link.url.partition("#")
        fragment = unquote(written)
        if fragment and _AT_GITHUB.fullmatch(bare):
            found.append(_Elsewhere(link, bare, fragment))
            continue
        target = relative_target(link.url)
        if target is not None and fragment and target.lower().endswith(_MARKDOWN):
            found.append(_Elsewhere(link, target, fragment))
    return tuple(found)
