"""Signs that lost a byte are told by what stands beside them."""

import pytest

from awesomelint.mojibake import Channel, detect, fill_line, garble, guesses_are_available
from awesomelint.mojibake.damage import applied
from awesomelint.mojibake.sign_places import fit

GBK = (Channel("utf-8", "gbk"),)
BEFORE = garble("# 中文的大型语言模型列表与说明文字", GBK)


@pytest.mark.skipif(not guesses_are_available(), reason="the word frequencies are not installed")
@pytest.mark.parametrize(
    "line",
    [
        *("one — two, three — four", "1–3 of 9", "<sup>1†</sup>", "**[⬆ back to top](#top)**"),
        *("（代码）。", "代码如下：", "等等…", "最新的代码）。\n（见上）。"),
    ],
)
def test_a_sign_is_told_by_what_stands_beside_it(line: str) -> None:
    for clean in line.split("\n"):
        garbled = garble(clean, GBK)
        damage = detect(f"{BEFORE}\n{garbled}")[-1]
        runs = [run.moved(-len(BEFORE) - 1) for run in damage.runs]
        filled = {run: each.run for run, each in fill_line(garbled, runs)}
        assert applied(garbled, [filled.get(run, run) for run in runs]) == clean


@pytest.mark.parametrize(
    ("sign", "before", "after", "expected"),
    [
        ("ア", "デ", "ル", 1),
        ("あ", "デ", "ル", -1),
        ("の", "文", "論", 0),
        ("」", "文", "", -1),
        ("“", "a", " ", -1),
    ],
)
def test_a_sign_stands_among_its_own(sign: str, before: str, after: str, expected: int) -> None:
    assert fit(sign, before, after) == expected
