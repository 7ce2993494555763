"""The same work twice."""
