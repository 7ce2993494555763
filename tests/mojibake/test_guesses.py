"""What a lost character probably was, and how sure that is."""

import time
from collections.abc import Sequence

import pytest

from awesomelint.mojibake import (
    CERTAIN,
    HOLE,
    Channel,
    Filled,
    Hole,
    Run,
    detect,
    fill_line,
    garble,
    guesses_are_available,
    is_simplified,
)
from awesomelint.source import Span

DROPPED = frozenset({0x81, 0x8D, 0x8E, 0x8F, 0x90, 0x9D, 0x9E, 0xAD})
LOSSY = (Channel("utf-8", "cp1254", DROPPED),)
BEFORE = "# 中文的大型语言模型列表与说明文字\n\n"
"""By which the damage is known."""

needs_words = pytest.mark.skipif(not guesses_are_available(), reason="the word frequencies are not installed")


def filled(line: str, *, simplified: bool = True, layers: Sequence[Channel] = LOSSY) -> list[Filled]:
    """The runs of a line that have lost bytes, filled."""
    head = garble(BEFORE, layers)
    garbled = garble(line, layers)
    [*_, damage] = detect(head + garbled)
    runs = [run.moved(-len(head)) for run in damage.runs]
    return [each for _, each in fill_line(garbled, runs, is_simplified=simplified)]


@needs_words
@pytest.mark.parametrize(
    "line",
    [
        "请先安装该插件，然后在文件中查找",
        "该工具不会修改原始文件",
        "支持在浏览器中打开文件",
        "优化与扩展",
        "名称与扩展名",
        "系统与硬件",
    ],
)
def test_the_neighbours_tell_words_apart_that_look_alike(line: str) -> None:
    assert [each.run.restored for each in filled(line)] == [line]


@needs_words
def test_what_is_no_word_of_any_text_is_not_certain() -> None:
    [each] = filled("与")
    assert each.guesses[0].posterior < CERTAIN


@needs_words
def test_a_guess_outside_simplified_chinese_is_never_certain() -> None:
    found = filled("選擇偏好設定中的預設選項", simplified=False)
    assert found
    assert all(guess.posterior < CERTAIN for each in found for guess in each.guesses.values())


@needs_words
@pytest.mark.parametrize("line", ["これは単一選択の質問です", "選擇偏好設定中的預設選項"])
def test_a_line_in_another_language_has_no_certain_guess(line: str) -> None:
    found = filled(line)
    assert found
    assert all(guess.posterior < CERTAIN for each in found for guess in each.guesses.values())


@needs_words
@pytest.mark.parametrize("line", ["代码、", "【模型", "📝"])
def test_a_sign_is_never_certain(line: str) -> None:
    guesses = [guess for each in filled(line) for guess in each.guesses.values()]
    signs = [guess for guess in guesses if not guess.character.isalpha()]
    assert [guess.posterior < CERTAIN for guess in signs] == [True]


@needs_words
@pytest.mark.parametrize("line", ["“模型”的代码", "【模型】的代码", "「模型」的代码", "模型、代码、论文"])
def test_a_sign_that_closes_or_opens_a_pair_is_told_from_others(line: str) -> None:
    assert [each.run.restored for each in filled(line)] == [line]


@needs_words
@pytest.mark.parametrize("line", ["└──代码──┐", "これは論文のリストです"])
def test_lines_of_boxes_and_kana_are_filled(line: str) -> None:
    assert [each.run.restored for each in filled(line)] == [line]


@needs_words
def test_what_an_east_asian_encoding_could_not_read_is_never_certain() -> None:
    found = filled("支持在浏览器中打开文件", layers=(Channel("utf-8", "cp949"),))
    assert found
    assert all(guess.posterior < CERTAIN for each in found for guess in each.guesses.values())


@needs_words
def test_the_end_of_a_line_is_more_likely_a_full_stop_than_a_comma() -> None:
    run = Run(Span(0, 4), f"代码{HOLE}", (Hole(2, ("、", "。", "〈")),), (Channel("utf-8", "gbk"),))
    found = [each.run.restored for line in ("xxxx", "xxxx GPT") for _, each in fill_line(line, [run])]
    assert found == ["代码。", "代码、"]


@needs_words
@pytest.mark.parametrize("layers", [LOSSY, (Channel("utf-8", "cp949"),)], ids=["cp1254", "cp949"])
def test_a_long_line_of_holes_takes_linear_time(layers: Sequence[Channel]) -> None:
    line = "收集了最近两年的论文与代码，不断更新中" * 500
    filled("论文与代码", layers=layers)
    start = time.process_time()
    assert filled(line, layers=layers)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [("这个列表收集论文与代码", True), ("這個列表收錄論文與程式碼", False), ("論文のリストです", False)],
)
def test_simplified_chinese_is_told_from_its_neighbours(text: str, *, expected: bool) -> None:
    assert is_simplified([text]) is expected
