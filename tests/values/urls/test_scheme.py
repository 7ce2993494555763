"""Links without a scheme, and names that only look like hosts."""

import pytest

from awesomelint.values.hosts import is_known_host, looks_like_host
from awesomelint.values.urls import find_url_faults, missing_scheme, repaired


@pytest.mark.parametrize(
    ("url", "certain"),
    [
        ("arxiv.org/abs/2001.08361", True),
        ("github.com/lepture/mistune", True),
        ("www.example.org/page", True),
        ("owner.github.io/page", True),
        ("unheard-of-site.com/page", False),
        ("docs.rs/serde", True),
    ],
)
def test_a_host_in_front_is_a_missing_scheme(url: str, certain: bool) -> None:
    fault = missing_scheme(url)
    assert fault is not None
    assert (fault.replacement, fault.is_certain) == ("https://", certain)


@pytest.mark.parametrize(
    "url",
    [
        "README.md",
        "install.sh",
        "main.rs",
        "docs/guide.md",
        "setup.py",
        "index.io",
        "a",
        "",
        "docs.rs",
        "images/a.b/c.png",
        "v1.0/notes",
    ],
)
def test_files_have_no_scheme_to_miss(url: str) -> None:
    assert missing_scheme(url) is None


def test_a_host_of_the_same_file_is_certain() -> None:
    fault = missing_scheme("unheard-of-site.com/page", {"unheard-of-site.com"})
    assert fault is not None
    assert fault.is_certain


def test_known_hosts_have_subdomains() -> None:
    assert (
        is_known_host("export.arxiv.org"),
        is_known_host("arxiv.org.evil.example"),
        looks_like_host("x.md"),
    ) == (True, False, False)


@pytest.mark.parametrize(
    ("url", "repair"),
    [
        ("ttps://github.com/a/b", "https://github.com/a/b"),
        ("https:/github.com/a/b", "https://github.com/a/b"),
        ("https//github.com/a/b", "https://github.com/a/b"),
        ("https:www.example.org/", "https://www.example.org/"),
        ("https://https://github.com/a/b", "https://github.com/a/b"),
    ],
)
def test_a_broken_scheme_is_mended(url: str, repair: str) -> None:
    assert repaired(url, find_url_faults(url)) == repair


@pytest.mark.parametrize(
    "url",
    [
        "https://web.archive.org/web/2020/https://example.org/",
        "https://example.org/login?next=https://example.org/a",
        "https://sci-hub.se/https://doi.org/10.1145/1",
        "https://readmedium.com/https://medium.com/a",
        "https://en.wikipedia.org/wiki/Foo_(bar)",
    ],
)
def test_a_sound_url_has_no_fault(url: str) -> None:
    assert list(find_url_faults(url)) == []
