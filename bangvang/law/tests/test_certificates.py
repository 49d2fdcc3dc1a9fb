"""Bằng khen and Giấy khen: sentences of their own, and what stands beside their ways."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

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
from bangvang.law.finding import Finding

DAYS = Days(date(2026, 3, 2))
OLD_DAYS = Days(date(2022, 4, 19))
FIVE = [2021, 2022, 2023, 2024, 2025]
MERIT = "prime_minister_certificate.merit"
PROVINCE = "provincial_certificate.merit"


def record(complete_from: int = 1950, **held: list[int]) -> Record:
    rows = tuple(
        Held(code, Kind.MERIT, year, record_id=f"{code}-{number}")
        for code, years in held.items()
        for number, year in enumerate(years)
    )
    return Record(rows, dict.fromkeys(RecordKind, complete_from))


def parts(found: Finding) -> Iterator[Finding]:
    """Yield a finding and all that it is made of."""
    yield found
    for one in found.parts:
        yield from parts(one)


def part(found: Finding, rule: str) -> Finding:
    return next(one for one in parts(found) if one.rule == rule)


def said(code: str, one: Record, rule: str, days: Days = DAYS) -> str:
    return part(appraise(code, one, days=days).finding, rule).sentence


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (
            record(CSTDCS=[2022, 2023, 2025], HTTNV=FIVE),
            "Có 3 lần Chiến sĩ thi đua cơ sở trong các năm 2021-2025 (2022, 2023, 2025).",
        ),
        (
            record(CSTDCS=[2019, 2023, 2025], HTTNV=FIVE),
            "Chiến sĩ thi đua cơ sở trong thời gian liên tục các năm 2021-2025: có 2 (2023, 2025), "
            "phải có ít nhất 3; thiếu 1. Ngoài thời gian này có 1 (2019).",
        ),
        (
            record(CSTDCS=[2023, 2023, 2025], HTTNV=FIVE),
            "Chiến sĩ thi đua cơ sở trong thời gian liên tục các năm 2021-2025: có 2 (2023, 2025), "
            "phải có ít nhất 3; thiếu 1.",
        ),
        (
            record(CSTDCS=[2025], HTTNV=[2025], HTNV=[2024]),
            "Chiến sĩ thi đua cơ sở trong thời gian liên tục năm 2025: có 1 (2025), phải có ít "
            "nhất 3; thiếu 2.",
        ),
        (
            record(HTNV=[2024, 2025], CSTDCS=[2025]),
            "Chiến sĩ thi đua cơ sở: không có năm liên tục nào để tính.",
        ),
        (
            record(2025, CSTDCS=[2025], HTTNV=[2025]),
            "Chiến sĩ thi đua cơ sở trong thời gian liên tục đến năm 2025: có 1 (2025), phải có ít "
            "nhất 3; chưa rõ từ năm 2024 trở về trước.",
        ),
        (
            record(CSTDCS=[2021, 2022, 2024], HTTNV=[2020, 2021, 2022, 2023, 2024]),
            "Có 3 lần Chiến sĩ thi đua cơ sở trong các năm 2020-2024 (2021, 2022, 2024). Văn bản "
            "không nói rõ «đến thời điểm đề nghị» có tính cả năm đang xét hay không; người thẩm "
            "định quyết định.",
        ),
    ],
)
def test_titles_inside_a_run_are_named_with_the_nearest_miss(one: Record, sentence: str) -> None:
    assert said("BK_TTG", one, f"{MERIT}.titles") == sentence


def test_a_run_of_good_years_takes_both_grades() -> None:
    one = record(HTTNV=[2021, 2023, 2024], HTXSNV=[2022, 2025])

    assert said("BK_TTG", one, f"{MERIT}.run") == (
        "Có 5 năm liên tục hoàn thành tốt nhiệm vụ hoặc hoàn thành xuất sắc nhiệm vụ (2021, 2022, "
        "2023, 2024, 2025)."
    )


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (
            record(HTXSNV=[2024, 2025], SK_CO_SO=[2024, 2025]),
            "Có 2 sáng kiến cấp cơ sở trong các năm 2024-2025 (2024, 2025).",
        ),
        (
            record(HTXSNV=[2024, 2025], SK_CO_SO=[2024], DE_TAI_TINH=[2025]),
            "Có 2 sáng kiến cấp cơ sở hoặc đề tài khoa học cấp tỉnh trong các năm 2024-2025 (2024, "
            "2025). Điều khoản nêu 02 sáng kiến cấp cơ sở hoặc 02 đề tài khoa học; người thẩm "
            "định quyết định có tính sáng kiến phạm vi rộng hơn, có cộng sáng kiến với đề tài hay "
            "không.",
        ),
        (
            record(HTXSNV=[2023, 2024], SK_CO_SO=[2023, 2024]),
            "Có 2 sáng kiến cấp cơ sở trong các năm 2023-2024 (2023, 2024). Văn bản không nói rõ "
            "thời gian liên tục phải đến năm đang xét hay có thể kết thúc ở năm liền trước; người "
            "thẩm định quyết định.",
        ),
    ],
)
def test_initiatives_inside_a_run_are_named_with_their_doubt(one: Record, sentence: str) -> None:
    assert said("BK_TINH", one, f"{PROVINCE}.initiatives") == sentence


def test_research_is_a_second_reading_where_only_initiatives_are_named() -> None:
    one = record(BK_TINH=[2016], HTXSNV=list(range(2017, 2022)), DE_TAI_TINH=[2017] * 5)

    found = appraise("BK_TTG", one, days=OLD_DAYS)

    assert found.reasons == (Reason.TWO_READINGS,)
    assert part(found.finding, f"{MERIT}.initiatives").sentence.endswith(
        "Điều khoản chỉ nêu sáng kiến cấp cơ sở; người thẩm định quyết định có tính sáng kiến phạm "
        "vi rộng hơn, đề tài khoa học hay không."
    )


def test_an_initiative_that_carried_a_title_leaves_the_example_of_the_ministry_to_a_person() -> (
    None
):
    one = record(HTXSNV=[2023, 2024], SK_CO_SO=[2023, 2024], CSTDCS=[2024])
    spent = replace(
        one,
        held=tuple(
            replace(row, used_for=("CSTDCS",))
            if (row.code, row.year) == ("SK_CO_SO", 2024)
            else row
            for row in one.held
        ),
    )
    days = Days(date(2025, 3, 2))

    free, used = (appraise("BK_TINH", given, days=days) for given in (one, spent))

    assert free.reasons == (Reason.WEAK_SOURCE,)
    assert used.reasons == (Reason.TWO_READINGS, Reason.WEAK_SOURCE)


def test_certificates_for_a_movement_or_a_sudden_deed_are_no_step_to_the_next() -> None:
    held = record(CSTDCS=[2022, 2023, 2025], HTTNV=FIVE)
    for kind, answer in (
        (Kind.MERIT, Answer.MET),
        (Kind.THEME, Answer.NOT_MET),
        (Kind.SUDDEN, Answer.NOT_MET),
    ):
        given = replace(held, held=(*held.held, Held("BK_TINH", kind, 2020)))

        assert appraise("BK_TTG", given, days=DAYS).answer is answer


def test_the_nearest_way_speaks_where_none_is_met() -> None:
    found = appraise("BK_TINH", record(CSTDCS=[2025]), days=DAYS).finding

    assert found.sentence.startswith(
        "Không đạt trường hợp nào trong 2 trường hợp đã xét. Gần nhất: bằng khen của Chủ tịch Ủy "
        "ban nhân dân tỉnh, Chiến sĩ thi đua cơ sở liên tục: Chiến sĩ thi đua cơ sở 2 năm liên tục "
        "2024-2025: có 1 (2025); thiếu năm 2024."
    )
    assert "nhiều thành tích có phạm vi ảnh hưởng ở một lĩnh vực (Điều 74)" in found.sentence


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"BK_MO_HINH_SO_NAM": 1}, "Thời gian mô hình sản xuất ổn định: 1 năm; thiếu 1."),
        ({"BK_MO_HINH_SO_NAM": 2}, "Thời gian mô hình sản xuất ổn định: 2 năm."),
        ({}, "Thời gian mô hình sản xuất ổn định: hồ sơ chưa cho biết."),
    ],
)
def test_a_farmer_is_told_how_long_the_model_has_stood(
    facts: dict[str, int], sentence: str
) -> None:
    one = replace(record(), facts={"BK_NONG_DAN": True, **facts})

    assert said("BK_TTG", one, "prime_minister_certificate.farmer.years") == sentence


def test_what_people_judge_is_put_as_the_clause_measures_it() -> None:
    found = appraise("BK_TTG", record(), days=Days(date(2019, 12, 31)), kind=Kind.SUDDEN)

    assert found.deciding().sentence.startswith(
        "Lập được thành tích đột xuất có phạm vi ảnh hưởng trong bộ, ban, ngành, tỉnh: do người "
        "thẩm định và Hội đồng đánh giá."
    )


def test_a_way_known_second_hand_says_so_and_shows_what_it_found() -> None:
    found = appraise(
        "BK_TINH", record(HTXSNV=[2024], TTLDXS=[2025]), days=DAYS, subject=Subject.COLLECTIVE
    )

    assert found.reasons == (Reason.WEAK_SOURCE,)
    assert part(found.finding, "provincial_certificate.collective.run").sentence == (
        "Có 2 năm liên tục hoàn thành xuất sắc nhiệm vụ hoặc Tập thể lao động xuất sắc (2024, "
        "2025). Quy định này chưa được đối chiếu với văn bản gốc nên chưa thể kết luận."
    )


@pytest.mark.parametrize(
    ("one", "rule", "sentence"),
    [
        (
            record(HTXSNV=[2022, 2023, 2024, 2025]),
            "run",
            "Hoàn thành xuất sắc nhiệm vụ hoặc Tập thể lao động xuất sắc 5 năm liên tục 2021-2025: "
            "có 4 (2022, 2023, 2024, 2025); thiếu năm 2021.",
        ),
        (
            record(HTXSNV=FIVE),
            "flag",
            "Cờ thi đua của Ủy ban nhân dân tỉnh trong thời gian liên tục các năm 2021-2025: chưa "
            "có, phải có ít nhất 1; thiếu 1.",
        ),
        (
            record(HTXSNV=FIVE[:4], TTLDXS=FIVE[4:], CO_TINH=[2024]),
            "flag",
            "Có 1 lần Cờ thi đua của Ủy ban nhân dân tỉnh trong các năm 2021-2025 (2024).",
        ),
    ],
)
def test_a_collective_sees_how_near_it_is_although_nothing_is_decided(
    one: Record, rule: str, sentence: str
) -> None:
    found = appraise("BK_TTG", one, days=DAYS, subject=Subject.COLLECTIVE)

    assert found.answer is Answer.FOR_A_PERSON
    shown = part(found.finding, f"prime_minister_certificate.collective.{rule}").sentence
    warning = " Quy định này chưa được đối chiếu với văn bản gốc nên chưa thể kết luận."
    assert shown == sentence + warning


def unread(code: str, subject: Subject, days: Days) -> Appraisal:
    return appraise(code, record(), days=days, subject=subject)


@pytest.mark.parametrize(
    ("code", "subject", "days", "clause"),
    [
        ("BK_TTG", Subject.COLLECTIVE, OLD_DAYS, "khoản 3 Điều 38 Nghị định 91/2017/NĐ-CP"),
        ("BK_TTG", Subject.HOUSEHOLD, DAYS, "Điều 73 Luật Thi đua, khen thưởng 2022"),
        ("BK_TINH", Subject.COLLECTIVE, OLD_DAYS, "Điều 39 Nghị định 91/2017/NĐ-CP"),
        ("BK_TINH", Subject.HOUSEHOLD, OLD_DAYS, "Điều 39 Nghị định 91/2017/NĐ-CP"),
        ("BK_BO", Subject.PERSON, OLD_DAYS, "Điều 39 Nghị định 91/2017/NĐ-CP"),
        ("BK_BO", Subject.PERSON, DAYS, "Điều 74 Luật Thi đua, khen thưởng 2022"),
        ("GIAY_KHEN", Subject.PERSON, OLD_DAYS, "Điều 40 Nghị định 91/2017/NĐ-CP"),
        ("GIAY_KHEN", Subject.COLLECTIVE, DAYS, "Điều 75 Luật Thi đua, khen thưởng 2022"),
        ("KNC", Subject.PERSON, OLD_DAYS, "Điều 37 Nghị định 91/2017/NĐ-CP"),
        ("KNC", Subject.PERSON, DAYS, "Điều 71 Luật Thi đua, khen thưởng 2022"),
    ],
)
def test_a_way_whose_text_was_not_read_names_its_clause(
    code: str, subject: Subject, days: Days, clause: str
) -> None:
    found = unread(code, subject, days)

    assert found.reasons == (Reason.TEXT_UNSEEN,)
    assert found.finding.rule == "no_rule"
    assert found.finding.cite.text == clause
    assert clause in found.finding.sentence


def test_what_is_recalled_is_marked_as_recalled() -> None:
    assert unread("BK_TINH", Subject.HOUSEHOLD, OLD_DAYS).finding.sentence == (
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh: hệ thống chưa có nguyên văn để tính: hộ gia "
        "đình (Điều 39 Nghị định 91/2017/NĐ-CP). Ghi theo trí nhớ, chưa đối chiếu: có nhiều đóng "
        "góp về công sức, đất đai, tài sản. Người thẩm định đối chiếu văn bản."
    )
