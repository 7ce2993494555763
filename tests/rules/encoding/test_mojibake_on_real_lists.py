"""What the unsafe fixes make of real Chinese lists that have lost bytes."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from awesomelint.mojibake import CERTAIN, detect, fill_line, guesses_are_available, is_simplified
from awesomelint.mojibake.damage import applied
from conftest import corpus_files, seed_file
from rules.encoding.garbled import AS_1254_WITH_LOSS, damaged, fixed

MIN_LETTERS = 1000
MIN_RIGHT = 0.98
needs_words = pytest.mark.skipif(not guesses_are_available(), reason="the word frequencies are not installed")


def chinese_lists() -> list[Path]:
    """The lists in simplified Chinese."""
    texts = ((path, path.read_text(encoding="utf-8")) for path in corpus_files())
    return [
        path
        for path, text in texts
        if is_simplified([text]) and sum("\u4e00" <= each <= "\u9fff" for each in text) > MIN_LETTERS
    ]


def ascii_of(text: str) -> str:
    return "".join(filter(str.isascii, text))


@needs_words
@pytest.mark.parametrize("path", chinese_lists(), ids=lambda path: path.stem[:30])
def test_nearly_all_characters_come_back_and_ascii_stays(path: Path) -> None:
    clean = path.read_text(encoding="utf-8").replace("\r\n", "\n").split("\n")
    restored = fixed("\n".join(damaged(line, *AS_1254_WITH_LOSS) for line in clean), unsafe=True).split("\n")
    assert [ascii_of(line) for line in restored] == [ascii_of(line) for line in clean]
    pairs = [pair for lines in zip(clean, restored, strict=True) for pair in pairs_of(*lines)]
    foreign = [(before, after) for before, after in pairs if not before.isascii()]
    assert sum(before == after for before, after in foreign) >= MIN_RIGHT * len(foreign)


def pairs_of(clean: str, restored: str) -> Iterator[tuple[str, str]]:
    """Each character of a line and what stands at its place; nothing if the line has another length."""
    return zip(clean, restored if len(restored) == len(clean) else " " * len(clean), strict=True)


@needs_words
def test_hardly_a_guess_that_is_called_certain_is_wrong() -> None:
    certain = wrong = 0
    for path in chinese_lists():
        clean = [line for line in path.read_text(encoding="utf-8").split("\n") if not line.isascii()]
        garbled = [damaged(line, *AS_1254_WITH_LOSS) for line in clean]
        starts = list(accumulate((len(line) + 1 for line in garbled), initial=0))
        for damage in detect("\n".join(garbled)):
            number = bisect_right(starts, damage.span.start) - 1
            runs = [run.moved(-starts[number]) for run in damage.runs]
            filled = dict(fill_line(garbled[number], runs))
            found = [filled[run].run if run in filled else run for run in runs]
            if len(applied(garbled[number], found)) == len(clean[number]):
                for index, run in enumerate(runs):
                    guesses = filled[run].guesses if run in filled else {}
                    before = len(applied(garbled[number][: run.span.start], found[:index]))
                    sure = {o: guess for o, guess in guesses.items() if guess.posterior >= CERTAIN}
                    certain += len(sure)
                    wrong += sum(clean[number][before + o] != guess.character for o, guess in sure.items())
    if not certain:
        pytest.skip("the real lists are missing")
    assert wrong <= certain / 1000


@needs_words
@pytest.mark.skipif(not seed_file().is_file(), reason="the real lists are missing")
def test_the_list_that_arrived_garbled_keeps_its_ascii_and_loses_no_line() -> None:
    garbled = seed_file().read_text(encoding="utf-8")
    restored = fixed(garbled, unsafe=True)
    assert ascii_of(restored) == ascii_of(garbled)
    assert detect(restored) == []
