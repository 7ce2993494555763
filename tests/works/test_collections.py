"""Papers in conferences' and libraries' collections, and the venues that the addresses tell."""

import pytest

from awesomelint.works import VenueHint, Work, identify


def work_at(url: str) -> Work:
    work = identify(url)
    assert work is not None
    return work


HASH = "c5d736809766d46260d816d8dbc9eb44"


@pytest.mark.parametrize(
    ("url", "identity"),
    [
        ("https://aclanthology.org/2020.acl-main.219", "acl:2020.acl-main.219"),
        ("https://aclanthology.org/2020.acl-main.219.pdf", "acl:2020.acl-main.219"),
        ("https://aclanthology.org/2020.acl-main.219.bib", "acl:2020.acl-main.219"),
        ("https://www.aclanthology.org/2024.emnlp-main.929.pdf", "acl:2024.emnlp-main.929"),
        ("https://www.aclweb.org/anthology/P18-1226.pdf", "acl:P18-1226"),
        ("https://aclweb.org/anthology/papers/P/P18/P18-1226/", "acl:P18-1226"),
        ("https://aclanthology.info/papers/P18-1226/p18-1226", "acl:P18-1226"),
        ("https://aclanthology.org/p18-1226v2.pdf", "acl:P18-1226"),
        ("http://proceedings.mlr.press/v80/lake18a.html", "pmlr:v80/lake18a"),
        ("https://proceedings.mlr.press/v80/lake18a/lake18a.pdf", "pmlr:v80/lake18a"),
        ("http://jmlr.org/proceedings/papers/v37/xuc15.pdf", "pmlr:v37/xuc15"),
        ("https://raw.githubusercontent.com/mlresearch/v235/main/assets/lin24a/lin24a.pdf", "pmlr:v235/lin24a"),
        (f"https://proceedings.neurips.cc/paper/2020/hash/{HASH}-Abstract.html", f"neurips:2020/{HASH}"),
        (f"https://papers.nips.cc/paper_files/paper/2020/file/{HASH}-Paper.pdf", f"neurips:2020/{HASH}"),
        ("http://papers.nips.cc/paper/7209-learned-in-translation.pdf", "neurips:7209"),
        ("https://papers.nips.cc/paper/7209-learned-in-translation", "neurips:7209"),
        (f"https://proceedings.iclr.cc/paper_files/paper/2024/hash/{HASH}-Abstract-Conference.html", f"iclr:2024/{HASH}"),
        (f"https://proceedings.mlsys.org/paper/2020/file/{HASH}-Paper.pdf", f"mlsys:2020/{HASH}"),
        ("https://openaccess.thecvf.com/content/CVPR2024/html/Lei_V_CVPR_2024_paper.html", "cvf:Lei_V_CVPR_2024_paper"),
        ("http://openaccess.thecvf.com/content/CVPR2024/papers/Lei_V_CVPR_2024_paper.pdf", "cvf:Lei_V_CVPR_2024_paper"),
        ("https://www.cv-foundation.org/openaccess/content_cvpr_2016/papers/He_D_CVPR_2016_paper.pdf", "cvf:He_D_CVPR_2016_paper"),
        ("https://www.ecva.net/papers/eccv_2024/papers_ECCV/papers/05234.pdf", "ecva:2024/5234"),
        ("https://www.ecva.net/papers/eccv_2024/papers_ECCV/html/5234_ECCV_2024_paper.php", "ecva:2024/5234"),
        ("https://ojs.aaai.org/index.php/AAAI/article/view/21286", "aaai:21286"),
        ("https://ojs.aaai.org/index.php/AAAI/article/download/21286/21035", "aaai:21286"),
        ("https://www.aaai.org/ojs/index.php/AAAI/article/view/21286", "aaai:21286"),
        ("https://www.aaai.org/ocs/index.php/AAAI/AAAI18/paper/viewPaper/16098", "aaai:ocs/aaai18/16098"),
        ("https://www.ijcai.org/proceedings/2020/537", "ijcai:2020/537"),
        ("https://www.ijcai.org/Proceedings/2020/0537.pdf", "ijcai:2020/537"),
        ("https://static.ijcai.org/proceedings-2020/0537.pdf", "ijcai:2020/537"),
        ("https://www.ijcai.org/Proceedings/16/Papers/047.pdf", "ijcai:2016/47"),
        ("https://www.isca-speech.org/archive/interspeech_2022/x22_interspeech.html", "isca:2022/x22_interspeech"),
        ("https://www.isca-archive.org/interspeech_2022/x22_interspeech.pdf", "isca:2022/x22_interspeech"),
        ("http://www.roboticsproceedings.org/rss19/p001.pdf", "rss:rss19/p001"),
        ("https://www.usenix.org/conference/usenixsecurity23/presentation/lukas", "usenix:usenixsecurity23/lukas"),
        ("https://www.usenix.org/system/files/usenixsecurity23-lukas.pdf", "usenix:usenixsecurity23/lukas"),
        ("https://www.usenix.org/system/files/sec23-lukas.pdf", "usenix:usenixsecurity23/lukas"),
        ("https://www.usenix.org/system/files/osdi22-yu.pdf", "usenix:osdi22/yu"),
        ("https://www.ndss-symposium.org/ndss-paper/some-attack/", "ndss:some-attack"),
        ("https://www.vldb.org/pvldb/vol14/p1234-lin.pdf", "vldb:vol14/p1234-lin"),
        ("https://www.jmlr.org/papers/volume21/20-074/20-074.pdf", "jmlr:v21/20-074"),
        ("https://jmlr.org/papers/v21/20-074.html", "jmlr:v21/20-074"),
        ("https://openreview.net/forum?id=wGa2plE8ka", "openreview:wGa2plE8ka"),
        ("https://openreview.net/pdf?id=wGa2plE8ka", "openreview:wGa2plE8ka"),
        ("https://openreview.net/attachment?id=wGa2plE8ka&name=pdf", "openreview:wGa2plE8ka"),
        ("https://openreview.net/forum?id=wGa2plE8ka&noteId=abc#all", "openreview:wGa2plE8ka"),
        ("https://openreview.net/forum?id=wGa2plE8ka&referrer=%5BAuthor%5D(%2Fx)", "openreview:wGa2plE8ka"),
        ("https://ieeexplore.ieee.org/document/9306804", "ieee:9306804"),
        ("https://ieeexplore.ieee.org/abstract/document/9306804/keywords#k", "ieee:9306804"),
        ("http://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=9306804", "ieee:9306804"),
        ("https://ieeexplore.ieee.org/ielx7/10445798/10445803/09306804.pdf", "ieee:9306804"),
        ("http://dl.acm.org/citation.cfm?id=2939785", "acm:2939785"),
        ("https://api.semanticscholar.org/CorpusId:258179056", "semanticscholar:CorpusID:258179056"),
        ("https://api.semanticscholar.org/CorpusID:258179056", "semanticscholar:CorpusID:258179056"),
        (f"https://www.semanticscholar.org/paper/A-Title/{HASH}{HASH[:8]}", f"semanticscholar:{HASH}{HASH[:8]}"),
        ("https://www.sciencedirect.com/science/article/abs/pii/S0925231222002533?via", "sciencedirect:S0925231222002533"),
        ("https://pubmed.ncbi.nlm.nih.gov/12345678/", "pubmed:12345678"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/", "pubmed:PMC123456"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/", "pubmed:PMC123456"),
    ],
)  # fmt: skip
def test_one_paper_under_many_addresses(url: str, identity: str) -> None:
    work = work_at(url)
    assert (work.identity, work.is_paper) == (identity, True)


@pytest.mark.parametrize(
    "url",
    [
        "https://aclanthology.org/",
        "https://aclanthology.org/volumes/2023.acl-long/",
        "https://aclanthology.org/venues/emnlp/",
        "https://proceedings.mlr.press/v202/",
        "https://proceedings.mlr.press/v202/lin23a/lin23a-supp.pdf",
        f"https://proceedings.neurips.cc/paper/2020/file/{HASH}-Supplemental.pdf",
        "https://openaccess.thecvf.com/CVPR2024",
        "https://openaccess.thecvf.com/content/CVPR2021/supplemental/Xu_S_CVPR_2021_supplemental.pdf",
        "https://openreview.net/attachment?id=wGa2plE8ka&name=supplementary_material",
        "https://openreview.net/group?id=ICLR.cc/2024/Conference",
        "https://ieeexplore.ieee.org/Xplore/home.jsp",
        "https://www.usenix.org/conference/usenixsecurity23",
        "https://www.usenix.org/system/files/sec23_slides_lukas.pdf",
        "https://www.ndss-symposium.org/ndss2023/accepted-papers/",
        "https://www.ijcai.org/proceedings/2020/",
        "https://www.semanticscholar.org/author/1234",
    ],
)
def test_other_pages_of_a_collection_are_no_paper(url: str) -> None:
    assert work_at(url).kind == "url"


@pytest.mark.parametrize(
    ("url", "venue"),
    [
        ("https://aclanthology.org/2024.emnlp-main.470/", VenueHint("EMNLP", 2024)),
        ("https://aclanthology.org/2023.findings-acl.15.pdf", VenueHint("ACL", 2023, "Findings")),
        ("https://aclanthology.org/2023.emnlp-industry.1/", VenueHint("EMNLP", 2023, "Industry")),
        ("https://aclanthology.org/2023.acl-demo.3/", VenueHint("ACL", 2023, "Demo")),
        ("https://aclanthology.org/2023.acl-srw.5.pdf", VenueHint("ACL", 2023, "Student Research Workshop")),
        ("https://aclanthology.org/2021.tacl-1.12/", VenueHint("TACL", 2021)),
        ("https://aclanthology.org/2024.lrec-main.832/", VenueHint("LREC", 2024, also=("COLING",))),
        ("https://aclanthology.org/P18-1226/", VenueHint("ACL", 2018)),
        ("https://aclanthology.org/D19-1458/", VenueHint("EMNLP", 2019, also=("IJCNLP",))),
        ("https://openaccess.thecvf.com/content/CVPR2024/html/A_B_CVPR_2024_paper.html", VenueHint("CVPR", 2024)),
        ("https://openaccess.thecvf.com/content/CVPR2022W/N/papers/A_CVPRW_2022_paper.pdf", VenueHint("CVPR", 2022, "Workshop")),
        ("https://openaccess.thecvf.com/content_cvpr_2017_workshops/w1/papers/A_B_CVPR_2017_paper.pdf", VenueHint("CVPR", 2017, "Workshop")),
        ("https://openaccess.thecvf.com/content_ICCV_2019/papers/A_B_ICCV_2019_paper.pdf", VenueHint("ICCV", 2019)),
        ("https://openaccess.thecvf.com/content_cvpr_2013/papers/A_B_2013_CVPR_paper.pdf", VenueHint("CVPR", 2013)),
        ("https://www.ecva.net/papers/eccv_2020/papers_ECCV/papers/123460001.pdf", VenueHint("ECCV", 2020)),
        (f"https://proceedings.neurips.cc/paper_files/paper/2022/hash/{HASH}-Abstract-Conference.html", VenueHint("NeurIPS", 2022)),
        (f"https://proceedings.neurips.cc/paper_files/paper/2022/file/{HASH}-Paper-Datasets_and_Benchmarks.pdf",
         VenueHint("NeurIPS", 2022, "Datasets and Benchmarks")),
        (f"https://datasets-benchmarks-proceedings.neurips.cc/paper/2021/hash/{HASH}-Abstract-round1.html",
         VenueHint("NeurIPS", 2021, "Datasets and Benchmarks")),
        ("http://papers.nips.cc/paper/7209-learned-in-translation.pdf", VenueHint("NeurIPS")),
        ("https://proceedings.mlr.press/v37/ioffe15.html", VenueHint("ICML", 2015)),
        ("https://proceedings.mlr.press/v115/song20a.html", VenueHint("UAI", 2019)),
        ("https://proceedings.mlr.press/v235/lin24a.html", VenueHint("ICML", 2024)),
        ("https://proceedings.mlr.press/v267/lin25a.html", VenueHint("ICML", 2025)),
        ("https://proceedings.mlr.press/v270/lin25a.html", VenueHint("CoRL", 2024)),
        ("https://ojs.aaai.org/index.php/AAAI/article/view/21286", VenueHint("AAAI", also=("IAAI", "EAAI"))),
        ("https://www.aaai.org/ocs/index.php/AAAI/AAAI18/paper/view/16098", VenueHint("AAAI", 2018)),
        ("https://www.ijcai.org/proceedings/2020/537", VenueHint("IJCAI", 2020)),
        ("https://www.usenix.org/conference/usenixsecurity23/presentation/lukas", VenueHint("USENIX Security", 2023)),
        ("https://www.usenix.org/conference/atc17/technical-sessions/presentation/x", VenueHint("USENIX ATC", 2017)),
        ("https://www.ndss-symposium.org/wp-content/uploads/ndss2021_1A-4_24180_paper.pdf", VenueHint("NDSS", 2021)),
        ("https://www.ndss-symposium.org/wp-content/uploads/2024-123-paper.pdf", VenueHint("NDSS", 2024)),
        ("https://www.vldb.org/pvldb/vol14/p1234-lin.pdf", VenueHint("VLDB", 2021)),
        ("http://www.roboticsproceedings.org/rss19/p001.pdf", VenueHint("RSS", 2023)),
    ],
)  # fmt: skip
def test_the_venue_that_an_address_tells(url: str, venue: VenueHint) -> None:
    work = work_at(url)
    assert (work.venue, work.year) == (venue, venue.year)


@pytest.mark.parametrize(
    "url",
    [
        "https://aclanthology.org/W18-1234/",
        "https://aclanthology.org/D19-5501/",
        "https://aclanthology.org/P98-1001/",
        "https://aclanthology.org/2023.bionlp-1.5/",
        "https://aclanthology.org/2023.acl-someworkshop.5/",
        "https://proceedings.mlr.press/v123/lin20a.html",
        "https://openreview.net/forum?id=wGa2plE8ka",
    ],
)
def test_an_address_that_tells_no_venue(url: str) -> None:
    work = work_at(url)
    assert (work.is_paper, work.venue) == (True, None)


def test_the_data_track_of_2021_has_hashes_of_its_own() -> None:
    main = work_at(f"https://proceedings.neurips.cc/paper/2021/hash/{HASH}-Abstract.html")
    data = work_at(
        f"https://datasets-benchmarks-proceedings.neurips.cc/paper/2021/hash/{HASH}-Abstract-round1.html"
    )
    assert main.identity != data.identity
