"""File-name patterns: `*` and `?` stay inside one folder, `**` crosses folders."""

from __future__ import annotations

from fnmatch import fnmatchcase


def matches(pattern: str, path: str) -> bool:
    """Whether a path with `/`, or one of the folders that it lies in, is meant by a pattern.

    A pattern without `/` means a file or a folder of that name anywhere: `vendor` and `*.zh.md`. One with `/`
    counts from the folder that both are relative to: `docs/*.md`, `**/old/**`.
    """
    parts = [part for part in path.split("/") if part not in ("", ".")]
    wanted = [part for part in pattern.split("/") if part not in ("", ".")]
    if not wanted:
        return False
    if "/" not in pattern.rstrip("/"):
        return any(fnmatchcase(part, wanted[0]) for part in parts)
    return _starts_with(parts, wanted)


def _starts_with(parts: list[str], wanted: list[str]) -> bool:
    """Whether the first parts are what is wanted; the rest then lies below a folder that is meant."""
    reached = {0}
    for part in [*parts, None]:
        stack, reached_here = list(reached), set(reached)
        while stack:
            index = stack.pop()
            if index < len(wanted) and wanted[index] == "**" and index + 1 not in reached_here:
                reached_here.add(index + 1)
                stack.append(index + 1)
        if len(wanted) in reached_here:
            return True
        if part is None:
            return False
        reached = {i for i in reached_here if wanted[i] == "**"}
        reached |= {i + 1 for i in reached_here if wanted[i] != "**" and fnmatchcase(part, wanted[i])}
    return False
