"""A list that is not UTF-8, from the command line: what is said of it, and how it becomes UTF-8."""

import json
from pathlib import Path

import pytest

from cli.harness import Run

CHINESE = "# 列表\n\n多模态大模型的幻觉评估与缓解方法，收集了最近两年的论文与代码。\n"
TRADITIONAL = "# 列表\n\n繁體中文的大型語言模型列表，收錄論文與程式碼，歡迎投稿。\n"
JAPANESE = "# 一覧\n\n日本語の大規模言語モデル一覧、カタカナとひらがな。\n"
KOREAN = "# 목록\n\n한국어 대규모 언어 모델 목록, 최근 논문과 코드를 모았습니다.\n"
ENGLISH = "# List\n\nPlain letters, and nothing else.\n"
FRENCH = "# Liste\n\nRépertoire d’œuvres libérées : où l’été a été très chaud, là-bas.\n"
RUSSIAN = "# Список\n\nСписок статей о больших языковых моделях, с кодом и данными.\n"
SAFE = [
    (CHINESE, "gb18030", "GBK"),
    (TRADITIONAL, "big5", "Big5"),
    (JAPANESE, "cp932", "Shift-JIS"),
    (JAPANESE, "euc_jp", "EUC-JP"),
    (KOREAN, "cp949", "EUC-KR"),
    (CHINESE, "utf-16", "UTF-16"),
    (CHINESE, "utf-16-le", "UTF-16 without"),
    (ENGLISH, "utf-16-be", "UTF-16 without"),
    (ENGLISH, "utf-16-le", "UTF-16 without"),
]
UNSAFE = [
    (FRENCH, "cp1252", "windows-1252"),
    (RUSSIAN, "cp1251", "windows-1251"),
    (RUSSIAN, "koi8_r", "KOI8-R"),
]


@pytest.mark.parametrize(("text", "codec", "label"), [*SAFE, *UNSAFE])
def test_check_names_the_encoding(run: Run, folder: Path, text: str, codec: str, label: str) -> None:
    (folder / "list.md").write_bytes(text.encode(codec))
    outcome = run("check", "--offline", "list.md")
    assert (outcome.code, "ENC004" in outcome.out, label in outcome.out) == (1, True, True)
    assert outcome.err == ""


@pytest.mark.parametrize(("text", "codec", "label"), SAFE)
def test_fix_writes_utf8(run: Run, folder: Path, text: str, codec: str, label: str) -> None:
    (folder / "list.md").write_bytes(text.encode(codec))
    assert run("check", "--offline", "list.md", "--fix", "--isolated").code == 0
    assert (folder / "list.md").read_bytes() == text.encode("utf-8")


@pytest.mark.parametrize(("text", "codec", "label"), UNSAFE)
def test_a_doubtful_encoding_is_not_changed_by_plain_fix(
    run: Run, folder: Path, text: str, codec: str, label: str
) -> None:
    (folder / "list.md").write_bytes(text.encode(codec))
    assert run("check", "--offline", "list.md", "--fix").code == 1
    assert (folder / "list.md").read_bytes() == text.encode(codec)
    assert run("check", "--offline", "list.md", "--fix", "--unsafe-fixes").code == 0
    assert (folder / "list.md").read_bytes() == text.encode("utf-8")


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_stay(run: Run, folder: Path, line_end: str) -> None:
    text = CHINESE.replace("\n", line_end)
    (folder / "list.md").write_bytes(text.encode("gb18030"))
    assert run("check", "--offline", "list.md", "--fix").code == 0
    assert (folder / "list.md").read_bytes() == text.encode("utf-8")


def test_diff_says_that_it_cannot_show_an_encoding(run: Run, folder: Path) -> None:
    data = CHINESE.encode("gb18030")
    (folder / "list.md").write_bytes(data)
    outcome = run("check", "--offline", "list.md", "--diff")
    assert (outcome.code, outcome.raw) == (1, b"")
    assert "no diff can show the new encoding of list.md" in outcome.err
    assert (folder / "list.md").read_bytes() == data


@pytest.mark.parametrize(
    ("text", "codec"), [(CHINESE, "gb18030"), (ENGLISH, "utf-16-le"), (JAPANESE, "utf-16")]
)
def test_standard_input_comes_out_as_utf8(process: Run, text: str, codec: str) -> None:
    outcome = process("check", "--offline", "-", "--fix", "--isolated", stdin=text.encode(codec))
    assert (outcome.code, outcome.raw) == (0, text.encode("utf-8"))


def test_json_tells_both_encodings(run: Run, folder: Path) -> None:
    (folder / "list.md").write_bytes(CHINESE.encode("gb18030"))
    [diagnostic] = json.loads(run("check", "--offline", "list.md", "--format", "json").out)["diagnostics"]
    assert diagnostic["fix"]["applicability"] == "safe"
    assert diagnostic["fix"]["transcode"] == {"from": "gb18030", "to": "utf-8"}


def test_the_rewritten_list_is_judged_by_all_rules(run: Run, folder: Path) -> None:
    (folder / "list.md").write_bytes((CHINESE + "\n- [论文](arxiv.org/abs/2310.00492)\n").encode("gb18030"))
    outcome = run("check", "--offline", "list.md", "--fix")
    assert outcome.code == 0
    assert "https://arxiv.org/abs/2310.00492" in (folder / "list.md").read_text(encoding="utf-8")
