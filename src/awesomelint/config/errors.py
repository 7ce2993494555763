"""The one exception of configs."""

from __future__ import annotations


class ConfigError(Exception):
    """A config, a flag or an environment variable is wrong; the message is one line for people. Exit 2."""
