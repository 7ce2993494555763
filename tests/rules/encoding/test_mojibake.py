"""What is said of garbled text, and that its repair lets the contents still lead to the headings."""

from pathlib import Path

import pytest

from awesomelint.document.slugs import slug
from awesomelint.mojibake import Channel, guesses_are_available
from rules.encoding.garbled import (
    AS_1252,
    AS_1254_WITH_LOSS,
    LIST,
    commit,
    damaged,
    dead_fragments,
    fixed,
    fixed_bytes,
    found,
    git,
)

needs_words = pytest.mark.skipif(not guesses_are_available(), reason="the word frequencies are not installed")


def test_a_garbled_list_is_restored_and_its_contents_work() -> None:
    assert fixed(damaged(LIST, *AS_1252)) == LIST


@pytest.mark.parametrize("is_committed", [False, True])
@pytest.mark.parametrize(
    "layers",
    [AS_1254_WITH_LOSS, *((Channel("utf-8", codec),) for codec in ("gbk", "cp932", "cp949"))],
    ids=lambda layers: layers[0].read,
)
def test_a_lossy_list_is_restored_from_git(
    tmp_path: Path, layers: tuple[Channel, ...], is_committed: bool
) -> None:
    garbled = damaged(LIST, *layers)
    commit(tmp_path, LIST)
    if is_committed:
        commit(tmp_path, garbled)
    else:
        (tmp_path / "README.md").write_text(garbled, encoding="utf-8")
    assert fixed(garbled, path=str(tmp_path / "README.md")) == LIST


def test_what_the_garbling_commit_really_changed_stays_changed(tmp_path: Path) -> None:
    changed = LIST.replace("第一篇系统的综述", "first of its kind").replace("Woodpecker", "The Woodpecker")
    garbled = damaged(changed, *AS_1254_WITH_LOSS)
    commit(tmp_path, LIST)
    commit(tmp_path, garbled)
    assert fixed(garbled, path=str(tmp_path / "README.md")) == changed


def test_a_list_that_was_garbled_and_renamed_at_once_is_restored_from_git(tmp_path: Path) -> None:
    commit(tmp_path, LIST, "LIST.md")
    git(tmp_path, "rm", "-q", "LIST.md")
    garbled = damaged(LIST, *AS_1254_WITH_LOSS)
    commit(tmp_path, garbled)
    assert fixed(garbled, path=str(tmp_path / "README.md")) == LIST


@pytest.mark.parametrize("written", ["gbk", "big5", "cp932", "cp949"])
def test_lines_too_short_to_tell_come_back_with_the_others(tmp_path: Path, written: str) -> None:
    text = {
        "gbk": "# 模型列表\n\n- 多模态大模型论文，收集了最近的代码\n- 注\n- 见",
        "big5": "# 模型列表\n\n- 多模態大模型論文，收集了最近的程式碼\n- 注\n- 見",
        "cp932": "# 一覧\n\n- 大規模言語モデルに関する論文とコードの一覧です\n- 注\n- 見",
        "cp949": "# 목록\n\n- 대규모 언어 모델에 관한 논문과 코드를 모은 목록\n- 주\n- 봄",
    }[written]
    garbled = damaged(text, Channel(written, "latin-1"))
    commit(tmp_path, text)
    commit(tmp_path, garbled)
    assert fixed(garbled, path=str(tmp_path / "README.md")) == text


def test_what_reads_well_by_chance_is_what_the_past_has(tmp_path: Path) -> None:
    """The bytes of 目录 in GBK are letters in UTF-8."""
    text = LIST.replace("## 视频理解", "## 目录")
    garbled = damaged(text, *AS_1252).replace(
        damaged("## 目录", *AS_1252), damaged("## 目录", Channel("gbk", "latin-1"))
    )
    commit(tmp_path, text)
    commit(tmp_path, garbled)
    assert fixed(garbled, path=str(tmp_path / "README.md")).count("## 目录") == text.count("## 目录")


@needs_words
def test_guessed_headings_and_the_fragments_that_lead_to_them_agree() -> None:
    garbled = damaged(LIST, *AS_1254_WITH_LOSS)
    restored = fixed(garbled, unsafe=True)
    assert restored != garbled
    assert dead_fragments(restored) == []


def test_a_word_too_short_to_be_certain_is_restored_on_request_only() -> None:
    clean = "# A list\n\n- Ű (a letter)\n"
    garbled = damaged(clean, Channel("utf-8", "latin-1"))
    assert fixed(garbled) == garbled
    assert fixed(garbled, unsafe=True) == clean


def test_plain_fix_never_guesses() -> None:
    garbled = damaged(LIST, *AS_1254_WITH_LOSS)
    for line, clean, before in zip(
        fixed(garbled).split("\n"), LIST.split("\n"), garbled.split("\n"), strict=True
    ):
        assert line in (clean, before)


def test_fragments_made_from_garbled_headings_follow_them() -> None:
    """A program that writes contents leaves out the signs that garbled letters contain."""
    lines = damaged(LIST, *AS_1252).split("\n")
    for number, line in enumerate(lines):
        if line.startswith("- [") and "](#" in line:
            title = line[3 : line.index("](#")]
            lines[number] = f"- [{title}](#{slug(title)})"
    garbled = "\n".join(lines)
    assert dead_fragments(garbled) == []
    assert dead_fragments(fixed(garbled)) == []


def test_an_explicit_anchor_keeps_its_links() -> None:
    text = LIST.replace("(#视频理解)", "(#video)").replace("## 视频理解", '## <a name="video"></a>视频理解')
    assert fixed(damaged(text, *AS_1252)) == text


def test_one_garbled_cell_is_one_finding_that_covers_nothing_else() -> None:
    clean = "| 标题 | 说明 |\n| --- | --- |\n| 多模态大模型 | 幻觉的评估与缓解 |\n"
    garbled = clean.replace("多模态大模型", damaged("多模态大模型", *AS_1252))
    [diagnostic] = found(garbled)
    assert garbled[diagnostic.span.start : diagnostic.span.end] == damaged("多模态大模型", *AS_1252)
    assert "多模态大模型" in diagnostic.message
    assert "UTF-8 read as windows-1252" in diagnostic.message
    assert fixed(garbled) == clean


def test_garbled_cells_of_one_row_are_one_finding_with_a_place_each() -> None:
    first, last = damaged("多模态大模型", *AS_1252), damaged("幻觉的评估", *AS_1252)
    garbled = f"| a | b | c |\n| --- | --- | --- |\n| {first} | 清洁的文字 | {last} |\n"
    [diagnostic] = found(garbled)
    places = [diagnostic.span, *(place.span for place in diagnostic.related)]
    assert [garbled[start:end] for start, end in places] == [first, last]


def test_neighbouring_lines_are_one_finding_and_distant_ones_are_two() -> None:
    clean = "多模态大模型的论文。\n幻觉的评估与缓解。\n\nplain\n\nplain\n\n视频理解的数据集。\n"
    diagnostics = found(damaged(clean, *AS_1252) + "还有很多干净的行。\n" * 9)
    assert [(d.start.line, d.end.line, len(d.related)) for d in diagnostics] == [(1, 1, 1), (8, 8, 0)]


def test_a_word_of_the_line_before_is_not_shown() -> None:
    [diagnostic] = found(f"## News\n{damaged('多模态大模型', *AS_1252)}\n")
    assert "`多模态大模型`" in diagnostic.message


def test_a_wholly_garbled_file_is_one_finding_with_the_detail_of_every_line() -> None:
    garbled = damaged(LIST, *AS_1252)
    [diagnostic] = found(garbled)
    places = [diagnostic, *diagnostic.related]
    garbled_lines = [number for number, line in enumerate(LIST.split("\n"), 1) if not line.isascii()]
    assert sorted({place.start.line for place in places}) == garbled_lines
    assert "目录 (exact)" in [place.message for place in diagnostic.related]


@pytest.mark.parametrize("code", ["`å¤šæ¨¡æ€`", "```\nå¤šæ¨¡æ€ and Ã©tÃ©\n```", "    å¤šæ¨¡æ€"])
def test_code_that_quotes_mojibake_is_left_alone(code: str) -> None:
    assert found(f"# Encoding\n\n{code}\n") == []


def test_without_the_extra_it_says_what_installing_it_would_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("awesomelint.mojibake.vocabulary.find_spec", lambda name: None)
    [diagnostic] = found(damaged(LIST, *AS_1254_WITH_LOSS))
    assert "pip install 'awesomelint[restore]'" in diagnostic.message
    assert diagnostic.fix is None or diagnostic.fix.is_safe


@needs_words
def test_a_guess_names_what_is_not_certain_and_is_unsafe() -> None:
    [diagnostic] = found(damaged(LIST, *AS_1254_WITH_LOSS))
    fixes = [
        each for each in (diagnostic.fix, *diagnostic.suggestions) if each and each.evidence == "statistics"
    ]
    assert fixes
    assert not any(each.is_safe for each in fixes)


@needs_words
def test_the_same_doubt_in_many_lines_is_named_once() -> None:
    clean = "# 大型语言模型的列表\n\n" + "\n".join(f"- [Paper {n}](#x) 逐段实测" for n in range(9)) + "\n"
    [diagnostic] = found(damaged(clean, *AS_1254_WITH_LOSS))
    titles = [each.title for each in (diagnostic.fix, *diagnostic.suggestions) if each]
    assert sum(title.count("lines 3–11: ") for title in titles) == 1
    assert any("(9 times)" in title for title in titles)


@needs_words
def test_a_garbled_line_of_a_file_says_what_was_lost_and_how_sure_that_is() -> None:
    [diagnostic] = found(damaged(LIST, *AS_1254_WITH_LOSS))
    assert "视频□解 (1 character lost: 理|熏 0.99)" in [place.message for place in diagnostic.related]


def test_without_the_extra_the_commonest_candidates_are_named_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("awesomelint.mojibake.vocabulary.find_spec", lambda name: None)
    [diagnostic] = found(damaged(LIST, *AS_1254_WITH_LOSS))
    messages = [place.message for place in diagnostic.related]
    assert any(message.startswith("综述□评测 (1 character lost: 不|中|与|") for message in messages)
    assert diagnostic.suggestions == ()


def test_a_single_lost_character_can_be_chosen_from_the_commonest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("awesomelint.mojibake.vocabulary.find_spec", lambda name: None)
    [diagnostic] = found(f"# A list\n\n{damaged('收集了最近的代码', *AS_1254_WITH_LOSS)}\n")
    titles = [each.title for each in diagnostic.suggestions]
    assert titles[:1] == ["read it as 码"]


def test_what_can_be_chosen_in_one_of_several_lines_is_told_by_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("awesomelint.mojibake.vocabulary.find_spec", lambda name: None)
    garbled = damaged("收集了最近的代码\n收集了最近的文章", *AS_1254_WITH_LOSS)
    [diagnostic] = found(f"# A list\n\n{garbled}\n")
    assert diagnostic.suggestions[0].title == "read line 3, column 1, as 码"


@needs_words
def test_uncertain_characters_of_the_same_line_are_listed_under_its_number_once() -> None:
    [diagnostic] = found(f"# A list\n\n{damaged('より読みやすい、ご利用ください', *AS_1254_WITH_LOSS)}\n")
    assert diagnostic.fix is not None
    assert diagnostic.fix.title.count("line 3: ") == 1
    assert diagnostic.fix.title.count(" 0.50") > 1


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_the_mark_and_line_ends_stay(bom: bytes, ends: str) -> None:
    clean = bom + LIST.replace("\n", ends).encode()
    assert fixed_bytes(bom + damaged(LIST, *AS_1252).replace("\n", ends).encode()) == clean


def test_mixed_line_ends_stay() -> None:
    ends = ["\r\n", "\n", "\r"]
    mixed = "".join(line + ends[number % 3] for number, line in enumerate(LIST.split("\n")))
    garbled = damaged(mixed, *AS_1252)
    assert fixed_bytes(garbled.encode()) == mixed.encode()
