"""YouTube's oEmbed (https://oembed.com): is there such a video? Its page answers 200 for every identifier."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.providers.api import read_json
from awesomelint.facts.web.providers.provider import Facts, Provider, gone, there
from awesomelint.works import identify


class YouTube(Provider):
    """Videos by their identifier. A private one, or one that must not be embedded, says nothing: 401, 403."""

    name = "youtube"
    title = "YouTube's oEmbed"
    hosts = frozenset(
        {"youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be", "www.youtube-nocookie.com"}
    )
    threads = 2

    def key(self, url: str) -> str | None:
        """The video's identifier; playlists and channels have none."""
        work = identify(url)
        return work.id if work is not None and work.kind == "youtube" else None

    def ask(self, keys: Sequence[str]) -> dict[str, Facts | None]:
        """As `Provider.ask`."""
        (key,) = keys
        page = quote(f"https://www.youtube.com/watch?v={key}", safe="")
        result = self.api.get(f"/oembed?url={page}&format=json")
        if result.status == 404:
            return {key: None}
        is_video = result.status == 200 and isinstance(read_json(result), dict)
        return {key: {}} if is_video else {}

    def outcome(self, url: str, facts: Facts | None) -> Outcome | None:
        """As `Provider.outcome`."""
        return gone("YouTube has no such video") if facts is None else there("YouTube has the video")
