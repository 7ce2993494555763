"""Bytes as text and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesomelint.source import Position, Span, decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb", "a\nb"),
        (b"a\r\nb\nc\rd", "a\nb\nc\nd"),
        (b"\xef\xbb\xbfa\n", "a\n"),
        ("a\u0085b\u2028c\x0bd\n".encode(), "a\u0085b\u2028c\x0bd\n"),
        (b"", ""),
    ],
)
def test_line_ends_are_line_feeds_and_nothing_else_is_one(data: bytes, text: str) -> None:
    assert decode(data).text == text


def test_the_first_wrong_byte_is_told() -> None:
    assert (
        decode(b"ab\xffc").undecodable,
        decode(b"\xef\xbb\xbf\xff").undecodable,
        decode(b"ok").undecodable,
    ) == (2, 3, None)


def test_columns_count_code_points_after_the_mark() -> None:
    source = decode("\ufeff多x\r\n🤗y".encode())
    assert (source.position(1), source.position(source.text.index("y"))) == (Position(1, 2), Position(2, 2))


def test_positions_and_offsets_are_inverse() -> None:
    source = decode(b"a\r\n\r\nbc\n")
    assert [source.offset(source.position(n)) for n in range(len(source.text) + 1)] == list(
        range(len(source.text) + 1)
    )


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa\r\n\tb  \r\nc", b"a\rb\r", b"x\n"])
def test_an_edit_touches_nothing_else(data: bytes) -> None:
    source = decode(data)
    place = len(source.text) - 1
    edited = source.with_edits([(Span(place, place), "Z")])
    assert edited.replace(b"Z", b"") == data


def test_an_inserted_line_end_is_the_files_own() -> None:
    assert decode(b"a\r\nb\r\n").with_edits([(Span(1, 1), "\nx")]) == b"a\r\nx\r\nb\r\n"


TEXT = st.text(alphabet=st.sampled_from("ab\r\n\t é中🤗\u0085"), max_size=30)


@given(TEXT, st.booleans(), st.data())
def test_bytes_outside_edits_stay(text: str, bom: bool, data: st.DataObject) -> None:
    source = decode((b"\xef\xbb\xbf" if bom else b"") + text.encode())
    cuts = sorted(data.draw(st.lists(st.integers(0, len(source.text)), max_size=6)))
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    edits = [(span, "Z") for span in spans if span.start < span.end]
    after = decode(source.with_edits(edits))
    expected, end = "", 0
    for span, content in edits:
        expected += source.text[end : span.start] + content
        end = span.end
    assert (after.text, after.bom) == (expected + source.text[end:], source.bom)


@given(st.binary(max_size=60))
def test_reading_never_fails_and_nothing_is_lost(data: bytes) -> None:
    source = decode(data)
    assert source.data == data
    if source.undecodable is None:
        assert source.with_edits([]) == data
