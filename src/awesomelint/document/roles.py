"""What a link of an entry is for, told from its label and from where it leads.

Labels are those of 109 paper lists, English, Chinese, Japanese and Korean.
"""

from __future__ import annotations

import re

from awesomelint.document.model import Link, LinkRole
from awesomelint.works import Work

_LABELS: dict[LinkRole, str] = {
    "paper": (
        "paper papers pdf arxiv abs abstract article preprint openreview publication pub html acm ieee "
        "springer doi read 论文 论文地址 论文链接 文章 原文 論文 논문"
    ),
    "code": (
        "code codes github gitlab git repo repository repositories implementation official-code source "
        "source-code pytorch tensorflow keras jax toolkit 代码 论文代码 源码 项目代码 コード 코드"
    ),
    "project": (
        "project projects page pages website web site webpage homepage home project-page project-website "
        "project-webpage 项目 项目地址 项目主页 主页 官网 プロジェクト 프로젝트"
    ),
    "data": (
        "data dataset datasets benchmark benchmarks hf-dataset 数据 数据集 データ データセット 데이터 "
        "데이터셋"
    ),
    "model": (
        "model models weights checkpoint checkpoints huggingface hf hugging-face 模型 模型权重 モデル 모델"
    ),
    "demo": "demo demos online-demo colab space playground try 演示 デモ 데모",
    "video": "video videos youtube talk presentation bilibili 视频 動画 영상",
    "slides": "slides slide ppt 幻灯片 スライド",
    "poster": "poster",
    "blog": "blog blogs blogpost blog-post medium news 博客 解读 中文解读 ブログ 블로그",
    "notes": "note notes review summary twitter tweet thread x zhihu 笔记 知乎",
    "docs": "doc docs documentation readme wiki tutorial 文档 教程",
    "bibtex": "bibtex bib cite citation",
    "supplement": "supp supplement supplementary supplemental appendix",
    "other": "link links url here download more details star stars license 链接 地址 下载 详情 查看 リンク",
}
_ROLE_OF: dict[str, LinkRole] = {label: role for role, labels in _LABELS.items() for label in labels.split()}
_ROLE_OF_KIND: dict[str, LinkRole] = {
    "huggingface-model": "model",
    "huggingface-dataset": "data",
    "huggingface-space": "demo",
    "youtube": "video",
}
_QUALIFIERS = frozenset(
    "official unofficial our original author authors full short long extended online oral spotlight "
    "version in construction coming soon the on with and & of via english chinese".split()
)
_SIGNS = frozenset("-/&+")
_MARKS = re.compile(r"[^\w\s/&+-]+")
_NUMBER = re.compile(r"-?v?\d+$")


def label_role(text: str) -> LinkRole | None:
    """What a label such as `[Paper]`, `🤗HF` or `code 2` says the link is for; None if it is no label."""
    words = [word for word in _MARKS.sub(" ", text).casefold().split() if word not in _SIGNS]
    if not words or len(words) > 4:
        return None
    phrase = _NUMBER.sub("", "-".join(words))
    if phrase in _ROLE_OF:
        return _ROLE_OF[phrase]
    singles = [word.rstrip("0123456789") or word for word in words]
    if "".join(singles) in _ROLE_OF:
        return _ROLE_OF["".join(singles)]
    if all(word in _ROLE_OF or word in _QUALIFIERS for word in singles):
        return next((_ROLE_OF[word] for word in singles if word in _ROLE_OF), None)
    return None


def target_role(work: Work | None) -> LinkRole:
    """What a link is for when its label does not say: by where it leads."""
    if work is None:
        return "other"
    if work.is_paper:
        return "paper"
    if work.is_repository:
        return "code"
    return _ROLE_OF_KIND.get(work.kind, "other")


def link_role(link: Link, work: Work | None) -> LinkRole:
    """The role of an entry's link: the label first, for lists name a project page on GitHub a project."""
    role = label_role(link.text)
    return target_role(work) if role is None or role == "other" else role
