"""What an official reads about collectives: the roll in numbers, the nearest miss, the clause."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import pytest

from bangvang.law import (
    Answer,
    Appraisal,
    Days,
    Held,
    Kind,
    Reason,
    Record,
    RecordKind,
    Subject,
    appraise,
)
from bangvang.law.record import Fact

LAW_2003 = "Luật Thi đua, khen thưởng 2003"
LAW_2022 = "Luật Thi đua, khen thưởng 2022"
ALL = dict.fromkeys(RecordKind, 1950)
EMPTY: Mapping[str, Fact] = MappingProxyType({})
ROLL: dict[str, Fact] = {
    "SO_THANH_VIEN": 20,
    "SO_HOAN_THANH": 20,
    "SO_LDTT": 14,
    "SO_CSTDCS": 2,
    "SO_KY_LUAT_CANH_CAO": 0,
}


def about(
    code: str,
    on: date,
    facts: Mapping[str, Fact] = EMPTY,
    *,
    kind: Kind = Kind.MERIT,
    subject: Subject = Subject.COLLECTIVE,
) -> Appraisal:
    grade = Held("HTXSNV", Kind.MERIT, on.year - 1, record_id="grade")
    record = Record((grade,), ALL, {**ROLL, **facts})
    return appraise(code, record, days=Days(on), kind=kind, subject=subject)


def said(found: Appraisal, rule: str) -> str:
    return next(part.sentence for part in found.finding.parts if part.rule == rule)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({}, "14 trên 20 người (70,00 %)."),
        ({"SO_LDTT": 13}, "13 trên 20 người (65,00 %); thiếu 1 người."),
        ({"SO_LDTT": 2, "SO_THANH_VIEN": 3}, "2 trên 3 người (66,66 %); thiếu 1 người."),
        ({"SO_LDTT": None}, "hồ sơ chưa cho biết đủ số người."),
        ({"SO_LDTT": 21}, "số liệu không khớp (21 trên 20 người)."),
        ({"SO_LDTT": 0, "SO_THANH_VIEN": 0}, "số liệu không khớp (0 trên 0 người)."),
    ],
)
def test_a_share_names_both_counts_and_how_many_are_short(
    facts: dict[str, Fact], sentence: str
) -> None:
    found = about("TTLDXS", date(2022, 4, 19), facts)

    title = "Tỷ lệ Lao động tiên tiến (Chiến sĩ tiên tiến) trong tập thể"
    assert said(found, "excellent_collective.advanced_members") == f"{title}: {sentence}"


def test_more_than_half_is_short_by_one_at_exactly_half() -> None:
    found = about("TTLDTT", date(2022, 4, 19), {"SO_LDTT": 10})

    assert found.answer is Answer.NOT_MET
    assert said(found, "advanced_collective.advanced_members").endswith(
        ": 10 trên 20 người (50,00 %); thiếu 1 người."
    )
    assert found.deciding().requires == "Phải có: trên 50 %"
    assert found.deciding().cite.text == ("điểm c khoản 1 Điều 28 Luật Thi đua, khen thưởng 2003")


def test_who_was_disciplined_is_counted_not_named() -> None:
    found = about("TTLDXS", date(2022, 4, 19), {"SO_KY_LUAT_CANH_CAO": 2})

    assert said(found, "excellent_collective.discipline") == (
        "Kỷ luật trong tập thể: có 2 cá nhân bị kỷ luật từ cảnh cáo trở lên."
    )


def test_the_grade_of_the_year_and_the_fighters_are_told() -> None:
    found = about("TTLDXS", date(2025, 2, 10), {"SO_CSTDCS": 0})

    assert said(found, "excellent_collective.grade") == "Năm 2024: hoàn thành xuất sắc nhiệm vụ."
    assert said(found, "excellent_collective.fighters") == (
        "Cá nhân đạt danh hiệu Chiến sĩ thi đua cơ sở: 0 người; thiếu 1."
    )


def test_a_share_read_in_another_text_only_warns_and_refuses_nobody() -> None:
    found = about("TTLDTT", date(2025, 2, 10), {"SO_THANH_VIEN": 100, "SO_LDTT": 69})

    assert found.reasons == (Reason.WEAK_SOURCE,)
    assert said(found, "advanced_collective.advanced_members").endswith(
        "69 trên 100 người (69,00 %); thiếu 1 người. Quy định này chưa được đối chiếu với văn bản "
        "gốc nên chưa thể kết luận."
    )


@pytest.mark.parametrize(
    ("years", "told"), [(2, "2 năm; thiếu 1."), (3, "3 năm."), (None, "hồ sơ chưa cho biết.")]
)
def test_the_length_of_a_movement_of_the_province_is_told_and_decides_nothing(
    years: int | None, told: str
) -> None:
    found = about("CO_TINH", date(2025, 2, 10), {"SO_NAM_PHONG_TRAO": years}, kind=Kind.THEME)

    assert found.reasons == (Reason.WEAK_SOURCE,)
    assert said(found, "provincial_flag.theme.years").startswith(
        f"Thời gian của phong trào: {told} Quy định này chưa được đối chiếu"
    )


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        (date(2017, 12, 14), Answer.FOR_A_PERSON),
        (date(2017, 12, 15), Answer.NOT_MET),
        (date(2019, 12, 31), Answer.NOT_MET),
        (date(2020, 1, 1), Answer.FOR_A_PERSON),
    ],
)
def test_who_leads_its_cluster_decides_only_while_the_circular_was_read(
    on: date, answer: Answer
) -> None:
    found = about("CO_TINH", on, {"NHAT_KHOI_CUM_TINH": True, "DAN_DAU_KHOI_CUM_TINH": False})

    assert found.answer is answer


def test_the_flag_of_the_government_names_the_way_that_the_file_does_not_claim() -> None:
    found = about(
        "CO_CP", date(2022, 4, 19), {"DAN_DAU_SO_DAT_CO_TINH": False, "VUOT_CHI_TIEU": True}
    )

    assert found.answer is Answer.NOT_MET
    assert found.finding.sentence.endswith(
        "Trường hợp khác mà hồ sơ chưa nêu: dẫn đầu khối, cụm thi đua của Hội đồng Thi đua - Khen "
        "thưởng Trung ương (khoản 2 Điều 11)."
    )


@pytest.mark.parametrize(
    ("code", "on", "clause"),
    [
        ("DVTT", date(2023, 12, 31), f"Điều 28 {LAW_2003}"),
        ("DVTT", date(2024, 1, 1), f"Điều 28 {LAW_2022}"),
        ("DVQT", date(2023, 12, 31), "Điều 10 Nghị định 91/2017/NĐ-CP"),
        ("DVQT", date(2024, 1, 1), f"Điều 27 {LAW_2022}"),
        ("XA_TIEU_BIEU", date(2024, 1, 1), f"Điều 29 {LAW_2022}"),
        ("XA_TIEU_BIEU", date(2024, 1, 29), f"Điều 29 {LAW_2022}"),
        ("XA_TIEU_BIEU", date(2024, 1, 30), "Nghị định 86/2023/NĐ-CP"),
        ("THON_VH", date(2023, 12, 31), LAW_2003),
        ("THON_VH", date(2024, 1, 29), f"Điều 30 {LAW_2022}"),
        ("THON_VH", date(2026, 9, 30), "Nghị định 86/2023/NĐ-CP"),
    ],
)
def test_a_title_that_is_not_coded_names_the_clause_to_read(
    code: str, on: date, clause: str
) -> None:
    found = about(code, on)

    assert found.reasons == (Reason.TEXT_UNSEEN,)
    assert found.finding.rule == "no_rule"
    assert f"({clause})." in found.finding.sentence


@pytest.mark.parametrize(
    ("on", "clause"),
    [
        (date(2022, 4, 19), LAW_2003),
        (date(2024, 1, 1), f"Điều 31 {LAW_2022}"),
        (date(2024, 1, 29), f"Điều 31 {LAW_2022}"),
    ],
)
def test_a_household_before_the_decree_of_2023_names_the_clause_to_read(
    on: date, clause: str
) -> None:
    found = about("GIA_DINH_VH", on, subject=Subject.HOUSEHOLD)

    assert found.reasons == (Reason.TEXT_UNSEEN,)
    assert f"({clause})." in found.finding.sentence


def test_the_provinces_flag_by_theme_was_not_read_in_the_decree_of_2017() -> None:
    found = about("CO_TINH", date(2023, 12, 31), kind=Kind.THEME)

    assert found.reasons == (Reason.TEXT_UNSEEN,)
    assert "(Điều 12 Nghị định 91/2017/NĐ-CP)." in found.finding.sentence


def test_a_household_is_judged_by_the_three_standards_once_the_decree_is_in_force() -> None:
    before = about("GIA_DINH_VH", date(2024, 1, 29), subject=Subject.HOUSEHOLD)
    after = about("GIA_DINH_VH", date(2024, 1, 30), subject=Subject.HOUSEHOLD)

    assert "Ghi theo trí nhớ, chưa đối chiếu: Từ ngày 30/01/2024" in before.finding.sentence
    assert [part.title for part in after.finding.parts] == [
        "Gương mẫu chấp hành pháp luật",
        "Tích cực tham gia các phong trào của địa phương",
        "Gia đình no ấm, tiến bộ, hạnh phúc, văn minh, đoàn kết trong cộng đồng",
    ]
    assert after.reasons == (Reason.JUDGEMENT,)
