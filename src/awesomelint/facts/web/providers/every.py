"""The providers of a run."""

from __future__ import annotations

from awesomelint.facts.web.provider_settings import ProviderSettings
from awesomelint.facts.web.providers.api import Api
from awesomelint.facts.web.providers.arxiv import Arxiv
from awesomelint.facts.web.providers.doi import Doi
from awesomelint.facts.web.providers.github import GitHub
from awesomelint.facts.web.providers.huggingface import HuggingFace
from awesomelint.facts.web.providers.openreview import OpenReview
from awesomelint.facts.web.providers.provider import Provider
from awesomelint.facts.web.providers.wayback import Wayback
from awesomelint.facts.web.providers.youtube import YouTube
from awesomelint.facts.web.transport import Transport

_CLASSES: tuple[type[Provider], ...] = (GitHub, Arxiv, Doi, HuggingFace, YouTube, OpenReview, Wayback)


def enabled_providers(settings: ProviderSettings, transport: Transport) -> list[Provider]:
    """Those that are wanted and can be asked: GitHub's API takes no questions without a token."""
    wanted = [
        each
        for each in _CLASSES
        if each.name in settings.enabled and (each is not GitHub or settings.github_token)
    ]
    return [each(_api(each.name, settings, transport)) for each in wanted]


def _api(name: str, settings: ProviderSettings, transport: Transport) -> Api:
    token = settings.github_token if name == GitHub.name else ""
    return Api(transport, settings.bases[name], settings.timeout, token)
