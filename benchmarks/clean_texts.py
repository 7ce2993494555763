"""Clean text to measure with: lists given by path, and what programs say in many languages.

Message catalogues of installed programs (`*.mo`) hold the same kind of text in some fifty languages.
"""

import gettext
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

CATALOGUES = (Path("/usr/share/locale"), Path("/usr/share/vim"))
MOST_CHARACTERS = 60_000
"""Of each language."""
LANGUAGES = (
    *("ar", "bg", "ca", "cs", "da", "de", "el", "eo", "es", "et", "fa", "fi", "fr", "ga", "gl", "he", "hi"),
    *("hr", "hu", "is", "it", "ja", "kk", "ko", "lt", "lv", "mk", "mr", "nb", "nl", "pl", "pt", "pt_BR"),
    *("ro", "ru", "sk", "sl", "sr", "sv", "ta", "th", "tr", "uk", "vi", "zh_CN", "zh_TW"),
)


class CleanText(NamedTuple):
    """A text and where it comes from: a file's name, or a language."""

    name: str
    text: str


def lists(paths: Sequence[Path]) -> Iterator[CleanText]:
    """The Markdown files at some paths; a folder stands for all in it."""
    for path in paths:
        for file in sorted(path.glob("*.md")) if path.is_dir() else [path]:
            yield CleanText(file.stem, file.read_text(encoding="utf-8").replace("\r\n", "\n"))


def messages(languages: Sequence[str] = LANGUAGES) -> Iterator[CleanText]:
    """What installed programs say in each language, one message a line; nothing where none is installed."""
    for language in languages:
        said: dict[str, None] = {}
        length = 0
        for file in _catalogues(language):
            for message in _messages(file):
                if length < MOST_CHARACTERS and not message.isascii() and message not in said:
                    said[message] = None
                    length += len(message)
        if said:
            yield CleanText(language, "\n".join(f"- {message}" for message in said) + "\n")


def _catalogues(language: str) -> list[Path]:
    return sorted(file for folder in CATALOGUES for file in folder.glob(f"**/{language}/LC_MESSAGES/*.mo"))


def _messages(file: Path) -> Iterator[str]:
    try:
        with file.open("rb") as stream:
            catalogue = gettext.GNUTranslations(stream)
    except (OSError, UnicodeDecodeError, ValueError):
        return
    for original, said in catalogue._catalog.items():  # type: ignore[attr-defined]
        if original:
            yield " ".join(said.split())
