"""Papers in libraries that hold those of many venues: OpenReview, IEEE Xplore, ACM, Semantic Scholar …"""

from __future__ import annotations

import re

from awesomelint.values.urls import Url
from awesomelint.works.proceedings import paper
from awesomelint.works.work import Work

_OPENREVIEW_ID = re.compile(r"[\w-]{5,20}", re.ASCII)
_OPENREVIEW_FILE = re.compile(r"/pdf/([0-9a-f]{40})(?:\.pdf)?")
_IEEE = re.compile(r"/(?:abstract/|xpl/)?document/(\d{4,9})(?:/.*)?")
_IEEE_FILE = re.compile(r"/iel\w+/\d+/\d+/(\d{4,9})\.pdf")
_ACM_NUMBER = re.compile(r"(?:\d+\.)?(\d{4,9})")
_CORPUS_ID = re.compile(r"/corpusid:(\d{1,12})/?", re.IGNORECASE)
_SEMANTIC_SCHOLAR = re.compile(r"/(?:paper|reader)/(?:[^/]*/)?([0-9a-f]{40})(?:/.*)?")
_PII = re.compile(r"/science/article/(?:abs/|am/)?pii/([A-Z0-9]{10,20})(?:/.*)?", re.IGNORECASE)
_PUBMED = re.compile(r"/(?:pubmed/)?(\d{1,9})/?")
_PMC = re.compile(r"/(?:pmc/)?articles/(PMC\d{1,9})(?:/.*)?", re.IGNORECASE)


def openreview(url: Url) -> Work | None:
    """A submission; its page, its PDF and its attached PDF are one work, other attachments are none."""
    if found := _OPENREVIEW_FILE.fullmatch(url.path):
        return paper(
            "openreview", f"pdf/{found[1]}", f"https://openreview.net/pdf/{found[1]}.pdf", url.fragment
        )
    is_page = url.path in ("/forum", "/pdf") or (url.path == "/attachment" and url.parameter("name") == "pdf")
    name = url.parameter("id")
    if not (is_page and _OPENREVIEW_ID.fullmatch(name)):
        return None
    return paper("openreview", name, f"https://openreview.net/forum?id={name}", url.fragment)


def ieee(url: Url) -> Work | None:
    """An article of IEEE Xplore."""
    found = _IEEE.fullmatch(url.path) or _IEEE_FILE.fullmatch(url.path)
    number = found[1] if found else url.parameter("arnumber")
    if not (number.isdecimal() and number.strip("0")):
        return None
    number = number.lstrip("0")
    return paper("ieee", number, f"https://ieeexplore.ieee.org/document/{number}", url.fragment)


def acm(url: Url) -> Work | None:
    """An article of the ACM Digital Library by its old number."""
    found = _ACM_NUMBER.fullmatch(url.parameter("id"))
    if found is None or url.path not in ("/citation.cfm", "/ft_gateway.cfm"):
        return None
    return paper("acm", found[1], f"https://dl.acm.org/citation.cfm?id={found[1]}", url.fragment)


def semantic_scholar(url: Url) -> Work | None:
    """A paper by its number in the corpus, or by its hash: the address does not tell that both are one."""
    if found := _CORPUS_ID.fullmatch(url.path):
        name = f"CorpusID:{found[1]}"
        return paper("semanticscholar", name, f"https://api.semanticscholar.org/{name}", url.fragment)
    found = _SEMANTIC_SCHOLAR.fullmatch(url.path)
    if found is None:
        return None
    return paper(
        "semanticscholar", found[1], f"https://www.semanticscholar.org/paper/{found[1]}", url.fragment
    )


def science_direct(url: Url) -> Work | None:
    """An article of Elsevier's by its publisher item identifier."""
    found = _PII.fullmatch(url.path)
    if found is None:
        return None
    name = found[1].upper()
    return paper(
        "sciencedirect", name, f"https://www.sciencedirect.com/science/article/pii/{name}", url.fragment
    )


def pubmed(url: Url) -> Work | None:
    """An article in PubMed or PubMed Central, whose numbers differ."""
    if found := _PMC.fullmatch(url.path):
        name = found[1].upper()
        return paper("pubmed", name, f"https://pmc.ncbi.nlm.nih.gov/articles/{name}/", url.fragment)
    found = _PUBMED.fullmatch(url.path)
    if found is None or (url.site == "ncbi.nlm.nih.gov" and not url.path.startswith("/pubmed/")):
        return None
    return paper("pubmed", found[1], f"https://pubmed.ncbi.nlm.nih.gov/{found[1]}/", url.fragment)
