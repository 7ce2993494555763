"""Punctuation, kana, symbols and emoji: which of them lists use, and which close or open a pair."""

from __future__ import annotations

from collections.abc import Iterable

from awesomelint.mojibake.sign_places import fit

_PUNCTUATION = "\ufe0f、。，：）”！」】』》；？“’‘（《【『「…—–·～"
_KANA = (
    "のにるたをはしがでといなてもかれらっすあさこりまうくよきけどじだつみめえおせちろひほねむふゆやわびばべごぶづげぎ"
    "ーンスルトリアイラクロドジテタレマシフプコグバカサデッナメパムキオビウブツチャニュョケセソダネミモエハゲベポペヒ"
)
_SYMBOLS = "─│├└┐┌┘┤┬┴┼→✅❌⭐✨➕❗❓⚡←↑↓★☆●■✔✓✖⚙☁▶•™©®²³°×÷≈≥≤"
_EMOJI = (
    "🎉🚀🔥📝📚🌟💡🔍🌐🤝👍🏆🎓📍🎯🤖🤗📊📈📖📌🐍🎨🎥🎬🎮🎵🎤🎧🏥📎📏📐📅📁📂📜📦📣📢📱🌍🌎🌏🌈🌱🌳🍀🎁"
    "🏁🏃🏗🏛🏠🏢🏷🐛🐞🐙🐱🐼👀👉👇👋👏👑👤👥👨👩💎💬💰💻💼📃📄📋📑📕📗📘📙📡📷🔄🔊🔎🔐🔒🔔🔗🔧🔨🔬🔮🔴"
    "🕐🕒🖥🖼🗂🗃🗄🗓🗣🗺😀😁😂😃😄😅😆😉😊😍😎😢😭🙂🙌🙏🚧🚨🛠🛡🤔🥇🥈🥉🥳🦀🦄🦙🦜🧠🧩🧪🧰🧵"
)
_MARKS = "⬆⬅⬇†‡♠♣♥♦♡♢⚖↳∗"
SIGNS = _PUNCTUATION + _KANA + _SYMBOLS + _EMOJI + _MARKS
"""Signs that lists use; of those that can look alike when bytes are lost, the commoner ones first."""
_RANKS = {sign: rank for rank, sign in enumerate(SIGNS)}
_CLOSING = dict(zip("“‘《（【『「", "”’》）】』」", strict=True))
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_FIT = 1000.0
"""Where a sign stands counts more than how common it is."""
_NEAR = 40
"""A pair is looked for within so many characters."""


def rank(sign: str) -> int:
    """How many signs are commoner in lists."""
    return _RANKS.get(sign, len(SIGNS))


def likelihoods(candidates: Iterable[str], before: str, after: str) -> dict[str, float]:
    """The signs among some candidates, each with a logarithm of how likely it stands between two texts.

    Half of a pair whose other half stands alone nearby is the only one.
    """
    known = [each for each in candidates if each in _RANKS]
    wanted = [each for each in known if each in (_closing(before), _opening(after))]
    return {each: _FIT * fit(each, before, after) - _RANKS[each] for each in wanted or known}


def _closing(before: str) -> str:
    """What closes the pair that the text before has opened."""
    for character in reversed(before[-_NEAR:]):
        if character in _CLOSING:
            return _CLOSING[character]
        if character in _OPENING:
            break
    return ""


def _opening(after: str) -> str:
    """What opens the pair that the text after closes."""
    for character in after[:_NEAR]:
        if character in _OPENING:
            return _OPENING[character]
        if character in _CLOSING:
            break
    return ""
