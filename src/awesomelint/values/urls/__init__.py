"""URLs: their parts in normal form, and what is wrong with their shape."""

from awesomelint.values.urls.ends import swallowed_text
from awesomelint.values.urls.faults import UrlFault, UrlFaultKind, repaired
from awesomelint.values.urls.find import find_url_faults
from awesomelint.values.urls.parts import TRACKING_PARAMETERS, Url, split_url, without_tracking
from awesomelint.values.urls.scheme import missing_scheme

__all__ = [
    "TRACKING_PARAMETERS",
    "Url",
    "UrlFault",
    "UrlFaultKind",
    "find_url_faults",
    "missing_scheme",
    "repaired",
    "split_url",
    "swallowed_text",
    "without_tracking",
]
