import pytest

from cli.harness import Run


def completed(process: Run, *words: str) -> list[str]:
    """What bash is offered after some words, the last of which is incomplete."""
    line = " ".join(("awesomelint", *words))
    environment = {
        "_AWESOMELINT_COMPLETE": "bash_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words)),
    }
    return [offer.partition(",")[2] for offer in process(**environment).out.split("\n") if offer]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(process: Run, shell: str) -> None:
    outcome = process(_AWESOMELINT_COMPLETE=f"{shell}_source")
    assert "_AWESOMELINT_COMPLETE" in outcome.out


def test_commands_are_offered(process: Run) -> None:
    assert completed(process, "ru") == ["rules", "rule"]


def test_options_are_offered(process: Run) -> None:
    assert completed(process, "check", "--st") == ["--statistics", "--stdin-filename"]


def test_rules_are_offered_by_code_and_name(process: Run) -> None:
    assert completed(process, "rule", "LNK001") == ["LNK001"]
    assert completed(process, "rule", "missing-sch") == ["missing-scheme"]
    assert completed(process, "check", "--select", "VEN,missing-sch") == ["VEN,missing-scheme"]
