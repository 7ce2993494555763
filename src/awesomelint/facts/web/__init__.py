"""What the web says about a list's links: the one door to it.

`answer` takes what rules want to know and gives what was found out. Nothing else of the program opens a
socket. The modules behind it are loaded when it is called: they are not needed offline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from awesomelint.facts.web.settings import Progress, WebSettings

if TYPE_CHECKING:
    from awesomelint.needs import Answers, Need
    from awesomelint.results import LinkCounts

__all__ = ["Progress", "WebSettings", "answer"]


def answer(
    needs: Iterable[Need], settings: WebSettings, progress: Callable[[Progress], None] | None = None
) -> tuple[Answers, LinkCounts]:
    """Ask the web, each URL once, and say how far that came.

    `progress` is called a few times a second. An interrupt (Ctrl-C) ends the run within a second; what is
    known by then is returned, with `LinkCounts.interrupted` set.
    """
    from awesomelint.facts.web.answering import answer as answer_now

    return answer_now(needs, settings, progress)
