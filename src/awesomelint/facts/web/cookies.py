"""The cookies of one link: some hosts redirect until they get theirs back."""

from __future__ import annotations

from collections.abc import Iterable
from email.message import Message
from http.cookiejar import CookieJar
from typing import Any
from urllib.request import Request


class _Answer:
    """As much of an answer as `CookieJar` looks at."""

    def __init__(self, values: Iterable[str]) -> None:
        self._headers = Message()
        for value in values:
            self._headers["Set-Cookie"] = value

    def info(self) -> Message:
        return self._headers


class Cookies:
    """What hosts have set on the way of a link; forgotten with it."""

    def __init__(self) -> None:
        self._jar: CookieJar | None = None

    def keep(self, url: str, values: Iterable[str]) -> None:
        """Take the values of an answer's `Set-Cookie` headers."""
        if self._jar is None:
            self._jar = CookieJar()
        answer: Any = _Answer(values)
        self._jar.extract_cookies(answer, Request(url))  # noqa: S310  never opened

    def header(self, url: str) -> str:
        """The `Cookie` header for a URL, or nothing."""
        if self._jar is None:
            return ""
        request = Request(url)  # noqa: S310  never opened
        self._jar.add_cookie_header(request)
        return request.get_header("Cookie") or ""
