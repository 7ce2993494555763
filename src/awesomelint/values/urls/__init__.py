"""URLs: their parts in normal form, and what is wrong with their shape."""

from awesomelint.values.urls.canonical import (
    ArxivForm,
    arxiv_form,
    current_doi,
    is_secure_site,
    without_foreign_tracking,
)
from awesomelint.values.urls.ends import swallowed_text
from awesomelint.values.urls.faults import UrlFault, UrlFaultKind, repaired
from awesomelint.values.urls.find import find_url_faults
from awesomelint.values.urls.parts import TRACKING_PARAMETERS, Url, split_url, without_tracking
from awesomelint.values.urls.scheme import missing_scheme

__all__ = [
    "TRACKING_PARAMETERS",
    "ArxivForm",
    "Url",
    "UrlFault",
    "UrlFaultKind",
    "arxiv_form",
    "current_doi",
    "find_url_faults",
    "is_secure_site",
    "missing_scheme",
    "repaired",
    "split_url",
    "swallowed_text",
    "without_foreign_tracking",
    "without_tracking",
]
