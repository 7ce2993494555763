"""The one exception of configs."""

from __future__ import annotations

from awesomelint.errors import UsageError


class ConfigError(UsageError):
    """A config, a flag or an environment variable is wrong; the message is one line for people. Exit 2."""
