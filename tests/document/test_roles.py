"""What a link is for."""

import pytest

from awesomelint.document.roles import label_role, target_role
from awesomelint.works import identify


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Paper", "paper"),
        ("[pdf]", "paper"),
        ("arXiv", "paper"),
        ("论文地址", "paper"),
        ("code2", "code"),
        ("Code (in construction)", "code"),
        ("official code - pytorch", "code"),
        ("Project Page", "project"),
        ("🤗HF", "model"),
        ("Dataset", "data"),
        ("データセット", "data"),
        ("Slides", "slides"),
        ("here", "other"),
        ("LoRA", None),
        ("Learning to Code with Language Models", None),
        ("", None),
    ],
)
def test_label(label: str, role: str | None) -> None:
    assert label_role(label) == role


@pytest.mark.parametrize(
    ("url", "role"),
    [
        ("https://arxiv.org/abs/2310.00492", "paper"),
        ("https://github.com/a/b", "code"),
        ("https://huggingface.co/datasets/a/b", "data"),
        ("https://youtu.be/dQw4w9WgXcQ", "video"),
        ("https://example.org/", "other"),
        ("QPROP.md", "other"),
    ],
)
def test_target(url: str, role: str) -> None:
    assert target_role(identify(url)) == role
