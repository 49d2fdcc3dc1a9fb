"""Orders, medals and State honours: no hole on any day, and what is said about long service."""

from dataclasses import replace
from datetime import date

import pytest

from bangvang.law import ways_read
from bangvang.law.appraise import Appraisal, appraise
from bangvang.law.asking import Matter, gaps_of, routes_of
from bangvang.law.catalogue import RecordKind, Subject, catalogue
from bangvang.law.finding import Answer, Reason
from bangvang.law.gaps import gaps_on, not_coded_told
from bangvang.law.instruments import Seen
from bangvang.law.kinds import Kind
from bangvang.law.loading import Texts, shipped
from bangvang.law.overlay import using
from bangvang.law.record import Days, Fact, Held, Record

CLASSES = ("HCLD", "HCDL", "HCQC", "HCBVTQ", "HCCC")
FAMILY = (
    *(f"{name}{rank}" for name in CLASSES for rank in (1, 2, 3)),
    *("HCSV", "HCHCM", "HCDC", "HCDDK", "HCHN", "HUYCHN", "AHLD", "AHLLVT", "BMVNAH"),
    *("NGND", "NGUT", "TTND", "TTUT", "NSND", "NSUT", "NNND", "NNUT"),
)
OTHER_FORMS = {
    *("HUYCQKQT", "HUYCVANTQ", "HUYCCSVV1", "HUYCCSVV2", "HUYCCSVV3", "HUYCTNXP"),
    *("GTHCM", "GTNN", "TINHAH"),
}
DAYS = (
    date(2017, 10, 1),
    date(2022, 4, 19),
    date(2023, 12, 31),
    date(2024, 1, 1),
    date(2025, 6, 30),
    date(2025, 7, 1),
    date(2026, 9, 30),
    date(2026, 10, 1),
    date(2036, 11, 22),
)
COMPLETE = dict.fromkeys(RecordKind, 1960)


@pytest.mark.parametrize("code", FAMILY)
def test_every_kind_and_subject_has_a_route_or_a_gap_with_its_clause_on_every_day(
    code: str,
) -> None:
    for on in DAYS:
        for kind in Kind:
            for subject in catalogue()[code].subjects:
                routes = routes_of(Matter(code, kind, subject, on.year - 1, on))
                gaps = gaps_on(code, kind, subject, on)
                assert routes or gaps, (kind, subject, on)
                cites = [route.cite for route in routes] + [gap.cite for gap in gaps]
                assert all(cite.article for cite in cites), (kind, subject, on)


def test_the_family_is_every_state_commendation_and_honour_but_the_certificate() -> None:
    state = {
        line.code
        for line in catalogue().values()
        if line.level == "state" and line.award_class in {"commendation", "honour"}
    }

    assert state - {"BK_TTG"} - OTHER_FORMS == set(FAMILY)


def test_a_gap_names_its_clause_and_what_is_recalled_decides_nothing() -> None:
    found = appraise("HCLD2", Record((), COMPLETE), days=Days(date(2022, 4, 19)))

    assert found.answer is Answer.FOR_A_PERSON
    assert found.reasons == (Reason.TEXT_UNSEEN,)
    assert found.finding.cite.text == "khoản 1 Điều 23 Nghị định 91/2017/NĐ-CP"
    assert "Ghi theo trí nhớ, chưa đối chiếu: đã được tặng Huân chương Lao động hạng Ba" in (
        found.finding.sentence
    )


@pytest.mark.parametrize(
    ("code", "article", "newer"), [("HCDL1", 16, 36), ("HCDL2", 17, 37), ("HCDL3", 18, 38)]
)
def test_each_class_of_the_independence_order_has_one_article_in_each_law(
    code: str, article: int, newer: int
) -> None:
    for on, instrument, own in (
        (date(2022, 4, 19), "ND-91-2017", article),
        (date(2024, 4, 19), "LUAT-06-2022", newer),
    ):
        found = {
            gap.cite.article
            for kind in Kind
            for subject in catalogue()[code].subjects
            for gap in gaps_on(code, kind, subject, on)
            if gap.cite.instrument == instrument
        }
        assert found == {own}


def test_a_way_that_must_be_claimed_also_names_what_is_not_coded() -> None:
    found = appraise("HCLD3", Record((), COMPLETE), days=Days(date(2025, 4, 15)), kind=Kind.SUDDEN)

    assert found.finding.asked == ("HC_NGUOI_LAO_DONG",)
    assert "chưa có nguyên văn để tính: các điểm khác của khoản 1" in found.finding.sentence


def test_a_way_that_was_read_and_is_not_coded_is_not_called_unread() -> None:
    matter = Matter("CSTDT", Kind.MERIT, Subject.PERSON, 2024, date(2025, 4, 15))
    unread = Matter("HCLD3", Kind.SUDDEN, Subject.PERSON, 2024, date(2025, 4, 15))

    (read,) = not_coded_told(gaps_of(matter), full=False)
    assert read.startswith("do người thẩm định đối chiếu: mưu trí, sáng tạo trong chiến đấu")
    assert "chưa có nguyên văn" not in read
    assert not_coded_told(gaps_of(unread), full=False)[0].startswith(
        "hệ thống chưa có nguyên văn để tính: "
    )


@pytest.mark.parametrize(
    ("code", "on"), [("HCLD3", date(2025, 7, 1)), ("HCLD2", date(2023, 12, 31))]
)
def test_less_time_in_a_post_is_said_to_be_for_women_leaders(code: str, on: date) -> None:
    told = [
        text.sentence
        for way in ways_read(code, on)
        for text in way.conditions
        if "→" in text.sentence
    ]

    assert told
    assert all(one.startswith("Ngoại lệ (cán bộ nữ lãnh đạo, quản lý") for one in told)
    assert all(one.count("Ngoại lệ") == 1 for one in told)


MAN: dict[str, Fact] = {"CH_CAN_BO_NU": False, "CH_TUOI_NGHI_HUU_CAO_HON": False}
WOMAN: dict[str, Fact] = {"CH_CAN_BO_NU": True, "CH_TUOI_NGHI_HUU_CAO_HON": False}
HEAD = "Thời gian giữ chức Vụ trưởng, Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch tỉnh"
DEPUTY = "Thời gian giữ chức Phó Vụ trưởng, Giám đốc sở, Bí thư, Chủ tịch huyện"


def second_class(head: int | None, deputy: int, wars: Fact, who: dict[str, Fact]) -> Appraisal:
    facts: dict[str, Fact] = {
        "CH_THANG_VU_TRUONG": head,
        "CH_THANG_PHO_VU_TRUONG": deputy,
        "CH_HAI_CUOC_KHANG_CHIEN": wars,
        "CH_KHUNG_KHAC": False,
        **who,
    }
    days = Days(date(2022, 4, 19))
    with using(as_if_confirmed("long_service.labour_2")):
        return appraise("HCLD2", Record((), COMPLETE, facts), days=days, kind=Kind.LONG_SERVICE)


def as_if_confirmed(prefix: str) -> Texts:
    """Return the shipped texts as they are once these numbers were read in the official text."""
    return Texts(
        (
            replace(entry, seen=Seen.SOURCE) if id_.startswith(prefix) else entry
            for id_, row in shipped().rows.items()
            for entry in row.items
        ),
        version=f"confirmed {prefix}",
    )


def told(found: Appraisal) -> str:
    return found.finding.parts[0].sentence


def test_time_in_post_is_told_in_years_and_months_with_what_is_short() -> None:
    assert told(second_class(119, 0, False, MAN)) == (
        f"{HEAD}: 9 năm 11 tháng; cần từ 10 năm đến dưới 15 năm, thiếu 1 tháng."
    )


def test_a_woman_leader_needs_a_third_less_and_the_clause_is_named() -> None:
    found = second_class(80, 0, False, WOMAN)

    assert found.finding.parts[0].answer is Answer.MET
    assert told(found) == (
        f"{HEAD}: 6 năm 8 tháng, thuộc khung từ 10 năm → 6 năm 8 tháng đến dưới 15 năm → 10 năm. "
        "(Điều 3 Nghị định 91/2017/NĐ-CP)"
    )


def test_not_known_whether_a_woman_leads_both_outcomes_are_told_and_it_is_asked() -> None:
    found = second_class(90, 0, False, {"CH_TUOI_NGHI_HUU_CAO_HON": False})

    assert found.finding.parts[0].answer is Answer.FOR_A_PERSON
    assert found.finding.parts[0].asked == ("CH_CAN_BO_NU",)
    assert "thuộc khung từ 10 năm → 6 năm 8 tháng" in told(found)
    assert "cần từ 10 năm đến dưới 15 năm, thiếu 2 năm 6 tháng" in told(found)


def test_a_post_that_retires_later_takes_nothing_off() -> None:
    older: dict[str, Fact] = {"CH_CAN_BO_NU": True, "CH_TUOI_NGHI_HUU_CAO_HON": True}

    assert second_class(119, 0, False, older).answer is Answer.NOT_MET


def test_more_time_than_the_row_allows_is_a_second_reading_and_no_refusal() -> None:
    found = second_class(180, 0, False, MAN)

    assert found.finding.parts[0].why is Reason.TWO_READINGS
    assert told(found) == (
        f"{HEAD}: 15 năm, vượt khung từ 10 năm đến dưới 15 năm; thời gian dài hơn khung này thì "
        "thuộc khung của hạng cao hơn, người thẩm định quyết định hạng đề nghị."
    )


def test_where_no_row_fits_every_row_says_what_it_lacks() -> None:
    sentence = told(second_class(6, 100, True, MAN))

    assert f"{HEAD}: 6 tháng; cần từ 6 năm đến dưới 10 năm, thiếu 5 năm 6 tháng." in sentence
    assert f"{DEPUTY}: 8 năm 4 tháng; cần từ 10 năm trở lên, thiếu 1 năm 8 tháng." in sentence


def test_time_in_a_post_that_is_not_stated_is_asked_for() -> None:
    found = second_class(None, 0, False, MAN)

    assert "CH_THANG_VU_TRUONG" in found.finding.asked
    assert told(found) == (
        f"{HEAD}: hồ sơ chưa cho biết đủ thời gian; cần từ 10 năm đến dưới 15 năm."
    )


def test_the_table_read_in_translation_shows_the_row_that_fits_and_does_not_decide() -> None:
    facts: dict[str, Fact] = {
        **WOMAN,
        "CH_NGHI_HUU_HOAC_THOI_CHUC": True,
        "CH_BI_KY_LUAT": False,
        "CH_HAI_CUOC_KHANG_CHIEN": False,
        "CH_THANG_TONG_CUC_TRUONG": 0,
        "CH_THANG_PHO_TONG_CUC_TRUONG": 40,
        "CH_THANG_VU_TRUONG": 0,
        "CH_THANG_PHO_VU_TRUONG": 0,
    }
    found = appraise(
        "HCLD3",
        Record((), COMPLETE, facts),
        days=Days(date(2026, 3, 2)),
        kind=Kind.LONG_SERVICE,
    )

    assert found.reasons == (Reason.WEAK_SOURCE,)
    assert found.finding.parts[-1].sentence == (
        "Thời gian giữ chức Phó Tổng cục trưởng và tương đương: 3 năm 4 tháng, thuộc khung từ 5 "
        "năm → 3 năm 4 tháng đến dưới 8 năm → 5 năm 4 tháng. Quy định này chưa được đối chiếu với "
        "văn bản gốc nên chưa thể kết luận. (khoản 7 Điều 4 Nghị định 152/2025/NĐ-CP)"
    )


def test_one_certificate_beside_a_flag_is_told_with_the_doubt() -> None:
    years = (2020, 2021, 2022, 2023, 2024)
    held = (
        Held("BK_TTG", Kind.MERIT, 2019),
        *(Held("HTXSNV", Kind.MERIT, year) for year in years),
        Held("CO_TINH", Kind.MERIT, 2022),
        Held("BK_TINH", Kind.MERIT, 2023),
    )
    found = appraise(
        "HCLD3",
        Record(held, COMPLETE),
        days=Days(date(2025, 4, 15)),
        subject=Subject.COLLECTIVE,
    )

    assert found.reasons == (Reason.WEAK_SOURCE,)
    mixed = found.finding.parts[-1].parts[-1]
    assert mixed.parts[-1].sentence.endswith(
        "không thống nhất số bằng khen phải có là 1 hay 2; người thẩm định đối chiếu văn bản."
    )
