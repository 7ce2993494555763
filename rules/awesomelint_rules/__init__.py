"""The rules that awesomelint ships: a plug-in like any other. One rule is one file."""

from awesomelint import project

SOURCE_URL = f"{project.URL}/blob/main/rules/awesomelint_rules"
"""Where these files can be read on the web: a rule's file is its documentation."""
