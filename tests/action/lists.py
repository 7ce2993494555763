"""Lists with known faults, and modules that must not be imported."""

HEAD = "# A List\n\n| Title | Paper | Date |\n| --- | --- | --- |\n"
OLD_FAULT = "| Old | [paper](https://arxiv.org/abs/2001.08361) | 2020-02-30 |\n"
NEW_FAULT = "| New | [paper](arxiv.org/abs/2310.06694) | 2023-10-10 |\n"
GOOD = "| Good | [paper](https://arxiv.org/abs/2203.15556) | 2022-03-29 |\n"
LIST = HEAD + OLD_FAULT
EVIL = "raise SystemExit('the workspace was imported')\n"
MODULES = dict.fromkeys(
    (
        "pip.py",
        "venv.py",
        "json.py",
        "click.py",
        "sitecustomize.py",
        "usercustomize.py",
        "awesomelint/__init__.py",
    ),
    EVIL,
)
