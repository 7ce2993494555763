"""VEN003 mixed-venue-style."""

import re
from collections.abc import Iterator, Sequence

from awesomelint.conventions import majority
from awesomelint.diagnostics import Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document
from awesomelint.document.venues import VenueMention, venue_mentions
from awesomelint.rule import Context, FileRule
from awesomelint.source import Span
from awesomelint.values.venues import Style

_SEPARATOR = re.compile(r",? ?|[ -]?['’‘]? ?|-")
"""What joins a name and its year; a bracket between them belongs to the sentence."""
_CURLY = re.compile("[‘’]")


class MixedVenueStyle(FileRule):
    """A venue whose year is joined to its name otherwise than in the rest of the list.

    ## What it does

    Works out how the list writes a venue with its year (`EMNLP2023`, `EMNLP 2023`, `EMNLP, 2023`, `EMNLP'23`),
    and reports the exceptions. Where no way has at least 80 % of at least five, nothing is reported.

    ## Why is this bad?

    Readers who search the page for `ACL2024` do not find `ACL 2024`, and a script that counts venues takes them
    for two.

    ## Example

    ```bad
    | Title | Venue |
    | --- | --- |
    | [POPE](https://arxiv.org/abs/2305.10355) | EMNLP2023 |
    | [LoraHub](https://arxiv.org/abs/2307.13269) | COLM2024 |
    | [Modular LLMs](https://arxiv.org/abs/2405.11157) | ICML2024 |
    | [Phatgoose](https://arxiv.org/abs/2402.05859) | ICML2024 |
    | [HyperPrompt](https://arxiv.org/abs/2203.00759) | ICML2022 |
    | [HyperTuning](https://arxiv.org/abs/2211.12485) | ICML2023 |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | ICML2023 |
    | [Sheared LLaMA](https://arxiv.org/abs/2310.06694) | ICLR2024 |
    | [FLAP](https://arxiv.org/abs/2312.11983) | AAAI2024 |
    | [Less is More](https://arxiv.org/abs/2402.14545) | ACL 2024 |
    ```

    Use instead:

    ```good
    | Title | Venue |
    | --- | --- |
    | [POPE](https://arxiv.org/abs/2305.10355) | EMNLP2023 |
    | [LoraHub](https://arxiv.org/abs/2307.13269) | COLM2024 |
    | [Modular LLMs](https://arxiv.org/abs/2405.11157) | ICML2024 |
    | [Phatgoose](https://arxiv.org/abs/2402.05859) | ICML2024 |
    | [HyperPrompt](https://arxiv.org/abs/2203.00759) | ICML2022 |
    | [HyperTuning](https://arxiv.org/abs/2211.12485) | ICML2023 |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | ICML2023 |
    | [Sheared LLaMA](https://arxiv.org/abs/2310.06694) | ICLR2024 |
    | [FLAP](https://arxiv.org/abs/2312.11983) | AAAI2024 |
    | [Less is More](https://arxiv.org/abs/2402.14545) | ACL2024 |
    ```

    ## Fix safety

    The fix changes nothing but what stands between the name and the last digit of the year, and is safe.

    ## References

    - [CORE conference portal](https://portal.core.edu.au/conf-ranks/)
    """

    code = "VEN003"
    name = "mixed-venue-style"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every venue that is written otherwise than the list's own majority."""
        mentions = [mention for mention in document.derive(venue_mentions) if _is_plain(document, mention)]
        # Columns and running text may well have conventions of their own.
        for in_text in (False, True):
            yield from self._exceptions(document, [m for m in mentions if _is_in_text(m) is in_text])

    def _exceptions(self, document: Document, mentions: Sequence[VenueMention]) -> Iterator[Diagnostic]:
        usual = majority(mention.reading.style for mention in mentions)
        if usual is None or usual.form is None:
            return
        where = "in this file's text" if _is_in_text(mentions[0]) else "in this file's columns"
        sample = next(_text(document, m) for m in mentions if m.reading.style == usual.form)
        for mention in mentions:
            if mention.reading.style == usual.form:
                continue
            text = _text(document, mention)
            counts = f"{usual.count} of {usual.total} venues {where} are written like `{sample}`"
            message = f"`{text}`{_hidden_difference(mention, usual.form)}: {counts}"
            span = _whole(mention)
            yield self.diagnostic(document, span, message, fix=_restyle(mention, usual.form))


def _is_plain(document: Document, mention: VenueMention) -> bool:
    """Whether it is a short name, a separator and a year, with no markup, month or track between them.

    A journal's full name is written with a blank in any list; two blanks look like one to a reader.
    """
    reading = mention.reading
    if mention.is_badge or reading.style is None or reading.month is not None or mention.year_span is None:
        return False
    if " " in reading.name or not _SEPARATOR.fullmatch(reading.style.separator):
        return False
    between = reading.style.separator
    return document.source.slice(Span(mention.name_span.end, mention.year_span.start)) == between


def _is_in_text(mention: VenueMention) -> bool:
    return mention.entry is not None and mention.entry.row is None


def _whole(mention: VenueMention) -> Span:
    assert mention.year_span is not None
    return Span(mention.name_span.start, mention.year_span.end)


def _text(document: Document, mention: VenueMention) -> str:
    return document.source.slice(_whole(mention))


def _hidden_difference(mention: VenueMention, style: Style) -> str:
    """What differs where a reader hardly sees it; empty where it is plain."""
    own = mention.reading.style
    if own is None or own.digits != style.digits:
        return ""
    if _CURLY.sub("'", own.separator) == _CURLY.sub("'", style.separator):
        return " has another quote" if _CURLY.search(style.separator) else " has a curly quote"
    has_two_blanks = "  " in own.separator and own.separator.split() == style.separator.split()
    return " has two blanks" if has_two_blanks and " " in style.separator else ""


def _restyle(mention: VenueMention, style: Style) -> Fix | None:
    year = mention.reading.year
    if year is None:
        return None
    written = f"{mention.reading.name}{style.separator}{str(year)[-style.digits :]}"
    return Fix(f"write `{written}`", (Edit(_whole(mention), written),))
