"""Mojibake, replacement characters, files that are not UTF-8."""
