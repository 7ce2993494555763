"""The rules that awesomelint ships: a plug-in like any other. One rule is one file."""
