"""A machine with the action on it, and a checked out repository."""

from pathlib import Path

import pytest

from action.lists import LIST, MODULES
from action.runner import Runner
from checkouts import commit, copy_of_this_repository, write


@pytest.fixture(scope="session")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """A machine on which the action is installed, from a workspace that would like to be imported."""
    folder = tmp_path_factory.mktemp("a runner")
    copy_of_this_repository(folder / "action")
    workspace = folder / "workspace"
    write(workspace, MODULES)
    (folder / "temp").mkdir()
    runner = Runner(folder / "action", folder / "temp")
    outcome = runner.install(workspace, PYTHONPATH=str(workspace), PIP_TARGET=str(folder / "elsewhere"))
    assert outcome.code == 0, outcome.log
    return runner


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A checked out repository with a list that has one old fault."""
    folder = tmp_path / "workspace"
    commit(folder, {"README.md": LIST})
    return folder
