"""Repositories of code, models and data, and what only lies in them.

The address of a default branch is that of its repository. Files, folders, issues, releases and wikis are
pages of their own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from awesomelint.values.urls import Url
from awesomelint.works.work import Work, WorkKind

_DEFAULT_BRANCHES = frozenset(("main", "master", "HEAD"))
_OWNER = re.compile(r"[\w][\w.-]{0,99}", re.ASCII)
_NAME = re.compile(r"(?!\.\.?\Z)[\w.-]{1,100}", re.ASCII)


class _Forge(NamedTuple):
    kind: WorkKind
    home: str
    branch: tuple[str, ...]
    """What stands between a repository and a branch's name."""
    not_owners: frozenset[str]


_GITHUB_PAGES = frozenset(
    (
        "about", "account", "apps", "assets", "blog", "collections", "contact", "customer-stories",
        "dashboard", "discussions", "enterprise", "events", "explore", "features", "gist", "issues", "join",
        "login", "logout", "marketplace", "mobile", "new", "nonprofit", "notifications", "organizations",
        "orgs", "premium-support", "pricing", "pulls", "readme", "resources", "search", "sessions",
        "settings", "signup", "site", "solutions", "sponsors", "stars", "team", "topics", "trending",
        "user-attachments", "users", "watching",
    )
)  # fmt: skip
_GITLAB_PAGES = frozenset(("-", "dashboard", "explore", "groups", "help", "search", "users"))
_FORGES = {
    "bitbucket.org": _Forge(
        "bitbucket", "bitbucket.org", ("src",), frozenset(("account", "dashboard", "product"))
    ),
    "codeberg.org": _Forge(
        "codeberg", "codeberg.org", ("src", "branch"), frozenset(("explore", "org", "user"))
    ),
    "gitee.com": _Forge(
        "gitee", "gitee.com", ("tree",), frozenset(("enterprises", "explore", "organizations"))
    ),
    "github.com": _Forge("github", "github.com", ("tree",), _GITHUB_PAGES),
}

_GITLAB_ROOMS = frozenset(
    ("blob", "commits", "issues", "merge_requests", "raw", "releases", "snippets", "tags", "tree", "wikis")
)
_DEEPEST_GITLAB_GROUP = 20

_HUGGING_FACE_ROOMS: dict[str, WorkKind] = {"datasets": "huggingface-dataset", "spaces": "huggingface-space"}
_NOT_HUGGING_FACE_OWNERS = frozenset(
    (
        "api", "blog", "chat", "collections", "docs", "join", "learn", "login", "metrics", "models", "new",
        "organizations", "papers", "posts", "pricing", "settings", "storage", "tasks", "terms-of-service",
    )
)  # fmt: skip


def forge(url: Url) -> Work | None:
    """A repository `owner/name` of GitHub, Codeberg, Bitbucket or Gitee."""
    kind, home, branch, not_owners = _FORGES[url.site]
    parts = url.segments
    if len(parts) < 2 or parts[0].lower() in not_owners or not _is_root(parts[2:], branch):
        return None
    return _repository(kind, home, parts[:2], url.fragment)


def gitlab(url: Url) -> Work | None:
    """A project of gitlab.com, which may lie in groups of groups: `group/subgroup/project`."""
    parts = url.segments
    if len(parts) < 2 or parts[0].lower() in _GITLAB_PAGES:
        return None
    room = next(
        (i for i, part in enumerate(parts) if i > 1 and (part == "-" or part in _GITLAB_ROOMS)), len(parts)
    )
    rest = parts[room:][1:] if parts[room : room + 1] == ["-"] else parts[room:]
    if room > _DEEPEST_GITLAB_GROUP or not _is_root(rest, ("tree",)):
        return None
    return _repository("gitlab", "gitlab.com", parts[:room], url.fragment)


def hugging_face(url: Url) -> Work | None:
    """A model, a data set or a space; a lone name may be a model's or its owner's, and is only a page."""
    parts = url.segments
    room = parts[0] if parts and parts[0] in _HUGGING_FACE_ROOMS else ""
    named = parts[1:] if room else parts
    if len(named) < 2 or named[0].lower() in _NOT_HUGGING_FACE_OWNERS or not _is_root(named[2:], ("tree",)):
        return None
    home = f"huggingface.co/{room}" if room else "huggingface.co"
    return _repository(_HUGGING_FACE_ROOMS.get(room, "huggingface-model"), home, named[:2], url.fragment)


def _is_root(rest: list[str], branch: tuple[str, ...]) -> bool:
    """Whether what follows the name shows the top folder of the default branch."""
    return not rest or (
        len(rest) == len(branch) + 1 and tuple(rest[:-1]) == branch and rest[-1] in _DEFAULT_BRANCHES
    )


def _repository(kind: WorkKind, home: str, names: list[str], fragment: str) -> Work | None:
    """Forges take names in either case, and the last one with or without `.git`."""
    *owners, name = names
    while name.endswith(".git"):
        name = name.removesuffix(".git")
    if not (_NAME.fullmatch(name) and all(_OWNER.fullmatch(owner) for owner in owners)):
        return None
    path = "/".join((*owners, name))
    return Work(kind, path.lower(), f"https://{home}/{path}", fragment=fragment)
