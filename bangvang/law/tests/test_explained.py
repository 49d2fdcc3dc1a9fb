"""An answer in plain words: sentence, nearest miss, earliest day, what is still open."""

import json
from dataclasses import replace
from datetime import date

import pytest

from bangvang.law import (
    Answer,
    Appraisal,
    Bar,
    BarKind,
    Condition,
    Days,
    Explanation,
    Held,
    Kind,
    Record,
    RecordKind,
    StillOpen,
    appraise,
    award_name,
    catalogue,
    explain,
    proposed,
)
from bangvang.law.called import lower_first

ON = date(2026, 9, 10)
ALL = dict.fromkeys(RecordKind, 1950)
CLAUSE = "theo Điều 22 Luật Thi đua, khen thưởng 2022"


def row(code: str, year: int, *, number: str = "", day: date | None = None) -> Held:
    return Held(code, Kind.MERIT, year, day, number, f"{code}-{year}")


def record(known: dict[RecordKind, int] | None = None, /, **held: list[int]) -> Record:
    rows = tuple(row(code, year) for code, years in held.items() for year in years)
    return Record(rows, ALL if known is None else known)


def told(one: Record, *, code: str = "CSTDT", on: date = ON) -> Explanation:
    return explain(appraise(code, one, days=Days(on)), on=on)


def opened(explanation: Explanation) -> dict[StillOpen, tuple[str, ...]]:
    return {change.kind: change.sentences for change in explanation.can_change}


def test_a_refusal_says_how_many_conditions_failed_how_near_it_was_and_when_it_may_be_met() -> None:
    said = told(record(CSTDCS=[2023, 2025]))

    assert said.sentence == (
        f"Không đủ điều kiện xét tặng danh hiệu “Chiến sĩ thi đua cấp tỉnh” {CLAUSE}: không đạt "
        "2 trên 3 điều kiện."
    )
    assert said.nearest.startswith(
        "Chiến sĩ thi đua cơ sở 3 năm liên tục 2023-2025: có 2 (2023, 2025); thiếu năm 2024. "
    )
    assert said.earliest == (
        "Xét thành tích năm 2027, hồ sơ nhận từ ngày 01/01/2028 (theo quy định áp dụng đến "
        "30/09/2026; từ 01/10/2026 Luật số 06/2026/QH16 chưa đối chiếu nguyên văn), nếu đến khi đó "
        "đạt: Chiến sĩ thi đua cơ sở liên tục (3 lần liên tục; chờ kết quả năm 2026, "
        "2027); Sáng kiến hoặc đề tài khoa học cấp tỉnh (ít nhất 1 trong 3 năm; chờ kết quả năm "
        "2026, 2027); Thành tích tiêu biểu xuất sắc (do người thẩm định, Hội đồng đánh giá)."
    )
    assert said.can_change == ()


def test_what_is_only_to_be_judged_is_said_so_and_has_no_miss() -> None:
    said = told(record(CSTDCS=[2023, 2024, 2025], SK_TINH=[2025]))

    assert said.sentence == (
        f"Đủ các điều kiện tính được để xét tặng danh hiệu “Chiến sĩ thi đua cấp tỉnh” {CLAUSE}; "
        "còn chờ đánh giá."
    )
    assert list(opened(said)) == [StillOpen.JUDGE]
    assert (said.nearest, said.earliest) == ("", "")


def test_missing_rows_are_named_with_their_years_and_no_year_twice() -> None:
    said = told(record({}, CSTDCS=[2023, 2025]))

    assert said.sentence.endswith("3 trên 3 điều kiện cần xem xét thêm.")
    assert opened(said)[StillOpen.LOOK_UP] == (
        "Chiến sĩ thi đua cơ sở năm 2024.",
        "Sáng kiến cấp tỉnh năm 2025 trở về trước.",
    )


def test_a_question_to_the_file_is_asked_in_its_own_words() -> None:
    years = list(range(2018, 2023))
    one = record(BK_TINH=[2016], GIAY_KHEN=years, HTXSNV=years)

    said = explain(appraise("BK_TTG", one, days=Days(date(2023, 4, 19))), on=date(2023, 4, 19))

    assert any("chiến đấu" in question for question in opened(said)[StillOpen.ANSWER])


def test_what_is_met_names_the_clause_of_the_way_that_carried() -> None:
    years = list(range(2021, 2026))
    said = told(record(BK_TINH=[2020], HTTNV=years, CSTDCS=[2022, 2023, 2025]), code="BK_TTG")

    assert said.sentence == (
        "Đủ điều kiện đề nghị tặng Bằng khen của Thủ tướng Chính phủ theo điểm b khoản 1 Điều 73 "
        "Luật Thi đua, khen thưởng 2022."
    )
    assert said.ways[0].answer is Answer.MET
    assert {condition.word for condition in said.conditions} == {"Đạt"}


def test_a_condition_read_at_second_hand_keeps_an_award_open() -> None:
    said = told(record(CSTDCS=[2024, 2025]), code="BK_TINH")

    assert said.sentence.endswith("1 trên 2 điều kiện cần xem xét thêm.")
    assert [condition.word for condition in said.conditions] == ["Đạt", "Cần xem xét"]


def test_of_several_ways_the_nearest_leads_and_says_its_name() -> None:
    said = told(record(HTXSNV=[2025], HTTNV=[2024]), code="BK_TINH")

    assert "không đạt trường hợp nào trong 2 trường hợp đã xét" in said.sentence
    assert said.nearest.startswith(f"{said.ways[0].title}: ")
    assert said.summary.startswith("Không đạt trường hợp nào")
    assert f"Gần nhất: {lower_first(said.ways[0].title)}: " in said.summary


def test_a_person_who_is_not_settled_comes_first() -> None:
    appraisal = appraise("CSTDT", record(), days=Days(ON), identity_settled=False)

    said = explain(appraisal, on=ON)

    assert said.sentence == appraisal.finding.sentence
    assert list(opened(said)) == [StillOpen.SETTLE_WHO]
    assert said.conditions == said.ways


def test_the_hint_of_the_law_before_stands_outside_the_answer() -> None:
    said = told(record(CSTDCS=[2023, 2025]), on=date(2026, 11, 1))

    assert list(opened(said)) == [StillOpen.READ]
    assert said.hint is not None
    assert (said.hint.until, said.hint.word) == (date(2026, 9, 30), "Không đạt")
    assert "thiếu năm 2024" in said.hint.sentence
    assert (said.nearest, said.earliest) == ("", "")


def test_two_laws_stand_side_by_side_and_a_person_chooses() -> None:
    received = date(2023, 12, 1)
    bar = Bar(BarKind.INVESTIGATED, date(2023, 11, 5), None, record_id="bar")
    one = replace(record(CSTDCS=[2020, 2021, 2022], SK_TINH=[2022]), bars=(bar,))
    days = Days(received, decided_on=date(2025, 7, 2))

    said = explain(appraise("CSTDT", one, days=days), on=received)

    assert [way.title.split()[0] for way in said.ways] == ["Theo", "Theo"]
    assert len({way.answer for way in said.ways}) == 2
    assert said.sentence.startswith("Chưa kết luận được")
    assert said.can_change


def test_a_clause_read_only_in_quotation_says_so() -> None:
    bar = Bar(BarKind.INVESTIGATED, date(2024, 3, 1), None, record_id="bar")
    one = replace(record(CSTDCS=[2021, 2022, 2023], SK_TINH=[2023]), bars=(bar,))

    said = told(one, on=date(2024, 4, 19))

    assert any("hệ thống mới có bản dẫn lại" in text for text in opened(said)[StillOpen.READ])
    assert [condition.title for condition in said.above] == [
        "Không thuộc trường hợp chưa xét khen thưởng"
    ]


def test_under_a_bar_the_award_is_counted_by_itself_and_the_bar_is_no_year() -> None:
    bar = Bar(BarKind.INVESTIGATED, date(2026, 9, 1), None, record_id="bar")
    one = replace(record(CSTDCS=[2023, 2024, 2025], SK_TINH=[2024]), bars=(bar,))

    said = told(one)

    assert said.sentence == (
        "Chưa xét tặng Chiến sĩ thi đua cấp tỉnh: đang điều tra, thanh tra, kiểm tra, kiểm toán "
        "có dấu hiệu vi phạm (từ 01/09/2026), theo khoản 4 Điều 4 Nghị định 152/2025/NĐ-CP."
    )
    assert said.summary.startswith("Xét riêng tiêu chuẩn: đạt 2 trên 3 điều kiện")
    assert [row.text for row in said.above[0].rows] == ["mục trong sổ, từ ngày 01/09/2026"]


def test_what_refuses_above_the_ways_is_named_with_its_own_clause() -> None:
    one = record(CSTDCS=[2023, 2024, 2025], SK_TINH=[2024], CSTDT=[2025])

    said = told(one)

    assert said.cite == "điểm c khoản 2 Điều 5 Luật Thi đua, khen thưởng 2022"
    assert said.sentence == (
        f"Không đủ điều kiện xét tặng danh hiệu “Chiến sĩ thi đua cấp tỉnh” theo {said.cite}: đã "
        "được tặng Chiến sĩ thi đua cấp tỉnh cho thành tích năm 2025 (chưa ghi số quyết định)."
    )


def test_where_the_ways_refuse_as_well_their_clause_is_named() -> None:
    one = record(CSTDCS=[2024, 2025], SK_TINH=[2024], CSTDT=[2025])

    assert told(one).sentence == (
        "Không đủ điều kiện xét tặng danh hiệu “Chiến sĩ thi đua cấp tỉnh” theo Điều 22 Luật Thi "
        "đua, khen thưởng 2022: không đạt 2 trên 4 điều kiện."
    )


def test_a_row_is_told_with_its_decision_and_day_as_far_as_they_are_known() -> None:
    rows = (
        row("CSTDCS", 2023, number="12/QĐ-SYT", day=date(2024, 1, 8)),
        row("CSTDCS", 2024, number="13/QĐ-SYT"),
        row("CSTDCS", 2025),
    )

    said = told(Record(rows, ALL))

    assert [one.text for one in said.conditions[0].rows] == [
        "năm 2023: QĐ 12/QĐ-SYT ngày 08/01/2024",
        "năm 2024: QĐ 13/QĐ-SYT",
        "năm 2025",
    ]


def test_rows_that_contradict_each_other_are_named() -> None:
    said = told(record(HTXSNV=[2025], HTTNV=[2025], CSTDCS=[2023, 2024, 2025]))

    assert said.notes
    assert said.as_json()["notes"] == list(said.notes)


@pytest.mark.parametrize(
    "code", sorted(code for code, line in catalogue().items() if line.is_award)
)
@pytest.mark.parametrize("on", [date(2018, 4, 19), date(2024, 4, 19), ON, date(2026, 11, 2)])
def test_every_award_is_explained_and_a_stored_answer_is_explained_alike(
    code: str, on: date
) -> None:
    if catalogue()[code].names.get(on) is None:
        return
    for one in (record(), record({}, CSTDCS=[2023]), record(CSTDCS=[2023, 2025])):
        appraisal = appraise(code, one, days=Days(on))
        first = explain(appraisal, on=on)
        stored = json.loads(json.dumps(appraisal.as_json()))

        again = explain(Appraisal.from_json(stored), on=on)

        assert json.dumps(again.as_json()) == json.dumps(first.as_json())
        assert first.sentence.endswith((".", "?"))
        assert (first.can_change != ()) == (first.answer is Answer.FOR_A_PERSON)
        assert (first.nearest != "") == (first.answer is Answer.NOT_MET)


def test_no_alternative_repeats_the_sentence_of_its_condition() -> None:
    def repeated(condition: Condition) -> bool:
        return any(
            condition.sentence.startswith(part.sentence) or repeated(part)
            for part in condition.parts
        )

    said = told(record({}, CSTDCS=[2023, 2025]))

    assert not any(repeated(condition) for condition in said.conditions)


def test_an_answer_stored_before_there_were_needs_is_still_explained() -> None:
    appraisal = appraise("CSTDT", record(CSTDCS=[2023, 2025]), days=Days(ON))
    stored = appraisal.as_json()
    del stored["earliest_if"], stored["earliest_by"]

    said = explain(Appraisal.from_json(stored), on=ON)

    assert said.earliest == (
        "Xét thành tích năm 2027, hồ sơ nhận từ ngày 01/01/2028, nếu đến khi đó đạt các điều "
        "kiện khác."
    )


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("LDTT", "xét tặng danh hiệu “Lao động tiên tiến”"),
        ("BK_TINH", "xét tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"),
        ("BK_TTG", "đề nghị tặng Bằng khen của Thủ tướng Chính phủ"),
        ("AHLD", "đề nghị tặng danh hiệu “Anh hùng Lao động”"),
    ],
)
def test_what_is_asked_for_is_said_as_an_official_does(code: str, said: str) -> None:
    assert proposed(code, award_name(code, ON)) == said
