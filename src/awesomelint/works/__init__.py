"""What a link points at: papers, repositories, models, pages."""

from awesomelint.works.work import VenueHint, Work, WorkKind

__all__ = ["VenueHint", "Work", "WorkKind"]
