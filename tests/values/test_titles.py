"""Which titles are the same, which may be, and which are clearly two."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.values.titles import (
    agree,
    clearly_different,
    near_equal,
    near_equal_pairs,
    title_head,
    title_key,
    title_words,
    topic_words,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Attention Is All You Need", "attention is all you need."),
        ("**LoRA**: Low-Rank Adaptation", "LoRA – Low‑Rank Adaptation"),
        ("“Large” Models", '"Large" models'),
        ("Bird’s-Eye View", "Bird's eye view"),
        ("Multi-modal Learning", "Multimodal Learning"),
        ("[LoRA](https://arxiv.org/abs/2106.09685)", "LoRA"),
        ("R&amp;D of Agents", "R&D of agents"),
        ("T $^3$ Bench", "T3 Bench"),
        ("Caf\u00e9 Models", "Cafe\u0301 models"),
        ("ＬＬＭ的幻觉", "LLM的幻觉"),
        ("e\ufb03cient models", "efficient models"),
        ("Laws: a<br>survey", "Laws: A Survey"),
        ("😊 A Survey", "A survey :smile:"),
    ],
)
def test_writing_does_not_change_the_key(one, other):
    assert title_key(one) == title_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("C++ Models", "C Models"), ("GPT-3", "GPT-4"), ("ISS++: Shape", "ISS: Shape")]
)
def test_signs_and_digits_that_name_another_work_change_the_key(one, other):
    assert title_key(one) != title_key(other)


@pytest.mark.parametrize("text", ["", "—", "[]()", "😊"])
def test_a_text_without_letters_has_no_key(text):
    assert title_key(text) == ""


def test_words_of_a_title():
    assert title_words("LoRA: Low-Rank *Adaptation* 的综述 (v2)") == (
        "lora",
        "low",
        "rank",
        "adaptation",
        "的综述",
        "v2",
    )


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("LoRA: Low-Rank Adaptation", "LoRA"),
        ("LoRA：低秩适应", "LoRA"),
        ("LoRA - Low-Rank Adaptation", "LoRA"),
        ("LoRA — Low-Rank Adaptation", "LoRA"),
        ("Low-Rank Adaptation", "Low-Rank Adaptation"),
    ],
)
def test_head_of_a_title(title, head):
    assert title_head(title) == head


AGREEING = [
    ("LoRA", "LoRA: Low-Rank Adaptation of Large Language Models"),
    ("FreeU: Free Lunch in Diffusion U-Net", "FreeU: Free Lunch in Diffusion U-Net (FreeU, CVPR 2024)"),
    ("[Survey] Unified Multimodal Models", "Unified Multimodal Models"),
    ("A Survey of Large Models (40 pages)", "A Survey of Large Models"),
    ("MEGA: Old Name of the Paper", "MEGA: Something Else Entirely Now"),
    ("A Survey on Large Language Model based Autonomous Agents", "A Survey on LLM-based Autonomous Agents"),
    ("Pruning Meets Low-Rank Parameter-Efficient Fine-Tuning",
     "LORAPRUNE: PRUNING MEETS LOW-RANK PARAMETER-EFFICIENT FINE-TUNING"),
    ("Our paper Detoxifying Language Models via Knowledge Editing is out",
     "Detoxifying Language Models via Knowledge Editing"),
]  # fmt: skip

DIFFERENT = [
    ("Attention Score is not All You Need for Token Importance Indicator in KV Cache Reduction",
     "On the Efficacy of Eviction Policy for Key-Value Constrained Generative Language Model Inference"),
    ("The Impact of Reasoning Step Length on Large Language Models",
     "Say More with Less: Understanding Prompt Learning Behaviors through Gist Compression"),
    ("DHA: Learning Decoupled-Head Attention from Transformer Checkpoints via Adaptive Heads Fusion",
     "MiniKV: Pushing the Limits of LLM Inference via 2-Bit Layer-Discriminative KV Cache"),
    ("Multiple Objects Referring and Tracking", "Language prompt for autonomous driving"),
    ("Plug-and-Play Adaptation for Continuously-updated QA",
     "Towards Tracing Factual Knowledge in Language Models Back to the Training Data"),
    ("大语言模型中的幻觉检测方法研究", "面向自动驾驶的视觉定位综述"),
]  # fmt: skip

UNSURE = [
    ("LoRA", "BERT"),
    ("BIRD-SQL Mini-Dev", "Can LLM Already Serve as A Database Interface? A Big Bench for Text-to-SQLs"),
    ("Exact Match (EM)", "A Survey on Text-to-SQL Parsing: Concepts, Methods, and Future Directions"),
    ("大语言模型中的幻觉综述与展望", "A Survey of Hallucination in Large Foundation Models"),
    ("Qwen2-VL: Enhancing Perception at Any Resolution", "Qwen2: Technical Report of the New Models"),
    ("CoVR-2: Automatic Data Construction", "CoVR: Learning Retrieval from Web Video Captions"),
    ("LoRA: Training Giant Nets Cheaply for Everyone", "Low-Rank Adaptation of Large Language Models"),
    ("GKD: Generalized Knowledge Distillation for Auto-regressive Sequence Models",
     "On-Policy Distillation of Language Models: Learning from Self-Generated Mistakes"),
    ("", "A Survey of Hallucination in Large Foundation Models"),
    ("(参考综述)", "(分类依据)"),
]  # fmt: skip


def both_ways(function, one, other):
    """A comparison does not depend on which title comes first."""
    answers = {function(one, other), function(other, one)}
    assert len(answers) == 1
    return answers.pop()


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_agreeing_titles(one, other):
    assert both_ways(agree, one, other)
    assert not both_ways(clearly_different, one, other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_clearly_different_titles(one, other):
    assert both_ways(clearly_different, one, other)
    assert not both_ways(agree, one, other)


@pytest.mark.parametrize(("one", "other"), UNSURE)
def test_between_the_two_nothing_is_said(one, other):
    assert not both_ways(agree, one, other)
    assert not both_ways(clearly_different, one, other)


def test_a_general_word_before_the_colon_is_no_common_head():
    assert not agree("Survey: Watermarks for Text", "Survey: Agents in Simulated Worlds")


class TestTopicWords:
    TITLES = tuple(
        f"{name} Diffusion Models for {task}"
        for name, task in [
            ("Torsional", "Conformers"), ("Salient", "Backdoors"), ("Causal", "Inference"),
            ("Residual", "Documents"), ("Human", "Motion"), ("Medical", "Segmentation"),
        ]
    )  # fmt: skip

    def test_are_those_of_many_titles(self):
        assert {"diffus", "model"} <= topic_words(self.TITLES)
        assert "torsio" not in topic_words(self.TITLES)

    def test_are_none_in_a_short_list(self):
        assert topic_words(self.TITLES[:4]) == frozenset()

    def test_do_not_hide_that_titles_differ(self):
        one, other = (
            "Extracting Training Data from Diffusion Models",
            "Counterfactual Inference with Diffusion Models",
        )
        assert not clearly_different(one, other)
        assert clearly_different(one, other, topic_words(self.TITLES))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hallucination in Large Foundation Models", "Halucination in Large Foundation Models"),
        ("Hallucination in Large Foundation Models", "Hallucination in the Large Foundation Models"),
        ("Hallucination in Large Foundation Models", "Hallucination in Large Fuondation Models"),
        ("Hallucination in Large Foundation Model", "Hallucination in Large Foundation Models"),
        ("Multi-modal Agents for the Web", "Multimodal Agents for the Web"),
        ("Autonomous Navigation of Driving Car", "Autonomous Navigation of Driving Cars"),
    ],
)
def test_slips_of_the_pen_are_near_equal(one, other):
    assert both_ways(near_equal, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Denoising Diffusion Implicit Models", "Denoising Diffusion Gamma Models"),
        ("Scaling Laws for GPT-3 Models", "Scaling Laws for GPT-4 Models"),
        ("A Supervised View of Deep Agents", "An Unsupervised View of Deep Agents"),
        ("Survey of Agents (Part 1) today", "Survey of Agents (Part 2) today"),
        ("LoRA for All", "LoRa for Al"),
        ("Haluciantion in Lareg Foundatoin Modles", "Hallucination in Large Foundation Models"),
        ("", ""),
    ],
)
def test_other_words_and_numbers_are_not(one, other):
    assert not both_ways(near_equal, one, other)


def test_finds_near_equal_titles_in_a_list():
    titles = [
        "Halucination in Large Foundation Models",
        "Denoising Diffusion Implicit Models",
        "Hallucination in Large Foundation Models",
        "HALLUCINATION in large foundation models",
        "Denoising Diffusion Gamma Models",
        "Hallucination in Large Foundation Modles",
    ]
    assert sorted(near_equal_pairs(titles)) == [(0, 2), (0, 5), (2, 5)]


def test_finds_a_title_that_another_one_has_after_a_name():
    titles = [
        "QIGen: Generating Efficient Kernels for Quantized Inference",
        "Generating Efficient Kernels for Quantized Inference",
        "Survey: Large Models",
        "Large Models",
        "On Deep Agents: Generating Efficient Kernels for Quantized Inference",
    ]
    assert list(near_equal_pairs(titles)) == [(0, 1)]


def test_a_hundred_thousand_titles_take_as_many_comparisons(monkeypatch):
    compared = 0
    from awesomelint.values import titles as module

    original = module._differ_by_slips

    def counting(words, others):
        nonlocal compared
        compared += 1
        return original(words, others)

    monkeypatch.setattr(module, "_differ_by_slips", counting)
    assert list(near_equal_pairs([f"A Survey of Large Models, Part {i}" for i in range(10_000)])) == []
    assert compared <= 10 * 10_000


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_texts_are_compared_without_error_and_the_same_both_ways(one, other):
    assert not (both_ways(agree, one, other) and both_ways(clearly_different, one, other))
    both_ways(near_equal, one, other)


@pytest.mark.parametrize("unit", ["[", "(", "<a", "a:", "[](", "（", "a ", "$", ":a", "大"])
def test_time_grows_with_the_length_of_the_title(unit):
    """Bounded repetition only: a quadratic pattern would need minutes here."""
    text = unit * 20_000
    assert not clearly_different(text, "Multiple Objects Referring and Tracking")
