"""Dates that cannot be, and dates written differently from the rest."""
