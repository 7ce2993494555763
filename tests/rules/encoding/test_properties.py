"""The fixes leave every byte alone that is not damaged: clean lines, the byte order mark, each line's own end."""

from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.mojibake import Channel, garble
from awesomelint_rules.encoding.double_escaped_entity import DoubleEscapedEntity
from awesomelint_rules.encoding.invisible_character import InvisibleCharacter
from awesomelint_rules.encoding.mojibake import Mojibake
from awesomelint_rules.encoding.replacement_character import ReplacementCharacter
from mojibake.languages import SENTENCES
from rules.encoding.garbled import fixed_bytes

RULES = (Mojibake(), ReplacementCharacter(), InvisibleCharacter(), DoubleEscapedEntity())
PAGES = ("cp1252", "cp1254", "latin-1", "cp1251", "cp437")

sentences = st.sampled_from(sorted(SENTENCES.values()))
clean_lines = st.one_of(
    sentences,
    sentences.map(lambda sentence: f"- [ＡＢＣ “x”](https://a.example/) {sentence}"),
    st.sampled_from(["", "# Plain", "| a | b |", "1 000 « x » – y", "trailing  ", "\ttab"]),
)
ends = st.sampled_from(["\n", "\r\n", "\r"])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(clean_lines, ends), min_size=1, max_size=8),
    sentences,
    st.sampled_from(PAGES),
    st.booleans(),
    st.integers(0, 8),
)
def test_around_a_restored_line_nothing_changes(
    lines: list[tuple[str, str]], sentence: str, page: str, has_mark: bool, place: int
) -> None:
    mark = b"\xef\xbb\xbf" if has_mark else b""
    before = "".join(line + end for line, end in lines[:place])
    after = "".join(line + end for line, end in lines[place:])
    garbled = garble(sentence, [Channel("utf-8", page)])
    result = fixed_bytes(mark + f"{before}{garbled}\n{after}".encode(), *RULES)
    assert result in [mark + f"{before}{line}\n{after}".encode() for line in (sentence, garbled)]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.tuples(clean_lines, ends), max_size=10), st.booleans())
def test_a_clean_list_keeps_every_byte(lines: list[tuple[str, str]], has_mark: bool) -> None:
    mark = b"\xef\xbb\xbf" if has_mark else b""
    data = mark + "".join(line + end for line, end in lines).encode()
    assert fixed_bytes(data, *RULES) == data


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(sentences, min_size=1, max_size=5), st.sampled_from(PAGES))
def test_a_second_run_has_nothing_to_do(chosen: list[str], page: str) -> None:
    once = fixed_bytes(garble("\n\n".join(chosen), [Channel("utf-8", page)]).encode(), *RULES)
    assert fixed_bytes(once, *RULES) == once
