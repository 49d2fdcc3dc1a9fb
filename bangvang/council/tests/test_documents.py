"""Words that the papers of a session share."""

from datetime import date

import pytest

from bangvang.council.documents.wording import chair_posts, heads_of, place_of, share_in_words
from bangvang.council.selectors.councils import SeatRow

COMMITTEE = "Ủy ban nhân dân tỉnh Lào Cai"


def seat(role: str, role_name: str) -> SeatRow:
    day = date(2022, 1, 1)
    return SeatRow(1, role, role_name, "Giàng A Núi", "Chủ tịch", "", day, None, "1/QĐ", day)


def test_the_head_names_the_committee_the_council_and_the_province_once() -> None:
    heads = heads_of(COMMITTEE, "Hội đồng Thi đua - Khen thưởng tỉnh Lào Cai")

    assert heads.superior == "Ủy ban nhân dân\ntỉnh Lào Cai"
    assert heads.issuer == "Hội đồng\nThi đua - Khen thưởng"


@pytest.mark.parametrize(("name", "place"), [(COMMITTEE, "Lào Cai"), ("Sở Nội vụ", "Sở Nội vụ")])
def test_papers_name_the_province_as_their_place(name: str, place: str) -> None:
    assert place_of(name) == place


@pytest.mark.parametrize(
    ("count", "total", "said"),
    [(17, 22, "77,27%"), (20, 22, "90,90%"), (22, 22, "100,00%"), (0, 22, "0,00%")],
)
def test_a_share_is_cut_and_never_rounded_up(count: int, total: int, said: str) -> None:
    assert share_in_words(count, total) == said


def test_a_vice_chair_signs_for_the_chair() -> None:
    assert chair_posts(seat("CHAIR", "Chủ tịch Hội đồng")) == ("CHỦ TỊCH HỘI ĐỒNG",)
    assert chair_posts(seat("VICE_CHAIR", "Phó Chủ tịch Hội đồng")) == (
        "KT. CHỦ TỊCH HỘI ĐỒNG",
        "Phó Chủ tịch Hội đồng",
    )
