"""What tests of providers share: no rest between questions, and a history to keep facts in."""

import pytest

from awesomelint.facts.web.history import open_history
from awesomelint.facts.web.providers import line


@pytest.fixture(autouse=True)
def _no_rest(monkeypatch):
    monkeypatch.setattr(line, "_REST", 0.0)


@pytest.fixture
def history(tmp_path):
    history = open_history(tmp_path / "links.sqlite")
    yield history
    history.close()
