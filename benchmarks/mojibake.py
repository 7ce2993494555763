"""How well mojibake is found and restored: clean text is garbled in every known way and restored.

    python benchmarks/mojibake.py [--quick] [--examples] [LIST | FOLDER]...

Each channel garbles whole files, single lines, and single cells or words. Of the garbled lines is counted
how many are found, how many the safe fixes give back exactly, in part (the rest stays garbled) or wrongly,
without and with the clean text in the history; and how many clean lines are called garbled. Beside it stands
ftfy's `fix_text`, line by line, where it is installed. Another table shows, text by text, what the unsafe
fixes give back of Chinese that has lost bytes.
"""

from __future__ import annotations

import argparse
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

from clean_texts import LANGUAGES, CleanText, lists, messages
from garbled_cases import CHANNELS, MODES, Case, is_writable
from guessed import measure_guesses

from awesomelint.document import parse
from awesomelint.mojibake import Damage, Memory, Restored, detect, guesses_are_available, restore
from awesomelint.source import decode

QUICK_LANGUAGES = "cs de el fr he hi ja ko pl ru th tr vi zh_CN zh_TW".split()
QUICK_CHARACTERS = 40_000
"""So much of each list is enough for a first look; of a language a fourth."""


class Score(Counter[str]):
    """What was counted in garbled text, and how long the search took."""

    def share(self, what: str) -> str:
        return f"{self[what] / self['lines']:.3f}" if self["lines"] else "-"


class Judge:
    """Counts what is found in garbled texts and what the safe fixes make of them; can show the wrong."""

    def __init__(self, *, shows_examples: bool) -> None:
        self._shows_examples = shows_examples

    def score(self, each: Case, *, with_history: bool) -> Score:
        text = "\n".join(each.garbled)
        start = time.process_time()
        found = detect(text)
        score = Score(lines=len(each.damaged), bytes=len(text.encode()))
        score["microseconds"] = round(1e6 * (time.process_time() - start))
        starts = list(accumulate((len(line) + 1 for line in each.garbled), initial=0))
        numbers = {bisect_right(starts, damage.span.start) - 1 for damage in found}
        score["found"] = len(each.damaged & numbers)
        score["false"] = len(numbers - each.damaged)
        score.update(self._repairs(each, starts, restore(text, found), ("exact", "part", "wrong")))
        if with_history:
            memory = Memory(["\n".join(each.clean)])
            remembered = restore(text, found, memory)
            score.update(
                self._repairs(each, starts, remembered, ("remembered", "partly remembered", "misremembered"))
            )
        return score

    def _repairs(
        self, each: Case, starts: Sequence[int], restored: Sequence[Restored], names: tuple[str, str, str]
    ) -> Score:
        score = Score()
        for line in restored:
            if line.evidence is not None:
                number = bisect_right(starts, line.damage.span.start) - 1
                garbled, clean = each.garbled[number], each.clean[number]
                repaired = _repaired(garbled, starts[number], line.damage)
                what = 0 if repaired == clean else 1 if _is_part(line.damage, clean) else 2
                score[names[what]] += 1
                if self._shows_examples and what == 2:
                    print(f"{names[what]}: {garbled!r:.200}\n   became {repaired!r:.150}")
                    print(f"   and was {clean!r:.150}")
        return score


def _repaired(line: str, start: int, damage: Damage) -> str:
    parts = []
    position = 0
    for run in damage.runs:
        parts += [line[position : run.span.start - start], run.restored]
        position = run.span.end - start
    return "".join([*parts, line[position:]])


def _is_part(damage: Damage, clean: str) -> bool:
    """Whether the clean line has all that was restored, in this order."""
    position = 0
    for run in damage.runs:
        position = clean.find(run.restored, position)
        if position < 0:
            return False
        position += len(run.restored)
    return True


def judged_by_ftfy(each: Case) -> Score:
    from ftfy import fix_text
    from ftfy.badness import is_bad

    score = Score()
    for number in each.damaged:
        garbled = each.garbled[number]
        fixed = fix_text(garbled)
        score["ftfy found"] += is_bad(garbled)
        score["ftfy exact"] += fixed == each.clean[number]
        score["ftfy wrong"] += fixed not in (each.clean[number], garbled)
    return score


def measure(texts: Sequence[CleanText], count: int, judge: Judge, *, beside_ftfy: bool) -> None:
    """Print the table of one kind of text, with `count` garbled lines and cells of each."""
    heads = "".join(f"{head:>9}" for head in ("lines", "found", "exact", "part", "wrong", "false", "ms/MB"))
    heads += "".join(f"{head:>11}" for head in ("by history", "wrong"))
    print(f"\n{'channel':30}{'what':6}{heads}{'   ftfy: found    exact    wrong' if beside_ftfy else ''}")
    for name, layers in CHANNELS.items():
        fitting = [text.text for text in texts if is_writable(text.text, layers)]
        for mode, cases in MODES.items():
            score = Score()
            for each in (each for text in fitting for each in cases(text, layers, count) if each.damaged):
                score.update(judge.score(each, with_history=mode == "file"))
                if beside_ftfy:
                    score.update(judged_by_ftfy(each))
            if score["lines"]:
                label = name if mode == "file" else ""
                print(f"{label:30}{mode:6}{_row(mode, score, beside_ftfy=beside_ftfy)}", flush=True)


def _row(mode: str, score: Score, *, beside_ftfy: bool) -> str:
    speed = score["microseconds"] / score["bytes"] * 1000
    row = f"{score['lines']:9}{score.share('found'):>9}{score.share('exact'):>9}"
    row += f"{score['part']:9}{score['wrong']:9}{score['false']:9}{speed:9.0f}"
    row += f"{score.share('remembered'):>11}{score['misremembered']:11}" if mode == "file" else " " * 22
    if beside_ftfy:
        row += f"{score.share('ftfy found'):>14}{score.share('ftfy exact'):>9}{score['ftfy wrong']:9}"
    return row


def false_alarms(texts: Sequence[CleanText], *, beside_ftfy: bool) -> None:
    """Print what is said of clean text outside of code, and how long that takes."""
    alarms = changed = lines = 0
    seconds = ftfy_seconds = 0.0
    size = 0
    for name, text in texts:
        document = parse(decode(text.encode(), name))
        suspects = [line for line in text.split("\n") if not line.isascii()]
        lines += len(suspects)
        size += len(text.encode())
        start = time.process_time()
        found = detect(document.text, document.code)
        seconds += time.process_time() - start
        alarms += len(found)
        for damage in found:
            print(f"false alarm in {name}: {document.source.slice(damage.span)!r:.90}")
        if beside_ftfy:
            from ftfy import fix_text

            start = time.process_time()
            changed += sum(fix_text(line) != line for line in suspects)
            ftfy_seconds += time.process_time() - start
    speed, ftfy_speed = (1e9 * each / size for each in (seconds, ftfy_seconds))
    print(f"clean: {lines} lines that are not ASCII, {alarms} false alarms, {speed:.0f} ms/MB")
    if beside_ftfy:
        print(f"ftfy changes {changed} of them, {ftfy_speed:.0f} ms/MB")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, help="clean lists, or folders of them")
    parser.add_argument("--quick", action="store_true", help="a part of each text, and fewer languages")
    parser.add_argument("--examples", action="store_true", help="show the lines that were restored wrongly")
    options = parser.parse_args()
    beside_ftfy = find_spec("ftfy") is not None
    judge = Judge(shows_examples=options.examples)
    of_lists = [text for text in lists(options.paths) if not text.text.isascii()]
    of_languages = [*messages(QUICK_LANGUAGES if options.quick else LANGUAGES)]
    for title, texts, size in (
        ("Lists", of_lists, QUICK_CHARACTERS),
        ("Messages of programs in many languages", of_languages, QUICK_CHARACTERS // 4),
    ):
        if texts:
            characters = sum(len(text.text) for text in texts)
            print(f"\n{title}: {len(texts)} texts, {characters / 1e6:.1f} million characters\n")
            false_alarms(texts, beside_ftfy=beside_ftfy)
            shown = [CleanText(text.name, text.text[:size]) for text in texts] if options.quick else texts
            if guesses_are_available():
                measure_guesses(shown)
            measure(shown, 8 if options.quick else 40, judge, beside_ftfy=beside_ftfy)


if __name__ == "__main__":
    main()
