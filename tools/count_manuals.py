"""Counts how Chinese manuals are written, for the guesses at lost characters: makes `mojibake/manuals.txt`.

    apt-get download debian-handbook debian-reference-zh-cn gnome-user-docs installation-guide-amd64 \
        libreoffice-help-zh-cn manpages-zh
    for package in *.deb; do dpkg -x "$package" unpacked; done
    python tools/count_manuals.py unpacked > src/awesomelint/mojibake/manuals.txt

Needs the extra `restore`, by whose word frequencies the text is divided into words.
"""

import argparse
import gzip
import html
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf, log, log2
from pathlib import Path

from awesomelint.mojibake.manuals import LEVELS_PER_OCTAVE, symbol
from awesomelint.mojibake.vocabulary import LONGEST_WORD, UNKNOWN, frequencies

MIN_COUNT = 3
"""What was seen less often is left out: it takes half of the space and tells nothing."""
MARKUP = (".html", ".xml", ".page")
_HAN = re.compile("[\u4e00-\u9fff]{2}")
_TRADITIONAL_OR_OTHER = re.compile(r"(^|[/._-])(zh[-_](tw|hk|hant)|ja|ko)([/._-]|$)", re.IGNORECASE)
_CODE = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:br|dd|desc|div|dt|h\d|item|li|note|ol|p|page|pre|section|t[dhr]|table|title|ul)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile("<[^>]*>")
_PARAGRAPH = re.compile(r"\n{2,}|^[.'][ \t]*\S*[ \t]*", re.MULTILINE)
"""Blank lines and the requests of troff."""
_FONT = re.compile(r"\\f(?:\[\w*\]|.)|\\[&/]")


def lines(folders: Iterable[Path]) -> list[str]:
    """Each line of Chinese text in the files of some folders, once."""
    found: dict[str, None] = {}
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and not _TRADITIONAL_OR_OTHER.search(str(file.relative_to(folder))):
                found |= dict.fromkeys(line for line in _text(file).split("\n") if _HAN.search(line))
    return list(found)


def _text(file: Path) -> str:
    data = file.read_bytes()
    try:
        text = (gzip.decompress(data) if file.suffix == ".gz" else data).decode("utf-8")
    except (UnicodeDecodeError, OSError):
        return ""
    if file.suffix in MARKUP:
        text = _BLOCK.sub("\n", _CODE.sub("\n", text).replace("\n", " "))
        return html.unescape(_TAG.sub("", text))
    if file.suffix == ".gz" and "man" in file.parts:
        paragraphs = _PARAGRAPH.split(_FONT.sub("", text))
        return "\n".join(paragraph.replace("\n", " ") for paragraph in paragraphs)
    return ""


def symbols(line: str) -> str:
    """The line as the guesses see it: one symbol for all that is not Chinese, and for its ends."""
    found = [symbol("")]
    for character in line:
        if character.isspace():
            continue
        seen = symbol(character)
        if not (character.isascii() and seen == found[-1]):
            found.append(seen)
    return "".join([*found, symbol("")])


def words(text: str, weights: dict[str, float]) -> Sequence[str]:
    """The likeliest division of a text into words."""
    best = [0.0] + [-inf] * len(text)
    starts = [0] * (len(text) + 1)
    for start in range(len(text)):
        for end in range(start + 1, min(start + LONGEST_WORD, len(text)) + 1):
            weight = weights.get(text[start:end], log(UNKNOWN) if end == start + 1 else -inf)
            if best[start] + weight > best[end]:
                best[end] = best[start] + weight
                starts[end] = start
    found = []
    end = len(text)
    while end:
        found.append(text[starts[end] : end])
        end = starts[end]
    return found[::-1]


def by_level(counts: Counter[str], separator: str) -> Iterator[str]:
    """What was counted, in groups of nearly the same count: the group's letter, then its members."""
    levels: dict[int, list[str]] = {}
    for each, count in sorted(counts.items()):
        if count >= MIN_COUNT:
            levels.setdefault(round(LEVELS_PER_OCTAVE * log2(count)), []).append(each)
    for level, members in sorted(levels.items()):
        yield chr(ord("A") + level) + separator + separator.join(members)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path, help="folders with unpacked manuals")
    weights = {word: log(share) for share, words_alike in frequencies() for word in words_alike}
    seen: Counter[str] = Counter()
    neighbours: dict[str, Counter[str]] = {}
    for line in lines(parser.parse_args().folders):
        division = words(symbols(line), weights)
        seen.update(word for word in division if word in weights)
        for word, following in pairwise(division):
            neighbours.setdefault(word[-1], Counter())[following[0]] += 1
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n", closefd=False)  # noqa: SIM115
    out.writelines(f"{group}\n" for group in by_level(seen, " "))
    out.write("\n")
    for character, counts in sorted(neighbours.items()):
        groups = "".join(by_level(counts, ""))
        if groups:
            out.write(f"{character}{groups}\n")


if __name__ == "__main__":
    main()
