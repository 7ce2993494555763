"""How well the encoding of a file is told from its bytes: whole files, and pieces of some hundred bytes.

    python benchmarks/encodings.py [LIST | FOLDER]...

Clean texts are written in every encoding that has their letters. Per encoding: how often the guess decodes to
the text, is wrong, or nothing is said; and of the guesses that are called certain, how many are wrong.
"""

import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from clean_texts import lists, messages

from awesomelint.mojibake import likely_encoding

_WESTERN = ("fr", "de", "es", "pt", "it", "sv", "da", "nb", "nl", "is", "fi")
_CENTRAL = ("cs", "pl", "hu", "sk", "hr", "ro")
ENCODINGS = {
    **dict.fromkeys(("gb18030", "gbk"), ("zh_CN", "zh_TW", "ja")),
    **dict.fromkeys(("big5",), ("zh_TW",)),
    **dict.fromkeys(("cp932", "euc_jp"), ("ja",)),
    **dict.fromkeys(("cp949", "euc_kr", "johab"), ("ko",)),
    **dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be", "utf-32"), ()),
    **dict.fromkeys(("cp1252", "latin-1", "mac-roman", "cp437"), _WESTERN),
    **dict.fromkeys(("cp1250", "iso8859-2"), _CENTRAL),
    "cp1254": ("tr",),
    "cp1257": ("lt", "lv"),
    "cp1258": ("vi",),
    "cp1253": ("el",),
    "cp1255": ("he",),
    "cp1256": ("ar", "fa"),
    "cp874": ("th",),
    "cp1251": ("ru", "uk", "bg", "sr"),
    "koi8_u": ("uk",),
    **dict.fromkeys(("koi8_r", "iso8859-5", "cp866", "mac-cyrillic"), ("ru",)),
}
"""Each encoding with the languages that it is for; none are all."""
SIZES = (200, 500, 1000, 2000, 5000, None)
MOST_PIECES = 12
"""Of each text, encoding and size."""
MIN_KEPT = 0.98
"""A text counts as writable in an encoding that has so many of its letters; the others become `?`."""


def pieces(text: str, codec: str) -> Iterator[bytes]:
    """The whole text in an encoding, and pieces of it, cut between characters."""
    for size in SIZES:
        if size is None:
            yield text.encode(codec, "replace")
            continue
        step = max(len(text) // MOST_PIECES, size)
        for start in range(0, len(text), step):
            part = text[start : start + size]
            excess = len(part.encode(codec, "replace")) / size
            yield part[: int(len(part) / max(excess, 1))].encode(codec, "replace")


def is_writable(text: str, codec: str) -> bool:
    if codec.startswith("utf"):
        return True
    letters = [character for character in text if not character.isascii() and character.isalpha()]
    kept = sum(character.encode(codec, "ignore") != b"" for character in letters)
    return bool(letters) and kept >= MIN_KEPT * len(letters)


def verdict(data: bytes, codec: str) -> tuple[str, bool]:
    guess = likely_encoding(data)
    if guess is None:
        return "not certain", False
    try:
        is_right = data.decode(guess.codec) == data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError:
        is_right = False
    return "right" if is_right else "wrong", guess.is_certain


def main() -> None:
    texts = [*lists([Path(argument) for argument in sys.argv[1:]]), *messages()]
    languages = {language for group in ENCODINGS.values() for language in group}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for codec, native in ENCODINGS.items():
        for name, text in texts:
            text = unicodedata.normalize("NFC", text)
            if (name in languages and native and name not in native) or not is_writable(text, codec):
                continue
            for data in pieces(text, codec):
                if b"\0" not in data and (data.isascii() or is_utf8(data)):
                    continue
                what, is_certain = verdict(data, codec)
                counts[codec][what] += 1
                counts[codec][f"certain {what}"] += is_certain
                if is_certain and what == "wrong":
                    print(f"wrong and certain: {name}, {codec}, {len(data)} bytes: {likely_encoding(data)}")
    print(
        f"{'written in':14}{'pieces':>8}{'right':>8}{'wrong':>8}{'unsaid':>8}{'safe':>8}{'safe, wrong':>13}"
    )
    for codec, count in counts.items():
        total = count["right"] + count["wrong"] + count["not certain"]
        print(
            f"{codec:14}{total:8}{count['right']:8}{count['wrong']:8}{count['not certain']:8}"
            f"{count['certain right']:8}{count['certain wrong']:13}"
        )


def is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


if __name__ == "__main__":
    main()
