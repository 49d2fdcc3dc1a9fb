"""Looking ahead: what comes into reach when, what is missing, what would break it."""

from dataclasses import replace
from datetime import date

from bangvang.law import (
    AS_CODED,
    WORDING,
    Answer,
    Appraisal,
    Between,
    Citation,
    Days,
    Held,
    Kind,
    ReadingOfText,
    Record,
    RecordKind,
    Subject,
    appraise,
    explain,
    laid_over,
    using,
)
from bangvang.law.asking import Matter, routes_of
from bangvang.law.outlook import (
    ahead,
    awaited,
    can_be_received_from,
    earliest,
    has_routes,
    in_order,
    only_by,
    read_day,
)

ALL = dict.fromkeys(RecordKind, 1950)
ON = date(2022, 4, 19)
FIGHTER = Matter("CSTDT", Kind.MERIT, Subject.PERSON, 2021, ON)


def record(**held: list[int]) -> Record:
    rows = (Held(code, Kind.MERIT, year) for code, years in held.items() for year in years)
    return Record(tuple(rows), ALL)


def test_the_year_that_is_missing_is_named() -> None:
    one = record(CSTDCS=[2020, 2021], SK_TINH=[2021])

    first, second = ahead(FIGHTER, one, years=2)

    assert (first.year, first.in_reach) == (2022, True)
    assert [(row.code, row.year) for row in first.finding.missing] == [("CSTDCS", 2022)]
    assert [(row.code, row.year) for row in second.finding.missing] == [
        ("CSTDCS", 2022),
        ("CSTDCS", 2023),
    ]


def test_what_a_lost_year_would_break_is_said() -> None:
    one = record(CSTDCS=[2020, 2021], SK_TINH=[2021])

    years = ahead(FIGHTER, one, years=4)

    assert [year.breaks is not None for year in years] == [True, True, True, False]
    assert years[0].breaks is not None
    assert years[0].breaks.deciding().sentence == (
        "Chiến sĩ thi đua cơ sở 3 năm liên tục 2020-2022: có 2 (2020, 2021); thiếu năm 2022."
    )


def test_a_register_that_is_whole_up_to_the_year_before_breaks_in_the_same_way() -> None:
    one = record(CSTDCS=[2020, 2021], SK_TINH=[2021])
    stated = replace(one, complete_through=dict.fromkeys(RecordKind, 2021))
    older = replace(one, complete_through=dict.fromkeys(RecordKind, 2018))

    assert ahead(FIGHTER, stated, years=4) == ahead(FIGHTER, one, years=4)
    assert [year.in_reach for year in ahead(FIGHTER, older, years=4)] == [True] * 4


def test_an_award_out_of_reach_next_year_comes_into_reach_later() -> None:
    one = record(CSTDCS=[2019, 2021], SK_TINH=[2021])

    years = ahead(FIGHTER, one, years=3)

    assert [year.in_reach for year in years] == [False, True, True]
    assert years[0].breaks is None
    assert earliest(FIGHTER, one) == 2023


def test_a_refusal_names_the_earliest_year_and_is_read_back() -> None:
    found = appraise("CSTDT", record(CSTDCS=[2019, 2021], SK_TINH=[2021]), days=Days(ON))

    assert found.answer is Answer.NOT_MET
    assert found.earliest_year == 2023
    assert type(found).from_json(found.as_json()) == found
    assert can_be_received_from(2023) == date(2024, 1, 1)


def test_what_is_not_refused_has_no_earliest_year() -> None:
    one = record(CSTDCS=[2019, 2020, 2021], SK_TINH=[2021])

    assert appraise("CSTDT", one, days=Days(ON)).earliest_year is None


def test_an_answer_about_one_year_says_nothing_of_the_next() -> None:
    certificate = Matter("BK_TTG", Kind.MERIT, Subject.PERSON, 2021, ON)
    good = record(BK_TINH=[2010], HTXSNV=list(range(2015, 2022)), GIAY_KHEN=[2018] * 5)
    one = Record(good.held, ALL, {"CHIEN_DAU": False})

    (first,) = ahead(certificate, one, years=1)

    assert first.in_reach
    assert "CHIEN_DAU" in first.finding.asked


def test_after_an_unread_amendment_the_law_before_it_is_asked() -> None:
    assert read_day("CSTDT", date(2026, 11, 1)) == date(2026, 9, 30)
    assert read_day("CSTDT", ON) == ON
    late = Matter("CSTDT", Kind.MERIT, Subject.PERSON, 2025, date(2026, 11, 1))

    assert ahead(late, record(), years=1)[0].year == 2026


def test_an_award_without_a_coded_way_has_no_outlook() -> None:
    unknown = Matter("NGND", Kind.MERIT, Subject.PERSON, 2021, ON)

    assert ahead(unknown, record(), years=3) == ()
    assert earliest(unknown, record()) is None
    assert not has_routes("NGND", Kind.MERIT, Subject.PERSON, ON)
    assert has_routes("CSTDT", Kind.MERIT, Subject.PERSON, ON)


def test_years_out_of_reach_are_those_that_looking_ahead_calls_not_met() -> None:
    one = record(CSTDCS=[2019, 2021], SK_TINH=[2021])

    asked = (FIGHTER, replace(FIGHTER, code="NGND"))
    out = in_order(asked, one, years=range(2022, 2026)).ruled_out

    seen = ahead(FIGHTER, one, years=4)
    assert out == {"CSTDT": {2022}}
    assert out["CSTDT"] == {year.year for year in seen if not year.in_reach}


ORDER_3 = Matter("HCLD3", Kind.MERIT, Subject.PERSON, 2025, date(2026, 3, 2))


def test_the_earliest_year_waits_for_the_awards_below_it() -> None:
    """The Prime Minister's certificate has to come first, the order five years after it."""
    one = record(CSTDCS=[2023, 2025])
    certificate = earliest(replace(ORDER_3, code="BK_TTG"), one)

    assert certificate == 2030
    assert earliest(ORDER_3, one) == 2035
    assert (
        "đã được tặng trước khi bắt đầu 05 năm liên tục; chờ kết quả năm 2030"
        in awaited(ORDER_3, one, 2035)[0]
    )
    assert ahead(ORDER_3, one, years=6)[-1].in_reach


def test_an_award_that_rests_on_none_is_looked_at_by_itself() -> None:
    assert earliest(FIGHTER, record(CSTDCS=[2019, 2021], SK_TINH=[2021])) == 2023


def test_a_title_that_is_ruled_out_carries_no_higher_one() -> None:
    one = record(CSTDCS=[2020, 2021], SK_TINH=[2021])
    ruled_out = replace(one, ruled_out={"CSTDCS": frozenset({2022})})

    first, second, *_ = ahead(FIGHTER, ruled_out, years=2)

    assert (first.in_reach, second.in_reach) == (False, False)
    assert "thiếu năm 2022" in first.finding.deciding().sentence


def test_one_of_several_titles_is_ruled_out_only_with_the_others() -> None:
    both = Matter("CSTDTQ", Kind.MERIT, Subject.PERSON, 2021, ON)
    one = record(CSTDT=[2018], SK_TOAN_QUOC=[2021])
    out = frozenset(range(2022, 2027))

    half = replace(one, ruled_out={"CSTDT": out})
    whole = replace(one, ruled_out={"CSTDT": out, "CSTDB": out})

    first, second = (
        in_order((both,), ruled, years=range(2022, 2027)).ruled_out.get("CSTDTQ", frozenset())
        for ruled in (half, whole)
    )
    assert first < second


OLD_LAW_ONLY = (
    "theo quy định áp dụng đến 30/09/2026; từ 01/10/2026 Luật số 06/2026/QH16 chưa đối chiếu "
    "nguyên văn"
)


def test_a_year_whose_file_meets_an_unread_law_is_told_by_the_law_before_it() -> None:
    early, late = replace(FIGHTER, on=date(2024, 4, 19)), replace(FIGHTER, on=date(2026, 11, 1))

    assert only_by(early, record(), 2024) == ""
    assert only_by(early, record(), 2025) == ""
    assert only_by(early, record(), 2026) == OLD_LAW_ONLY
    assert only_by(late, record(), 2022) == OLD_LAW_ONLY


def test_the_law_that_was_asked_is_named_by_its_own_last_day() -> None:
    assert only_by(FIGHTER, record(), 2026) == OLD_LAW_ONLY.replace("30/09/2026", "31/12/2023")


def test_where_people_confirmed_the_wording_a_year_is_no_hint() -> None:
    asked = replace(FIGHTER, on=date(2026, 3, 2))
    wording, law = WORDING + routes_of(asked)[0].id, Citation("LUAT-06-2026", 1, 3)
    confirmed = ReadingOfText(
        wording, date(2026, 10, 1), None, AS_CODED, "wording", law, date(2026, 11, 2), "công báo"
    )

    with using(laid_over([confirmed])):
        assert only_by(asked, record(), 2026) == ""


def test_an_appraisal_says_that_its_earliest_year_is_a_hint() -> None:
    held = record(CSTDCS=[2023, 2025])
    found = appraise("CSTDT", held, days=Days(date(2026, 3, 2)))
    sure = appraise("CSTDT", record(CSTDCS=[2019, 2021]), days=Days(date(2024, 3, 2)))

    assert (found.earliest_is_hint, found.earliest_by) == (True, OLD_LAW_ONLY)
    assert f"({OLD_LAW_ONLY})" in explain(found, on=date(2026, 3, 2)).earliest
    assert Appraisal.from_json(found.as_json()) == found
    assert (sure.answer, sure.earliest_year) == (Answer.NOT_MET, 2026)


def test_waiting_is_no_way_where_a_later_year_changes_nothing() -> None:
    nobody = Record((), ALL)
    served = Matter("HCLD3", Kind.LONG_SERVICE, Subject.PERSON, 2025, date(2026, 3, 2))
    congress = Matter("AHLD", Kind.MERIT, Subject.PERSON, 2021, ON)
    after_it = Matter("AHLD", Kind.MERIT, Subject.PERSON, 2024, date(2025, 4, 15))

    assert earliest(served, nobody) is None
    assert earliest(congress, nobody) is None
    assert earliest(after_it, nobody) == 2025


def test_a_sudden_deed_is_of_its_year_and_waits_for_none() -> None:
    one = Record((), dict.fromkeys(RecordKind, 1950), {"BK_DOT_XUAT": False})

    found = appraise("BK_TTG", one, days=Days(date(2022, 3, 1)), kind=Kind.SUDDEN)

    assert (found.answer, found.earliest_year) == (Answer.NOT_MET, None)


def test_a_roll_of_one_year_says_nothing_of_later_ones() -> None:
    roll = {"SO_LDTT": Between(3, 3), "SO_THANH_VIEN": Between(10, 10)}
    stated = {"SO_LDTT": 3, "SO_THANH_VIEN": 10}
    known = dict.fromkeys(RecordKind, 1950)
    days, of = Days(date(2025, 9, 1), 2024), Subject.COLLECTIVE

    by_roll = appraise("TTLDXS", Record((), known, roll=roll), days=days, subject=of)
    by_file = appraise("TTLDXS", Record((), known, stated), days=days, subject=of)

    assert by_roll.answer is by_file.answer is Answer.NOT_MET
    assert by_roll.earliest_year == by_file.earliest_year == 2025
