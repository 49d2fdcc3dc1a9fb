"""A file and the register that say something different of somebody's class are named."""

from datetime import date

import pytest

from bangvang.appraisal.classes import CLASSES, class_contradictions
from bangvang.foundation.tests.factories import AT
from bangvang.law import AskedFor, questions
from bangvang.registry.selectors.postings import PostingSeen


def posting(subject_class: str) -> PostingSeen:
    return PostingSeen(
        "ref", "person", "Vàng Thị Lúa Chín", "unit", "Sở Y tế", "", subject_class,
        date(2020, 1, 1), None, "QĐ", "", "Lý A Ruộng", AT, "", "", None, 1,
    )  # fmt: skip


def named(stated: dict[str, bool | int | None], *classes: str, is_woman: bool = True) -> list[bool]:
    found = class_contradictions(stated, [posting(one) for one in classes], is_woman=is_woman)
    return [one.said for one in found]


def test_every_question_is_one_of_the_law_and_is_answered_by_yes_or_no() -> None:
    asked = questions()
    assert all(asked[name].asked_for in (AskedFor.CLAIM, AskedFor.FACT) for name in CLASSES)


@pytest.mark.parametrize(
    ("stated", "classes", "expected"),
    [
        ({"BK_LA_CONG_NHAN": True}, ("WORKER",), []),
        ({"BK_LA_CONG_NHAN": True}, ("OFFICIAL",), [True]),
        ({"BK_LA_CONG_NHAN": False}, ("WORKER",), [False]),
        ({"BK_LA_CONG_NHAN": False}, ("OFFICIAL",), []),
        ({"BK_LA_CONG_NHAN": None}, ("OFFICIAL",), []),
        ({"BK_LA_CONG_NHAN": True}, (), []),
        ({"BK_LA_CONG_NHAN": True}, ("",), []),
        ({"BK_LA_CONG_NHAN": True}, ("OFFICIAL", "WORKER"), []),
        ({"BK_LA_NGUOI_LAO_DONG": True}, ("FARMER",), []),
        ({"BK_LAO_DONG": False}, ("WORKER",), []),
        ({"BK_LAO_DONG": True}, ("LEADER",), [True]),
        ({"LDTT_CONG_NHAN_NONG_DAN": True}, ("OFFICIAL",), [True]),
        ({"CH_CAN_BO_NU": True}, ("LEADER",), []),
        ({"CH_CAN_BO_NU": True}, ("OFFICIAL",), [True]),
        ({"BK_MO_HINH_SO_NAM": 3}, ("OFFICIAL",), []),
    ],
)
def test_only_what_does_not_fit_is_named(
    stated: dict[str, bool | int | None], classes: tuple[str, ...], expected: list[bool]
) -> None:
    assert named(stated, *classes) == expected


def test_a_leader_who_is_no_woman_is_no_woman_leader() -> None:
    assert named({"CH_CAN_BO_NU": True}, "LEADER", is_woman=False) == [True]
    assert named({"CH_CAN_BO_NU": False}, "LEADER", is_woman=False) == []
