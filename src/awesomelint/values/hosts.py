"""Names of sites, by which `arxiv.org/abs/2001.08361` is told from `install.sh`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_HOSTING = frozenset((
    "blogspot.com", "gitbook.io", "github.io", "gitlab.io", "herokuapp.com", "netlify.app", "readthedocs.io",
    "readthedocs.org", "vercel.app", "web.app", "wordpress.com",
))  # fmt: skip
"""Where everyone has a name of their own."""

_TOP_LEVEL = (
    ".com", ".edu", ".gov", ".org", ".ac.cn", ".ac.jp", ".ac.kr", ".ac.uk", ".co.jp", ".co.kr", ".co.uk",
    ".com.au", ".com.br", ".com.cn", ".edu.au", ".edu.cn", ".edu.tw", ".go.jp", ".gov.uk", ".ne.jp", ".or.jp",
    ".org.cn", ".org.uk",
)  # fmt: skip
"""Ends that only hosts have: not `.net` (`ASP.NET/`), not `.cn`, `.de` … (`README.cn`)."""

_FILE_EXTENSIONS = frozenset(
    ("ai", "be", "cc", "co", "io", "me", "md", "ml", "org", "pl", "py", "re", "rs", "sh", "to")
)
_NAME = re.compile(r"(?!-)[a-z0-9-]{1,63}(?:\.(?!-)[a-z0-9-]{1,63}){1,8}")
_PORT = re.compile(r":\d{1,5}$")


@cache
def known_hosts() -> frozenset[str]:
    """The shipped list of sites that lists link to, without `www.`."""
    lines = (Path(__file__).parent / "data" / "hosts.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_known_host(name: str) -> bool:
    """Whether `name` is a well-known site, one of its subdomains, or a name at a well-known host of sites."""
    name = _bare(name)
    if not _NAME.fullmatch(name):
        return False
    while "." in name:
        if name in known_hosts():
            return True
        _, _, name = name.partition(".")
        if name in _HOSTING:
            return True
    return False


def looks_like_host(name: str) -> bool:
    """Whether `name`, the first segment of a link's target, reads as a host.

    So reads every known host, every name in `www.`, and every name with an end that few files have. Some
    could be files too, see `is_like_file`; `install.sh`, `README.md`, `main.rs` and `index.io` are no hosts.
    """
    if not _NAME.fullmatch(_bare(name)):
        return False
    return name.lower().startswith("www.") or is_known_host(name) or _bare(name).endswith(_TOP_LEVEL)


def is_like_file(name: str) -> bool:
    """Whether `name` could be a file as well as a host: `docs.rs`, `crates.io`, `README.org`."""
    return name.lower().rpartition(".")[2] in _FILE_EXTENSIONS


def _bare(name: str) -> str:
    return _PORT.sub("", name).lower().removeprefix("www.")
