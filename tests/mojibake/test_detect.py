"""What is garbled is found and read, and what is clean is left alone."""

from pathlib import Path

import pytest

from awesomelint.document import parse
from awesomelint.mojibake import Channel, detect, garble
from awesomelint.source import decode
from conftest import corpus_files, seed_file

CLEAN = "多模态大模型的幻觉评估与缓解方法，收集了最近两年的论文与代码。"
FRENCH = "Répertoire d’œuvres libérées : où l’été a été très chaud, là-bas."

CLEAN_TEXTS = {
    "French": "Où est l’élève ? À côté, il naît déjà : « ça ira », çà et là, œuvre, Noël, ambiguë.",
    "German": "Größe, Übung, Straße, Äpfel, „schön“ – häßlich, Çedille, naïve Façade.",
    "Spanish": "¿Qué pasó? ¡Año nuevo! Señor, corazón, pingüino, lingüística, ÁÉÍÓÚ.",
    "Portuguese": "São João, coração, não, pôde, às vezes, ação, órgão, ÀS ÂNSIAS.",
    "Turkish": "İstanbul’da ığdır, şişe, çağ, öğüt, ÜÇGEN, ĞÜŞİÖÇ, âlâ.",
    "Vietnamese": "Tiếng Việt: Nguyễn, được, ưỡn ẹo, quốc ngữ, thẳng thắn, Ở ĐÂY.",
    "Polish": "Zażółć gęślą jaźń, ŁÓDŹ, źdźbło, ćma, „cytat”.",
    "Czech": "Příliš žluťoučký kůň úpěl ďábelské ódy, ŘÍČKA, Ťapka.",
    "Hungarian": "Árvíztűrő tükörfúrógép, ŐŰ, hűség.",
    "Icelandic": "Þórður, ég á það, ýsa, ÆÐI, Öxará.",
    "Greek": "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία, Ά Έ Ή, «λόγος».",
    "Russian": "Съешь же ещё этих мягких французских булок, «да» — нет, ЁЖ.",
    "Ukrainian": "Ґанок, їжак, Євген, п’ять, «так».",
    "Hindi": "हिन्दी में लिखा हुआ पाठ, क्षत्रिय, ज्ञान।",
    "Thai": "ภาษาไทยเขียนไม่มีเว้นวรรค น้ำใจ",
    "Arabic": "النص العربي من اليمين إلى اليسار، ومُشكّل.",
    "Hebrew": "טקסט בעברית, עם ״גרשיים״ ומקף־עברי.",
    "Japanese": "日本語の大規模言語モデル一覧、カタカナとひらがな。",
    "Korean": "한국어 대규모 언어 모델 목록, 가나다.",
    "Traditional Chinese": "繁體中文的大型語言模型列表，收錄論文與程式碼。",
    "signs": "© 2024 ™ ® ± 5 °C, 10 µm, ½ × ¼ ÷ 2 → ★ ✓ € £ ¥ § ¶ “a” ‘b’ … – —",
}  # fmt: skip


@pytest.mark.parametrize("language", CLEAN_TEXTS)
def test_clean_text_is_left_alone(language: str) -> None:
    assert detect(CLEAN_TEXTS[language]) == []


@pytest.mark.parametrize("path", corpus_files(), ids=lambda path: path.stem[:30])
def test_real_lists_are_clean(path: Path) -> None:
    document = parse(decode(path.read_bytes()))
    assert detect(document.text, document.code) == []


PAGES = ["cp1252", "cp1254", "latin-1", "cp1250", "cp1251", "mac-roman", "cp437"]


@pytest.mark.parametrize(
    ("text", "read"), [*((CLEAN, page) for page in PAGES), *((FRENCH, page) for page in PAGES[:3])]
)
def test_utf8_read_through_a_page_is_restored(text: str, read: str) -> None:
    garbled = garble(text, [Channel("utf-8", read)])
    [damage] = detect(garbled)
    start, end = damage.span
    assert damage.is_exact
    assert garbled[:start] + damage.restored(garbled) + garbled[end:] == text


@pytest.mark.parametrize("times", [2, 3])
def test_layers_are_taken_off(times: int) -> None:
    garbled = garble(CLEAN, [Channel("utf-8", "cp1252")] * times)
    [damage] = detect(garbled)
    assert damage.restored(garbled) == CLEAN


@pytest.mark.skipif(not seed_file().is_file(), reason="the garbled list is not beside the checkout")
def test_the_garbled_list_is_told_by_its_page_and_its_lost_bytes() -> None:
    text = seed_file().read_text(encoding="utf-8")
    [channel] = {damage.layers[0] for damage in detect(text)}
    assert (channel.read, channel.lost) == (
        "cp1254",
        frozenset({0x81, 0x8D, 0x8E, 0x8F, 0x90, 0x9D, 0x9E, 0xAD}),
    )


def test_code_is_skipped() -> None:
    document = parse(decode("Quoted: `å¤šæ¨¡æ€` and\n\n```\nÃ©tÃ©\n```\n".encode()))
    assert detect(document.text, document.code) == []


SHORT = [
    ("cp1251", "    · Question answering"),
    ("cp1251", "- [SOTOPIA-π: interactive learning](https://example.org)"),
    ("cp1251", "The Intel® compiler, by hand"),
    ("cp1251", "by Jiří Tomáš"),
    ("cp1251", "instalează pachetul"),
    ("cp1251", "¿Aceptas?"),
    ("mac-roman", "    · Question answering"),
    ("mac-roman", "π0: a policy"),
    ("mac-roman", "introduceți suportul"),
    ("cp437", "    · Question answering"),
    ("cp1250", "Jonas Müller and others"),
    ("cp1252", "instalează pachetul"),
    ("cp1252", "True×Informative scores"),
]


@pytest.mark.parametrize(("read", "line"), SHORT)
def test_a_single_character_is_told_by_what_stands_beside_it(read: str, line: str) -> None:
    garbled = garble(line, [Channel("utf-8", read)])
    [damage] = detect(f"# A list\n\n{garbled}\n\nAll the rest is clean.\n")
    start, end = damage.span
    assert damage.is_exact
    assert (
        damage.restored(f"# A list\n\n{garbled}\n") == line[start - 10 : end - 10 + len(line) - len(garbled)]
    )


CLEAN_BUT_ODD = [
    "Un CAFÉ’s bar et le CAFÉ’s club",
    "Diz “AMANHÃ” e “MANHÃ”, IRMÃ… e outra IRMÃ…",
    "comenzile „COMANDĂ” și „MUTĂ”",
    "[PŘEPÍNAČ…] jméno [PŘEPÍNAČ…]",
    "a «árbore» e o «índice»",
    "sagt »öffnen« und »über«",
    "an area of 5 Å² and a volume of 3 Å³",
    "√Écrire, √Élaguer",
    "RMSE = √∑(x − y)² and ¬π",
    "by О’Reilly and О’Neil",
    "the letters “О” and “П”, «В» too",
    "volts: 5 В·А and 7 В·м",
]


@pytest.mark.parametrize("line", CLEAN_BUT_ODD)
def test_letters_before_quotes_and_signs_are_left_alone(line: str) -> None:
    assert detect(line) == []
    assert detect(f"{line}\n{line}\n") == []


def test_the_page_of_a_long_text_is_told_by_the_same_lines_for_all_pages() -> None:
    """Windows-1254 lacks Ž, so a line less has a vote on it; every fourth line votes, and these are short."""
    lines = [
        "- 现",
        *(f"- 中 {n}" if n % 4 == 3 else f"- 模型的模型与论文代码 {n}" for n in range(1500)),
    ]
    channel = Channel("utf-8", "cp1252", frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D}))
    found = detect("\n".join(garble(line, (channel,)) for line in lines))
    assert {damage.layers[0].read for damage in found} == {"cp1252"}


@pytest.mark.parametrize(("word", "is_certain"), [("", False), ("کتابۀ", True)])
def test_a_lone_letter_of_another_alphabet_is_certain_only_beside_words_of_it(
    word: str, is_certain: bool
) -> None:
    channel = Channel("utf-8", "mac-roman")
    garbled = garble(f"Répertoire d’œuvres libérées\nl’été a été très chaud\n- é {word}", (channel,))
    *_, damage = detect(f"{garbled}\nin crowns and 5 €Æ")
    assert [run.is_doubtful for run in damage.runs] == [not is_certain]


def test_an_accent_of_its_own_behind_a_letter_is_certain() -> None:
    channel = Channel("utf-8", "mac-roman")
    garbled = garble("Répertoire d’œuvres libérées\nl’été a été très chaud\n- Cafe\u0301", (channel,))
    assert not any(run.is_doubtful for damage in detect(garbled) for run in damage.runs)
