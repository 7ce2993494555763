"""Papers in conferences' and societies' own collections, and the venues that the addresses tell."""

from __future__ import annotations

import re

from awesomelint.values.urls import Url
from awesomelint.works.work import VenueHint, Work, WorkKind

_HASH = re.compile(
    r"/(?:paper_files/)?paper/(\d{4})/(?:hash|file)/([0-9a-f]{32})-(?:Abstract|Paper)((?:-[\w-]+)?)\.(?:html|pdf)"
)
_NUMBERED = re.compile(r"/paper/(\d{2,5})-[\w-]+?(?:\.pdf|\.html)?/?")
_HASH_SITES: dict[str, tuple[WorkKind, str, str]] = {
    "papers.neurips.cc": ("neurips", "NeurIPS", "proceedings.neurips.cc"),
    "papers.nips.cc": ("neurips", "NeurIPS", "proceedings.neurips.cc"),
    "proceedings.iclr.cc": ("iclr", "ICLR", "proceedings.iclr.cc"),
    "proceedings.mlsys.org": ("mlsys", "MLSys", "proceedings.mlsys.org"),
    "proceedings.neurips.cc": ("neurips", "NeurIPS", "proceedings.neurips.cc"),
    "datasets-benchmarks-proceedings.neurips.cc":
        ("neurips", "NeurIPS", "datasets-benchmarks-proceedings.neurips.cc"),
}  # fmt: skip

_CVF_PAGE = re.compile(
    r"(?:/openaccess)?(/content[_/]\w+(?:/[\w-]+)?/)(?:papers|html)(/(?:[\w-]+/)?)"
    r"([^/]+_(?:(?:CVPR|ICCV|WACV|ACCV|ECCV)W?_\d{4}|\d{4}_(?:CVPR|ICCV))_paper)\.(?:pdf|html)",
    re.IGNORECASE,
)
_CVF_VENUE = re.compile(r"(CVPR|ICCV|WACV|ACCV|ECCV)(W?)", re.IGNORECASE)
_ECVA = re.compile(
    r"/papers/eccv_(\d{4})/papers_ECCV/(?:papers/(\d{1,12})\.pdf|html/(\d{1,12})_ECCV_\d{4}_paper\.php)",
    re.IGNORECASE,
)
_SHORTEST_ECVA_PAGE_NUMBER = 9
"""Files were named by volume and page, `123460001.pdf`, and since 2024 by the paper's number, as pages."""

_OJS = re.compile(
    r"(?:/ojs)?/index\.php/(\w+)/article/(?:view|download|viewFile)/(\d+)(?:/.*)?", re.IGNORECASE
)
_OJS_FILE = re.compile(r"/ojs/(\d+)/.*\.pdf")
_OCS = re.compile(
    r"/ocs/index\.php/(\w+)/([A-Z]+)(\d\d|\d{4})/paper/(?:view|viewPaper|viewFile|download)/(\d+)(?:/.*)?"
)
_OJS_VENUES = {"aaai": "AAAI", "aiide": "AIIDE", "hcomp": "HCOMP", "icaps": "ICAPS", "icwsm": "ICWSM"}
_OCS_VENUES = _OJS_VENUES | {"ijcai": "IJCAI"}

_IJCAI_NEW = re.compile(r"/proceedings[/-](\d{4})/(\d{1,6})(?:\.pdf)?/?", re.IGNORECASE)
_IJCAI_OLD = re.compile(r"/proceedings/(\d\d)/papers/(\d{1,6})\.pdf", re.IGNORECASE)
_FIRST_NEW_IJCAI = 2017

_ISCA = re.compile(
    r"/(?:archive/)?interspeech_(\d{4})/(?:(?:abstracts|pdfs)/)?([\w-]+)\.(?:html|pdf)", re.IGNORECASE
)
_RSS = re.compile(r"/rss(\d\d)/(p\d{2,3})\.(?:html|pdf)")
_RSS_BEFORE_FIRST = 2004

_USENIX = re.compile(
    r"/conference/([a-z]+)(\d\d|\d{4})/(?:technical-sessions/)?presentation/([\w-]+)", re.IGNORECASE
)
_USENIX_FILE = re.compile(
    r"/system/files/(?:conference/\w+/)?([a-z]+)(\d\d|\d{4})(?:fall|summer|winter|spring)?[-_]([\w-]+?)(?:_\d)?\.pdf",
    re.IGNORECASE,
)
_USENIX_VENUES = {
    "atc": "USENIX ATC", "fast": "FAST", "hotcloud": "HotCloud", "hotedge": "HotEdge", "hotos": "HotOS",
    "hotstorage": "HotStorage", "lisa": "LISA", "nsdi": "NSDI", "osdi": "OSDI", "raid": "RAID",
    "soups": "SOUPS", "usenixsecurity": "USENIX Security", "woot": "WOOT",
}  # fmt: skip
_NDSS = re.compile(r"/ndss-paper/([\w-]+)/?")
_NDSS_FILE = re.compile(
    r"/wp-content/uploads/(?:\d{4}/\d\d/)?((?:ndss_?(\d{4})|(\d{4})-f?\d+-paper)[\w-]*)\.pdf", re.IGNORECASE
)

_VLDB = re.compile(r"/pvldb/vol(?:ume)?(\d{1,2})/([\w-]+)\.pdf", re.IGNORECASE)
_PVLDB_BEFORE_FIRST = 2007
_JMLR = re.compile(r"/papers/(?:v|volume)(\d{1,2})/([\w-]+?)(?:\.html|\.pdf|/\2\.pdf)")


def paper(kind: WorkKind, name: str, address: str, fragment: str, venue: VenueHint | None = None) -> Work:
    """A paper whose year is that of its venue."""
    return Work(kind, name, address, None, fragment, venue.year if venue else None, venue=venue)


def hashed(url: Url) -> Work | None:
    """NeurIPS, ICLR and MLSys: one software, with a hash for each paper; before that NIPS had numbers."""
    kind, name, home = _HASH_SITES[url.site]
    if numbered := _NUMBERED.fullmatch(url.path):
        return paper(kind, numbered[1], f"https://{url.site}{url.path}", url.fragment, VenueHint(name))
    found = _HASH.fullmatch(url.path)
    if found is None:
        return None
    year, key, kind_of_paper = found.groups()
    is_data = home.startswith("datasets") or kind_of_paper.startswith("-Datasets_and_Benchmarks")
    address = f"https://{home}/paper_files/paper/{year}/hash/{key}-Abstract{kind_of_paper}.html"
    # The hashes of the separate site of 2021 are those of other papers in the main proceedings.
    group = f"{year}-datasets" if home.startswith("datasets") else year
    venue = VenueHint(name, int(year), "Datasets and Benchmarks" if is_data else None)
    return paper(kind, f"{group}/{key}", address, url.fragment, venue)


def cvf(url: Url) -> Work | None:
    """CVPR, ICCV, WACV, ACCV and their workshops, at openaccess.thecvf.com."""
    found = _CVF_PAGE.fullmatch(url.path)
    if found is None:
        return None
    folder, subfolder, stem = found.groups()
    ending = stem[-len("_CVPRW_2024_paper") :]
    name = _CVF_VENUE.search(ending)
    year = re.search(r"\d{4}", ending)
    if not (name and year):
        return None
    is_workshop = bool(name[2]) or re.search(r"\dW/|W_\d|workshops", folder, re.IGNORECASE)
    venue = VenueHint(name[1].upper(), int(year[0]), "Workshop" if is_workshop else None)
    return paper(
        "cvf", stem, f"https://openaccess.thecvf.com{folder}html{subfolder}{stem}.html", url.fragment, venue
    )


def ecva(url: Url) -> Work | None:
    """ECCV at ecva.net."""
    found = _ECVA.fullmatch(url.path)
    if found is None:
        return None
    year, number = found[1], (found[2] or found[3]).lstrip("0")
    is_page_number = len(number) >= _SHORTEST_ECVA_PAGE_NUMBER
    place = f"papers/{number}.pdf" if is_page_number else f"html/{number}_ECCV_{year}_paper.php"
    address = f"https://www.ecva.net/papers/eccv_{year}/papers_ECCV/{place}"
    return paper("ecva", f"{year}/{number}", address, url.fragment, VenueHint("ECCV", int(year)))


def aaai(url: Url) -> Work | None:
    """AAAI and its sisters, in the society's system for journals (OJS) or, earlier, for conferences (OCS)."""
    if found := _OJS.fullmatch(url.path):
        return aaai_work(found[1], found[2], url.fragment)
    if found := _OJS_FILE.fullmatch(url.path):
        return paper("aaai", found[1], f"https://{url.site}{url.path}", url.fragment)
    found = _OCS.fullmatch(url.path)
    if found is None:
        return None
    series, short, digits, number = found.groups()
    name = _OCS_VENUES.get(series.lower())
    year = int(digits) if len(digits) == len("2018") else 2000 + int(digits)
    address = f"https://www.aaai.org/ocs/index.php/{series}/{short}{digits}/paper/view/{number}"
    venue = VenueHint(name, year) if name and short.lower() == series.lower() else None
    return paper("aaai", f"ocs/{short}{digits}/{number}".lower(), address, url.fragment, venue)


def aaai_work(series: str, number: str, fragment: str) -> Work:
    """The paper with a number in the society's journal system, whose numbers run over all series."""
    name = _OJS_VENUES.get(series.lower())
    # The volumes of AAAI's proceedings hold those of IAAI and EAAI.
    venue = VenueHint(name, also=("IAAI", "EAAI") if name == "AAAI" else ()) if name else None
    address = f"https://ojs.aaai.org/index.php/{series}/article/view/{number}"
    return paper("aaai", number, address, fragment, venue)


def ijcai(url: Url) -> Work | None:
    """IJCAI."""
    if found := _IJCAI_NEW.fullmatch(url.path):
        return ijcai_work(int(found[1]), int(found[2]), url.fragment)
    found = _IJCAI_OLD.fullmatch(url.path)
    if found is None:
        return None
    year = int(found[1])
    return ijcai_work(year + (1900 if year > 50 else 2000), int(found[2]), url.fragment)


def ijcai_work(year: int, number: int, fragment: str) -> Work:
    """The paper with a number in a year's proceedings."""
    is_new = year >= _FIRST_NEW_IJCAI
    place = (
        f"proceedings/{year}/{number}" if is_new else f"Proceedings/{year % 100:02}/Papers/{number:03}.pdf"
    )
    return paper(
        "ijcai", f"{year}/{number}", f"https://www.ijcai.org/{place}", fragment, VenueHint("IJCAI", year)
    )


def isca(url: Url) -> Work | None:
    """Interspeech in ISCA's archive."""
    found = _ISCA.fullmatch(url.path)
    if found is None:
        return None
    year, name = found[1], found[2].lower()
    address = f"https://www.isca-archive.org/interspeech_{year}/{name}.html"
    return paper("isca", f"{year}/{name}", address, url.fragment, VenueHint("Interspeech", int(year)))


def rss(url: Url) -> Work | None:
    """Robotics: Science and Systems, numbered from 2005."""
    found = _RSS.fullmatch(url.path)
    if found is None:
        return None
    address = f"https://www.roboticsproceedings.org/rss{found[1]}/{found[2]}.html"
    venue = VenueHint("RSS", _RSS_BEFORE_FIRST + int(found[1]))
    return paper("rss", f"rss{found[1]}/{found[2]}", address, url.fragment, venue)


def usenix(url: Url) -> Work | None:
    """USENIX's conferences; slides are no paper."""
    found = _USENIX.fullmatch(url.path) or _USENIX_FILE.fullmatch(url.path)
    if found is None or "slides" in found[3]:
        return None
    series, digits, name = found[1].lower(), found[2], found[3].lower()
    series = "usenixsecurity" if series == "sec" else series
    if series not in _USENIX_VENUES:
        return None
    year = int(digits) if len(digits) == len("2024") else 2000 + int(digits)
    address = f"https://www.usenix.org/conference/{series}{digits}/presentation/{name}"
    return paper(
        "usenix", f"{series}{digits}/{name}", address, url.fragment, VenueHint(_USENIX_VENUES[series], year)
    )


def ndss(url: Url) -> Work | None:
    """NDSS: pages, which do not tell the year, and files, which do."""
    if found := _NDSS.fullmatch(url.path):
        name = found[1].lower()
        return paper(
            "ndss",
            name,
            f"https://www.ndss-symposium.org/ndss-paper/{name}/",
            url.fragment,
            VenueHint("NDSS"),
        )
    found = _NDSS_FILE.fullmatch(url.path)
    if found is None:
        return None
    venue = VenueHint("NDSS", int(found[2] or found[3]))
    return paper("ndss", found[1], f"https://www.ndss-symposium.org{url.path}", url.fragment, venue)


def vldb(url: Url) -> Work | None:
    """The Proceedings of the VLDB Endowment, whose volume 1 was presented in 2008."""
    found = _VLDB.fullmatch(url.path)
    if found is None:
        return None
    volume, name = int(found[1]), found[2]
    address = f"https://www.vldb.org/pvldb/vol{volume}/{name}.pdf"
    return paper(
        "vldb", f"vol{volume}/{name}", address, url.fragment, VenueHint("VLDB", _PVLDB_BEFORE_FIRST + volume)
    )


def jmlr(url: Url) -> Work | None:
    """The Journal of Machine Learning Research, whose volumes do not keep to years."""
    found = _JMLR.fullmatch(url.path)
    if found is None:
        return None
    volume, name = int(found[1]), found[2]
    address = f"https://www.jmlr.org/papers/v{volume}/{name}.html"
    return paper("jmlr", f"v{volume}/{name}", address, url.fragment, VenueHint("JMLR"))
