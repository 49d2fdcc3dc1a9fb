"""What stands above all routes: bars, discipline, what may be given or used once, two laws."""

from dataclasses import replace
from datetime import date

import pytest

from bangvang.law import (
    Answer,
    Appraisal,
    Bar,
    BarKind,
    Days,
    Held,
    Kind,
    Reason,
    Record,
    RecordKind,
    appraise,
    explain,
)
from bangvang.law.bars import counted_anew
from bangvang.law.clock import counted_from_decisions

ALL = dict.fromkeys(RecordKind, 1950)
OLD, NEW = Days(date(2018, 4, 19)), Days(date(2026, 3, 2))


def record(*bars: Bar, used_for: tuple[str, ...] = (), **held: list[int]) -> Record:
    rows = tuple(
        Held(code, Kind.MERIT, year, record_id=f"{code}-{year}", used_for=used_for)
        for code, years in held.items()
        for year in years
    )
    return Record(rows, ALL, bars=bars)


def fighter(year: int, *bars: Bar) -> Record:
    return record(*bars, CSTDCS=[year - 2, year - 1, year], SK_TINH=[year])


def investigated(since: date, until: date | None = None) -> Bar:
    return Bar(BarKind.INVESTIGATED, since, until, record_id="bar")


def asked(one: Record, days: Days, code: str = "CSTDT") -> Appraisal:
    return appraise(code, one, days=days)


def test_an_open_bar_stops_an_award_with_its_clause() -> None:
    found = asked(fighter(2025, investigated(date(2026, 1, 5))), NEW)

    assert found.answer is Answer.NOT_MET
    assert found.deciding().rule == "bars.open"
    assert found.deciding().sentence == (
        "Chưa xét tặng Chiến sĩ thi đua cấp tỉnh: đang điều tra, thanh tra, kiểm tra, kiểm toán "
        "có dấu hiệu vi phạm (từ 05/01/2026)."
    )
    assert found.deciding().cite.text == "khoản 4 Điều 4 Nghị định 152/2025/NĐ-CP"
    assert [line["rule"] for line in found.findings()][:3] == [
        "provincial_fighter.above",
        "provincial_fighter",
        "provincial_fighter.titles",
    ]


def test_an_open_bar_stops_also_what_is_not_computed() -> None:
    """A way that was not coded, and a law that was not read, hide no bar."""
    bar = investigated(date(2026, 1, 5))

    uncoded = asked(fighter(2025, bar), NEW, "KNC")
    unread = asked(fighter(2025, bar), Days(date(2026, 11, 2)))

    assert (uncoded.answer, uncoded.deciding().rule) == (Answer.NOT_MET, "bars.open")
    assert uncoded.for_outside().answer is Answer.FOR_A_PERSON
    assert (unread.answer, unread.finding.parts[-1].rule) == (Answer.FOR_A_PERSON, "bars.open")
    assert Reason.TEXT_UNSEEN in unread.reasons
    assert unread.hint is not None
    assert unread.for_outside().reasons == (Reason.TEXT_UNSEEN,)


@pytest.mark.parametrize(
    ("bar", "answer"),
    [
        (investigated(date(2026, 3, 2)), Answer.NOT_MET),
        (investigated(date(2026, 3, 3)), Answer.FOR_A_PERSON),
        (investigated(date(2026, 1, 5), date(2026, 3, 3)), Answer.NOT_MET),
        (investigated(date(2026, 1, 5), date(2026, 3, 2)), Answer.FOR_A_PERSON),
    ],
)
def test_a_bar_counts_on_its_days_only(bar: Bar, answer: Answer) -> None:
    assert asked(fighter(2025, bar), NEW).answer is answer


@pytest.mark.parametrize(
    ("bar", "answer"),
    [
        (investigated(date(2026, 1, 5), date(2026, 9, 14)), Answer.FOR_A_PERSON),
        (investigated(date(2026, 1, 5), date(2026, 9, 15)), Answer.NOT_MET),
        (investigated(date(2026, 9, 14)), Answer.NOT_MET),
        (investigated(date(2026, 9, 15)), Answer.FOR_A_PERSON),
    ],
)
def test_asked_again_the_bars_of_that_day_count(bar: Bar, answer: Answer) -> None:
    days = replace(NEW, asked_on=date(2026, 9, 14))

    assert asked(fighter(2025, bar), days).answer is answer


@pytest.mark.parametrize(
    ("on", "answer", "reason"),
    [
        (date(2017, 12, 14), Answer.FOR_A_PERSON, Reason.TEXT_UNSEEN),
        (date(2017, 12, 15), Answer.NOT_MET, None),
        (date(2019, 12, 31), Answer.NOT_MET, None),
        (date(2020, 1, 1), Answer.FOR_A_PERSON, Reason.WEAK_SOURCE),
        (date(2023, 12, 31), Answer.FOR_A_PERSON, Reason.WEAK_SOURCE),
        (date(2024, 1, 1), Answer.FOR_A_PERSON, Reason.WEAK_SOURCE),
        (date(2025, 6, 30), Answer.FOR_A_PERSON, Reason.WEAK_SOURCE),
        (date(2025, 7, 1), Answer.NOT_MET, None),
    ],
)
def test_a_bar_decides_only_where_its_clause_was_read(
    on: date, answer: Answer, reason: Reason | None
) -> None:
    found = asked(fighter(on.year - 1, investigated(date(2017, 1, 1))), Days(on))

    assert found.answer is answer
    assert reason is None or reason in found.reasons


def test_outside_the_office_no_bar_is_told() -> None:
    plain = asked(fighter(2025), NEW)

    found = asked(fighter(2025, investigated(date(2026, 1, 5))), NEW).for_outside()

    assert (found.answer, found.reasons) == (plain.answer, plain.reasons)
    assert found.finding == plain.finding
    assert "thanh tra" not in str(found.as_json())


def test_outside_the_office_the_hint_tells_no_bar_either() -> None:
    one = fighter(2025, investigated(date(2026, 1, 5)))

    found = asked(one, Days(date(2026, 10, 1), achievement_year=2025))

    assert found.hint is not None
    assert found.hint.deciding().rule == "bars.open"
    assert "thanh tra" not in str(found.for_outside().as_json())


def test_outside_the_office_no_bar_is_told_between_two_laws_either() -> None:
    across = Days(date(2023, 12, 1), decided_on=date(2025, 7, 2))
    plain = asked(fighter(2022), across)

    found = asked(fighter(2022, investigated(date(2023, 11, 5))), across)

    assert found.finding.rule.endswith(".two_laws")
    assert "thanh tra" in str(found.as_json())
    assert "thanh tra" not in str(found.for_outside().as_json())
    assert found.for_outside().answer is plain.answer


def test_after_discipline_merit_counts_from_its_end() -> None:
    ended = Bar(BarKind.DISCIPLINED, date(2022, 5, 1), date(2023, 5, 1), "KHIEN_TRACH")

    early = asked(fighter(2024, ended), Days(date(2025, 7, 1)))
    clear = asked(fighter(2026, ended), replace(NEW, achievement_year=2026))
    edge = asked(fighter(2025, ended), NEW)

    assert early.answer is Answer.NOT_MET
    assert clear.reasons == (Reason.JUDGEMENT,)
    assert edge.reasons == (Reason.JUDGEMENT, Reason.TWO_READINGS)
    assert "có tính cả năm 2023 hay không" in edge.finding.parts[1].sentence


def test_a_running_discipline_leaves_no_merit() -> None:
    running = Bar(BarKind.DISCIPLINED, date(2026, 1, 1), date(2027, 1, 1))

    assert asked(fighter(2025, running), NEW).answer is Answer.NOT_MET


@pytest.mark.parametrize(
    ("on", "reasons"),
    [
        (date(2018, 4, 19), (Reason.JUDGEMENT, Reason.TEXT_UNSEEN)),
        (date(2023, 12, 31), (Reason.JUDGEMENT, Reason.TEXT_UNSEEN)),
        (date(2024, 1, 1), (Reason.JUDGEMENT, Reason.WEAK_SOURCE)),
        (date(2025, 6, 30), (Reason.JUDGEMENT, Reason.WEAK_SOURCE)),
        (date(2025, 7, 1), ()),
    ],
)
def test_a_recorded_discipline_is_never_passed_over_in_silence(
    on: date, reasons: tuple[Reason, ...]
) -> None:
    """Being served it is no bar of its own; what it does to merit decides where that was read."""
    served = Bar(BarKind.DISCIPLINED, date(on.year - 2, 3, 1), None, "KHIEN_TRACH", "bar")

    found = asked(fighter(on.year - 1, served), Days(on))

    told = found.finding.parts[-1]
    assert (found.reasons, told.rule) == (tuple(sorted(reasons)), "bars.merit_counts_anew")
    assert f"khiển trách từ ngày 01/03/{on.year - 2}" in told.sentence
    assert [row.record_id for row in told.used] == ["bar"]
    assert found.for_outside().finding == asked(fighter(on.year - 1), Days(on)).finding


def test_a_refusal_by_discipline_says_so_with_its_clause_and_hides_no_title() -> None:
    ended = Bar(BarKind.DISCIPLINED, date(2022, 8, 1), date(2023, 8, 1), "KHIEN_TRACH", "bar")

    found = asked(fighter(2024, ended), Days(date(2025, 7, 1)))

    assert found.answer is Answer.NOT_MET
    assert found.finding.cite.text == "khoản 4 Điều 4 Nghị định 152/2025/NĐ-CP"
    assert found.deciding().sentence == (
        "Có kỷ luật đã ghi: khiển trách từ ngày 01/08/2022; thành tích chỉ tính lại từ khi hết "
        "thời hạn (năm 2023). Theo đó: Chiến sĩ thi đua cơ sở 3 năm liên tục 2022-2024: có 2 "
        "(2023, 2024); thiếu năm 2022."
    )
    titles = found.finding.parts[0].parts[0]
    assert (titles.answer, [row.year for row in titles.used]) == (Answer.MET, [2022, 2023, 2024])
    assert found.earliest_year == 2025
    assert found.for_outside().earliest_year is None


def test_a_refusal_that_needs_no_discipline_names_none() -> None:
    long_ago = Bar(BarKind.DISCIPLINED, date(2010, 8, 1), date(2011, 8, 1), "KHIEN_TRACH", "bar")

    found = asked(record(long_ago, CSTDCS=[2023, 2024]), Days(date(2025, 7, 1)))

    assert found.answer is Answer.NOT_MET
    assert "bars." not in str(found.as_json())


def test_the_latest_end_of_several_disciplines_counts_and_one_imposed_that_day() -> None:
    first = Bar(BarKind.DISCIPLINED, date(2019, 5, 1), date(2020, 5, 1))
    second = Bar(BarKind.DISCIPLINED, date(2023, 5, 1), date(2024, 5, 1))
    that_day = Bar(BarKind.DISCIPLINED, date(2026, 3, 2))
    next_day = Bar(BarKind.DISCIPLINED, date(2026, 3, 3))

    assert asked(fighter(2025, first), NEW).answer is Answer.FOR_A_PERSON
    assert asked(fighter(2025, first, second), NEW).answer is Answer.NOT_MET
    assert asked(fighter(2025, that_day), NEW).answer is Answer.NOT_MET
    assert asked(fighter(2025, next_day), NEW).answer is Answer.FOR_A_PERSON


def test_after_discipline_commendations_stay_and_odd_codes_go() -> None:
    rows = (Held("ODD", Kind.MERIT, 2019), Held("BK_TINH", Kind.MERIT, 2019))

    assert counted_anew(Record(rows, ALL), 2024).held == rows[1:]


def test_an_odd_award_that_an_initiative_was_used_for_says_nothing() -> None:
    one = record(CSTDCS=[2023, 2024, 2025])
    row = Held("SK_TINH", Kind.MERIT, 2025, record_id="s", used_for=("ODD",))

    assert asked(replace(one, held=(*one.held, row)), NEW).reasons == (Reason.JUDGEMENT,)


def test_the_same_award_of_the_same_year_is_not_given_twice() -> None:
    one = record(CSTDCS=[2023, 2024, 2025], SK_TINH=[2025], CSTDT=[2025])

    found = asked(one, NEW)

    assert found.answer is Answer.NOT_MET
    assert found.deciding().sentence == (
        "Đã được tặng Chiến sĩ thi đua cấp tỉnh cho thành tích năm 2025 (chưa ghi số quyết định)."
    )
    assert found.deciding().cite.text == ("điểm c khoản 2 Điều 5 Luật Thi đua, khen thưởng 2022")


def test_a_second_sudden_award_of_one_year_may_be_for_another_deed() -> None:
    first = Held("BK_TINH", Kind.SUDDEN, 2025, decision_no="7/QĐ-UBND", record_id="a")
    one = Record((first,), ALL, {"BK_DOT_XUAT": True})

    found = appraise("BK_TINH", one, days=NEW, kind=Kind.SUDDEN)
    other_year = appraise(
        "BK_TINH", replace(one, held=(replace(first, year=2024),)), days=NEW, kind=Kind.SUDDEN
    )

    assert found.answer is Answer.FOR_A_PERSON
    assert Reason.JUDGEMENT in found.reasons
    assert (
        "Đã được tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho thành tích năm 2025 "
        "(7/QĐ-UBND); người thẩm định xem có cùng một thành tích hay không."
    ) in str(found.as_json())
    assert "once.achievement" not in str(other_year.as_json())


def test_another_form_of_one_year_stands_beside_what_the_routes_say() -> None:
    facts = {"BK_PHONG_TRAO_BINH_CHON": True, "BK_PHONG_TRAO_BO_TINH": True}
    row = Held("BK_TINH", Kind.THEME, 2021, decision_no="7/QĐ-UBND", record_id="a")
    one = Record((row,), ALL, {**facts, "BK_PHONG_TRAO_SO_NAM": 3})
    days = Days(date(2022, 4, 19))

    found = appraise("BK_TTG", one, days=days, kind=Kind.THEME)
    plain = appraise("BK_TTG", replace(one, held=()), days=days, kind=Kind.THEME)

    assert (plain.answer, found.answer) == (Answer.MET, Answer.FOR_A_PERSON)
    assert found.deciding().rule == "once.other_form"
    assert not found.is_held


@pytest.mark.parametrize(
    ("code", "kind", "answer", "rule"),
    [
        ("KNC", Kind.MERIT, Answer.NOT_MET, "once.achievement"),
        ("BK_TINH", Kind.EXTERNAL, Answer.FOR_A_PERSON, "once.other_form"),
    ],
)
def test_a_way_that_is_not_coded_hides_no_award_that_was_given(
    code: str, kind: Kind, answer: Answer, rule: str
) -> None:
    one = Record((Held(code, kind, 2025, record_id="a"),), ALL)

    found = appraise("KNC", one, days=NEW, kind=kind)

    assert found.answer is answer
    assert [part.rule for part in found.finding.parts] == ["no_rule", rule]


def test_an_initiative_used_for_a_commendation_is_a_second_reading_for_a_title() -> None:
    one = record(CSTDCS=[2023, 2024, 2025])
    spent = Held("SK_TINH", Kind.MERIT, 2025, record_id="s", used_for=("BK_TINH",))

    found = asked(replace(one, held=(*one.held, spent)), NEW)

    assert found.reasons == (Reason.JUDGEMENT, Reason.TWO_READINGS)
    assert "đã dùng xét Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh" in str(found.as_json())


def test_an_initiative_used_for_one_certificate_is_a_second_reading_for_the_next() -> None:
    years = (2024, 2025)
    rows = [Held("HTXSNV", Kind.MERIT, year) for year in years]
    used = [Held("SK_CO_SO", Kind.MERIT, year, used_for=("BK_BO",)) for year in years]

    found = asked(Record((*rows, *used), ALL), NEW, "BK_TINH")

    doubts = [part for part in found.finding.parts if part.rule == "once.initiative"]
    assert [doubt.why for doubt in doubts] == [Reason.TWO_READINGS]
    assert "mỗi sáng kiến chỉ dùng một lần" in doubts[0].sentence


@pytest.mark.parametrize("used_for", [(), ("CSTDCS",)])
def test_an_initiative_may_serve_two_titles(used_for: tuple[str, ...]) -> None:
    one = record(CSTDCS=[2023, 2024, 2025])
    row = Held("SK_TINH", Kind.MERIT, 2025, record_id="s", used_for=used_for)

    assert asked(replace(one, held=(*one.held, row)), NEW).reasons == (Reason.JUDGEMENT,)


def test_a_second_initiative_makes_the_used_one_harmless() -> None:
    one = record(CSTDCS=[2023, 2024, 2025], SK_TINH=[2024])
    spent = Held("SK_TINH", Kind.MERIT, 2025, record_id="s", used_for=("BK_TINH",))

    assert asked(replace(one, held=(*one.held, spent)), NEW).reasons == (Reason.JUDGEMENT,)


def state_award(decided_on: date, kind: Kind = Kind.MERIT) -> Held:
    return Held("CSTDTQ", kind, decided_on.year - 2, decided_on, "9/QĐ-TTg", "x")


def certified(*more: Held) -> Record:
    good = record(BK_TINH=[2010], HTXSNV=list(range(2013, 2018)), SK_CO_SO=list(range(2013, 2018)))
    return replace(good, held=(*good.held, *more))


@pytest.mark.parametrize(
    ("row", "on", "reasons"),
    [
        (state_award(date(2018, 2, 1)), date(2018, 4, 19), (Reason.TWO_READINGS,)),
        (state_award(date(2017, 12, 31)), date(2018, 4, 19), ()),
        (state_award(date(2018, 2, 1), Kind.SUDDEN), date(2018, 4, 19), (Reason.TWO_READINGS,)),
        (state_award(date(2018, 2, 1), Kind.TENURE), date(2018, 4, 19), ()),
        (state_award(date(2017, 11, 1)), date(2017, 12, 14), ()),
    ],
)
def test_one_state_award_a_year_is_asked_where_it_is_in_force(
    row: Held, on: date, reasons: tuple[Reason, ...]
) -> None:
    days = Days(on, achievement_year=2017)

    assert asked(certified(row), days, "BK_TTG").reasons == reasons


@pytest.mark.parametrize(
    ("year", "kind", "on", "reasons"),
    [
        (2018, Kind.MERIT, date(2018, 4, 19), (Reason.FACT_MISSING,)),
        (2016, Kind.MERIT, date(2018, 4, 19), (Reason.FACT_MISSING,)),
        (2015, Kind.MERIT, date(2018, 4, 19), ()),
        (2016, Kind.SUDDEN, date(2018, 4, 19), (Reason.FACT_MISSING,)),
        (2016, Kind.LONG_SERVICE, date(2018, 4, 19), ()),
        (2016, Kind.MERIT, date(2017, 12, 14), ()),
    ],
)
def test_a_recent_state_award_without_a_day_may_be_of_this_year(
    year: int, kind: Kind, on: date, reasons: tuple[Reason, ...]
) -> None:
    row = Held("CSTDTQ", kind, year, None, "9/QĐ-TTg", "x")

    found = asked(certified(row), Days(on, achievement_year=2017), "BK_TTG")

    assert found.reasons == reasons
    assert found.answer is (Answer.FOR_A_PERSON if reasons else Answer.MET)
    told = f"Chiến sĩ thi đua toàn quốc năm {year}: chưa rõ ngày quyết định"
    assert (told in str(found.as_json())) is bool(reasons)


def test_beside_a_dated_state_award_the_undated_one_is_named_too() -> None:
    undated = Held("CSTDTQ", Kind.MERIT, 2017, record_id="u")
    one = certified(state_award(date(2018, 2, 1)), undated)

    found = asked(one, Days(date(2018, 4, 19), achievement_year=2017), "BK_TTG")

    assert found.reasons == (Reason.TWO_READINGS,)
    assert "(01/02/2018); người thẩm định xem có trùng năm. Chiến sĩ" in str(found.as_json())


def order_after(held: int, decided_on: date) -> Record:
    """Make a nominee for hạng Ba with good years from 2020 to 2024 and all titles."""
    good = record(HTTNV=[2020, 2021, 2022, 2023], HTXSNV=[2024], CSTDCS=[2021, 2022, 2024])
    certificate = Held("BK_TTG", Kind.MERIT, held, decided_on, "5/QĐ-TTg", "c")
    return replace(good, held=(*good.held, certificate))


@pytest.mark.parametrize(
    ("held", "decided_on", "answer"),
    [
        (2019, date(2019, 12, 31), Answer.MET),
        (2019, date(2020, 1, 1), Answer.FOR_A_PERSON),
        (2018, date(2019, 12, 31), Answer.MET),
        (2020, date(2020, 12, 31), Answer.NOT_MET),
    ],
)
def test_years_after_an_award_are_counted_from_its_period_and_from_its_decision(
    held: int, decided_on: date, answer: Answer
) -> None:
    found = asked(order_after(held, decided_on), Days(date(2025, 4, 15)), "HCLD3")

    assert found.answer is answer
    if answer is Answer.FOR_A_PERSON:
        assert found.reasons == (Reason.TWO_READINGS,)
        assert "khác với tính từ ngày quyết định" in found.finding.parts[1].sentence


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        (date(2017, 12, 14), Answer.FOR_A_PERSON),
        (date(2017, 12, 15), Answer.MET),
        (date(2019, 12, 31), Answer.MET),
        (date(2020, 1, 1), Answer.FOR_A_PERSON),
    ],
)
def test_the_circular_of_2017_counts_from_the_end_of_the_period(on: date, answer: Answer) -> None:
    years = list(range(2012, 2017))
    certificate = Held("BK_TINH", Kind.MERIT, 2011, date(2012, 3, 1), "8/QĐ-UBND", "c")
    one = record(HTXSNV=years, SK_CO_SO=years)

    days = Days(on, achievement_year=2016)

    assert asked(replace(one, held=(*one.held, certificate)), days, "BK_TTG").answer is answer


def test_initiatives_and_letters_stay_in_their_years() -> None:
    later = tuple(
        Held(code, Kind.MERIT, 2021, date(2022, 3, 1), record_id=code)
        for code in ("SK_TINH", "CSTDCS", "GIAY_KHEN")
    )

    assert counted_from_decisions(Record(later, ALL), date(2022, 4, 19)) is None


def test_a_file_across_the_change_of_law_is_asked_under_both() -> None:
    across = Days(date(2023, 12, 1), decided_on=date(2024, 2, 1))
    gap = record(CSTDCS=[2019, 2020, 2021], SK_TINH=[2020])
    same = fighter(2022)

    differs, alike = asked(gap, across), asked(same, across)

    assert differs.answer is Answer.FOR_A_PERSON
    assert Reason.TWO_READINGS in differs.reasons
    assert [part.title for part in differs.finding.parts] == [
        "Theo Nghị định 91/2017/NĐ-CP",
        "Theo Luật Thi đua, khen thưởng 2022",
    ]
    assert alike.reasons == (Reason.JUDGEMENT,)
    assert alike.finding.rule == "provincial_fighter"


def test_a_file_decided_before_the_change_is_asked_once() -> None:
    days = Days(date(2023, 12, 1), decided_on=date(2023, 12, 31))

    assert asked(fighter(2022), days).finding.rule == "provincial_fighter"


def test_a_file_decided_after_the_unread_amendment_waits_for_its_text() -> None:
    days = Days(date(2026, 9, 1), decided_on=date(2026, 10, 5))

    found = asked(fighter(2025), days)

    assert found.reasons == (Reason.JUDGEMENT, Reason.TEXT_UNSEEN)
    assert asked(record(), days).answer is Answer.NOT_MET


def test_of_a_year_yet_to_come_nothing_is_known_and_it_is_named() -> None:
    found = asked(fighter(2026), replace(NEW, achievement_year=2027))

    assert found.answer is Answer.FOR_A_PERSON
    assert [row.year for row in found.finding.missing if row.code == "CSTDCS"] == [2027]
    assert found.notes == (
        "Năm xét 2027 chưa đến vào ngày nhận hồ sơ 02/03/2026; cần kiểm tra lại.",
    )


RUNNING = Days(date(2025, 12, 5), achievement_year=2025)


def test_what_a_running_year_has_not_brought_yet_may_still_come() -> None:
    late = replace(fighter(2025), held=fighter(2025).held[:2])

    during, after = asked(late, RUNNING), asked(late, replace(RUNNING, asked_on=date(2026, 1, 1)))
    complete = asked(fighter(2025), RUNNING)

    assert during.answer is Answer.FOR_A_PERSON
    assert during.finding.missing[0].code == "CSTDCS"
    assert during.finding.missing[0].year == 2025
    assert after.answer is Answer.NOT_MET
    assert complete.reasons == (Reason.JUDGEMENT,)


def test_the_first_year_to_come_may_be_the_one_that_runs() -> None:
    broken = record(CSTDCS=[2024])

    found = asked(broken, RUNNING)

    assert (found.answer, found.earliest_year) == (Answer.NOT_MET, 2026)
    assert any("chờ kết quả năm 2025, 2026" in one for one in found.earliest_if)


def test_a_year_that_runs_is_named_where_merit_is_counted_by_years() -> None:
    said = (
        "Năm xét 2025 chưa kết thúc vào ngày nhận hồ sơ 05/12/2025: chỉ tính những gì đã có, hết "
        "năm cần kiểm tra lại (xét theo năm học đã kết thúc thì không vướng)."
    )

    deed = appraise("BK_TINH", record(), days=RUNNING, kind=Kind.SUDDEN)

    assert asked(fighter(2025), RUNNING).notes == (said,)
    assert asked(fighter(2025), NEW).notes == ()
    assert deed.notes == ()


def test_of_a_year_yet_to_come_nothing_is_met_though_a_row_of_it_is_recorded() -> None:
    one = replace(order_after(2018, date(2019, 12, 31)), known_through=None)
    good = tuple(
        Held(code, Kind.MERIT, year, record_id=f"n{year}{code}")
        for year in (2025, 2026, 2027)
        for code in ("HTXSNV", "CSTDCS")
    )
    rows = replace(one, held=(*one.held, *good), known_through=2030)

    now = asked(rows, Days(date(2027, 4, 15), achievement_year=2027), "HCLD3").hint
    later = asked(rows, Days(date(2026, 4, 15), achievement_year=2027), "HCLD3")

    assert now is not None
    assert now.answer is Answer.MET
    assert (later.answer, later.reasons) == (Answer.FOR_A_PERSON, (Reason.FACT_MISSING,))
    assert "Năm xét 2027 chưa đến vào ngày nhận hồ sơ 15/04/2026" in str(later.as_json())
    nothing = Record((), ALL, known_through=2030)
    refused = asked(nothing, Days(date(2026, 4, 15), achievement_year=2027), "HCLD3")
    assert refused.answer is Answer.NOT_MET


def test_a_decision_made_after_the_day_of_receipt_is_compared_by_a_person() -> None:
    one = order_after(2018, date(2019, 12, 31))
    row = Held("CSTDCS", Kind.MERIT, 2023, date(2025, 4, 16), record_id="late")
    others = tuple(held for held in one.held if (held.code, held.year) != ("CSTDCS", 2022))
    late = replace(one, held=(*others, row))

    before = asked(late, Days(date(2025, 4, 15)), "HCLD3")
    after = asked(late, Days(date(2025, 4, 16)), "HCLD3")

    assert (before.answer, before.reasons) == (Answer.FOR_A_PERSON, (Reason.FACT_MISSING,))
    assert (
        "Chiến sĩ thi đua cơ sở năm 2023 quyết định ngày 16/04/2025, sau ngày nhận hồ sơ 15/04/2025"
    ) in str(before.as_json())
    assert after.answer is Answer.MET


def run_to_2022(excellent: list[int]) -> Record:
    years = list(range(2018, 2023))
    graded = record(BK_TINH=[2010], HTTNV=years, CSTDCS=[2018, 2020, 2022], HTXSNV=excellent)
    order = Held("BK_TTG", Kind.MERIT, 2015, date(2016, 5, 5), record_id="c")
    return replace(graded, held=(*graded.held, order))


@pytest.mark.parametrize("code", ["BK_TTG", "HCLD3"])
@pytest.mark.parametrize(
    ("on", "good_after", "answer"),
    [
        (date(2024, 1, 1), [], Answer.FOR_A_PERSON),
        (date(2026, 3, 1), [], Answer.FOR_A_PERSON),
        (date(2026, 3, 1), [2023, 2024], Answer.FOR_A_PERSON),
        (date(2026, 3, 1), [2023, 2024, 2025], Answer.MET),
    ],
)
def test_a_run_that_ends_years_before_the_proposal_is_compared_by_a_person(
    code: str, on: date, good_after: list[int], answer: Answer
) -> None:
    one = run_to_2022([2018, *good_after])
    rows = tuple(row for row in one.held if (row.code, row.year) != ("HTTNV", 2018))

    found = asked(replace(one, held=rows), Days(on, achievement_year=2022), code)

    assert found.answer is answer
    if answer is Answer.FOR_A_PERSON:
        assert found.reasons == (Reason.TWO_READINGS,)
        assert "Điều khoản tính liên tục đến thời điểm đề nghị" in str(found.as_json())


def test_decisions_on_impossible_days_are_named() -> None:
    rows = (
        Held("CSTDCS", Kind.MERIT, 2022, date(2021, 12, 31), "1/QĐ"),
        Held("CSTDCS", Kind.MERIT, 2023, date(2023, 1, 1), "2/QĐ"),
        Held("CSTDCS", Kind.MERIT, 2024, date(2026, 3, 2), "3/QĐ"),
        Held("CSTDCS", Kind.MERIT, 2025, date(2026, 3, 3), "4/QĐ"),
    )

    assert asked(Record(rows, ALL), NEW).notes == (
        "Chiến sĩ thi đua cơ sở năm 2022 có quyết định ngày 31/12/2021, trước năm lập thành tích; "
        "cần kiểm tra lại.",
        "Chiến sĩ thi đua cơ sở năm 2025 có quyết định ngày 03/03/2026, sau ngày nhận hồ sơ; cần "
        "kiểm tra lại.",
    )


def test_rows_of_years_before_a_birth_are_named() -> None:
    rows = (
        Held("CSTDCS", Kind.MERIT, 1984),
        Held("CSTDCS", Kind.MERIT, 1985),
        Held("ODD", Kind.MERIT, 1980),
        Held("CSTDCS", Kind.MERIT, 1983, revoked_on=date(1990, 1, 1)),
    )

    notes = asked(Record(rows, ALL, born=1985), NEW).notes

    assert [note for note in notes if "sinh" in note] == [
        "Chiến sĩ thi đua cơ sở năm 1984: trước năm sinh 1985; cần kiểm tra lại."
    ]
    assert not any("sinh" in note for note in asked(Record(rows, ALL), NEW).notes)


def test_contradictions_are_named_and_never_silently_chosen() -> None:
    rows = (
        Held("CSTDCS", Kind.MERIT, 2024, decision_no="1/QĐ"),
        Held("CSTDCS", Kind.MERIT, 2024, decision_no="2/QĐ"),
        Held("CSTDCS", Kind.MERIT, 2027),
        Held("CSTDCS", Kind.MERIT, 2023, revoked_on=date(2024, 5, 6)),
        Held("HTXSNV", Kind.MERIT, 2025),
        Held("HTTNV", Kind.MERIT, 2025),
        Held("ODD", Kind.MERIT, 2025),
    )

    assert asked(Record(rows, ALL), NEW).notes == (
        "Không tính: Chiến sĩ thi đua cơ sở năm 2023 đã bị hủy bỏ ngày 06/05/2024.",
        "Không tính: danh mục không có mã «ODD» (năm 2025).",
        "Không tính: Chiến sĩ thi đua cơ sở năm 2027 thuộc năm sau năm xét 2025.",
        "Chiến sĩ thi đua cơ sở năm 2024 có 2 quyết định (1/QĐ, 2/QĐ): chỉ tính một lần; cần kiểm "
        "tra lại.",
        "Năm 2025 có 2 mức xếp loại khác nhau (Hoàn thành tốt nhiệm vụ, Hoàn thành xuất sắc nhiệm "
        "vụ): không tính.",
    )


def test_in_the_year_after_the_one_considered_it_is_over() -> None:
    one = Record((), ALL)
    days = Days(date(2026, 9, 1), 2026)

    def told(asked_on: date) -> str:
        return str(asked(one, replace(days, asked_on=asked_on), "CSTDCS").notes)

    assert "chưa kết thúc vào ngày nhận hồ sơ 01/09/2026" in told(date(2026, 9, 1))
    assert "chưa kết thúc vào ngày đối chiếu 30/12/2026" in told(date(2026, 12, 30))
    assert "chưa kết thúc" not in told(date(2027, 2, 1))


def test_an_initiative_used_before_is_doubted_however_much_of_the_register_is_known() -> None:
    one = replace(record(CSTDCS=[2022, 2023, 2024]), held=fighter_of_2024())
    fewer = replace(one, complete_from={**one.complete_from, RecordKind.INITIATIVE: 2030})
    days = Days(date(2025, 9, 1))

    for known in (one, fewer):
        assert "once.initiative" in str(asked(known, days).as_json())


def fighter_of_2024() -> tuple[Held, ...]:
    titles = tuple(Held("CSTDCS", Kind.MERIT, year) for year in (2022, 2023, 2024))
    used = Held("SK_TINH", Kind.MERIT, 2024, record_id="s", used_for=("BK_TINH",))
    return (*titles, used)


def test_one_state_award_a_year_is_asked_of_a_way_that_is_not_coded_too() -> None:
    first = Held("HCLD1", Kind.MERIT, 2018, date(2019, 2, 1), "1/QĐ-CTN", "h")

    found = asked(Record((first,), ALL), Days(date(2019, 6, 1)), "HCDL1")

    assert found.finding.parts[0].rule == "no_rule"
    assert "once.state_award_a_year" in str(found.as_json())


def test_a_file_that_merit_counted_anew_refuses_is_not_promised_to_go_on() -> None:
    open_one = Bar(BarKind.COMPLAINT, date(2025, 8, 1), None, record_id="c")
    served = Bar(BarKind.DISCIPLINED, date(2022, 3, 1), date(2023, 3, 1), "KHIEN_TRACH", "d")
    days = Days(date(2025, 9, 1))

    def promised(*bars: Bar) -> str:
        return explain(asked(fighter(2024, *bars), days), on=days.received_on).earliest

    assert "không phải lập hồ sơ mới" in promised(open_one)
    assert "không phải lập hồ sơ mới" not in promised(open_one, served)
