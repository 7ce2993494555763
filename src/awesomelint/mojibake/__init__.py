"""Text that went through the wrong code page: what happened to it, and what it was.

- `detect(text, skip)` finds the damaged lines and what they stand for.
- `restore(text, found, memory)` says how each of them is restored with certainty.
- `fill_line(line, runs)` guesses what was lost, where the optional extra is installed.
- `likely_encoding(data)` says what bytes that are not UTF-8 are written in.
"""

from awesomelint.mojibake.channels import Channel, Layers, describe, garble
from awesomelint.mojibake.damage import HOLE, Damage, Hole, Run, changed_part
from awesomelint.mojibake.detect import detect
from awesomelint.mojibake.encodings import LikelyEncoding, likely_encoding, wide_encoding
from awesomelint.mojibake.guesses import CERTAIN, Filled, commonest_first, fill_line, is_simplified
from awesomelint.mojibake.history import Memory
from awesomelint.mojibake.lattice import Guess
from awesomelint.mojibake.recall import Recalled
from awesomelint.mojibake.restore import Restored, restore
from awesomelint.mojibake.vocabulary import is_available as guesses_are_available

__all__ = [
    "CERTAIN",
    "HOLE",
    "Channel",
    "Damage",
    "Filled",
    "Guess",
    "Hole",
    "Layers",
    "LikelyEncoding",
    "Memory",
    "Recalled",
    "Restored",
    "Run",
    "changed_part",
    "commonest_first",
    "describe",
    "detect",
    "fill_line",
    "garble",
    "guesses_are_available",
    "is_simplified",
    "likely_encoding",
    "restore",
    "wide_encoding",
]
