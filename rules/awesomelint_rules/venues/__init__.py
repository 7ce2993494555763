"""Names of conferences, journals and preprint servers."""
