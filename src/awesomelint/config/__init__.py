"""What people settle: for a list in its config, for a run by flags, environment and config."""

from awesomelint.config.errors import ConfigError
from awesomelint.config.links import LinkSettings
from awesomelint.config.model import FileConfig
from awesomelint.config.run import Flags, RunConfig, Setting
from awesomelint.config.settings import Settings, load_settings

__all__ = [
    "ConfigError",
    "FileConfig",
    "Flags",
    "LinkSettings",
    "RunConfig",
    "Setting",
    "Settings",
    "load_settings",
]
