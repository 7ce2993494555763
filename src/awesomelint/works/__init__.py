"""What a link points at: papers, repositories, models, videos, pages."""

from awesomelint.works.arxiv_pace import announcement_day
from awesomelint.works.identify import check_identifier, identify
from awesomelint.works.work import PAPER_KINDS, REPOSITORY_KINDS, VenueHint, Work, WorkKind

__all__ = [
    "PAPER_KINDS",
    "REPOSITORY_KINDS",
    "VenueHint",
    "Work",
    "WorkKind",
    "announcement_day",
    "check_identifier",
    "identify",
]
