"""What `import awesomelint` offers."""

import subprocess
import sys

import pytest

import awesomelint


def test_a_list_is_linted_in_three_lines() -> None:
    rules, _ = awesomelint.load_rules()
    source = awesomelint.decode(b"- [Scaling Laws](arxiv.org/abs/2001.08361)\n", "README.md")
    result = awesomelint.lint([source], rules)
    assert [(d.rule, d.start.line) for d in result.diagnostics] == [("LNK001", 1)]


@pytest.mark.parametrize("name", awesomelint.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(awesomelint, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nope'"):
        awesomelint.nope  # noqa: B018


def test_importing_the_package_loads_no_parser() -> None:
    code = "import awesomelint, sys; print('markdown_it' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
