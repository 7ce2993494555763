"""What a link points at: papers, repositories, models, videos, pages."""

from awesomelint.works.identify import check_identifier, identify
from awesomelint.works.work import PAPER_KINDS, REPOSITORY_KINDS, VenueHint, Work, WorkKind

__all__ = [
    "PAPER_KINDS",
    "REPOSITORY_KINDS",
    "VenueHint",
    "Work",
    "WorkKind",
    "check_identifier",
    "identify",
]
