"""How good the guesses at lost bytes are: what the unsafe fixes make of garbled lists."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate

from clean_texts import CleanText
from garbled_cases import CHANNELS, Case, is_writable, whole_file

from awesomelint.mojibake import (
    CERTAIN,
    Filled,
    Guess,
    Restored,
    Run,
    detect,
    fill_line,
    is_simplified,
    restore,
)

COLUMNS = ("lines", "exact", "guessed", "right", "holes", "good", "certain", "wrong")
LEGEND = """lines: garbled ones; exact: of these the safe fixes give back; guessed: the unsafe fixes as well
right: of all characters that are not ASCII after both; holes: characters that lost bytes
good: of these the best guess; certain: of these the guesses of 0.98 and more; wrong: of these, counted"""


class Guessed(Counter[str]):
    """What was counted in one garbled text."""

    def row(self) -> str:
        shares = {
            "exact": ("exact", "lines"),
            "guessed": ("guessed", "lines"),
            "right": ("right", "characters"),
            "good": ("good", "holes"),
            "certain": ("certain", "holes"),
        }
        cells = (
            f"{self[shares[column][0]] / max(self[shares[column][1]], 1):.4f}"
            if column in shares
            else self[column]
            for column in COLUMNS
        )
        return "".join(f"{cell:>9}" for cell in cells)


def guessed(each: Case) -> Guessed:
    """What the safe and the unsafe fixes give back of a garbled text."""
    text = "\n".join(each.garbled)
    starts = list(accumulate((len(line) + 1 for line in each.garbled), initial=0))
    restored = restore(text, detect(text))
    is_chinese = is_simplified(run.restored for line in restored for run in line.damage.runs)
    found = Guessed(lines=len(each.damaged))
    found["characters"] = sum(not character.isascii() for line in each.clean for character in line)
    after = list(each.garbled)
    for line in restored:
        number = bisect_right(starts, line.damage.span.start) - 1
        after[number] = _judged(found, each, number, starts[number], line, is_chinese=is_chinese)
    found["guessed"] = sum(after[number] == each.clean[number] for number in each.damaged)
    found["right"] = found["characters"] - sum(map(_wrong, after, each.clean))
    return found


def _judged(found: Guessed, each: Case, number: int, start: int, line: Restored, *, is_chinese: bool) -> str:
    """The line after the unsafe fixes; the guesses are counted in `found`."""
    garbled, clean = each.garbled[number], each.clean[number]
    runs = [run.moved(-start) for run in line.damage.runs]
    filled = dict(fill_line(garbled, runs, is_simplified=is_chinese)) if line.evidence is None else {}
    after = ""
    position = 0
    for run in runs:
        after += garbled[position : run.span.start]
        for offset, guess in _guesses(run, filled):
            place = len(after) + offset
            is_right = guess is not None and clean[place : place + 1] == guess.character
            is_certain = guess is not None and guess.posterior >= CERTAIN
            found.update(holes=1, good=is_right, certain=is_certain, wrong=is_certain and not is_right)
        position = run.span.end
        known = filled[run].run.restored if run in filled else run.restored
        after += garbled[run.span.start : position] if run.holes and run not in filled else known
    after += garbled[position:]
    found["exact"] += line.evidence is not None and after == clean
    return after


def _guesses(run: Run, filled: Mapping[Run, Filled]) -> list[tuple[int, Guess | None]]:
    return [(hole.offset, filled[run].guesses[hole.offset] if run in filled else None) for hole in run.holes]


def _wrong(after: str, clean: str) -> int:
    """How many characters that are not ASCII are wrong in a line; all of them where it has another length."""
    pairs = zip(clean, after, strict=True) if len(after) == len(clean) else ((each, "") for each in clean)
    return sum(not a.isascii() and a != b for a, b in pairs)


def measure_guesses(texts: Sequence[CleanText]) -> None:
    """Print, for the texts in simplified Chinese, what the guesses at lost bytes are worth."""
    chinese = [text for text in texts if is_simplified([text.text])]
    if not chinese:
        return
    print(f"\nGuesses at lost bytes in simplified Chinese\n\n{LEGEND}\n")
    print(f"{'channel':30}{'text':24}{''.join(f'{column:>9}' for column in COLUMNS)}")
    for name, layers in CHANNELS.items():
        total = Guessed()
        for text in (text for text in chinese if is_writable(text.text, layers)):
            [each] = whole_file(text.text, layers, 0)
            found = guessed(each)
            if found["holes"]:
                total.update(found)
                print(f"{name:30}{text.name[-22:]:24}{found.row()}", flush=True)
        if total["holes"]:
            print(f"{name:30}{'all':24}{total.row()}", flush=True)
