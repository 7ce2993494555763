"""What to write instead of a URL that moved."""

from __future__ import annotations

import re

from awesomelint.facts.web.urls import BadUrl, parse_url

_HTTP = re.compile(r"(?i)http:")


def replacement(url: str, final_url: str) -> tuple[str, bool]:
    """The new URL, and whether it certainly is the same page.

    That is so where only the scheme became https or a final slash came or went; then the URL's own spelling
    is kept. The fragment is kept unless the new place has one of its own.
    """
    bare, mark, fragment = url.partition("#")
    final, final_mark, final_fragment = final_url.partition("#")
    tail = f"#{final_fragment}" if final_mark else mark + fragment
    same = next((respelt for respelt in _respellings(bare) if _normal(respelt) == final), None)
    if same is not None and tail in {"", mark + fragment}:
        return same + mark + fragment, True
    return final + tail, False


def _normal(url: str) -> str:
    try:
        return parse_url(url).url
    except BadUrl:
        return ""


def _respellings(url: str) -> list[str]:
    secure = [_HTTP.sub("https:", url, count=1)] if _HTTP.match(url) else []
    path, question, query = url.partition("?")
    other_slash = (path.removesuffix("/") if path.endswith("/") else f"{path}/") + question + query
    return [*secure, other_slash, *(_HTTP.sub("https:", other_slash, count=1) for _ in secure)]
