"""What people settle: for a list in its config, for a run by flags and environment."""

from awesomelint.config.model import ConfigError, FileConfig

__all__ = ["ConfigError", "FileConfig"]
