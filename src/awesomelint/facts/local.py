"""What is known without the web: from the folder of a list and from git."""

from __future__ import annotations

from collections.abc import Sequence

from awesomelint.facts.git import history
from awesomelint.facts.tracked import look_up_tracked
from awesomelint.facts.tree import look_up_fragments, look_up_paths
from awesomelint.needs import Answers, FragmentsNeed, HistoryNeed, LocalNeed, PathNeed, TrackedNeed


def look_up_locally(needs: Sequence[LocalNeed]) -> Answers:
    """The answers to those needs that can be answered."""
    return Answers(
        paths=look_up_paths(need for need in needs if isinstance(need, PathNeed)),
        histories={need: history(need.list_path) for need in needs if isinstance(need, HistoryNeed)},
        tracked=look_up_tracked(need for need in needs if isinstance(need, TrackedNeed)),
        fragments=look_up_fragments(need for need in needs if isinstance(need, FragmentsNeed)),
    )
