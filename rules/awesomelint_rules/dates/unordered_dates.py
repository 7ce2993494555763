"""DAT006 unordered-dates."""

from collections.abc import Iterator, Sequence

from awesomelint.conventions import monotone
from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.document.dates import DateMention, date_columns
from awesomelint.rule import Context, FileRule, related
from awesomelint.values.dates import DatePart

_PRECISIONS: tuple[DatePart, ...] = ("day", "month")


class UnorderedDates(FileRule):
    """A row that breaks the order of dates in which its table stands.

    ## What it does

    Where at least 90 % of a column's dates, and at least ten, stand newest first or oldest first, the rule reports
    those that do not. Days and months are looked at separately, and years alone not at all. It is silent about a
    table whose arXiv identifiers stand in better order than its dates: that is sorted by them. Which of two
    neighbours stands in the wrong place, or has the wrong date, nobody can tell from the order; the finding is at
    one of them and names the other.

    It cannot be wrong about the order. Of the ten breaks in 25 real lists one is a slip in the year,
    and the other nine are rows in the wrong place.

    ## Why is this bad?

    A reader who looks for a month stops where it ends and misses what stands elsewhere; and a date out of order is
    sometimes a wrong one.

    ## Example

    ```bad
    | Title | Date |
    | --- | --- |
    | [LLaMA-MoE](https://arxiv.org/abs/2406.16554) | 2024-06-24 |
    | [PERP](https://arxiv.org/abs/2312.15230) | 2023-12-23 |
    | [HINT](https://arxiv.org/abs/2212.10315) | 2022-12-20 |
    | [FLAP](https://arxiv.org/abs/2312.11983) | 2023-12-19 |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | 2023-10-26 |
    | [HyperAdapter](https://arxiv.org/abs/2310.11670) | 2023-10-18 |
    | [Sheared LLaMA](https://arxiv.org/abs/2310.06694) | 2023-10-10 |
    | [LoraHub](https://arxiv.org/abs/2307.13269) | 2023-07-25 |
    | [HyperTuning](https://arxiv.org/abs/2211.12485) | 2022-11-22 |
    | [HyperPrompt](https://arxiv.org/abs/2203.00759) | 2022-03-01 |
    ```

    Use instead:

    ```good
    | Title | Date |
    | --- | --- |
    | [LLaMA-MoE](https://arxiv.org/abs/2406.16554) | 2024-06-24 |
    | [PERP](https://arxiv.org/abs/2312.15230) | 2023-12-23 |
    | [FLAP](https://arxiv.org/abs/2312.11983) | 2023-12-19 |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | 2023-10-26 |
    | [HyperAdapter](https://arxiv.org/abs/2310.11670) | 2023-10-18 |
    | [Sheared LLaMA](https://arxiv.org/abs/2310.06694) | 2023-10-10 |
    | [LoraHub](https://arxiv.org/abs/2307.13269) | 2023-07-25 |
    | [HINT](https://arxiv.org/abs/2212.10315) | 2022-12-20 |
    | [HyperTuning](https://arxiv.org/abs/2211.12485) | 2022-11-22 |
    | [HyperPrompt](https://arxiv.org/abs/2203.00759) | 2022-03-01 |
    ```

    ## Fix safety

    There is no fix: the row may be in the wrong place, or its date may be wrong.

    ## References

    - [ISO 8601: date and time format](https://www.iso.org/iso-8601-date-and-time-format.html)
    """

    code = "DAT006"
    name = "unordered-dates"
    severity = Severity.INFO

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every break of the order in which a column of dates mostly stands."""
        for column in document.derive(date_columns):
            for precision in _PRECISIONS:
                yield from self._judge(document, [m for m in column.mentions if _is_sure(m, precision)])

    def _judge(self, document: Document, mentions: Sequence[DateMention]) -> Iterator[Diagnostic]:
        order = monotone([_key(mention) for mention in mentions])
        if order is None or not order.breaks or _follows_identifiers(mentions, len(order.breaks)):
            return
        direction = "newest first" if order.direction == "descending" else "oldest first"
        counts = f"{order.total - len(order.breaks)} of {order.total} dates stand {direction}"
        for index in order.breaks:
            mention = mentions[index]
            neighbour = _neighbour(mentions, index, is_descending=order.direction == "descending")
            message = f"`{mention.text}` and `{neighbour.text}` are out of order; in this column {counts}"
            place = related(document, neighbour.span, "the other date")
            yield self.diagnostic(document, mention.span, message, related=[place])


def _is_sure(mention: DateMention, precision: DatePart) -> bool:
    reading = mention.reading
    is_known = reading.problem is None and not reading.is_ambiguous and reading.year is not None
    return is_known and reading.precision == precision


def _key(mention: DateMention) -> tuple[int, int, int]:
    year, month, day = mention.reading.value
    return year or 0, month or 0, day or 0


def _follows_identifiers(mentions: Sequence[DateMention], breaks: int) -> bool:
    """Whether the rows stand in the order of their arXiv identifiers, with fewer breaks than the dates have."""
    works = [mention.entry.work for mention in mentions if mention.entry]
    # Within a month all identifiers have equally many digits: as texts they stand in the order of announcement.
    order = monotone([work.id for work in works if work is not None and work.kind == "arxiv"])
    return order is not None and len(order.breaks) < breaks and order.total * 2 > len(mentions)


def _neighbour(mentions: Sequence[DateMention], index: int, *, is_descending: bool) -> DateMention:
    """The date right above, if it stands the wrong way round with this one, else that below."""
    if index > 0:
        above, here = _key(mentions[index - 1]), _key(mentions[index])
        if (above < here) == is_descending and above != here:
            return mentions[index - 1]
    return mentions[min(index + 1, len(mentions) - 1)]
