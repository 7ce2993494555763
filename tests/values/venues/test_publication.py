"""What authors write at arXiv about where their paper was published, and what only sounds like it."""

import pytest

from awesomelint.values.venues import Track, publication

SAID = [
    ("Accepted at NeurIPS 2023; code at https://example.com", "NeurIPS", 2023, None),
    ("Accepted by SIGIR 2024", "SIGIR", 2024, None),
    ("Accepted by SIGIR2024", "SIGIR", 2024, None),
    ("Accepted by AAAI 2026 Oral", "AAAI", 2026, None),
    ("Accepted by NAACL 2019 (oral)", "NAACL", 2019, None),
    ("Accepted by INTERSPEECH 2024", "Interspeech", 2024, None),
    ("Accepted to NAACL 2024 Main Conference", "NAACL", 2024, Track("main")),
    ("Accepted to LREC-COLING 2024", "COLING", 2024, None),
    ("Accepted to the main conference of LREC-COLING 2024", "COLING", 2024, None),
    (
        "Accepted to TMLR 2025. Revised version incorporates more papers and has been further polished",
        "TMLR",
        2025,
        None,
    ),
    ("Accepted at ICLR 2026. Conference paper. 10 pages main text; 34 pages total", "ICLR", 2026, None),
    (
        "Accepted at BMVC 2026. 27 pages (14 pages main paper, appendix and references), 6 figures",
        "BMVC",
        2026,
        None,
    ),
    ("Accepted as ICLR 2026 (Oral), 10 pages", "ICLR", 2026, None),
    ("To appear at Findings of EMNLP 2023", "EMNLP", 2023, Track("findings")),
    (
        "To appear in the proceedings of: ACM Conference on Computer and Communications Security 2021 (CCS21)",
        "CCS",
        2021,
        None,
    ),
    ("to appear in TACL, this is a pre-MIT Press publication version", "TACL", None, None),
    ("To appear in as an Oral in CVPR 2021.", "CVPR", 2021, None),
    ("To appear in NAACL 2024", "NAACL", 2024, None),
    ("To appear at SIGIR'24 (short paper track)", "SIGIR", 2024, Track("short papers")),
    ("To appear in 2025 ACM CSCW", "CSCW", 2025, None),
    (
        "To appear in the Proceedings of NAACL 2024. Data available in ConvoKit this https URL",
        "NAACL",
        2024,
        None,
    ),
    ("CVPR 2024. Project link: this https URL", "CVPR", 2024, None),
    ("CVPR 2024. The first two authors contributed equally", "CVPR", 2024, None),
    ("NeurIPS 2020. Code is available at https://github.com/tianheyu927/PCGrad", "NeurIPS", 2020, None),
    ("Neurips 2024 (Spotlight); Code: this https URL", "NeurIPS", 2024, None),
    ("ICLR 2023", "ICLR", 2023, None),
    ("Published as a conference paper at ICLR 2023", "ICLR", 2023, None),
    ("Published as a conference paper at COLM 2026", "COLM", 2026, None),
    ("10 pages, accepted at Findings of ACL 2021 (short)", "ACL", 2021, Track("short papers")),
    ("7 pages, accepted by CIKM 2025 as a short paper", "CIKM", 2025, Track("short papers")),
    ("15 pages, 6 figures. Accepted to ICML 2023", "ICML", 2023, None),
    ("25 pages, 10 figures, ICML 2022", "ICML", 2022, None),
    ("Camera-ready version for ACL 2023", "ACL", 2023, None),
    ("COLING 2024", "COLING", 2024, None),
    ("EMNLP 2023 Findings", "EMNLP", 2023, Track("findings")),
    ("Published in Transactions on Machine Learning Research (TMLR)", "TMLR", None, None),
    ("ECCV 2022 (Oral). Project page: https://x", "ECCV", 2022, None),
    ("Presented at ICASSP 2023", "ICASSP", 2023, None),
    ("Accepted for publication in IEEE Robotics and Automation Letters (RA-L) 2023", "RA-L", None, None),
    ("NeurIPS 2022 Datasets and Benchmarks Track", "NeurIPS", 2022, Track("datasets and benchmarks")),
    ("USENIX Security 2024", "USENIX Security", 2024, None),
    ("Accepted at TPAMI", "TPAMI", None, None),
]
NOT_SAID = [
    "Accepted to The Third Workshop on Language Technologies for Historical and Ancient Languages (LT4HALA 2024)",
    "Accepted to ENLSP workshop, NeurIPS 2023",
    "Accepted to CVPR 2024 Workshop on Prompting in Vision, Project Page: this https URL",
    "Accepted at ICML 2026 Workshop on Decision-Making from Offline Datasets to Online Adaptation",
    "To appear in CVPRW2024",
    "CVPR 2024 Workshop on What is Next in Multimodal Foundation Models",
    "NeurIPS 2025 Workshop on Deep Learning for Code (DL4C), Project page: https://x",
    "Extended version of the ICCV2023 paper arXiv:2303.15247",
    "Extended version of our paper published at e-Energy'25.",
    "Submitted to ACL ARR on April 17th 2024",
    "Submitted to ACL 2024",
    "Submitted to NeurIPS 2024 SoLaR Workshop",
    "submitted to ApJ as part of the CEERS Focus Issue. 27 pages",
    "Under review at ICLR 2026",
    "Published as a workshop paper to the In2Writing workshop at CHI 2024",
    "8 pages, accepted in NAACL-SRW, 2024",
    "Technical report",
    "Work in progress",
    "1st place solution for the CVPR 2022 EPIC-Kitchens challenge",
    "Winner of the NeurIPS 2021 MineRL competition",
    "Preprint. Under review",
    "17 pages, 3 figures",
    "Dataset of 12k user sessions",
    "arXiv admin note: text overlap with arXiv:2101.00001, published in CVPR 2021",
    "This paper has been withdrawn",
    "ICLR 2024 submission",
    "Rejected from ICML 2023",
    "Project page: https://cvpr2023.example.com",
    "Code at https://github.com/a/iclr2024",
    "An earlier version appeared at ICML 2020",
    "We use the ACL 2019 data",
    "Follow-up of our NeurIPS 2021 paper",
    "A short version was accepted at ICML 2023",
    "Accepted to ICLR 2024 Tiny Papers",
    "Tutorial at ACL 2023",
    "Results for the CVPR 2024 benchmark",
    "ICLR 2022 blog post",
    "Accepted by IEEE/IFIP International Conference on Dependable Systems and Networks (DSN), industry track",
    "Accepted with minor revisions pending at TMLR",
]
REFERENCES = [
    ("TMLR 2024", "TMLR", 2024),
    ("ICCV 2023", "ICCV", 2023),
    ("Proc. of EMNLP 2023, 12-20", "EMNLP", 2023),
    ("Proceedings of the 2023 Conference on Empirical Methods in Natural Language Processing", "EMNLP", 2023),
    ("Proceedings of the AAAI Conference on Artificial Intelligence 37(4), 2023", "AAAI", 2023),
    (
        "In Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition, pp. 1-10, 2022",
        "CVPR",
        2022,
    ),
    (
        "IEEE Transactions on Pattern Analysis and Machine Intelligence, vol. 45, no. 3, pp. 123, 2023",
        "TPAMI",
        2023,
    ),
    ("Trans. Mach. Learn. Res. (2023)", "TMLR", 2023),
]
NO_REFERENCES = [
    "",
    "CVPR 2023 Workshops",
    "J. Chem. Phys. 115, 1626 (2001)",
    "arXiv preprint arXiv:2310.06694, 2023",
]


@pytest.mark.parametrize(("comment", "venue", "year", "track"), SAID)
def test_an_acceptance_is_understood(comment, venue, year, track):
    found = publication(comment, "")
    assert found is not None
    assert (found.venue.name, found.year, found.track) == (venue, year, track)


@pytest.mark.parametrize("comment", NOT_SAID)
def test_what_is_no_acceptance_is_none(comment):
    assert publication(comment, "") is None


@pytest.mark.parametrize(("reference", "venue", "year"), REFERENCES)
def test_a_journal_reference_is_understood(reference, venue, year):
    found = publication("", reference)
    assert found is not None
    assert (found.venue.name, found.year) == (venue, year)


@pytest.mark.parametrize("reference", NO_REFERENCES)
def test_another_reference_is_none(reference):
    assert publication("", reference) is None


def test_a_hostile_comment_costs_no_time():
    for text in ("accepted " * 50_000, "(" * 100_000, "10 pages, " * 20_000, "CVPR " * 50_000):
        publication(text, text)
