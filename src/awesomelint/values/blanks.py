"""What lists write where they have nothing to say."""

from __future__ import annotations

_WORDS = frozenset(
    (
        "null", "none", "nil", "nan", "n/a", "n.a", "na", "n / a", "not available", "unavailable",
        "unknown", "unk", "tbd", "tba", "tbc", "tbu", "todo", "to be announced", "to be determined",
        "coming soon", "missing", "empty", "no", "not yet",
        "not released", "did not look for it yet", "in construction", "under construction",
        "无", "暂无", "未知", "未公开", "待定", "待补充", "待更新", "未开源", "尚未公开", "空",
        "なし", "不明", "未定", "非公開", "該当なし",
        "없음", "미정", "미공개", "알 수 없음",
    )
)  # fmt: skip
_MARKS = frozenset("-–—−‐‑‒―_~～/\\|.…·•*?？!×✗✘✖❌❎❓⚠✔✅☑△○◯x✕⭐☆★\ufe0f ()[]<>")


def is_blank_marker(text: str) -> bool:
    """Whether a cell, without its markup, says nothing: empty, `-`, `/`, `null`, `N/A`, `TBD`, `？`, `✘`.

    Signs that stand for yes, no or a rank (`✔`, `⭐️`) count as well: they are no title, venue, date or link.
    """
    bare = text.strip().casefold()
    return all(sign in _MARKS for sign in bare) or bare.strip(" .()[]<>") in _WORDS
