"""What a list itself does: the form most of its values have, and the order they stand in.

Where taste decides, a list is measured against its own majority and against nothing else. Both functions
return None where a list has no clear habit; then a rule is silent.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, Protocol, TypeVar

MIN_VALUES = 5
"""Fewer values show no habit."""
MIN_PERCENT = 80
"""The share of all values that must have the majority's form."""
MAX_SECOND_PERCENT = 10
"""The share that any other form may have: above it, a list has two habits."""

MIN_ORDERED = 10
"""Fewer values show no order."""
MIN_ORDERED_PERCENT = 90
"""The share of all values that must stand in order."""

Form = TypeVar("Form", bound=Hashable)
Direction = Literal["ascending", "descending"]


@dataclass(frozen=True, slots=True)
class Majority(Generic[Form]):
    """The form that a list's values have: `count` of `total` do."""

    form: Form
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class Order:
    """The order that a list's values stand in, and the indices of those that break it: as few as possible."""

    direction: Direction
    breaks: tuple[int, ...]
    total: int


class Comparable(Protocol):
    """Whatever can be sorted."""

    def __lt__(self, other: Any, /) -> bool: ...


Value = TypeVar("Value", bound=Comparable)


def majority(forms: Iterable[Form], min_percent: int = MIN_PERCENT) -> Majority[Form] | None:
    """The form of the list's own convention, given the form of each of its values.

    None unless there are at least 5 values, at least 80 % of them (or `min_percent`) in one form, and no
    other form has more than 10 %.
    """
    counts = Counter(forms)
    total = counts.total()
    if total < MIN_VALUES:
        return None
    (form, count), *others = counts.most_common(2)
    if 100 * count < min_percent * total or any(100 * n > MAX_SECOND_PERCENT * total for _, n in others):
        return None
    return Majority(form, count, total)


def monotone(values: Sequence[Value]) -> Order | None:
    """The order of values that may repeat; None unless at least 90 % of at least 10 values stand in it.

    Those in order are the longest non-decreasing or non-increasing subsequence, found in O(n log n); of two
    neighbours that stand the wrong way round, it holds one. Where both directions hold equally many, as in a
    column of equal values, there is no order to break and the result is None.
    """
    total = len(values)
    if total < MIN_ORDERED:
        return None
    ascending = _longest_ascending(values)
    from_the_end = _longest_ascending(values[::-1])
    descending = [total - 1 - index for index in reversed(from_the_end)]
    if len(ascending) == len(descending):
        return None
    direction: Direction = "ascending" if len(ascending) > len(descending) else "descending"
    kept = ascending if direction == "ascending" else descending
    if 100 * len(kept) < MIN_ORDERED_PERCENT * total:
        return None
    in_order = frozenset(kept)
    return Order(direction, tuple(i for i in range(total) if i not in in_order), total)


def _longest_ascending(values: Sequence[Value]) -> list[int]:
    """Indices of a longest non-decreasing subsequence, by patience sorting."""
    tails: list[Value] = []
    tail_indices: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        length = bisect_right(tails, value)
        before.append(tail_indices[length - 1] if length else -1)
        tails[length : length + 1] = [value]
        tail_indices[length : length + 1] = [index]
    chain: list[int] = []
    index = tail_indices[-1] if tail_indices else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]
