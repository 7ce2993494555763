"""DOIs, at the resolver and in the addresses of publishers that carry one."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from awesomelint.values.urls import Url
from awesomelint.works.acl import acl_work
from awesomelint.works.proceedings import aaai_work, ijcai_work
from awesomelint.works.work import Work

_RESOLVERS = frozenset(("doi.org", "dx.doi.org", "doi.acm.org", "doi.ieeecomputersociety.org"))
_DOI = r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+"
_WHOLE = re.compile(_DOI)
_RESOLVER_PATH = re.compile(rf"/(?:doi:)?({_DOI})", re.IGNORECASE)
_ANY_PUBLISHER = re.compile(rf"/doi/(?:[A-Za-z]+/){{0,2}}({_DOI})")
_PUBLISHERS = {
    "frontiersin.org": re.compile(rf"/(?:journals/[\w-]+/)?articles/({_DOI})"),
    "iopscience.iop.org": re.compile(rf"/article/({_DOI})"),
    "journals.aps.org": re.compile(rf"/\w+/(?:abstract|pdf)/({_DOI})"),
    "link.springer.com": re.compile(
        rf"/(?:article|chapter|book|content/pdf|protocol|referenceworkentry)/({_DOI})"
    ),
    "nature.com": re.compile(r"/articles/([sd]\d{5}-\d{3}-\d{5}-[\dxw])(?:\.pdf|_reference\.pdf)?/?"),
    "ssrn.com": re.compile(r"/abstract=(\d+)"),
    "zenodo.org": re.compile(r"/records?/(\d+)(?:/.*)?"),
}
_PREFIXES = {"nature.com": "10.1038/", "ssrn.com": "10.2139/ssrn.", "zenodo.org": "10.5281/zenodo."}
"""Sites whose addresses hold a DOI without its beginning."""
_PREPRINTS = re.compile(r"/content/(?:\w+/)?(10\.\d+/(?:\d{4}\.\d\d\.\d\d\.)?\d+)(?:v(\d{1,3}))?(?:[./].*)?")
_PREPRINT_HOSTS = frozenset(("biorxiv.org", "medrxiv.org"))
_ANY_WITH_NUMBER = re.compile(r"/[\w-]+/article[\w-]*/doi/(10\.[0-9]{4,9}/\S+?)/[0-9]+(?:/[^/]*)?")
"""MIT Press, Oxford and others write `/tacl/article/doi/10.1162/tacl_a_00529/114373/Title`."""
_AFTER_DOI = re.compile(
    r"(?:/(?:abstract|full|full-text|fulltext|html|meta|pdf|epdf|xml)|\.pdf|\.html?|/fulltext\.html)$",
    re.IGNORECASE,
)

_ACL = re.compile(r"10\.18653/v1/(.+)")
_AAAI = re.compile(r"10\.1609/aaai\.v[0-9]+i[0-9]+\.([0-9]{1,9})")
_IJCAI = re.compile(r"10\.24963/ijcai\.([0-9]{4})/([0-9]{1,6})")


def doi(url: Url) -> Work | None:
    """The work whose DOI stands in an address."""
    host = url.site
    if host in _RESOLVERS:
        found = _RESOLVER_PATH.fullmatch(unquote(url.path))
        return doi_work(found[1], fragment=url.fragment) if found else None
    if host in _PREPRINT_HOSTS:
        found = _PREPRINTS.fullmatch(url.path)
        version = int(found[2]) if found and found[2] else None
        return doi_work(found[1], version=version, fragment=url.fragment) if found else None
    name = _from_query(url) or _from_path(url)
    return doi_work(name, fragment=url.fragment) if name else None


def doi_work(name: str, *, version: int | None = None, fragment: str = "") -> Work | None:
    """The work of a DOI; where the DOI only wraps the publisher's own identifier, the work of that.

    DOIs do not distinguish case.
    """
    name = name.strip("/").lower()
    if not _WHOLE.fullmatch(name) or not {".", ".."}.isdisjoint(name.split("/")):
        return None
    if wrapped := _ACL.fullmatch(name):
        work = acl_work(wrapped[1], fragment=fragment)
        if work:
            return work
    if wrapped := _AAAI.fullmatch(name):
        return aaai_work("AAAI", wrapped[1], fragment)
    if wrapped := _IJCAI.fullmatch(name):
        return ijcai_work(int(wrapped[1]), int(wrapped[2]), fragment)
    if name.startswith("10.5555/"):
        # The prefix of things that ACM lists and that have no registered DOI.
        return Work("acm", name, f"https://dl.acm.org/doi/{quote(name)}", fragment=fragment)
    return Work("doi", name, f"https://doi.org/{quote(name)}", version, fragment)


def _from_query(url: Url) -> str | None:
    if url.site == "journals.plos.org" and url.parameter("id").startswith("10.1371/"):
        return url.parameter("id")
    if url.site == "papers.ssrn.com":
        number = url.parameter("abstract_id") or url.parameter("abstract")
        return f"10.2139/ssrn.{number}" if number.isdecimal() else None
    return None


def _from_path(url: Url) -> str | None:
    host = url.site
    path = unquote(url.path)
    publisher = _PUBLISHERS.get(host)
    if found := publisher and publisher.fullmatch(path):
        return _PREFIXES.get(host, "") + _without_view(found[1])
    found = (_ANY_PUBLISHER.fullmatch(path) or _ANY_WITH_NUMBER.fullmatch(path)) if "/doi/" in path else None
    return _without_view(found[1]) if found else None


def _without_view(name: str) -> str:
    return _AFTER_DOI.sub("", name.rstrip("/"))
