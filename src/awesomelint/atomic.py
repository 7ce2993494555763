"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path


def replace_whole(target: Path, data: bytes) -> None:
    """Write beside the target, then rename: whoever reads meanwhile sees the old bytes or the new ones.

    An old file's owner and mode are kept. Raises OSError where nothing can be written.
    """
    status = target.stat() if target.exists() else None
    descriptor, name = tempfile.mkstemp(prefix=".awesomelint-", dir=target.parent)
    copy = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if status is not None:
            with contextlib.suppress(OSError, AttributeError):  # not on Windows, not for another's file
                os.chown(copy, status.st_uid, status.st_gid)
        copy.chmod(stat.S_IMODE(status.st_mode) if status is not None else _mode_of_new_files())
        copy.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            copy.unlink()
        raise


def _mode_of_new_files() -> int:
    """What the user's mask leaves of read and write for all; there is no way to ask for it but to set it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
