"""Videos."""

from __future__ import annotations

import re

from awesomelint.values.urls import Url
from awesomelint.works.work import Work

_ID = re.compile(r"[\w-]{11}", re.ASCII)
_ROOMS = frozenset(("embed", "live", "shorts", "v"))


def youtube(url: Url) -> Work | None:
    """A video of YouTube; playlists and channels are pages."""
    parts = url.segments
    if url.site == "youtu.be" and len(parts) == 1:
        name = parts[0]
    elif parts == ["watch"]:
        name = url.parameter("v")
    elif len(parts) == 2 and parts[0] in _ROOMS:
        name = parts[1]
    else:
        return None
    if not _ID.fullmatch(name):
        return None
    moment = url.parameter("t") or url.parameter("start")
    fragment = f"t={moment}" if moment.strip("0s") else url.fragment
    return Work("youtube", name, f"https://www.youtube.com/watch?v={name}", fragment=fragment)
