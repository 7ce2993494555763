"""Links that lead nowhere."""
