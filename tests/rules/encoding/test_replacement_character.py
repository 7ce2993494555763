"""Lost characters come back from git where only one text fits, and are reported once."""

from pathlib import Path

import pytest

from awesomelint_rules.encoding.mojibake import Mojibake
from awesomelint_rules.encoding.replacement_character import ReplacementCharacter
from rules.encoding.garbled import LIST, commit, fixed, found

CLEAN = "# Liste\n\n- [Naïve Bayes](https://a.example/) — über Klassen\n- 多模态大模型的幻觉评估。\n- René und Zoë\n"


def mended(folder: Path, damaged: str, before: str = CLEAN) -> str:
    commit(folder, before)
    commit(folder, damaged)
    return fixed(damaged, ReplacementCharacter(), path=str(folder / "README.md"))


@pytest.mark.parametrize(
    ("text", "lost"),
    [("ï", "\ufffd"), ("态", "\ufffd\ufffd\ufffd"), ("模态", "锟斤拷"), ("—", "\x97"), ("ë", "\ufffd\ufffd")],
)
def test_a_line_that_stood_before_is_restored(tmp_path: Path, text: str, lost: str) -> None:
    assert mended(tmp_path, CLEAN.replace(text, lost)) == CLEAN


def test_a_line_that_was_changed_as_well_keeps_the_change(tmp_path: Path) -> None:
    damaged = CLEAN.replace("Naïve Bayes", "The Na\ufffdve Bayes, new")
    assert mended(tmp_path, damaged) == CLEAN.replace("Naïve Bayes", "The Naïve Bayes, new")


def test_what_several_texts_fit_is_left_alone(tmp_path: Path) -> None:
    before = "- Rene\u0301 of Lyon\n- Renè Müller\n- Renê Müller\n"
    damaged = "- Ren\ufffd Müller\n"
    assert mended(tmp_path, damaged, before) == damaged


def test_a_new_line_that_only_resembles_an_old_one_is_left_alone(tmp_path: Path) -> None:
    before = "## 🔔 更新\n\n- TCMLLM-PR 处方推荐大模型\n"
    damaged = "## \ufffd \ufffd\ufffd\n\n- TCMLLM-PR \ufffd\ufffd\ufffd\n"
    assert mended(tmp_path, damaged, before) == damaged


@pytest.mark.parametrize("lost", ["\ufffd" * 7, "\ufffd" * 21, "\ufffd" * 14])
def test_a_mark_stands_for_a_character_or_for_one_of_its_bytes(tmp_path: Path, lost: str) -> None:
    before = "- [Woodpecker](https://arxiv.org/abs/2310.16045) 纠正幻觉的方法\n"
    assert mended(tmp_path, before.replace("纠正幻觉的方法", lost), before) == before


def test_places_of_unknown_length_in_a_row_are_not_tried_in_every_way(tmp_path: Path) -> None:
    before = f"- abc {'é' * 150}x\n"
    damaged = "- abc " + "\ufffd\ufffd\x80\x80" * 30 + "x\n"
    assert mended(tmp_path, damaged, before) == damaged


def test_outside_a_repository_nothing_is_guessed(tmp_path: Path) -> None:
    damaged = CLEAN.replace("ï", "\ufffd")
    assert fixed(damaged, ReplacementCharacter(), path=str(tmp_path / "README.md")) == damaged


def test_the_fix_says_that_it_comes_from_history(tmp_path: Path) -> None:
    damaged = CLEAN.replace("ï", "\ufffd")
    commit(tmp_path, CLEAN)
    commit(tmp_path, damaged)
    [diagnostic] = found(damaged, ReplacementCharacter(), path=str(tmp_path / "README.md"))
    assert diagnostic.fix is not None
    assert (diagnostic.fix.evidence, diagnostic.fix.is_safe) == ("history", True)


def test_a_control_character_of_windows_1252_is_offered_but_not_safe() -> None:
    text = "- it\x92s\n"
    assert fixed(text, ReplacementCharacter()) == text
    assert fixed(text, ReplacementCharacter(), unsafe=True) == "- it’s\n"


def test_code_may_hold_it() -> None:
    assert found("`\ufffd` and\n\n```\n锟斤拷\n```\n", ReplacementCharacter()) == []


def test_text_about_the_character_may_show_it() -> None:
    assert found("Bytes that are not UTF-8 become U+FFFD (\ufffd).\n", ReplacementCharacter()) == []


def test_damage_that_is_mojibake_is_not_reported_twice() -> None:
    garbled = "多模态大模型的幻觉评估与缓解，收集了最近的论文。".encode().decode("gbk", "replace")
    assert "\ufffd" in garbled
    assert {d.rule for d in found(f"{garbled}\n", Mojibake(), ReplacementCharacter())} == {"ENC001"}


LOSSES = {
    "a mark for each byte": lambda text: text.encode().decode("ascii", "replace"),
    "GBK taken for UTF-8": lambda text: text.encode("gbk").decode("utf-8", "replace"),
    "GBK taken for UTF-8 and back": lambda text: (
        text.encode("gbk").decode("utf-8", "replace").encode().decode("gbk", "replace")
    ),
}


@pytest.mark.parametrize("loss", LOSSES)
def test_a_list_that_was_lost_as_a_whole_comes_back(tmp_path: Path, loss: str) -> None:
    commit(tmp_path, LIST)
    damaged = "\n".join(line if line.isascii() else LOSSES[loss](line) for line in LIST.split("\n"))
    commit(tmp_path, damaged)
    path = str(tmp_path / "README.md")
    assert fixed(damaged, ReplacementCharacter(), Mojibake(), path=path) == LIST


def test_lines_that_come_to_the_same_are_told_by_those_beside_them(tmp_path: Path) -> None:
    before = "# 目录\n\n- 论文\n- 数据\n- 代码\n\n# 模型\n\n- 代码\n- 论文\n"
    damaged = LOSSES["a mark for each byte"](before)
    assert mended(tmp_path, damaged, before) == before


def test_a_word_with_fewer_marks_than_bytes_is_not_taken_for_another(tmp_path: Path) -> None:
    """早大 in GBK has four bytes, of which two look like a character of UTF-8 to some programs."""
    before = "- 早大GPT\n- 東工大GPT\n"
    damaged = "- a new model of \ufffd\ufffd\ufffdGPT\n"
    assert mended(tmp_path, damaged, before) == damaged


def test_marks_read_as_gbk_are_not_called_readable() -> None:
    [diagnostic] = found("- 锟斤拷锟斤拷 in a list\n", ReplacementCharacter(), Mojibake())
    assert diagnostic.rule == "ENC002"
    assert diagnostic.fix is None


@pytest.mark.parametrize(
    ("before", "damaged", "after"),
    [
        ("| A | 多模态大模型的幻觉评估 |\n", "| A | 多模态大模型的幻�\n", "| A | 多模态大模型的幻觉评估 |\n"),
        # What is left begins two lines.
        ("- 多模态大模型的论文与代码\n- 多模态大模型的论文与数据\n", "- 多模态大模型的论文与�\n", None),
        # The line is there, so this is another one.
        ("- 多模态大模型的论文与代码\n", "- 多模态大模型的论文与代码\n- 多模态大模型的论文与�\n", None),
        ("- 大模型代码\n", "- 大模型�\n", None),
    ],
)
def test_a_line_that_was_cut_within_a_character(
    tmp_path: Path, before: str, damaged: str, after: str | None
) -> None:
    assert mended(tmp_path, damaged, before) == (after or damaged)
