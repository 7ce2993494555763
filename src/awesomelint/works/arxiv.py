"""arXiv's identifiers (https://info.arxiv.org/help/arxiv_identifier.html), in every address that holds one.

An identifier is `YYMM.NNNN` from April 2007, `YYMM.NNNNN` from January 2015, and `archive/YYMMNNN` before;
the month is that of the announcement.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from awesomelint.values.edits import one_edit_away
from awesomelint.values.urls import UrlFault
from awesomelint.works.work import Work

_FIRST_NEW_MONTH, _FIRST_FIVE_DIGIT_MONTH, _LAST_NEW_MONTH = 704, 1501, 9012
_FIRST_OLD_YEAR = 91

_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs"
    "|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol"
    "|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con"
)
_PREFIX = re.compile(r"arxiv:", re.IGNORECASE)
_NEW = re.compile(r"(\d+)\.(\d+)", re.ASCII)
_DOTLESS = re.compile(r"(\d{4})(\d{5})(?!\d)", re.ASCII)
_OLD = re.compile(rf"({_ARCHIVES})(?:\.[A-Za-z-]{{2,12}})?/?(\d{{4}})(\d{{3}})(?!\d)", re.ASCII)
_VERSION = re.compile(r"v([1-9]\d{0,2})(?!\w)", re.ASCII)
_SUFFIX = re.compile(r"\.(?:pdf|html?|ps\.gz|ps|txt)(?![\w.])", re.IGNORECASE)

_PAGE = re.compile(r"/([A-Za-z-]+)(/+)")
_PAPER_PAGES = frozenset(("abs", "pdf", "html", "ps", "format", "e-print", "src", "bibtex", "papers"))
_FILE_PAGES = frozenset(("pdf", "ps"))
_FTP = re.compile(r"/ftp/arxiv/papers/\d{4}/")
_OLD_FTP = re.compile(r"/ftp/([a-z-]+)/papers/\d{4}/(\d{7})(?:v\d+)?\.\w+")
_MIRRORS = frozenset(("arxiv.org", "ar5iv.org", "arxiv-vanity.com", "xxx.itp.ac.cn", "xxx.lanl.gov"))
_READERS = {
    "alphaxiv.org": re.compile(r"/(?:[a-z]{2}/)?(?:abs|overview|pdf|resources)/"),
    "api.semanticscholar.org": re.compile(r"/(?=arxiv:)", re.IGNORECASE),
    "doi.org": re.compile(r"/10\.48550/arxiv\.", re.IGNORECASE),
    "dx.doi.org": re.compile(r"/10\.48550/arxiv\.", re.IGNORECASE),
    "hf-mirror.com": re.compile(r"/papers/"),
    "hf.co": re.compile(r"/papers/"),
    "huggingface.co": re.compile(r"/papers/"),
    "semanticscholar.org": re.compile(r"/arxiv/"),
}
"""Sites that show arXiv's papers, and what stands before the identifier there."""


class Reading(NamedTuple):
    """What an address says: the paper where it can be told, and what is wrong with the address."""

    id: str | None
    version: int | None = None
    faults: tuple[UrlFault, ...] = ()


_NO_PAPER = Reading(None)
_NAMES_NONE = "names no arXiv paper"


def read_arxiv(host: str, path: str) -> Reading:
    """The arXiv paper that a host (without `www.`) and a path name; places of faults count in the path."""
    if host in _MIRRORS or host.endswith(".arxiv.org"):
        return _read_path(path)
    reader = _READERS.get(host)
    before = reader and reader.match(path)
    return (before and _read_identifier(path, before.end())) or _NO_PAPER


def arxiv_work(reading: Reading, fragment: str) -> Work | None:
    """The paper that was read."""
    if reading.id is None:
        return None
    digits = reading.id.rpartition("/")[2]
    year, month = int(digits[:2]), int(digits[2:4])
    century = 1900 if "/" in reading.id and year >= _FIRST_OLD_YEAR else 2000
    url = f"https://arxiv.org/abs/{reading.id}"
    return Work("arxiv", reading.id, url, reading.version, fragment, century + year, month)


def _read_path(path: str) -> Reading:
    if old := _OLD_FTP.fullmatch(path):
        reading = _read_identifier(f"{old[1]}/{old[2]}", 0)
        return Reading(reading.id) if reading else _NO_PAPER
    if ftp := _FTP.match(path):
        return _read_identifier(path, ftp.end(), is_file=True) or _NO_PAPER
    page = _PAGE.match(path)
    if page is None:
        return _read_bare_path(path)
    name = page[1].lower()
    reading = _read_identifier(path, page.end(), is_file=name in _FILE_PAGES)
    if reading is None and name in ("abs", "pdf"):
        return _with_fault(_NO_PAPER, _NAMES_NONE, (page.end(), len(path)), None)
    if reading is None:
        return _NO_PAPER
    if name not in _PAPER_PAGES:
        return _with_known_page(reading, page)
    if len(page[2]) > 1 and reading.id:
        return _with_fault(reading, "has two slashes before its arXiv identifier", page.span(2), "/")
    return reading


def _read_bare_path(path: str) -> Reading:
    """`/2503.19881` and `/abs`."""
    if path in ("/abs", "/pdf"):
        return _with_fault(_NO_PAPER, _NAMES_NONE, (0, len(path)), None)
    reading = _read_identifier(path, 1, is_file=True)
    if reading is None or reading.id is None:
        return _NO_PAPER
    page = "pdf/" if path.endswith(".pdf") else "abs/"
    return _with_fault(reading, f"has no `{page}` before its arXiv identifier", (1, 1), page)


def _with_known_page(reading: Reading, page: re.Match[str]) -> Reading:
    """`/abd/2412.04463` means `abs`; an unknown page is no fault."""
    meant = next(
        (name for name in ("abs", "pdf", "html") if page[1].lower() in one_edit_away(name) | {name}), None
    )
    if reading.id is None or meant is None:
        return _NO_PAPER
    return _with_fault(reading, f"says `{page[1]}` instead of `{meant}`", page.span(1), meant)


def _with_fault(reading: Reading, reason: str, span: tuple[int, int], replacement: str | None) -> Reading:
    fault = UrlFault("identifier", reason, *span, replacement, is_certain=replacement is not None)
    return reading._replace(faults=(fault, *reading.faults))


def _read_identifier(text: str, start: int, *, is_file: bool = False) -> Reading | None:
    """The identifier that begins at `start`, None where none does; `is_file` where `.pdf` may follow it."""
    if prefix := _PREFIX.match(text, start):
        start = prefix.end()
    if new := _NEW.match(text, start):
        if problem := _problem_of_new(new[1], new[2]):
            return _with_fault(_NO_PAPER, problem, new.span(), None)
        return _read_tail(text, new.end(), Reading(new[0]), is_file=is_file)
    if old := _OLD.match(text, start):
        if problem := _problem_of_old(old[2]):
            return _with_fault(_NO_PAPER, problem, old.span(), None)
        return _read_tail(text, old.end(), Reading(f"{old[1]}/{old[2]}{old[3]}"), is_file=is_file)
    dotless = _DOTLESS.match(text, start)
    if dotless is None or _problem_of_new(dotless[1], dotless[2]):
        return None
    place = dotless.start(2)
    fault = UrlFault("identifier", "has no dot in its arXiv identifier", place, place, ".")
    reading = Reading(f"{dotless[1]}.{dotless[2]}", None, (fault,))
    return _read_tail(text, dotless.end(), reading, is_file=is_file)


def _problem_of_new(month: str, number: str) -> str | None:
    if len(month) != len("YYMM"):
        return "has an arXiv identifier that does not begin with year and month"
    if not 1 <= int(month[2:]) <= 12:
        return f"has an arXiv identifier of month {month[2:]}"
    if not _FIRST_NEW_MONTH <= int(month) <= _LAST_NEW_MONTH:
        return f"has an arXiv identifier of a time ({month}) when there were none of its form"
    wanted = 4 if int(month) < _FIRST_FIVE_DIGIT_MONTH else 5
    if len(number) != wanted:
        return f"has an arXiv identifier with {len(number)} digits after the dot instead of {wanted}"
    return None


def _problem_of_old(month: str) -> str | None:
    if not 1 <= int(month[2:]) <= 12:
        return f"has an arXiv identifier of month {month[2:]}"
    if _FIRST_NEW_MONTH <= int(month) < _FIRST_OLD_YEAR * 100:
        return f"has an arXiv identifier of a time ({month}) when there were none of its form"
    return None


def _read_tail(text: str, end: int, reading: Reading, *, is_file: bool) -> Reading:
    """What follows the identifier: a version, a suffix, or what does not belong there."""
    if version := _VERSION.match(text, end):
        reading, end = reading._replace(version=int(version[1])), version.end()
    suffix = _SUFFIX.match(text, end)
    if suffix and is_file:
        end = suffix.end()
    elif suffix and not text[suffix.end() :].strip("/"):
        reason = f"has `{suffix[0]}` after its arXiv identifier"
        return _with_fault(reading, reason, suffix.span(), "")
    rest = text[end:]
    if not rest.strip("/"):
        return reading
    if rest[0] == "/" or "http" in rest:
        return _NO_PAPER
    reason = "has a version without a number" if rest == "v" else "goes on after its arXiv identifier"
    is_certain = rest == "v" or not any(character.isalnum() for character in rest)
    fault = UrlFault("identifier", reason, end, len(text), "", is_certain)
    return reading._replace(faults=(*reading.faults, fault))
