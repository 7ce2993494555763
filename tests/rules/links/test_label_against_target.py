"""LNK010: which labels promise code, and which may suit what they lead to."""

import pytest

from awesomelint_rules.links.label_against_target import LabelAgainstTarget
from rule_findings import excerpts, findings

PAPER = "https://arxiv.org/abs/1912.01703"
REPOSITORY = "https://github.com/thunlp/PromptPapers"


@pytest.mark.parametrize(
    "text",
    [
        f"- [OSDI '16] [TensorFlow]({PAPER})\n",
        f"- Frameworks: [Keras](https://keras.io), [PyTorch]({PAPER})\n",
        f"- Prompting: [papers]({REPOSITORY}), [datasets](https://github.com/thunlp/OpenPrompt)\n",
        f"- Languages: [HTML]({REPOSITORY}), [CSS](https://github.com/thunlp/OpenPrompt)\n",
    ],
)
def test_a_label_that_suits_its_target_is_no_fault(text):
    assert findings(LabelAgainstTarget(), text) == []


def test_a_framework_beside_the_paper_promises_its_code():
    text = f"- **Deep Residual Learning** [[paper]({PAPER})] [[PyTorch]({PAPER}v2)]\n"
    assert excerpts(text, findings(LabelAgainstTarget(), text)) == [("warning", f"{PAPER}v2")]


def test_a_paper_that_leads_to_a_repository_is_found():
    text = f"- **Deep Residual Learning** [[paper]({REPOSITORY})] [[code]({REPOSITORY})]\n"
    assert excerpts(text, findings(LabelAgainstTarget(), text)) == [("warning", REPOSITORY)]
