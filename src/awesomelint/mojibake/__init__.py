"""Text that went through the wrong code page: what happened to it, and what it was.

- `detect(text, skip)` finds the damaged lines and what they stand for.
- `restore(text, found, memory)` says how each of them is restored with certainty.
- `fill_line(line, runs)` guesses what was lost, where the optional extra is installed.
- `likely_encoding(data)` says what bytes that are not UTF-8 are written in.

What each of them stands on:

- `detect` asks three finders: `utf8_as_page`, whose page is voted on (`election`, by `readings`: `shapes`
  weighed by `gain`); `utf8_as_multibyte` for whole lines, with `multibyte_parts` for the rest, both weighed
  by `multibyte_gain`; and `legacy_as_page`.
- The way from a line to what it stands for is `multibyte_reading` (its bytes), `multibyte_pieces` (their
  characters) and `multibyte_runs`.
- What writing looks like is known by `oddity` (neighbours), `surprise` (bits) and `frequent` (Han).
- `restore` asks `history` for what stood there, and that `recall` for whole lines.
- `fill_line`, in `guesses`, fills in Han characters by a `lattice` of the words in `vocabulary` and
  `manuals`, and others by `signs` and `sign_places`.
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
