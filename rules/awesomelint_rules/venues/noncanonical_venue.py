"""VEN001 noncanonical-venue."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from awesomelint.conventions import majority
from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document
from awesomelint.document.venues import VenueMention, venue_mentions
from awesomelint.rule import Context, FileRule, related
from awesomelint.values.venues import Spelling

_TASTE = (Spelling.ALIAS, Spelling.CASE)


@dataclass(frozen=True)
class VenueNameOptions:
    """How venues' names are to be written."""

    names: Literal["list", "official"] = "list"
    """`list`: as the list itself mostly writes them; `official`: by their official short names."""


class NoncanonicalVenue(FileRule):
    """A venue's name that is outdated, wrong, or not how the list writes it elsewhere.

    ## What it does

    Finds names that a conference had given up by the year in question (`NIPS 2022`; up to 2017 it is right), names
    that belong to no venue, and spellings that differ from the list's own (`Arxiv` once among fifty `arXiv`). A
    spelling that a file uses throughout (`arxiv` in all rows) is reported once, as info.

    ## Why is this bad?

    Whoever filters or counts by venue finds only one of the two spellings, and the old name was given up for a
    reason.

    ## Example

    ```bad
    | Title | Venue |
    | --- | --- |
    | [Training Compute-Optimal Large Language Models](https://arxiv.org/abs/2203.15556) | NIPS2022 |
    | [Attention Is All You Need](https://arxiv.org/abs/1706.03762) | NIPS 2017 |
    ```

    Use instead:

    ```good
    | Title | Venue |
    | --- | --- |
    | [Training Compute-Optimal Large Language Models](https://arxiv.org/abs/2203.15556) | NeurIPS2022 |
    | [Attention Is All You Need](https://arxiv.org/abs/1706.03762) | NIPS 2017 |
    ```

    ## Fix safety

    Replacing an outdated or wrong name is safe, and so is spelling an exception as the list spells the rest.
    Replacing another name of the venue (`CoRR`), or a spelling that the whole file uses, is a matter of taste and
    therefore unsafe.

    ## Options

    - `names`: `"list"` (default) leaves matters of taste to what the list mostly does; `"official"` reports every
      name that is not the official short one. In the config: `[venues] names = "official"`.

    ## References

    - [NeurIPS: the name change of 2018](https://neurips.cc/Conferences/2018/News?article=2118)
    - [arXiv: how to write the name](https://info.arxiv.org/brand/brand-guidelines.html)
    """

    code = "VEN001"
    name = "noncanonical-venue"
    severity = Severity.WARNING
    Options = VenueNameOptions

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Wrong names one by one, matters of taste venue by venue."""
        by_venue: defaultdict[str, list[VenueMention]] = defaultdict(list)
        for mention in document.derive(venue_mentions):
            if document.source.slice(mention.name_span) != mention.reading.name or _is_in_prose(mention):
                continue
            if mention.reading.spelling in (Spelling.OUTDATED, Spelling.WRONG):
                yield self._wrong(document, mention)
            elif not mention.is_badge:
                by_venue[mention.reading.venue.name].append(mention)
        for mentions in by_venue.values():
            if context.options.names == "official":
                yield from self._official(document, mentions)
            else:
                yield from self._as_the_list_does(document, mentions)

    def _wrong(self, document: Document, mention: VenueMention) -> Diagnostic:
        written, official = mention.reading.name, mention.reading.official_name
        former = mention.reading.venue.former
        last_year = next((f.last_year for f in former if f.text.casefold() == written.casefold()), None)
        if last_year is None:
            message = f"`{written}` is not the name of this venue, which is `{official}`"
        else:
            message = f"`{written}` has been called `{official}` since {last_year + 1}"
        # An address would need the name's blanks and signs encoded.
        is_writable = official.isalnum() or not mention.is_badge
        fix = _rename([mention]) if is_writable else None
        return self.diagnostic(document, mention.name_span, message, fix=fix)

    def _official(self, document: Document, mentions: Sequence[VenueMention]) -> Iterator[Diagnostic]:
        for mention in mentions:
            if mention.reading.spelling in _TASTE:
                message = (
                    f"the official name of `{mention.reading.name}` is `{mention.reading.official_name}`"
                )
                yield self.diagnostic(document, mention.name_span, message, fix=_rename([mention]))

    def _as_the_list_does(self, document: Document, mentions: Sequence[VenueMention]) -> Iterator[Diagnostic]:
        spellings = Counter(mention.reading.name for mention in mentions)
        usual = majority(mention.reading.name for mention in mentions)
        odd = [mention for mention in mentions if mention.reading.spelling in _TASTE]
        if usual is not None and not any(mention.reading.name == usual.form for mention in odd):
            counts = f"{usual.count} of {usual.total} places in this file"
            for mention in odd:
                name, is_alias = mention.reading.name, mention.reading.spelling is Spelling.ALIAS
                message = f"`{name}`: {counts} write `{usual.form}`"
                if is_alias:
                    message = f"`{name}` is another name of `{usual.form}`, which {counts} write"
                # Another name may say more than the usual one.
                fix = _rename([mention], Applicability.UNSAFE if is_alias else Applicability.SAFE)
                yield self.diagnostic(document, mention.name_span, message, fix=fix)
            return
        odd = [mention for mention in odd if mention.reading.spelling is Spelling.CASE]
        if odd:
            first, *others = odd
            counts = ", ".join(f"`{name}` {_times(count)}" for name, count in spellings.most_common())
            yield self.diagnostic(
                document,
                first.name_span,
                f"the official spelling is `{first.reading.official_name}`; this file writes {counts}",
                severity=Severity.INFO,
                fix=_rename(odd, Applicability.UNSAFE),
                related=[related(document, mention.name_span) for mention in others],
            )


def _is_in_prose(mention: VenueMention) -> bool:
    """Whether it stands in an entry's description, or the entry itself is called so: `Download NIPS 2019`."""
    entry = mention.entry
    if entry is None or entry.row is not None:
        return False
    named = f"{entry.title.text if entry.title else ''} {entry.title_link.url if entry.title_link else ''}"
    in_description = entry.description is not None and entry.description.span.covers(mention.span)
    return in_description or mention.reading.name.casefold() in named.casefold().split("arxiv.org", 1)[0]


def _times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


def _rename(mentions: Iterable[VenueMention], applicability: Applicability = Applicability.SAFE) -> Fix:
    """Write official names, each in the name of its year."""
    edits = tuple(Edit(mention.name_span, mention.reading.official_name) for mention in mentions)
    names = ", ".join(sorted({f"`{edit.content}`" for edit in edits}))
    return Fix(f"write {names}", edits, applicability)
