"""What several test modules share: where the real lists lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def corpus_files() -> list[Path]:
    """The real lists beside the checkout; none where they are missing."""
    return sorted((SHARED / "corpus").glob("*.md"))


def seed_file() -> Path:
    """The list that arrived as mojibake; it may be missing."""
    return SHARED / "seed" / "README.md"
