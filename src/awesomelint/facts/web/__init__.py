"""What the web says about a list's links: the one door to it.

`answer` takes what rules want to know and gives what was found out. Nothing else of the program opens a
socket. The modules behind it are loaded when it is called: they are not needed offline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from awesomelint.facts.web.settings import HostManners, Progress, WebSettings, settings_from_environment

if TYPE_CHECKING:
    from awesomelint.facts.web.history import History
    from awesomelint.needs import Answers, Need
    from awesomelint.results import LinkCounts

__all__ = ["HostManners", "Progress", "WebSettings", "answer", "recall", "settings_from_environment"]


def answer(
    needs: Iterable[Need],
    settings: WebSettings,
    progress: Callable[[Progress], None] | None = None,
    history: History | None = None,
) -> tuple[Answers, LinkCounts]:
    """Ask the web, each URL once, and say how far that came.

    With a `history` (see `history.open_history`) fresh good answers are not asked for again, and a link that
    does not answer in one run after the other is dead in the end; answers are written into it as they come.
    `progress` is called a few times a second. An interrupt (Ctrl-C) ends the run within a second; what is
    known by then is returned, with `LinkCounts.interrupted` set.
    """
    from awesomelint.facts.web.answering import answer as answer_now

    return answer_now(needs, settings, progress, history)


def recall(
    needs: Iterable[Need], settings: WebSettings, history: History | None
) -> tuple[Answers, LinkCounts]:
    """What earlier runs have found out, however long ago; nobody is asked."""
    from awesomelint.facts.web.answering import recall as recall_now

    return recall_now(needs, settings, history)
