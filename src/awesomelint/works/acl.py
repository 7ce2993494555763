"""The ACL Anthology's identifiers (https://aclanthology.org/info/ids/), and the venues they tell.

`2020.acl-main.12` and `2023.findings-emnlp.4` since 2020; before, a letter for the venue, two digits for the
year, one or two for the volume and the rest for the paper: `P18-1234`.
"""

from __future__ import annotations

import re

from awesomelint.values.urls import Url
from awesomelint.works.work import VenueHint, Work

_MODERN = r"\d{4}\.[a-z0-9]+-[a-z0-9]+\.\d+"
_OLD = r"[A-Z]\d\d-\d{4}"
_ID = re.compile(rf"(?:{_MODERN}|{_OLD})", re.IGNORECASE)
_PATH = re.compile(
    rf"/(?:anthology/)?(?:(?:papers|pdf)/(?:[A-Z]/[A-Z]\d\d/)?)?({_MODERN}|{_OLD})(?:v(\d))?(?:\.pdf|\.bib|/\S*)?",
    re.IGNORECASE,
)

_MODERN_VENUES = {
    "aacl": "AACL", "acl": "ACL", "cl": "CL", "coling": "COLING", "conll": "CoNLL", "eacl": "EACL",
    "emnlp": "EMNLP", "ijcnlp": "IJCNLP", "inlg": "INLG", "lrec": "LREC", "naacl": "NAACL",
    "semeval": "SemEval", "sigdial": "SIGDIAL", "starsem": "*SEM", "tacl": "TACL", "wmt": "WMT",
}  # fmt: skip
_JOURNALS = frozenset(("CL", "TACL"))
_MODERN_TRACKS = {
    "main": None, "long": None, "short": None, "1": None,
    "demo": "Demo", "demos": "Demo", "industry": "Industry", "srw": "Student Research Workshop",
    "tutorial": "Tutorial", "tutorials": "Tutorial",
}  # fmt: skip

_OLD_VENUES = {
    "C": "COLING", "D": "EMNLP", "E": "EACL", "I": "IJCNLP", "J": "CL", "K": "CoNLL", "L": "LREC",
    "N": "NAACL", "P": "ACL", "Q": "TACL",
}  # fmt: skip
"""Letters of one venue each; W (workshops), S, H and others were used for several."""
_OLD_MAIN_VOLUMES = {"P": "12", "E": "12", "N": "12", "D": "1", "C": "1", "I": "1"}
"""The other volumes hold demonstrations, tutorials and workshops, in an order that changed every year."""
_FIRST_UNIFORM_YEAR = 2001
"""Before, letters and volumes were used in other ways."""

_JOINT = {
    ("ACL", 2006): ("COLING",),
    ("ACL", 2009): ("IJCNLP",),
    ("ACL", 2015): ("IJCNLP",),
    ("ACL", 2021): ("IJCNLP",),
    ("AACL", 2020): ("IJCNLP",),
    ("AACL", 2022): ("IJCNLP",),
    ("EMNLP", 2007): ("CoNLL",),
    ("EMNLP", 2012): ("CoNLL",),
    ("EMNLP", 2019): ("IJCNLP",),
    ("IJCNLP", 2023): ("AACL",),
    ("IJCNLP", 2025): ("AACL",),
    ("LREC", 2024): ("COLING",),
}


def acl(url: Url) -> Work | None:
    """The paper that an address at the ACL Anthology names."""
    found = _PATH.fullmatch(url.path)
    if found is None:
        return None
    return acl_work(found[1], version=int(found[2]) if found[2] else None, fragment=url.fragment)


def acl_work(identifier: str, *, version: int | None = None, fragment: str = "") -> Work | None:
    """The paper that an identifier names."""
    if not _ID.fullmatch(identifier):
        return None
    is_old = identifier[4] != "."
    identifier = identifier.upper() if is_old else identifier.lower()
    year = _old_year(identifier) if is_old else int(identifier[:4])
    venue = _old_venue(identifier, year) if is_old else _modern_venue(identifier, year)
    address = f"https://aclanthology.org/{identifier}/"
    return Work("acl", identifier, address, version, fragment, year, venue=venue)


def _old_year(identifier: str) -> int:
    year = int(identifier[1:3])
    return year + (1900 if year > 50 else 2000)


def _old_venue(identifier: str, year: int) -> VenueHint | None:
    letter, volume = identifier[0], identifier[4]
    name = _OLD_VENUES.get(letter)
    if name is None or year < _FIRST_UNIFORM_YEAR or volume not in _OLD_MAIN_VOLUMES.get(letter, volume):
        return None
    return _hint(name, year, None)


def _modern_venue(identifier: str, year: int) -> VenueHint | None:
    slug, _, volume = identifier[5:].partition(".")[0].partition("-")
    if slug == "findings":
        name = _MODERN_VENUES.get(volume)
        return _hint(name, year, "Findings") if name else None
    name = _MODERN_VENUES.get(slug)
    is_told = volume in _MODERN_TRACKS or name in _JOURNALS
    return _hint(name, year, _MODERN_TRACKS.get(volume)) if name and is_told else None


def _hint(name: str, year: int, track: str | None) -> VenueHint:
    return VenueHint(name, year, track, _JOINT.get((name, year), ()))
