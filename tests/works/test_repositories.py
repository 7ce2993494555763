"""Repositories of code, models and data, and what only lies in them."""

import pytest

from awesomelint.works import identify


@pytest.mark.parametrize(
    ("url", "identity"),
    [
        ("https://github.com/Owner/Name", "github:owner/name"),
        ("http://www.github.com/owner/name.git", "github:owner/name"),
        ("https://github.com/owner/name/", "github:owner/name"),
        ("https://github.com/owner/name/tree/main", "github:owner/name"),
        ("https://github.com/owner/name/tree/master/", "github:owner/name"),
        ("https://github.com/owner/name#readme", "github:owner/name"),
        ("https://github.com/owner/name?tab=readme-ov-file#usage", "github:owner/name"),
        ("https://github.com/owner/fes.js", "github:owner/fes.js"),
        ("https://gitlab.com/Group/sub/name", "gitlab:group/sub/name"),
        ("https://gitlab.com/group/name/-/tree/main", "gitlab:group/name"),
        ("https://gitlab.com/group/name/tree/master", "gitlab:group/name"),
        ("https://codeberg.org/owner/name/src/branch/main", "codeberg:owner/name"),
        ("https://bitbucket.org/owner/name/src/master/", "bitbucket:owner/name"),
        ("https://gitee.com/owner/name/tree/master", "gitee:owner/name"),
    ],
)
def test_one_repository_under_many_addresses(url: str, identity: str) -> None:
    work = identify(url)
    assert work is not None
    assert (work.identity, work.is_repository, work.is_paper) == (identity, True, False)


@pytest.mark.parametrize(
    ("url", "identity"),
    [
        ("https://huggingface.co/Owner/Name", "huggingface-model:owner/name"),
        ("https://hf.co/owner/name/tree/main", "huggingface-model:owner/name"),
        ("https://hf-mirror.com/owner/name", "huggingface-model:owner/name"),
        ("https://huggingface.co/datasets/owner/name", "huggingface-dataset:owner/name"),
        ("https://huggingface.co/datasets/owner/name/tree/main", "huggingface-dataset:owner/name"),
        ("https://huggingface.co/spaces/owner/name", "huggingface-space:owner/name"),
    ],
)
def test_models_data_and_spaces(url: str, identity: str) -> None:
    work = identify(url)
    assert work is not None
    assert (work.identity, work.is_repository) == (identity, False)


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com",
        "https://github.com/owner",
        "https://github.com/owner/name/tree/dev",
        "https://github.com/owner/name/tree/main/sub/folder",
        "https://github.com/owner/name/blob/main/README.md",
        "https://github.com/owner/name/issues/1",
        "https://github.com/owner/name/releases",
        "https://github.com/owner/name/wiki",
        "https://github.com/owner/name}}",
        "https://github.com/topics/audio-synthesis",
        "https://github.com/user-attachments/assets/cad48f94",
        "https://gitlab.com/explore/groups",
        "https://gitlab.com/group/name/-/issues",
        "https://gitlab.com/group/name/blob/master/x.py",
        "https://codeberg.org/owner/name/issues",
        "https://huggingface.co/owner",
        "https://huggingface.co/blog/annotated-diffusion",
        "https://huggingface.co/collections/owner/name-123",
        "https://huggingface.co/docs/diffusers/index",
        "https://huggingface.co/owner/name/blob/main/paper.pdf",
        "https://huggingface.co/datasets/squad",
        "https://gist.github.com/owner/f575928d0e109ace9ad0",
    ],
)
def test_everything_else_is_a_page_of_its_own(url: str) -> None:
    work = identify(url)
    assert work is not None
    assert work.identity == f"url:{url.removeprefix('https://')}".replace("}", "%7D")


def test_the_canonical_address_keeps_the_owners_spelling() -> None:
    work = identify("http://www.github.com/Owner/Name.git#usage")
    assert work is not None
    assert (work.url, work.fragment) == ("https://github.com/Owner/Name", "usage")
