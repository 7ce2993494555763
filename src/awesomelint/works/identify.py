"""From any URL to the work it points at."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from awesomelint.values.urls import Url, UrlFault, split_url, without_tracking
from awesomelint.works import libraries, proceedings, repositories
from awesomelint.works.acl import acl
from awesomelint.works.arxiv import arxiv_work, read_arxiv
from awesomelint.works.doi import doi
from awesomelint.works.pmlr import pmlr
from awesomelint.works.videos import youtube
from awesomelint.works.work import Work

_Reader = Callable[[Url], "Work | None"]
_SITES: dict[str, tuple[_Reader, ...]] = {
    "aaai.org": (proceedings.aaai,),
    "aclanthology.info": (acl,),
    "aclanthology.org": (acl,),
    "aclweb.org": (acl,),
    "api.semanticscholar.org": (libraries.semantic_scholar,),
    "bitbucket.org": (repositories.forge,),
    "cdn.aaai.org": (proceedings.aaai,),
    "codeberg.org": (repositories.forge,),
    "cv-foundation.org": (proceedings.cvf,),
    "datasets-benchmarks-proceedings.neurips.cc": (proceedings.hashed,),
    "dl.acm.org": (libraries.acm, doi),
    "ecva.net": (proceedings.ecva,),
    "gitee.com": (repositories.forge,),
    "github.com": (repositories.forge,),
    "gitlab.com": (repositories.gitlab,),
    "hf-mirror.com": (repositories.hugging_face,),
    "hf.co": (repositories.hugging_face,),
    "huggingface.co": (repositories.hugging_face,),
    "ieeexplore.ieee.org": (libraries.ieee,),
    "ijcai.org": (proceedings.ijcai,),
    "isca-archive.org": (proceedings.isca,),
    "isca-speech.org": (proceedings.isca,),
    "jmlr.org": (proceedings.jmlr, pmlr),
    "m.youtube.com": (youtube,),
    "ncbi.nlm.nih.gov": (libraries.pubmed,),
    "ndss-symposium.org": (proceedings.ndss,),
    "ojs.aaai.org": (proceedings.aaai,),
    "openaccess.thecvf.com": (proceedings.cvf,),
    "openreview.net": (libraries.openreview,),
    "papers.neurips.cc": (proceedings.hashed,),
    "papers.nips.cc": (proceedings.hashed,),
    "pmc.ncbi.nlm.nih.gov": (libraries.pubmed,),
    "proceedings.iclr.cc": (proceedings.hashed,),
    "proceedings.mlr.press": (pmlr,),
    "proceedings.mlsys.org": (proceedings.hashed,),
    "proceedings.neurips.cc": (proceedings.hashed,),
    "pubmed.ncbi.nlm.nih.gov": (libraries.pubmed,),
    "raw.githubusercontent.com": (pmlr,),
    "roboticsproceedings.org": (proceedings.rss,),
    "sciencedirect.com": (libraries.science_direct,),
    "semanticscholar.org": (libraries.semantic_scholar,),
    "static.ijcai.org": (proceedings.ijcai,),
    "usenix.org": (proceedings.usenix,),
    "vldb.org": (proceedings.vldb,),
    "youtu.be": (youtube,),
    "youtube-nocookie.com": (youtube,),
    "youtube.com": (youtube,),
}
_ELSEWHERE: tuple[_Reader, ...] = (doi,)

_PATH = re.compile(r"\s*(?:https?:)?//([^/?#]*)([^?#]*)", re.IGNORECASE)
_TEXT_DIRECTIVE = re.compile(r":~:.*", re.DOTALL)


@lru_cache(maxsize=65536)
def identify(url: str) -> Work | None:
    """What a link's target points at; None for what is no web link: a relative path, a fragment, `mailto:`.

    Never raises. An arXiv address that is malformed, but has the whole identifier in it, is that paper.
    """
    parts = split_url(url)
    if parts is None:
        return None
    if parts.query or parts.fragment:
        fragment = _TEXT_DIRECTIVE.sub("", parts.fragment)
        parts = parts._replace(query=without_tracking(parts.query), fragment=fragment)
    site = parts.site
    paper = arxiv_work(read_arxiv(site, parts.path), parts.fragment)
    if paper:
        return paper
    for read in _SITES.get(site, _ELSEWHERE):
        work = read(parts)
        if work:
            return work
    return _page(parts)


def check_identifier(url: str) -> list[UrlFault]:
    """What is wrong with the arXiv identifier in a URL, at arXiv, its mirrors and readers, and in its DOIs.

    Faults of the URL's shape (a bracket after it, say) can be at the same place: see `find_url_faults`.
    """
    place = _PATH.match(url)
    if place is None:
        return []
    site = place[1].lower().rpartition("@")[2].removeprefix("www.")
    start = place.start(2)
    faults = read_arxiv(site, place[2]).faults
    return [fault._replace(start=fault.start + start, end=fault.end + start) for fault in faults]


def _page(parts: Url) -> Work:
    """Any other page: `http` or `https`, with or without `www.` and a final slash, is one to a reader.

    A fragment that begins with `/` or `!` is no place in the page but chooses it.
    """
    is_route = parts.fragment.startswith(("/", "!"))
    route = f"#{parts.fragment}" if is_route else ""
    query = f"?{parts.query}" if parts.query else ""
    name = f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}{query}{route}"
    return Work("url", name, parts.text + route, fragment="" if is_route else parts.fragment)
