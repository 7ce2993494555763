"""What all tests share: no network, a history of their own, and where the real lists lie."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def corpus_files() -> list[Path]:
    """The real lists beside the checkout; none where they are missing."""
    return sorted((SHARED / "corpus").glob("*.md"))


def seed_file() -> Path:
    """The list that arrived as mojibake; it may be missing."""
    return SHARED / "seed" / "README.md"


@pytest.fixture(scope="session", autouse=True)
def _away_from_the_web_and_the_users_own_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """For this process and those that it starts: links are looked up only where a test says so."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("AWESOMELINT_OFFLINE", "1")
        for name in ("ONLINE", "HISTORY", "ALLOW_PRIVATE_ADDRESSES"):
            environment.delenv(f"AWESOMELINT_{name}", raising=False)
        environment.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _heeding_interrupts() -> Iterator[None]:
    """A shell starts what it runs in the background deaf to Ctrl-C, and all that it starts inherits that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
