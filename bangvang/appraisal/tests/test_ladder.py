"""The ladder: what is in reach, what is missing, what would break it, by what is certain."""

from datetime import date

from bangvang.appraisal.facts import record_of
from bangvang.appraisal.ladder import YEARS, Group, Ladder, Reach, Rung, ladder_of
from bangvang.law import Answer, Days, Kind, Subject, appraise
from bangvang.registry.selectors.holdings import BarHeld, Holding, PersonHistory

ON = date(2026, 9, 14)
ALL = {"AWARD": 1900, "GRADE": 1900, "INITIATIVE": 1900}
SIGNS = {Reach.WITHIN: "+", Reach.UNSURE: "?", Reach.BEYOND: "-"}
GOOD = range(2015, 2026)


def history(
    *,
    bars: tuple[BarHeld, ...] = (),
    complete_from: dict[str, int] | None = None,
    **held: list[int],
) -> PersonHistory:
    kinds = {"HTXSNV": "GRADE", "HTTNV": "GRADE", "SK_CO_SO": "INITIATIVE", "SK_TINH": "INITIATIVE"}
    rows = tuple(
        Holding(
            kind := kinds.get(code, "AWARD"), f"{code}-{year}", code,
            "MERIT" if kind == "AWARD" else "", year, f"{year}/QĐ", date(year, 12, 1), None, "", "",
        )
        for code, years in held.items()
        for year in years
    )  # fmt: skip
    return PersonHistory(rows, ALL if complete_from is None else complete_from, bars)


def person(found: PersonHistory, *, on: date = ON) -> Ladder:
    return ladder_of(found, Subject.PERSON, on=on)


def rung(ladder: Ladder, code: str, kind: Kind = Kind.MERIT) -> Rung:
    (found,) = (one for one in ladder.rungs if (one.code, one.kind) == (code, kind))
    return found


def signs(one: Rung) -> str:
    return "".join(SIGNS[year.reach] for year in one.years)


def test_the_next_year_is_the_running_one_and_five_are_looked_at() -> None:
    ladder = person(history())

    assert ladder.years == (2026, 2027, 2028, 2029, 2030)
    assert all([y.ahead.year for y in one.years] == list(ladder.years) for one in ladder.rungs)
    assert len(ladder.years) == YEARS


def test_a_chain_that_lacks_one_year_is_in_reach_next_year_and_names_that_year() -> None:
    one = rung(person(history(CSTDCS=[2024, 2025], SK_TINH=[2025])), "CSTDT")

    assert one.group is Group.NEXT_YEAR
    assert one.earliest_year == 2026
    assert ("CSTDCS", 2026) in {(row.code, row.year) for row in one.to_come()}
    assert one.unknown() == ()


def test_what_breaks_the_chain_is_said() -> None:
    one = rung(person(history(CSTDCS=[2024, 2025], SK_TINH=[2025])), "CSTDT")

    breaks = one.nearest.ahead.breaks

    assert breaks is not None
    assert breaks.answer is Answer.NOT_MET
    assert "thiếu năm 2026" in breaks.deciding().sentence


def test_a_broken_chain_comes_into_reach_later() -> None:
    one = rung(person(history(CSTDCS=[2023, 2025], SK_TINH=[2025])), "CSTDT")

    assert signs(one) == "-++++"
    assert one.group is Group.WITHIN_YEARS
    assert one.earliest_year == one.nearest.ahead.year == 2027


def test_a_higher_award_waits_for_the_one_below_it() -> None:
    ladder = person(history())

    assert signs(rung(ladder, "BK_TTG")) == "----+"
    assert signs(rung(ladder, "HCLD3")) == "-----"


def test_two_of_a_title_need_two_years_in_which_it_can_come() -> None:
    ladder = person(history())
    nearer = person(history(CSTDCS=[2024, 2025], CSTDT=[2023]))

    assert rung(ladder, "CSTDT").earliest_year == 2028
    assert rung(ladder, "CSTDTQ").earliest_year == 2029
    assert signs(rung(ladder, "CSTDTQ")) == "-??++"
    assert rung(nearer, "CSTDTQ").earliest_year == 2026


def test_what_rests_on_an_award_that_was_not_asked_is_not_certain() -> None:
    ladder = person(history(CSTDCS=[2023, 2025], SK_TINH=[2025], CSTDT=[2020]))

    higher = rung(ladder, "CSTDTQ")

    assert signs(rung(ladder, "CSTDT")) == "-++++"
    assert higher.years[0].reach is Reach.UNSURE
    assert higher.years[0].only_if is not None
    assert higher.years[0].only_if.answer is Answer.NOT_MET
    assert "Chiến sĩ thi đua cấp tỉnh" in higher.years[0].only_if.deciding().sentence


def test_what_rests_on_rows_that_the_register_may_lack_is_not_certain() -> None:
    since = {"AWARD": 2020, "GRADE": 2020, "INITIATIVE": 2020}
    unknown = rung(person(history(complete_from=since, HTXSNV=list(GOOD))), "HCLD3")
    known = rung(person(history(HTXSNV=list(GOOD))), "HCLD3")

    assert unknown.group is Group.FOR_A_PERSON
    assert any(row.year < 2026 for row in unknown.unknown())
    assert signs(unknown)[0] == "?"
    assert signs(known)[0] == "-"


def test_what_no_year_brings_near_says_the_year_if_there_is_one() -> None:
    one = rung(person(history()), "HCLD2")

    assert one.group is Group.LATER
    assert signs(one) == "-----"
    assert one.nearest is one.years[0]
    assert one.earliest_year is None or one.earliest_year > 2030


def test_an_award_that_rests_on_the_file_alone_is_for_a_person() -> None:
    assert rung(person(history()), "AHLD").group is Group.FOR_A_PERSON


def test_a_text_that_was_not_read_is_for_a_person() -> None:
    assert rung(person(history(HTXSNV=list(GOOD))), "GIAY_KHEN").group is Group.FOR_A_PERSON


def test_awards_without_a_coded_way_are_left_out_with_the_reason() -> None:
    left_out = {one.code: one for one in person(history()).left_out}

    assert "Điều 22" in left_out["CSTDB"].gaps[0].cite.text
    assert all(one.gaps for one in left_out.values())
    assert "CSTDT" not in left_out


def test_an_open_bar_is_told_with_its_clause_and_changes_no_rung() -> None:
    bar = BarHeld("INVESTIGATED", date(2026, 3, 2), None, "", "bar-1")
    barred = person(history(bars=(bar,), CSTDCS=[2024, 2025], SK_TINH=[2025]))
    free = person(history(CSTDCS=[2024, 2025], SK_TINH=[2025]))

    assert barred.barred is not None
    assert [row.record_id for row in barred.barred.used] == ["bar-1"]
    assert barred.barred.cite.article
    assert free.barred is None
    assert barred.rungs == free.rungs


def test_after_a_discipline_merit_counts_from_its_end() -> None:
    over = BarHeld("DISCIPLINED", date(2024, 2, 1), date(2025, 2, 1), "KHIEN_TRACH", "bar-2")
    ladder = person(history(bars=(over,), CSTDCS=[2023, 2024, 2025], SK_TINH=[2025]))

    assert ladder.barred is None
    assert ladder.counts_from is not None
    assert ladder.counts_from[0] == 2025
    assert signs(rung(ladder, "CSTDT")) == "-++++"
    assert person(history()).counts_from is None


def test_where_the_law_of_the_day_was_not_read_the_law_before_it_is_asked() -> None:
    late = person(history(CSTDCS=[2024, 2025], SK_TINH=[2025]), on=date(2026, 11, 1))

    assert late.read_on == date(2026, 9, 30)
    assert rung(late, "CSTDT").group is Group.NEXT_YEAR
    assert person(history()).read_on == ON


def test_rungs_whose_files_meet_an_unread_law_say_so() -> None:
    ladder = person(history(CSTDCS=[2024, 2025], SK_TINH=[2025]))
    sure = person(history(), on=date(2019, 3, 1))

    assert "Luật số 06/2026/QH16 chưa đối chiếu nguyên văn" in ladder.only_by
    assert all(one.is_hint for one in ladder.rungs)
    assert {year.only_by for year in rung(sure, "CSTDT").years} == {""}


def test_a_collective_is_asked_for_its_own_awards() -> None:
    ladder = ladder_of(history(HTXSNV=list(GOOD)), Subject.COLLECTIVE, on=ON)
    codes = {one.code for one in ladder.rungs}

    assert {"TTLDXS", "CO_TINH"} <= codes
    assert "CSTDT" not in codes
    assert rung(ladder, "TTLDXS").nearest.ahead.finding.asked


def test_every_award_stands_in_just_one_group() -> None:
    ladder = person(history(CSTDCS=[2024, 2025]))

    assert sum(len(ladder.of(group)) for group in Group) == len(ladder.rungs)


def test_the_ladder_and_the_answer_to_a_file_name_the_same_earliest_year() -> None:
    """What cannot come yet carries nothing, whichever page is asked; other years are unsure."""
    one = history(CSTDCS=[2023, 2025], HTXSNV=[2024])
    ladder, record = person(one), record_of(one)
    found = {
        rung.code: appraise(rung.code, record, days=Days(ON, 2025), kind=rung.kind)
        for rung in ladder.rungs
        if rung.kind is Kind.MERIT
    }
    told = {code: one.earliest_year for code, one in found.items() if one.earliest_year}

    assert told["HCLD3"] == 2035
    assert {"BK_TTG", "CSTDT", "HCLD2", "HCLD3"} <= told.keys()
    for code, year in told.items():
        in_reach = [y.ahead.year for y in rung(ladder, code).years if y.ahead.in_reach]
        assert not in_reach or in_reach[0] == year
        assert in_reach or year > ladder.years[-1]
