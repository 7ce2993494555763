"""The form in which a URL is best written down, where there are several that lead to the same page."""

from __future__ import annotations

import re
from typing import NamedTuple

from awesomelint.values.urls.parts import is_tracking, split_url

_ARXIV = re.compile(
    r"(https?://(?:www\.)?arxiv\.org/)(abs|pdf)/(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(v\d+)?(\.pdf)?"
)
_OLD_DOI = re.compile(r"https?://(?:dx\.doi\.org|www\.doi\.org)/")
_SECURE = frozenset(
    (
        "aclanthology.org", "arxiv.org", "bitbucket.org", "codepen.io", "crates.io",
        "developer.mozilla.org", "discord.gg", "dl.acm.org", "docs.google.com", "docs.python.org",
        "docs.rs", "doi.org", "drive.google.com", "en.wikipedia.org", "facebook.com", "gist.github.com",
        "gitee.com", "github.com", "gitlab.com", "gitter.im", "hub.docker.com", "huggingface.co",
        "ieeexplore.ieee.org", "kaggle.com", "link.springer.com", "linkedin.com", "mp.weixin.qq.com",
        "nature.com", "npmjs.com", "openaccess.thecvf.com", "openreview.net", "packagist.org",
        "proceedings.mlr.press", "pypi.org", "raw.githubusercontent.com", "reddit.com",
        "sciencedirect.com", "stackoverflow.com", "t.me", "twitter.com", "usenix.org", "vimeo.com",
        "x.com", "youtu.be", "youtube.com", "zhuanlan.zhihu.com",
    )
)  # fmt: skip
"""Sites that send every visitor from http to https."""
_FOREIGN_SOURCES = frozenset(
    (
        "baidu", "bing", "bing.com", "chatgpt", "chatgpt.com", "copilot.com", "duckduckgo", "email",
        "facebook", "gemini", "google", "google.com", "ig", "instagram", "linkedin", "linkedin.com",
        "mail", "newsletter", "openai", "perplexity", "perplexity.ai", "reddit", "rss", "t.co",
        "telegram", "twitter", "twitter.com", "wechat", "weibo", "weixin", "whatsapp", "x.com",
        "xiaohongshu", "youtube", "zhihu",
    )
)  # fmt: skip
"""Values of `utm_source` that no author of a list sets for the visitors of his list."""


class ArxivForm(NamedTuple):
    """The parts of a plain link to an arXiv paper in which such links differ."""

    site: str
    page: str
    """`abs` or `pdf`."""
    id: str
    version: str
    """`v2`, or nothing."""
    suffix: str
    """`.pdf`, or nothing."""

    def written(self, page: str, *, with_version: bool) -> str:
        """The link to the same paper in another form."""
        version = self.version if with_version else ""
        return f"{self.site}{page}/{self.id}{version}{self.suffix if page == 'pdf' else ''}"


def arxiv_form(url: str) -> ArxivForm | None:
    """How a link to arxiv.org is written; None for other links, other pages, and malformed ones."""
    match = _ARXIV.fullmatch(url)
    if match is None or (match[2] == "abs" and match[5]):
        return None
    return ArxivForm(match[1], match[2], match[3], match[4] or "", match[5] or "")


def current_doi(url: str) -> str | None:
    """A DOI's link at today's resolver; None for one that is there, and for other links.

    `dx.doi.org` is the resolver's former name (https://www.doi.org/doi-handbook/HTML/).
    """
    match = _OLD_DOI.match(url)
    return f"https://doi.org/{url[match.end() :]}" if match else None


def is_secure_site(site: str) -> bool:
    """Whether a site (without `www.`) is known to send every visitor from http to https."""
    return site in _SECURE


def without_foreign_tracking(url: str) -> str | None:
    """A URL without the parameters that say where somebody else came from; None where there are none.

    Click identifiers always are such, `utm_…` only if its source is a search engine, a social network or the
    like: a `utm_source=github` was chosen for the list, or by its sponsor.
    """
    parts = split_url(url)
    if parts is None or not parts.query:
        return None
    base, _, rest = url.partition("?")
    query, mark, fragment = rest.partition("#")
    pairs = query.split("&")
    source = parts.parameter("utm_source").lower()
    kept = [
        pair
        for pair in pairs
        if not is_tracking(name := pair.partition("=")[0])
        or (name.startswith("utm_") and source not in _FOREIGN_SOURCES)
    ]
    if len(kept) == len(pairs):
        return None
    return f"{base}{'?' if kept else ''}{'&'.join(kept)}{mark}{fragment}"
