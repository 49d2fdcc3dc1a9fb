"""Which of several prizes that come at one time are paid."""

from datetime import date

import pytest

from bangvang.law import Citation, Granted, NotInForce, Seen, UnknownAward, paid_together

SESSION = date(2022, 4, 19)
UNDER_152 = date(2025, 7, 1)
THIS, LONGER = (2021, 2021), (2019, 2021)


@pytest.mark.parametrize(
    ("granted", "paid"),
    [
        ([Granted("LDTT", THIS)], [True]),
        ([Granted("LDTT", THIS), Granted("CSTDCS", THIS)], [False, True]),
        (
            [Granted("LDTT", THIS), Granted("CSTDCS", THIS), Granted("CSTDT", THIS)],
            [False, False, True],
        ),
        ([Granted("CSTDCS", THIS), Granted("CSTDT", LONGER)], [True, True]),
        (
            [Granted("LDTT", THIS), Granted("CSTDCS", THIS), Granted("CSTDT", LONGER)],
            [False, True, True],
        ),
        ([Granted("CSTDCS", THIS), Granted("BK_TINH", THIS)], [True, True]),
        ([Granted("CSTDT", LONGER), Granted("CSTDCS", THIS), Granted("BK_TTG", THIS)], [True] * 3),
        ([Granted("CO_TINH", THIS), Granted("TTLDXS", THIS)], [True, False]),
        ([Granted("BK_TINH", THIS, "lũ"), Granted("BK_TINH", THIS, "cháy rừng")], [True, True]),
        ([Granted("BK_TINH", THIS), Granted("BK_TTG", LONGER)], [True, True]),
        ([Granted("BK_TINH", THIS), Granted("BK_TTG", THIS)], [None, None]),
        ([Granted("LDTT", THIS), Granted("CSTT", THIS)], [None, None]),
        ([Granted("CO_QK", THIS), Granted("CO_TINH", THIS)], [None, None]),
        (
            [Granted("CO_QK", THIS), Granted("CO_TINH", THIS), Granted("CO_CP", THIS)],
            [None, False, None],
        ),
        ([Granted("CSTDT", LONGER), Granted("AHLD", (2011, 2021))], [True, True]),
    ],
)
def test_who_is_paid_what(granted: list[Granted], paid: list[bool | None]) -> None:
    found = paid_together(granted, decided_on=UNDER_152)

    assert [one.granted for one in found] == granted
    assert [one.is_paid for one in found] == paid


@pytest.mark.parametrize(
    ("on", "cite", "seen"),
    [
        (SESSION, Citation("ND-91-2017"), Seen.SOURCE),
        (date(2024, 1, 1), Citation("ND-98-2023", 53), Seen.SOURCE),
        (UNDER_152, Citation("ND-152-2025", 49), Seen.SOURCE),
        (date(2026, 10, 1), Citation("ND-152-2025", 49), Seen.UNVERIFIED),
    ],
)
def test_the_clause_is_that_of_the_day(on: date, cite: Citation, seen: Seen) -> None:
    lower, higher = paid_together([Granted("LDTT", THIS), Granted("CSTDCS", THIS)], decided_on=on)

    assert (lower.cite, lower.seen) == (higher.cite, higher.seen) == (cite, seen)
    assert lower.why_vi == (
        "Cùng thời gian tính thành tích với một danh hiệu cao hơn: chỉ nhận mức cao nhất."
    )


def test_on_several_commendations_the_decree_of_2017_was_not_read() -> None:
    two = [Granted("BK_TINH", THIS, "lũ"), Granted("BK_TINH", THIS, "cháy rừng")]

    assert [one.is_paid for one in paid_together(two, decided_on=SESSION)] == [None, None]


def test_after_the_decree_nothing_is_said_but_a_single_prize() -> None:
    after = date(2027, 3, 1)
    two = [Granted("LDTT", THIS), Granted("CSTDCS", THIS)]

    assert [one.is_paid for one in paid_together(two, decided_on=after)] == [None, None]
    assert paid_together(two[:1], decided_on=after)[0].is_paid


def test_what_cannot_be_is_refused() -> None:
    assert paid_together([], decided_on=SESSION) == ()
    with pytest.raises(ValueError, match="one title twice for one period"):
        paid_together([Granted("LDTT", THIS), Granted("LDTT", THIS)], decided_on=SESSION)
    with pytest.raises(UnknownAward):
        paid_together([Granted("NO_SUCH", THIS)], decided_on=SESSION)
    with pytest.raises(NotInForce):
        paid_together([Granted("LDTT", THIS)], decided_on=date(2017, 9, 30))
