"""Mojibake, lost and invisible characters, entities escaped twice, files that are not UTF-8."""
