"""What every wrong use of the tool has in common."""

from __future__ import annotations


class UsageError(Exception):
    """Something the user gave cannot be used; the message is one line for people, with the remedy. Exit 2."""
