"""Comments that switch rules off."""
