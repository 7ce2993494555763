"""Whatever the damage and the language: what is called exact is the original, and clean text stays as it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.mojibake import Channel, detect, garble
from mojibake.languages import SENTENCES
from mojibake.restored import certain

LOST_1252 = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})
LOST_1254 = LOST_1252 | {0x8E, 0x9E, 0xAD}
PAGES = ("cp1252", "cp1254", "latin-1", "cp1250", "cp1251", "mac-roman", "cp437")
LOSSLESS = [
    *((Channel("utf-8", page),) for page in PAGES),
    *((Channel("utf-8", "cp1252"),) * n for n in (2, 3)),
]
LOSSY = [
    (Channel("utf-8", "cp1252", LOST_1252),),
    (Channel("utf-8", "cp1254", LOST_1254),),
    *((Channel("utf-8", codec),) for codec in ("gb18030", "gbk", "big5", "cp932", "cp949")),
    *(
        (Channel(codec, page),)
        for codec in ("gbk", "big5", "cp932", "cp949")
        for page in ("latin-1", "cp1252")
    ),
]

languages = st.sampled_from(sorted(SENTENCES))
marks = st.sampled_from([" ", " ", " ", ", ", " - ", " | ", "** ", " `x` ", "](https://a.example/x) ", "! "])


@st.composite
def lines(draw: st.DrawFn, language: str | None = None) -> str:
    """The words of one language in any order, with the marks of Markdown between them."""
    words = SENTENCES[language or draw(languages)].split()
    picked = draw(st.lists(st.sampled_from(words), min_size=2, max_size=12))
    return "".join(word + draw(marks) for word in picked).rstrip()


@st.composite
def texts(draw: st.DrawFn) -> str:
    language = draw(languages)
    return "\n".join(draw(st.lists(lines(language), min_size=1, max_size=6)))


anything = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(" \n|[]()`#é中ÃÂâ€ðŸ")), max_size=80
)


def is_writable(line: str, codec: str) -> bool:
    """Whether an encoding has all the letters of a line."""
    return line.encode(codec, "replace").decode(codec) == line


@settings(max_examples=150, deadline=None, derandomize=True)
@given(texts(), st.sampled_from([*LOSSLESS, *LOSSY]))
def test_a_line_that_is_restored_exactly_is_the_original(text: str, layers: tuple[Channel, ...]) -> None:
    clean = [line for line in text.split("\n") if is_writable(line, layers[0].written)]
    garbled = [garble(line, layers) for line in clean]
    restored = certain("\n".join(garbled)).split("\n") if clean else []
    for original, before, after in zip(clean, garbled, restored, strict=True):
        assert after in (original, before)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(texts())
def test_clean_text_is_not_touched(text: str) -> None:
    assert detect(text) == []


@pytest.mark.parametrize("layers", LOSSLESS, ids=lambda layers: f"{layers[0].read}-{len(layers)}")
@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_garbling_and_restoring_a_text_gives_it_back(language: str, layers: tuple[Channel, ...]) -> None:
    assert certain(garble(SENTENCES[language], layers)) == SENTENCES[language]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(anything)
def test_ascii_is_never_changed_and_a_second_look_finds_nothing_more_to_do(text: str) -> None:
    restored = certain(text)
    assert [c for c in restored if c.isascii()] == [c for c in text if c.isascii()]
    assert certain(restored) == restored


@settings(max_examples=100, deadline=None, derandomize=True)
@given(texts(), st.sampled_from(LOSSLESS), st.sampled_from("“”‘’„«»（），。：！？＂＇｜　\u00a0\u3000—…"))
def test_quotes_widths_and_spaces_beside_the_damage_stay(
    text: str, layers: tuple[Channel, ...], sign: str
) -> None:
    """A clean line between garbled ones, with signs that other programs like to change."""
    clean = f"{sign} ＡＢＣ {sign} text {sign}"
    garbled = garble(text, layers)
    assert certain(f"{garbled}\n{clean}\n{garbled}").split("\n")[text.count("\n") + 1] == clean
