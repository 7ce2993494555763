"""What a file is written in is told from its bytes, and called certain only where it is."""

import pytest

from awesomelint.mojibake import likely_encoding

CHINESE = "多模态大模型的幻觉评估与缓解方法，收集了最近两年的论文与代码。"
TRADITIONAL = "繁體中文的大型語言模型列表，收錄論文與程式碼。"
JAPANESE = "日本語の大規模言語モデル一覧、カタカナとひらがな。"
KOREAN = "한국어 대규모 언어 모델 목록, 가나다. 최근 논문과 코드를 모았습니다."
FRENCH = "Répertoire d’œuvres libérées : où l’été a été très chaud, là-bas."
RUSSIAN = "Список статей о больших языковых моделях, с кодом и данными."
UKRAINIAN = "Перелік статей про великі мовні моделі, їхній код і дані, є ґрунтовні."


@pytest.mark.parametrize(
    ("text", "codec", "label"),
    [
        (CHINESE, "gb18030", "GBK"),
        (TRADITIONAL, "big5", "Big5"),
        (JAPANESE, "cp932", "Shift-JIS"),
        (JAPANESE, "euc_jp", "EUC-JP"),
        (KOREAN, "cp949", "EUC-KR"),
        (CHINESE, "utf-16", "UTF-16"),
        (RUSSIAN, "utf-32", "UTF-32"),
        ("A list of papers", "utf-16-le", "UTF-16 without a byte order mark"),
        (RUSSIAN, "utf-16-be", "UTF-16 without a byte order mark"),
        (f"# {CHINESE}", "utf-16-le", "UTF-16 without a byte order mark"),
    ],
)
def test_an_encoding_that_no_other_resembles_is_certain(text: str, codec: str, label: str) -> None:
    data = text.encode(codec)
    guess = likely_encoding(data)
    assert guess is not None
    assert (guess.label, guess.is_certain, data.decode(guess.codec)) == (label, True, text)


@pytest.mark.parametrize(
    ("text", "codec", "label"),
    [
        (FRENCH, "cp1252", "windows-1252"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8_r", "KOI8-R"),
        (UKRAINIAN, "koi8_u", "KOI8-U"),
    ],
)
def test_a_code_page_is_named_but_never_certain(text: str, codec: str, label: str) -> None:
    guess = likely_encoding(text.encode(codec))
    assert guess is not None
    assert (guess.codec, guess.label, guess.is_certain) == (codec, label, False)


def test_a_few_characters_are_too_few_to_be_certain() -> None:
    guess = likely_encoding("# 论文".encode("gb18030"))
    assert guess is None or not guess.is_certain


@pytest.mark.parametrize("data", [bytes(range(128, 256)) * 3, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0"])
def test_noise_has_no_encoding(data: bytes) -> None:
    assert likely_encoding(data) is None
