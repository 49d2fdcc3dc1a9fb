"""Last days and limits of the procedure, row by row, and how working days are counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.law import (
    Citation,
    Kind,
    NotInForce,
    Seen,
    Step,
    UnknownAward,
    after_working_days,
    deadline_for,
)
from bangvang.law.deadlines import READS
from bangvang.law.instruments import instruments
from bangvang.law.loading import texts

SESSION = date(2022, 4, 19)
UNDER_98 = date(2024, 4, 19)
UNDER_152 = date(2025, 7, 1)
AFTER_311 = date(2025, 6, 30)
MONDAY = date(2023, 3, 6)


def weekend(day: date) -> bool:
    return day.weekday() >= 5


def on_day(
    step: Step, code: str, on: date, kind: Kind = Kind.MERIT, *, education: bool = False
) -> tuple[date | None, Seen] | None:
    """Return what a step of a file received on a day in 2022 or later is due on."""
    found = deadline_for(
        step, code, on=on, start=on, is_off=weekend, kind=kind, education=education
    )
    return None if found is None else (found.due_on, found.seen)


@pytest.mark.parametrize(
    ("step", "code", "on", "due"),
    [
        (Step.SUBMIT, "CSTDTQ", SESSION, (date(2023, 10, 31), Seen.SOURCE)),
        (Step.SUBMIT, "CSTDTQ", UNDER_98, (date(2025, 12, 31), Seen.SOURCE)),
        (Step.SUBMIT, "CSTDTQ", UNDER_152, (None, Seen.UNVERIFIED)),
        (Step.SUBMIT, "CO_CP", SESSION, (date(2022, 3, 31), Seen.UNVERIFIED)),
        (Step.SUBMIT, "CO_CP", UNDER_98, (date(2024, 6, 30), Seen.SOURCE)),
        (Step.SUBMIT, "CO_CP", UNDER_152, (None, Seen.UNVERIFIED)),
        (Step.SUBMIT_FROM, "AHLD", SESSION, (date(2022, 1, 5), Seen.SOURCE)),
        (Step.SUBMIT, "AHLD", SESSION, (date(2022, 2, 28), Seen.SOURCE)),
        (Step.SUBMIT, "AHLD", UNDER_98, None),
        (Step.SUBMIT, "BK_TTG", SESSION, (date(2022, 6, 30), Seen.UNVERIFIED)),
        (Step.SUBMIT, "HCLD3", SESSION, (date(2022, 6, 30), Seen.UNVERIFIED)),
        (Step.SUBMIT, "HCLD3", UNDER_98, (None, Seen.SOURCE)),
        (Step.SUBMIT, "LDTT", SESSION, None),
        (Step.SUBMIT, "KNC", UNDER_98, None),
        (Step.SUBMIT_FROM, "CSTDTQ", SESSION, None),
    ],
)
def test_the_last_day_of_submission(
    step: Step, code: str, on: date, due: tuple[date | None, Seen] | None
) -> None:
    assert on_day(step, code, on) == due


@pytest.mark.parametrize(
    ("step", "day"), [(Step.SUBMIT_FROM, "05/01/2022"), (Step.SUBMIT, "28/02/2022")]
)
def test_the_days_for_labour_heroes_hold_in_the_year_of_the_congress_only(
    step: Step, day: str
) -> None:
    found = deadline_for(step, "AHLD", on=SESSION, start=SESSION, is_off=weekend)
    other = deadline_for(Step.SUBMIT, "CO_CP", on=SESSION, start=SESSION, is_off=weekend)

    assert found is not None
    assert other is not None
    assert found.says_vi == (
        f"Ngày {day}, nếu là năm tổ chức Đại hội Thi đua yêu nước toàn quốc (05 năm một lần)."
    )
    assert not other.only_in_vi


def test_the_education_system_has_a_last_day_of_its_own() -> None:
    ask = [on_day(Step.SUBMIT, "CO_CP", on, education=True) for on in (SESSION, UNDER_98)]

    assert ask == [(None, Seen.UNVERIFIED), (date(2024, 12, 31), Seen.SOURCE)]


@pytest.mark.parametrize(
    ("code", "kind", "on", "says"),
    [
        ("BK_TTG", Kind.SUDDEN, SESSION, "Ngay sau khi lập được thành tích."),
        ("BK_TTG", Kind.SUDDEN, UNDER_98, "Theo hướng dẫn của Bộ Nội vụ."),
        ("BK_TTG", Kind.THEME, UNDER_98, "Theo hướng dẫn của Bộ Nội vụ."),
        ("CO_CP", Kind.THEME, UNDER_98, "Theo hướng dẫn của Bộ Nội vụ."),
        ("CO_CP", Kind.MERIT, UNDER_98, "Ngày 30/06/2024."),
        ("CO_CP", Kind.MERIT, UNDER_152, "Chưa đối chiếu nguyên văn quy định."),
        ("HCLD1", Kind.MERIT, UNDER_152, "Chưa đối chiếu nguyên văn quy định."),
    ],
)
def test_where_no_day_is_named_the_clause_still_speaks(
    code: str, kind: Kind, on: date, says: str
) -> None:
    found = deadline_for(Step.SUBMIT, code, on=on, start=on, is_off=weekend, kind=kind)

    assert found is not None
    assert found.says_vi == says
    assert found.text_unseen == (on == UNDER_152)


@pytest.mark.parametrize(("on", "document"), [(UNDER_98, "ND-98-2023"), (UNDER_152, "ND-152-2025")])
def test_how_long_the_province_may_appraise_has_not_been_read(on: date, document: str) -> None:
    found = deadline_for(Step.APPRAISE, "CSTDT", on=on, start=MONDAY, is_off=weekend)

    assert found is not None
    assert (found.due_on, found.working_days, found.text_unseen) == (None, None, True)
    assert found.cite == Citation(document)


@pytest.mark.parametrize(
    ("step", "code", "on", "days", "cite", "seen"),
    [
        (Step.APPRAISE, "CSTDT", SESSION, 25, Citation("ND-91-2017", 48, 2), Seen.SOURCE),
        (Step.APPRAISE, "BK_TTG", SESSION, 30, Citation("ND-91-2017", 48, 2), Seen.SECONDARY),
        (Step.NOTIFY_RESULT, "CSTDT", SESSION, 10, Citation("ND-91-2017", 48, 3), Seen.SOURCE),
        (Step.NOTIFY_RESULT, "HCLD1", SESSION, 10, Citation("ND-91-2017", 48, 3), Seen.SOURCE),
        (Step.CONSULTATION_REPLY, "HCLD1", SESSION, 10, Citation("ND-91-2017", 47), Seen.MEMORY),
        (Step.APPRAISE, "BK_TTG", UNDER_98, 20, Citation("ND-98-2023", 32, 2), Seen.SOURCE),
        (Step.APPRAISE, "BK_TTG", UNDER_152, 20, Citation("ND-98-2023", 32, 2), Seen.UNVERIFIED),
        (Step.AFTER_CONSULTATION, "BK_TTG", UNDER_98, 10, Citation("QD-311-2025"), Seen.INFERRED),
        (Step.RETURN_UNQUALIFIED, "BK_TTG", UNDER_98, 5, Citation("QD-311-2025"), Seen.INFERRED),
        (Step.NOTIFY_REFUSAL, "BK_TTG", UNDER_98, 10, Citation("QD-311-2025"), Seen.INFERRED),
        (Step.COPY_TO_PROVINCE, "BK_TTG", UNDER_98, 10, Citation("QD-311-2025"), Seen.INFERRED),
        (Step.COPY_TO_RECIPIENT, "BK_TTG", UNDER_98, 10, Citation("QD-311-2025"), Seen.INFERRED),
        (Step.DELIVER_ITEMS, "BK_TTG", UNDER_98, 10, Citation("QD-311-2025"), Seen.INFERRED),
        (Step.DELIVER_ITEMS, "BK_TTG", AFTER_311, 10, Citation("QD-311-2025"), Seen.SOURCE),
        (Step.DELIVER_ITEMS, "BK_TTG", UNDER_152, 10, Citation("QD-311-2025"), Seen.UNVERIFIED),
        (Step.PUBLIC_COMMENT, "AHLD", UNDER_98, 10, Citation("ND-98-2023", 46, 1), Seen.SOURCE),
        (Step.DECIDE, "CSTDCS", UNDER_152, 20, Citation("QD-638-2025"), Seen.SOURCE),
        (Step.DECIDE, "CSTDCS", date(2026, 10, 1), 20, Citation("QD-638-2025"), Seen.UNVERIFIED),
    ],
)
def test_the_limits_in_working_days(
    step: Step, code: str, on: date, days: int, cite: Citation, seen: Seen
) -> None:
    found = deadline_for(step, code, on=on, start=MONDAY, is_off=weekend)

    assert found is not None
    assert (found.working_days, found.cite, found.seen) == (days, cite, seen)
    assert found.due_on == MONDAY + timedelta(weeks=days // 5)
    assert found.says_vi == f"{days} ngày làm việc, đến hết ngày {found.due_on:%d/%m/%Y}."


def test_no_clause_is_called_read_for_days_before_its_instrument() -> None:
    entries = [entry for id_ in READS for entry in texts().row(id_).items]
    early = [one for one in entries if one.since < instruments()[one.cite.instrument].since]

    assert early
    assert all(one.seen is not Seen.SOURCE and one.why_this_day for one in early)


def test_a_clause_used_before_its_instrument_says_why() -> None:
    before, after = (
        deadline_for(Step.DELIVER_ITEMS, "BK_TTG", on=on, start=on, is_off=weekend)
        for on in (UNDER_98, AFTER_311)
    )

    assert before is not None
    assert after is not None
    assert "thủ tục của năm 2025" in before.why_this_day
    assert not after.why_this_day


@pytest.mark.parametrize(
    ("step", "code", "on"),
    [
        (Step.NOTIFY_RESULT, "BK_TTG", UNDER_98),
        (Step.RETURN_UNQUALIFIED, "BK_TTG", SESSION),
        (Step.PUBLIC_COMMENT, "BK_TTG", SESSION),
        (Step.PUBLIC_COMMENT, "CSTDT", UNDER_98),
        (Step.APPRAISE, "LDTT", SESSION),
        (Step.DECIDE, "CSTDCS", UNDER_98),
    ],
)
def test_where_no_clause_was_found_there_is_no_limit(step: Step, code: str, on: date) -> None:
    assert on_day(step, code, on) is None


def test_the_day_it_counts_from_is_left_out() -> None:
    assert after_working_days(MONDAY, 1, is_off=weekend) == date(2023, 3, 7)
    assert after_working_days(date(2023, 3, 10), 1, is_off=weekend) == date(2023, 3, 13)
    assert after_working_days(date(2023, 3, 11), 5, is_off=weekend) == date(2023, 3, 17)


def test_days_off_may_be_handed_in_as_a_set() -> None:
    off = frozenset({date(2023, 3, 7), date(2023, 3, 8)})

    assert after_working_days(MONDAY, 1, is_off=off.__contains__) == date(2023, 3, 9)


def test_what_cannot_be_counted_is_refused() -> None:
    with pytest.raises(ValueError, match="0 working days cannot be counted"):
        after_working_days(MONDAY, 0, is_off=weekend)
    with pytest.raises(ValueError, match="no 3 working days"):
        after_working_days(MONDAY, 3, is_off=lambda _: True)


@given(
    st.dates(date(2018, 1, 1), date(2030, 1, 1)),
    st.integers(1, 60),
    st.frozensets(st.integers(0, 6), max_size=6),
)
def test_a_limit_ends_on_a_working_day_with_so_many_before(
    start: date, days: int, closed: frozenset[int]
) -> None:
    end = after_working_days(start, days, is_off=lambda day: day.weekday() in closed)
    span = [start + timedelta(days=number) for number in range(1, (end - start).days + 1)]

    assert end.weekday() not in closed
    assert sum(day.weekday() not in closed for day in span) == days


def test_an_unknown_award_and_a_day_before_its_first_are_refused() -> None:
    with pytest.raises(UnknownAward):
        on_day(Step.SUBMIT, "NO_SUCH", SESSION)
    with pytest.raises(NotInForce):
        on_day(Step.SUBMIT, "BK_TTG", date(2017, 9, 30))


@pytest.mark.parametrize("code", ["HCLD3", "AHLD", "CSTDTQ", "GTNN"])
def test_the_public_is_asked_before_an_award_of_the_state_is_submitted(code: str) -> None:
    asked = deadline_for(Step.PUBLIC_COMMENT, code, on=SESSION, start=MONDAY, is_off=weekend)

    assert asked is not None
    assert asked.cite == Citation("ND-91-2017", 45, 10)
    assert (asked.seen, asked.due_on, asked.working_days) == (Seen.SOURCE, None, None)
    assert asked.says_vi.startswith("Lấy ý kiến nhân dân trên phương tiện thông tin của tỉnh")


def test_of_which_awards_the_public_is_asked_by_the_law_of_2022_has_not_been_read() -> None:
    unread = deadline_for(Step.PUBLIC_COMMENT, "HCLD3", on=UNDER_98, start=MONDAY, is_off=weekend)

    assert unread is not None
    assert (unread.text_unseen, unread.cite) == (True, Citation("LUAT-06-2022", 84, 5))
