"""UTF-8 that was read as GBK, Big5, Shift-JIS or EUC-KR is found in every language, and rare clean words are not."""

import time

import pytest

from awesomelint.mojibake import Channel, detect, garble, restore
from mojibake.languages import SENTENCES
from mojibake.restored import certain

CARRIERS = ["gbk", "gb18030", "windows-936", "big5", "big5hkscs", "cp932", "cp949"]
"""The third is GBK as Windows and browsers read it, with 80 for the euro sign."""

FEW = 4
"""What is left of Romanian in Big5, mostly replacement characters, does not tell its encoding."""
MORE = {
    "Croatian": "rječnik učenje također širi različit što mogućnost čvorište",
    "Finnish": "käyttö työkalu lähdekoodi hyvä pääosin yhteisö näyte",
    "Dutch": "één coördinatie financiële reünie",
    "Catalan": "què això pàgina llengües també",
    "Danish": "også når første gør sådan",
    "Estonian": "töö süsteem õpe käsk",
    "Hungarian": "könyv gép tanulás nyelvű",
    "Italian": "città così già può università però lunedì virtù caffè àncora",
    "Norwegian": "måned språk søk kjørt først også håndbok fortløpende støtte",
    "Portuguese": "informação você três tradução português também memória número",
    "Romanian": "română învățare într-un cercetări mulțumim rețele întâi câteva",
    "Swedish": "språk större många först också på gång källkod sökning färdig",
    "Icelandic": "tölva gögn höfundur útgáfa þýðing mál íslenska",
}
"""Words where the sentence has few letters beyond ASCII."""

CLEAN = {
    "rare words": "魑魅魍魉\n饕餮\n- 囹圄 貔貅\n踟蹰、徘徊，彳亍\n龃龉 觊觎\n氤氲\n旮旯儿",
    "one rare word": "- 摇曳",
    "names": "朱祁镇 嬴政 冼星海 仝卓 亓官 郗超 蘧伯玉 妲己 芈月 滕王阁",
    "places": "歙县 婺源 郫县 涪陵 亳州 儋州 鄱阳 岫岩 睢宁 泗洪 濮阳 黟县",
    "poem": "蒹葭苍苍，白露为霜。所谓伊人，在水一方。\n溯洄从之，道阻且跻。",
    "traditional": "鬱鬱寡歡 齟齬 龜裂 鑿壁偷光 靉靆\n纏綿悱惻",
    "Japanese names": "齋藤 渡邉 髙橋 﨑山 辻󠄀 纐纈\n薔薇 檸檬 髑髏 魍魎",
    "half-width kana": "ﾐｽ ﾈｵ ﾏｲｸ ﾊﾟｰﾃｨｰ ﾃﾞｨｽｸ\nﾃｨｰ\n- ﾂｱｰ",
    "rare syllables": "뷁 쀍 똠방각하 펲시 햏자 쌰 퀭한 횽\n왈츠 웬 칡뿌리",
    "beside Latin": "T恤 K线 X光 U盾 e袋洗 GPT哦哦哦 iPhone喵\nlipase酶 Octo猫 T恤s A股 git没commit",
    "beside Latin alone": "- DNA酶 / RNA酶\n- lipase酶, protease酶\nOcto猫 cat猫 猫\nM眉 A没b",
    "one common sign": "路\n么\n- 没",
    "icons": "\ue0b0 \ue0b2 \uf09b GitHub \ue606",
}


def damaged(text: str, carrier: str) -> str:
    return "\n".join(garble(line, [Channel("utf-8", carrier)]) for line in text.split("\n"))


def found_lines(text: str) -> set[int]:
    return {text.count("\n", 0, damage.span.start) for damage in detect(text)}


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_every_line_of_a_text_in_any_language_is_found(language: str, carrier: str) -> None:
    words = [SENTENCES[language], *SENTENCES[language].split(), *MORE.get(language, "").split()]
    lines = [damaged(line, carrier) for line in words]
    readable = [line for line in lines if not line.replace("\ufffd", "").isascii()]
    assert found_lines("\n".join(readable)) == set(range(len(readable))) or len(readable) < FEW


@pytest.mark.parametrize("kind", CLEAN)
def test_rare_clean_words_are_left_alone(kind: str) -> None:
    assert detect(CLEAN[kind]) == []
    assert [line for line in CLEAN[kind].split("\n") if detect(line)] == []


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize("text", ["by Martín Arce Llobera and others", "Rémi Marsal, ICCV", "- [LÖVE](x)"])
def test_a_letter_within_a_word_is_restored_wherever_it_stands(text: str, carrier: str) -> None:
    assert certain(damaged(text, carrier)) in (text, damaged(text, carrier))
    if carrier in ("gbk", "gb18030", "cp932"):
        assert certain(damaged(text, carrier)) == text


@pytest.mark.parametrize("text", ["it’s", "the world’s best", "a “word” of it", "Human–Agent", "**—** b"])
def test_a_sign_is_found_in_a_text_that_has_nothing_else(text: str) -> None:
    assert found_lines(damaged(text, "gbk")) == {0}


def test_a_sign_that_looks_like_a_common_character_is_restored_in_a_text_that_is_all_garbled() -> None:
    text = "# Récapitulatif\n\n- élève modèle\n- naïveté\n· 2024\n- forêt"
    assert certain(damaged(text, "gbk")) == text


def test_a_common_character_beside_garbled_lines_stays() -> None:
    clean = "# 路\n\n- 大模型\n- 没有\n"
    assert certain(clean + damaged("Récapitulatif", "gbk")).startswith(clean)


def test_the_euro_sign_stands_for_a_byte_where_windows_reads_gbk() -> None:
    text = "这是一个测试，一起来看第一个例子的结果"
    garbled = damaged(text, "windows-936")
    assert "€" in garbled
    assert certain(garbled + "\n") == text[: len(certain(garbled))] + "\n"


def test_a_character_that_only_one_program_shows_tells_what_another_lost() -> None:
    clean = "中文模型与数据集\n一个开源的模型\n"
    garbled = damaged(clean, "gb18030")
    assert "\ufffd" in garbled
    assert any("\ue000" <= character <= "\uf8ff" for character in garbled)
    assert certain(garbled) == clean


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_line_that_is_restored_for_certain_is_right(carrier: str) -> None:
    for sentence in SENTENCES.values():
        for word in sentence.split():
            garbled = damaged(f"- {word} - text", carrier)
            assert certain(garbled) in (f"- {word} - text", garbled)


@pytest.mark.parametrize(
    "text", ["\ufffd" * 20_000, "鈥" * 20_000, "茅\ufffd" * 20_000, "€" * 20_000, "ﾃ" * 20_000]
)
def test_hostile_lines_take_linear_time(text: str) -> None:
    start = time.process_time()
    detect(text)
    detect("\n".join(text[:2000] for _ in range(10)))
    assert time.process_time() - start < 10


@pytest.mark.parametrize("carrier", ["gbk", "gb18030", "big5", "cp932", "cp949"])
@pytest.mark.parametrize("mark", ["", "?"])
@pytest.mark.parametrize("language", ["Chinese", "Japanese", "Korean", "Czech", "Russian", "French"])
def test_where_bytes_are_lost_without_a_mark_nothing_wrong_is_certain(
    language: str, carrier: str, mark: str
) -> None:
    for clean in (SENTENCES[language], *SENTENCES[language].split()):
        garbled = clean.encode().decode(carrier, "replace").replace("\ufffd", mark)
        restored = [
            run.restored
            for line in restore(garbled, detect(garbled))
            if line.evidence
            for run in line.damage.runs
        ]
        assert all(text in clean for text in restored)


def test_a_sign_that_only_rare_ideographs_resemble_is_certain_unless_the_text_has_some() -> None:
    clean = "模、型"
    garbled = damaged(clean, "gbk")
    assert "\ufffd" in garbled
    assert certain(f"{damaged('大语言模型列表', 'gbk')}\n{garbled}").endswith(clean)
    rare = damaged("㗎㗎模型列表", "gbk")
    assert certain(f"{rare}\n{garbled}").endswith(garbled)
