"""What counts as a list's habit."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.conventions import Majority, Order, majority, monotone


@pytest.mark.parametrize(
    ("forms", "form"),
    [
        ("aaaaa", "a"),
        ("aaaa", None),
        ("", None),
        ("a" * 8 + "bc", "a"),
        ("a" * 8 + "bb", None),
        ("a" * 9 + "b", "a"),
        ("a" * 7 + "bcd", None),
        ("a" * 16 + "bbcc", "a"),
        ("a" * 17 + "bbb", None),
        ("a" * 90 + "b" * 10, "a"),
        ("a" * 89 + "b" * 11, None),
        ("a" * 80 + "b" * 10 + "c" * 10, "a"),
        ("a" * 79 + "b" * 10 + "c" * 10 + "d", None),
    ],
)
def test_majority(forms, form):
    found = majority(forms)
    assert (found.form if found else None) == form


def test_majority_says_how_many():
    assert majority(["x"] * 19 + ["y"]) == Majority("x", 19, 20)


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (range(10), Order("ascending", (), 10)),
        (range(10, 0, -1), Order("descending", (), 10)),
        (range(9), None),
        ([5] * 20, None),
        ([], None),
        ([1, 1, 2, 2, 3, 3, 3, 4, 5, 5], Order("ascending", (), 10)),
        ([1, 2, 3, 9, 4, 5, 6, 7, 8, 9], Order("ascending", (3,), 10)),
        ([9, 8, 7, 6, 0, 5, 4, 3, 2, 1], Order("descending", (4,), 10)),
        ([1, 2, 9, 3, 4, 0, 5, 6, 7, 8], None),
        ([*range(18), 3, 2], Order("ascending", (18, 19), 20)),
        ([*range(17), 3, 2, 1], None),
    ],
)
def test_monotone(values, order):
    assert monotone(list(values)) == order


def test_order_of_texts():
    titles = ["Ada", "Bash", "C", "D", "Elm", "F#", "Zig", "Go", "Haskell", "Io", "Java"]
    assert monotone(titles) == Order("ascending", (6,), 11)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.lists(st.integers(0, 20), min_size=10, max_size=40).map(sorted), st.integers(0, 40), st.integers(0, 20)
)
def test_without_the_breaks_the_values_are_in_order(values, place, stray):
    values.insert(place, stray)
    order = monotone(values)
    if order is not None:
        rest = [value for index, value in enumerate(values) if index not in order.breaks]
        assert rest == sorted(rest, reverse=order.direction == "descending")


def test_a_long_list_takes_no_quadratic_time():
    values = list(range(200_000))
    random.Random(1).shuffle(values)
    assert monotone(values) is None
