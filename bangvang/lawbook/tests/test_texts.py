"""What was confirmed answers questions at once; unchanged, it costs one small query."""

from datetime import date

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from bangvang.law import (
    Days,
    Held,
    Kind,
    Reason,
    Record,
    RecordKind,
    Seen,
    appraise,
    instrument_name,
    rulebook_version,
    shipped,
    using,
)
from bangvang.lawbook.actions.confirm_reading import confirm_reading
from bangvang.lawbook.actions.reject_reading import reject_reading
from bangvang.lawbook.actions.withdraw_reading import withdraw_reading
from bangvang.lawbook.selectors.texts import texts_in_use
from bangvang.lawbook.tests.factories import (
    AMENDED,
    AT,
    DECREE,
    HEAD,
    INITIATIVES,
    TITLES,
    confirmed,
    proposed,
    wording,
)

pytestmark = pytest.mark.django_db

TODAY = Days(date(2026, 11, 22))
NOMINEE = Record(
    (
        *(Held("CSTDCS", Kind.MERIT, year) for year in range(2022, 2026)),
        Held("SK_TINH", Kind.MERIT, 2024),
    ),
    dict.fromkeys(RecordKind, 2010),
)


def reasons() -> tuple[Reason, ...]:
    with using(texts_in_use()):
        return appraise("CSTDT", NOMINEE, days=TODAY).reasons


def test_without_readings_the_shipped_entries_answer() -> None:
    assert texts_in_use() is shipped()


def test_a_proposal_changes_no_answer() -> None:
    proposed()

    assert texts_in_use().version == ""
    assert texts_in_use().on(TITLES, date(2026, 9, 30)).value == 3
    assert texts_in_use().rows[TITLES].get(AMENDED) is None


def test_a_confirmed_value_names_its_document_and_its_people() -> None:
    reading = confirmed()
    entry = texts_in_use().on(TITLES, AMENDED)

    assert (entry.value, entry.seen, entry.compared_on) == (4, Seen.SOURCE, date(2026, 11, 19))
    assert entry.where == (
        f"cong-bao-mau.pdf ({reading.document.digest[:16]}); Lý A Ruộng nhập, "
        "Trần Thị Đồi Chè xác nhận"
    )


def test_when_wording_and_numbers_are_confirmed_the_law_answers_again_and_back() -> None:
    assert reasons() == (Reason.TEXT_UNSEEN,)

    text = wording()
    confirmed()
    confirmed(entry_id=INITIATIVES, value=1)
    assert reasons() == (Reason.JUDGEMENT,)

    withdraw_reading(text.ref, reason="đính chính", version=2, actor=HEAD, at=AT)
    assert reasons() == (Reason.TEXT_UNSEEN,)


def test_a_rejected_value_answers_nothing() -> None:
    reading = proposed()
    reject_reading(reading.ref, reason="sai", version=1, actor=HEAD, at=AT)

    assert texts_in_use().rows[TITLES].get(AMENDED) is None


def test_withdrawing_a_value_before_another_leaves_its_days_unread() -> None:
    first = confirmed(until=date(2027, 5, 1))
    confirmed(since=date(2027, 5, 1), value=5, why_this_day="lộ trình")
    withdraw_reading(first.ref, reason="đính chính", version=2, actor=HEAD, at=AT)

    assert texts_in_use().on(TITLES, date(2026, 12, 1)).text_unseen == "LUAT-06-2026"
    assert texts_in_use().on(TITLES, date(2027, 5, 1)).value == 5


def test_the_version_of_the_rulebook_follows_the_readings() -> None:
    plain = rulebook_version()
    reading = confirmed()
    with using(texts_in_use()):
        laid = rulebook_version()
    withdraw_reading(reading.ref, reason="đính chính", version=2, actor=HEAD, at=AT)
    with using(texts_in_use()):
        after = rulebook_version()

    assert laid != plain
    assert after == plain


def test_unchanged_they_cost_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    confirmed()
    first = texts_in_use()

    with django_assert_num_queries(1):
        assert texts_in_use() is first


def test_what_was_rolled_back_is_forgotten() -> None:
    reading = proposed()
    before = texts_in_use()

    with transaction.atomic():
        confirm_reading(reading.ref, version=1, actor=HEAD, at=AT)
        assert texts_in_use().on(TITLES, AMENDED).value == 4
        transaction.set_rollback(True)

    assert texts_in_use() is before


def test_an_entered_document_keeps_its_name_when_its_value_is_withdrawn() -> None:
    reading = confirmed(instrument=DECREE)
    withdraw_reading(reading.ref, reason="đính chính", version=2, actor=HEAD, at=AT)

    with using(texts_in_use()):
        assert instrument_name(reading.instrument) == "Nghị định mẫu 30/2026/NĐ-TM"
