"""What was garbled comes back exactly, from its bytes or from clean texts of the past, and nothing else is said to."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.mojibake import (
    Channel,
    Layers,
    Memory,
    detect,
    garble,
    restore,
)

LIST = """# 多模态大模型论文列表

收集了最近两年的论文与代码，欢迎提交新的论文。

## 幻觉的评估与缓解
- [Woodpecker](https://arxiv.org/abs/2310.16045) - 不用训练就能纠正幻觉，效果很好
- [Café tools](https://example.com/caf) - “naïve” – São Paulo, Österreich, Łódź
- [ChatMed 中文医疗模型](https://example.com/med) 与数据集
| 论文 | 会议 | 🤗 模型 |
| --- | --- | --- |
| Une étude | 综述 | 训练与推理 |
"""
DROPPED = frozenset({0x81, 0x8D, 0x8E, 0x8F, 0x90, 0x9D, 0x9E, 0xAD})
PAGES = ["cp1252", "cp1254", "latin-1", "cp1250", "cp1251", "mac-roman", "cp437"]
EAST_ASIAN = ["gb18030", "gbk", "big5", "cp932", "cp949"]
LOSSY: list[Layers] = [
    (Channel("utf-8", "cp1254", DROPPED),),
    *((Channel("utf-8", codec),) for codec in EAST_ASIAN),
]


def damaged(text: str, layers: Layers) -> str:
    return "\n".join(garble(line, layers) for line in text.split("\n"))


def restored(garbled: str, memory: Memory | None = None) -> str:
    """The text with all that is certain restored."""
    parts = []
    position = 0
    for line in restore(garbled, detect(garbled), memory):
        if line.evidence is not None:
            for run in line.damage.runs:
                parts += [garbled[position : run.span.start], run.restored]
                position = run.span.end
    return "".join([*parts, garbled[position:]])


def is_untouched_or_right(garbled: str, clean: str) -> bool:
    """Whether each line is either as it was found or as it was before the damage."""
    lines = zip(restored(garbled).split("\n"), garbled.split("\n"), clean.split("\n"), strict=True)
    return all(result in (before, after) for result, before, after in lines)


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("codec", PAGES)
def test_what_has_lost_nothing_comes_back(codec: str, times: int) -> None:
    layers = (Channel("utf-8", codec),) * times
    assert restored(damaged(LIST, layers)) == LIST


@pytest.mark.parametrize("layers", LOSSY, ids=lambda layers: layers[0].read)
def test_of_what_has_lost_bytes_no_line_comes_back_wrong(layers: Layers) -> None:
    assert is_untouched_or_right(damaged(LIST, layers), LIST)


@pytest.mark.parametrize("layers", LOSSY, ids=lambda layers: layers[0].read)
def test_the_past_gives_every_line_back(layers: Layers) -> None:
    assert restored(damaged(LIST, layers), Memory([LIST])) == LIST


@pytest.mark.parametrize("layers", LOSSY, ids=lambda layers: layers[0].read)
def test_a_revision_that_is_garbled_too_is_not_taken_for_clean(layers: Layers) -> None:
    garbled = damaged(LIST, layers)
    assert restored(garbled, Memory([garbled, LIST])) == LIST


def test_a_line_that_was_changed_as_well_keeps_the_change() -> None:
    changed = LIST.replace("https://arxiv.org/abs/2310.16045", "https://arxiv.org/abs/2310.16045v2")
    assert restored(damaged(changed, LOSSY[0]), Memory([LIST])) == changed


@pytest.mark.parametrize("changed", ["- 模型 Í 2 中文的模型", "- 模型 Á 1 中文的模型"])
def test_which_of_two_words_that_come_to_the_same_was_removed_is_not_guessed(changed: str) -> None:
    other = "- 大型语言模型的列表与说明文字"
    memory = Memory([f"- 模型 Á 1 Í 2 中文的模型\n{other}"])
    garbled = damaged(f"{changed}\n{other}", LOSSY[0])
    assert restored(garbled, memory) == f"{damaged(changed, LOSSY[0])}\n{other}"


def test_words_that_come_to_the_same_come_back_where_nothing_about_them_was_changed() -> None:
    clean = "- 模型 Á 1 Í 2 中文的模型"
    changed = clean.replace("中文", "new, 中文")
    assert restored(damaged(changed, LOSSY[0]), Memory([clean])) == changed


def test_a_long_word_that_has_lost_bytes_is_looked_up_in_linear_time() -> None:
    garbled = damaged("一a态a幻a觉a" * 8000, LOSSY[0])
    start = time.process_time()
    assert restored(garbled, Memory(["多模态"])) == garbled
    assert time.process_time() - start < 10


def test_lines_that_come_to_the_same_are_told_by_the_lines_about() -> None:
    clean = "# 城市列表与说明文字\n\n- 第一: Á\n- Zürich, Genève\n- 第二: Í\n- 这是最后一行文字\n"
    assert restored(damaged(clean, LOSSY[0]), Memory([clean])) == clean


def test_lines_that_cannot_be_told_apart_are_left_alone() -> None:
    garbled = damaged("中文列表的说明文字\n\n# Árbol\n", LOSSY[0])
    memory = Memory(["中文列表的说明文字\n\n# Árbol\n", "中文列表的说明文字\n\n# Írbol\n"])
    assert restored(garbled, memory).endswith("# Ãrbol\n")


@pytest.mark.parametrize(
    ("clean", "written"),
    [
        ("# 大型语言模型列表\n\n- 收集了最近两年的论文与代码\n- 欢迎提交新的论文\n", "gb18030"),
        ("# 繁體中文的大型語言模型\n\n- 收錄論文與程式碼\n- 歡迎提供新的論文\n", "big5"),
        ("# 日本語の大規模言語モデル\n\n- 論文とコードの一覧です\n- 自然言語処理の研究\n", "cp932"),
        ("# 한국어 대규모 언어 모델\n\n- 최근 논문과 코드를 모았습니다\n- 자연어 처리 연구\n", "cp949"),
    ],
)
@pytest.mark.parametrize("read", ["latin-1", "cp1252"])
def test_a_legacy_encoding_read_as_western_comes_back(clean: str, written: str, read: str) -> None:
    assert restored(damaged(clean, (Channel(written, read),))) == clean


@pytest.mark.parametrize("read", ["latin-1", "cp1252"])
def test_a_short_line_that_reads_otherwise_than_the_whole_is_not_restored_wrongly(read: str) -> None:
    clean = "收集了最近两年的论文与代码\n欢迎提交新的论文\n" * 3 + "- 摘要\n- 小\n- 攝影\n- 圖示\n- 結果：\n"
    garbled = damaged(clean, (Channel("gb18030", read),))
    assert restored(garbled).startswith(clean[:20])
    assert is_untouched_or_right(garbled, clean)


@pytest.mark.parametrize("word", ["农业", "目录", "擴展", "小", "結果：", "未知状态"])
@pytest.mark.parametrize("read", ["latin-1", "cp1252"])
def test_a_short_word_that_looks_like_another_encoding_is_not_restored_wrongly(word: str, read: str) -> None:
    clean = f"# A list\n\n- {word} -\n"
    assert is_untouched_or_right(damaged(clean, (Channel("gb18030", read),)), clean)


@pytest.mark.parametrize("word", ["Français", "8×8"])
def test_a_clean_word_beside_a_legacy_encoding_is_not_taken_for_a_part_of_it(word: str) -> None:
    clean = f"[{word}](./fr/) [日本語](./ja/)\n"
    garbled = clean.replace("日本語", garble("日本語", [Channel("cp932", "cp1252")]))
    assert is_untouched_or_right(garbled, clean)


def test_one_garbled_cell_in_a_clean_row_comes_back() -> None:
    row = "| Élan vital | école | 中文 | 多模态 |\n"
    assert restored(row.replace("école", garble("école", [Channel("utf-8", "cp1252")]))) == row


@pytest.mark.parametrize("text", ["Miguel Ãngel MuÃ±oz", "urÄitÃ½, oÄekÃ¡vÃ¡n", "- [Ãrabe](x) - sesiÃ³n"])
def test_a_line_with_a_bare_lead_byte_left_is_not_certain(text: str) -> None:
    assert restored(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "un nom d’élément et le pointeur à l’écran",
        "IRMÃO, CORAÇÃO, «À ÂNSIAS»",
        "¬π ≈ √2, ├── src └─ lib",
        "ВСЕ «Ві» Рік, СССР",
    ],
)
def test_clean_text_that_resembles_damage_is_left_alone(text: str) -> None:
    assert detect("\n".join([text] * 5)) == []


@pytest.mark.parametrize("codec", ["cp1252", "cp437"])
def test_letters_that_look_garbled_once_more_than_the_rest_are_not_restored_wrongly(codec: str) -> None:
    clean = f"{LIST}\nßàÉ中"
    assert is_untouched_or_right(damaged(clean, (Channel("utf-8", codec),)), clean)


CLEAN_TEXT = st.text(st.sampled_from("abz -|Éàñöçßğşıžłőжишяאבگहิ中文模型的，。“—🤗"), max_size=40)


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(CLEAN_TEXT, max_size=6), codec=st.sampled_from(PAGES))
def test_no_text_comes_back_wrong(lines: list[str], codec: str) -> None:
    clean = "\n".join([LIST, *lines])
    assert is_untouched_or_right(damaged(clean, (Channel("utf-8", codec),)), clean)


@settings(max_examples=30, deadline=None)
@given(lines=st.lists(CLEAN_TEXT, max_size=6), codec=st.sampled_from(PAGES))
def test_restoring_again_changes_nothing(lines: list[str], codec: str) -> None:
    once = restored(damaged("\n".join([LIST, *lines]), (Channel("utf-8", codec),)))
    assert restored(once) == once


@pytest.mark.parametrize("layers", [1, 2])
def test_a_long_line_of_mojibake_takes_linear_time(layers: int) -> None:
    line = garble("é a 多", [Channel("utf-8", "cp1252")] * layers) + " é "
    start = time.process_time()
    [damage] = detect(line * 8000)
    assert len(damage.runs) >= 8000
    assert time.process_time() - start < 10


def test_a_changed_line_gets_back_what_is_too_short_to_be_known_by_itself() -> None:
    clean = (
        "- [Paper](https://example.com/a) 多模态的幻觉。\n- 收集了最近的论文 [A](https://example.com/b)。\n"
    )
    changed = clean.replace("https://", "http://")
    assert restored(damaged(changed, LOSSY[2]), Memory([clean])) == changed
