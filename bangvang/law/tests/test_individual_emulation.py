"""Sentences of the titles of individuals, recorded disciplines, and what the register proves."""

from dataclasses import replace
from datetime import date

import pytest

from bangvang.law import (
    Answer,
    Appraisal,
    Bar,
    BarKind,
    Days,
    Finding,
    Held,
    Kind,
    Reason,
    Record,
    RecordHand,
    RecordKind,
    appraise,
    award_name,
    find_code,
    routes_on,
)
from bangvang.law.answers import answer_of

DAYS = Days(date(2022, 1, 10))
LATER = Days(date(2025, 1, 10))
ALL = dict.fromkeys(RecordKind, 1950)
STAFF = {"SO_THANG_TU_KHI_TUYEN_DUNG": 120, "KY_LUAT_TRONG_NAM": False}
DISCIPLINE = "advanced_worker.discipline"


def record(facts: dict[str, int | bool], *bars: Bar, **held: list[int]) -> Record:
    rows = tuple(Held(code, Kind.MERIT, year) for code, years in held.items() for year in years)
    return Record(rows, ALL, facts, bars)


def part(found: Appraisal, rule: str) -> Finding:
    whole = found.finding.parts[0] if found.finding.rule.endswith(".above") else found.finding
    return next(one for one in whole.parts if one.rule == rule)


def punished(since: date, until: date | None = None, level: str = "KHIEN_TRACH") -> Bar:
    return Bar(BarKind.DISCIPLINED, since, until, level, record_id="KL-1")


def discipline(facts: dict[str, int | bool], *bars: Bar) -> Finding:
    return part(appraise("LDTT", record(facts, *bars, HTTNV=[2021]), days=DAYS), DISCIPLINE)


@pytest.mark.parametrize("day", [date(2021, 1, 1), date(2021, 12, 31)])
def test_a_discipline_recorded_in_the_year_refuses_whatever_the_file_says(day: date) -> None:
    found = discipline(STAFF, punished(day))

    assert found.answer is Answer.NOT_MET
    assert found.sentence == f"Năm 2021 bị kỷ luật: khiển trách từ ngày {day:%d/%m/%Y}."
    assert [(row.record_id, row.year) for row in found.used] == [("KL-1", 2021)]
    assert found.cite.text == "Điều 8 Nghị định 91/2017/NĐ-CP"


@pytest.mark.parametrize(
    "bar",
    [
        punished(date(2020, 12, 31), date(2021, 1, 2)),
        punished(date(2020, 12, 31)),
        punished(date(2022, 1, 10)),
    ],
)
def test_a_discipline_of_another_year_that_reaches_here_is_for_a_person(bar: Bar) -> None:
    found = discipline(STAFF, bar)

    assert (found.answer, found.why) == (Answer.FOR_A_PERSON, Reason.TWO_READINGS)
    assert found.sentence == (
        f"Có kỷ luật ngoài năm 2021: khiển trách từ ngày {bar.since:%d/%m/%Y}; quy định không nói "
        "rõ có tính cho năm 2021 hay không, người thẩm định quyết định."
    )
    assert found.asked == ()
    assert discipline(STAFF | {"KY_LUAT_TRONG_NAM": True}, bar).answer is Answer.NOT_MET


@pytest.mark.parametrize(
    "bar",
    [
        punished(date(2020, 1, 2), date(2021, 1, 1)),
        punished(date(2022, 1, 11)),
        replace(punished(date(2021, 5, 1)), kind=BarKind.COMPLAINT),
    ],
)
def test_what_ended_before_or_is_no_discipline_leaves_it_to_the_file(bar: Bar) -> None:
    assert discipline(STAFF, bar).answer is Answer.MET
    assert discipline({}, bar).answer is Answer.FOR_A_PERSON


def test_where_no_discipline_is_recorded_the_file_answers() -> None:
    clean, guilty, silent = (
        discipline(facts) for facts in (STAFF, STAFF | {"KY_LUAT_TRONG_NAM": True}, {})
    )

    assert clean.sentence == "Năm 2021 không bị kỷ luật, theo hồ sơ."
    assert guilty.sentence == "Năm 2021 bị kỷ luật, theo hồ sơ."
    assert silent.sentence == "Chưa rõ năm 2021 có bị kỷ luật hay không: hồ sơ chưa cho biết."
    assert silent.asked == ("KY_LUAT_TRONG_NAM",)
    assert clean.requires == ("Không bị kỷ luật từ hình thức khiển trách trở lên trong năm xét")


@pytest.mark.parametrize(
    ("level", "named"),
    [("CANH_CAO", "cảnh cáo"), ("BUOC_THOI_VIEC", "buộc thôi việc"), ("", "kỷ luật")],
)
def test_every_level_of_discipline_counts_and_is_named(level: str, named: str) -> None:
    found = discipline(STAFF, punished(date(2021, 5, 1), level=level))

    assert found.answer is Answer.NOT_MET
    assert found.sentence == f"Năm 2021 bị kỷ luật: {named} từ ngày 01/05/2021."


def test_several_disciplines_are_named_in_the_order_of_their_days_and_all_shown() -> None:
    first = punished(date(2021, 3, 1), level="CANH_CAO")
    second = replace(punished(date(2021, 5, 1)), record_id="KL-0")
    beside = replace(punished(date(2020, 12, 31)), record_id="KL-2")

    found = discipline(STAFF, second, beside, first)

    assert found.sentence == (
        "Năm 2021 bị kỷ luật: cảnh cáo từ ngày 01/03/2021; khiển trách từ ngày 01/05/2021."
    )
    assert [row.record_id for row in found.used] == ["KL-0", "KL-1", "KL-2"]


def test_the_later_law_names_no_discipline() -> None:
    bar = punished(date(2024, 5, 1))

    found = appraise("LDTT", record({}, bar, HTTNV=[2024]), days=LATER)

    assert DISCIPLINE not in {one.rule for one in found.finding.parts}


def test_the_months_in_service_are_told_with_what_is_short() -> None:
    one = record(STAFF | {"SO_THANG_TU_KHI_TUYEN_DUNG": 9}, HTTNV=[2021])

    found = part(appraise("LDTT", one, days=DAYS), "advanced_worker.months")

    assert found.sentence == "Thời gian từ khi được tuyển dụng: 9 tháng; thiếu 1."
    assert found.requires == "Phải có: ít nhất 10 tháng"


def test_ways_that_are_not_coded_are_named_with_their_clause() -> None:
    found = appraise("LDTT", record(STAFF, HTNV=[2021]), days=DAYS)

    assert found.finding.sentence.endswith(
        "Trường hợp hệ thống chưa có nguyên văn để tính: công nhân, nông dân, người lao động "
        "(Điều 24)."
    )


def test_a_farmer_who_does_not_say_so_is_told_of_the_other_way() -> None:
    found = appraise("LDTT", record({}), days=LATER)

    assert found.answer is Answer.NOT_MET
    assert found.finding.sentence.endswith(
        "Trường hợp khác mà hồ sơ chưa nêu: công nhân, nông dân, người lao động khác (khoản 3 "
        "Điều 24)."
    )


def test_an_old_soldier_title_is_for_a_person_with_the_clause_to_read() -> None:
    found = appraise("CSTT", record({}), days=DAYS)

    assert found.reasons == (Reason.TEXT_UNSEEN,)
    assert found.finding.cite.text == "Điều 8 Nghị định 91/2017/NĐ-CP"
    assert "Chiến sĩ tiên tiến trong lực lượng vũ trang" in found.finding.sentence


def test_the_lower_title_of_the_year_stands_for_its_standard() -> None:
    found = appraise("CSTDCS", record({}, LDTT=[2021], SK_CO_SO=[2021]), days=DAYS)

    assert found.answer is Answer.MET
    assert part(found, "grassroots_fighter.standard").sentence == "Năm 2021: Lao động tiên tiến."
    assert part(found, "grassroots_fighter.merit").sentence == "Năm 2021: sáng kiến cấp cơ sở."


def test_an_initiative_of_another_year_is_named_with_the_doubt() -> None:
    one = record({}, LDTT=[2021], SK_CO_SO=[2019])

    found = part(appraise("CSTDCS", one, days=DAYS), "grassroots_fighter.merit")

    assert found.sentence.startswith("Có 1 sáng kiến cấp cơ sở (2019).")
    assert found.sentence.endswith(
        "người thẩm định quyết định có tính sáng kiến ngoài năm xét hay không."
    )


def national(*rows: Held, on: date = date(2022, 9, 15), **facts: bool) -> Finding:
    found = appraise("CSTDTQ", Record(rows, ALL, facts), days=Days(on))
    return part(found, "national_fighter.time")


def given(year: int, decided_on: date | None, code: str = "CSTDT", **more: date | Kind) -> Held:
    return replace(Held(code, Kind.MERIT, year, decided_on), **more)  # type: ignore[arg-type]  # fields


FIRST = given(2017, date(2018, 3, 1))


@pytest.mark.parametrize("code", ["CSTDT", "CSTDB"])
def test_the_register_proves_the_day_of_the_second_decision(code: str) -> None:
    for day in (date(2021, 1, 1), date(2021, 12, 31)):
        for year in (2020, 2021):
            assert national(FIRST, given(year, day, code)).answer is Answer.MET


def test_a_title_of_another_kind_proves_no_second_title() -> None:
    days = {"year": 2021, "on": date(2022, 4, 19)}

    for kind in Kind:
        one = Record((given(2020, date(2021, 5, 1), kind=kind),), {})
        proved = answer_of(one, "LAN_HAI_NAM_TRUOC", **days)  # type: ignore[arg-type]
        assert proved is (True if kind is Kind.MERIT else None)


@pytest.mark.parametrize(
    "row",
    [
        given(2020, None),
        given(2020, date(2020, 12, 31)),
        given(2020, date(2022, 1, 1)),
        given(2020, date(2021, 5, 1), "CSTDCS"),
        given(2020, date(2021, 5, 1), revoked_on=date(2021, 9, 1)),
        given(2022, date(2021, 5, 1)),
    ],
)
def test_where_the_register_does_not_prove_it_the_file_is_asked(row: Held) -> None:
    silent = national(FIRST, row)

    assert (silent.answer, silent.asked) == (Answer.FOR_A_PERSON, ("LAN_HAI_NAM_TRUOC",))
    assert national(FIRST, row, LAN_HAI_NAM_TRUOC=False).answer is Answer.NOT_MET
    assert national(FIRST, row, LAN_HAI_NAM_TRUOC=True).answer is Answer.MET


def test_two_titles_are_told_with_what_the_text_leaves_open() -> None:
    days = Days(date(2025, 3, 1))
    one = record({}, CSTDT=[2023, 2024], SK_TOAN_QUOC=[2024])

    found = part(appraise("CSTDTQ", one, days=days), "national_fighter.titles")

    assert found.why is Reason.TWO_READINGS
    assert found.sentence.startswith("Có 2 lần Chiến sĩ thi đua cấp tỉnh (2023, 2024).")
    assert "có được trùng nhau hay không" in found.sentence


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("LDTT", ["advanced_worker.staff.2017"],
         ["advanced_worker.staff.2024", "advanced_worker.workers.2024"]),
        ("CSTT", [], ["advanced_soldier.2024"]),
        ("CSTDCS", ["grassroots_fighter.2017", "grassroots_fighter.combat.2017"],
         ["grassroots_fighter.2024", "grassroots_fighter.workers.2024",
          "grassroots_fighter.combat.2024"]),
        ("CSTDTQ", ["national_fighter.2017"], ["national_fighter.2024"]),
    ],
)  # fmt: skip
def test_each_boundary_day_has_the_routes_of_its_law(
    code: str, before: list[str], after: list[str]
) -> None:
    for on, routes in (
        (date(2017, 10, 1), before),
        (date(2023, 12, 31), before),
        (date(2024, 1, 1), after),
        (date(2026, 9, 30), after),
        (date(2026, 10, 1), []),
    ):
        assert [route.id for route in routes_on(code, on)] == routes


def test_what_counts_toward_these_titles_is_in_the_catalogue() -> None:
    assert find_code("CSTĐ cấp bộ") == "CSTDB"
    assert find_code("Đề tài NCKH cấp cơ sở") == "DE_TAI_CO_SO"
    assert award_name("CSTDB", DAYS.received_on).startswith("Chiến sĩ thi đua Bộ, ban, ngành")
    found = appraise("CSTDB", record({}), days=DAYS)
    assert "danh hiệu của Bộ, ban, ngành, đoàn thể trung ương" in found.finding.sentence


def test_a_hand_answers_from_the_record_and_then_from_the_file() -> None:
    one = record({}, punished(date(2021, 5, 1)))

    here = RecordHand(one, year=2021, on=DAYS.received_on).fact("KY_LUAT_TRONG_NAM")
    before = RecordHand(one, year=2019, on=DAYS.received_on).fact("KY_LUAT_TRONG_NAM")
    other = RecordHand(one, year=2021, on=DAYS.received_on).fact("CHIEN_DAU_DON_VI_CONG_NHAN")

    assert (here.met, here.may) == (True, True)
    assert (before.met, before.may) == (False, True)
    assert (other.met, other.may) == (False, True)
