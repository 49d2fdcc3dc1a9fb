"""One enters, another confirms; what is refused and why; nothing is deleted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.objection import Unseen
from bangvang.law import Instrument as LawInstrument
from bangvang.lawbook.actions.confirm_reading import confirm_reading
from bangvang.lawbook.actions.enter_instrument import NewInstrument
from bangvang.lawbook.actions.propose_reading import propose_reading
from bangvang.lawbook.actions.reject_reading import reject_reading
from bangvang.lawbook.actions.withdraw_reading import withdraw_reading
from bangvang.lawbook.models import Instrument, Reading
from bangvang.lawbook.selectors.texts import known_instruments
from bangvang.lawbook.states import State
from bangvang.lawbook.tests.factories import (
    AMENDED,
    AT,
    DECREE,
    GIVEN,
    HEAD,
    INITIATIVES,
    INSPECTOR,
    PAPER,
    SECOND_SPECIALIST,
    SPECIALIST,
    STRANGERS,
    TITLES,
    confirmed,
    proposed,
)
from bangvang.lawbook.tests.refusals import refused

pytestmark = pytest.mark.django_db

Ending = Callable[..., None]


def history(reading: Reading) -> list[tuple[str, str, str]]:
    return [(line.verb, line.who, line.said) for line in entries_about(("reading", reading.ref))]


def test_a_value_is_entered_with_its_document_and_waits() -> None:
    reading = proposed()

    assert (reading.state, reading.unit, reading.version) == (State.PROPOSED, "awards", 1)
    assert reading.document.original_name == "cong-bao-mau.pdf"
    assert len(reading.document.digest) == 64
    assert (reading.proposed_by_name, reading.proposed_by_head) == ("Lý A Ruộng", False)
    assert history(reading) == [
        (
            "propose_reading",
            "Lý A Ruộng",
            "Nhập giá trị đọc trong văn bản: Chiến sĩ thi đua cấp tỉnh: Chiến sĩ thi đua cơ sở "
            "liên tục (số lần): 4 lần, áp dụng từ ngày 01/10/2026; chờ người thứ hai xác nhận.",
        )
    ]
    assert entries_about(("reading", reading.ref))[0].happened_at == AT


@pytest.mark.parametrize(("first", "second"), [(SPECIALIST, HEAD), (HEAD, SPECIALIST)])
def test_one_of_the_two_is_the_head_whichever_way_round(first: Actor, second: Actor) -> None:
    reading = confirmed(first, second)

    assert (reading.state, reading.version) == (State.CONFIRMED, 2)
    assert (reading.decided_by_name, reading.decided_at) == (second.name, AT)
    assert [verb for verb, *_ in history(reading)] == ["propose_reading", "confirm_reading"]
    assert history(reading)[1][1:] == (
        second.name,
        "Xác nhận giá trị đọc trong văn bản: Chiến sĩ thi đua cấp tỉnh: Chiến sĩ thi đua cơ sở "
        "liên tục (số lần); áp dụng từ ngày 01/10/2026.",
    )


@pytest.mark.parametrize("stranger", [INSPECTOR, *STRANGERS])
def test_only_the_office_enters(stranger: Actor) -> None:
    with refused("NOT_OFFICE"):
        propose_reading(GIVEN, actor=stranger, at=AT)

    assert not Reading.objects.exists()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"compared_on": date(2026, 11, 21)}, "COMPARED_LATER"),
        ({"compared_on": date(2026, 4, 22)}, "COMPARED_EARLIER"),
        ({"compared_on": date(2025, 12, 31), "instrument": DECREE}, "COMPARED_EARLIER"),
        ({"article": None}, "PLACE_WITHOUT_ARTICLE"),
        ({"article": None, "clause": None, "point": "b"}, "PLACE_WITHOUT_ARTICLE"),
        ({"entry_id": "no.such"}, "UNKNOWN_ENTRY"),
        ({"value": "bốn"}, "VALUE"),
        ({"until": AMENDED}, "DAYS"),
        ({"instrument": "NO-SUCH"}, "INSTRUMENT"),
        ({"since": date(2027, 5, 1), "why_this_day": "lộ trình"}, "OUTSIDE"),
        ({"since": date(2026, 12, 1)}, "WHY_THIS_DAY"),
        ({"document": b"\x00\x01"}, "FILE_NOT_ACCEPTED"),
        ({"document": b""}, "FILE_EMPTY"),
        ({"instrument": NewInstrument("", "Nghị định mẫu", AMENDED)}, "INSTRUMENT_UNCLEAR"),
        ({"instrument": NewInstrument("3/2026", " ", AMENDED)}, "INSTRUMENT_UNCLEAR"),
        ({"instrument": NewInstrument("3/2026", "Nghị định mẫu", None)}, "INSTRUMENT_UNCLEAR"),
        (
            {"instrument": NewInstrument("3/2026", "Nghị định mẫu", AMENDED, AMENDED)},
            "INSTRUMENT_DAYS",
        ),
        (
            {"instrument": NewInstrument("152/2025/nđ-cp", "Nghị định 152", AMENDED)},
            "INSTRUMENT_KNOWN",
        ),
    ],
)
def test_what_the_law_or_the_house_does_not_let_in_leaves_nothing_behind(
    change: dict[str, object], code: str
) -> None:
    with refused(code):
        proposed(**change)  # type: ignore[arg-type]  # names and values of the fields

    assert not Reading.objects.exists()
    assert not Instrument.objects.exists()
    assert not StoredFile.objects.exists()


def test_an_overlap_with_a_confirmed_value_is_refused_when_entered_and_when_confirmed() -> None:
    second = proposed(since=date(2024, 1, 1), instrument="LUAT-06-2022", article=23, value=5)
    confirmed()
    Reading.objects.filter(pk=second.pk).update(since=AMENDED, instrument="LUAT-06-2026")

    with refused("OVERLAP"):
        confirm_reading(second.ref, version=1, actor=HEAD, at=AT)
    with refused("OVERLAP"):
        proposed(value=6)
    assert proposed(entry_id=INITIATIVES).state == State.PROPOSED


def test_one_value_of_an_entry_waits_at_a_time_and_the_second_is_told_of_it() -> None:
    first = proposed()

    with refused("ALREADY_WAITING") as caught:
        proposed(HEAD, value=5)

    assert caught.value.objection.sentence.startswith(
        "Lý A Ruộng đã nhập “4 lần” cho mục này, áp dụng từ ngày 01/10/2026; đang chờ người thứ"
    )
    assert Reading.objects.count() == StoredFile.objects.count() == 1
    withdraw_reading(first.ref, reason="nhầm", version=1, actor=SPECIALIST, at=AT)
    assert proposed(HEAD, value=5).state == State.PROPOSED


def test_two_values_may_wait_for_days_that_only_meet() -> None:
    proposed(since=date(2024, 1, 1), instrument="LUAT-06-2022", article=23)

    assert proposed(value=5).value == 5
    with refused("ALREADY_WAITING"):
        proposed(
            since=date(2026, 9, 30), instrument="LUAT-06-2022", value=6, why_this_day="lộ trình"
        )


def test_a_text_may_be_compared_from_the_day_it_was_passed_before_it_is_in_force() -> None:
    assert proposed(compared_on=date(2026, 4, 23)).compared_on == date(2026, 4, 23)


def test_the_day_of_the_office_counts_not_that_of_the_clock_of_the_machine() -> None:
    early = datetime(2026, 11, 19, 17, 30, tzinfo=UTC)

    given = replace(GIVEN, compared_on=date(2026, 11, 20))
    assert propose_reading(given, actor=SPECIALIST, at=early)


def test_days_that_only_meet_do_not_overlap() -> None:
    confirmed(until=date(2027, 5, 1))

    assert confirmed(since=date(2027, 5, 1), value=5, why_this_day="lộ trình").value == 5
    with refused("OVERLAP"):
        proposed(since=date(2027, 4, 30), value=5, why_this_day="lộ trình")


def test_after_a_reading_that_stopped_by_itself_the_next_one_can_be_confirmed() -> None:
    confirmed(since=date(2024, 1, 1), instrument="LUAT-06-2022", article=23)

    assert confirmed(value=5).value == 5
    with refused("OVERLAP"):
        proposed(since=date(2024, 1, 1), instrument="LUAT-06-2022", article=23, value=2)


def test_nobody_confirms_or_rejects_their_own() -> None:
    reading = proposed(HEAD)

    with refused("OWN_READING"):
        confirm_reading(reading.ref, version=1, actor=HEAD, at=AT)
    with refused("OWN_READING"):
        reject_reading(reading.ref, reason="sai", version=1, actor=HEAD, at=AT)


def test_two_specialists_are_not_enough() -> None:
    reading = proposed()

    with refused("HEAD_NEEDED"):
        confirm_reading(reading.ref, version=1, actor=SECOND_SPECIALIST, at=AT)


def test_an_inspector_reads_and_decides_nothing() -> None:
    reading = proposed()

    with refused("NOT_OFFICE"):
        confirm_reading(reading.ref, version=1, actor=INSPECTOR, at=AT)
    for end in (reject_reading, withdraw_reading):
        with refused("NOT_OFFICE"):
            end(reading.ref, reason="sai", version=1, actor=INSPECTOR, at=AT)


@pytest.mark.parametrize("stranger", STRANGERS)
def test_for_others_there_is_no_reading(stranger: Actor) -> None:
    reading = proposed()

    with pytest.raises(Unseen):
        confirm_reading(reading.ref, version=1, actor=stranger, at=AT)
    for end in (reject_reading, withdraw_reading):
        with pytest.raises(Unseen):
            end(reading.ref, reason="sai", version=1, actor=stranger, at=AT)


def test_of_two_who_decide_the_second_is_told() -> None:
    reading = proposed()
    reject_reading(reading.ref, reason="khác văn bản", version=1, actor=HEAD, at=AT)

    with refused("WRONG_STATE"):
        confirm_reading(reading.ref, version=1, actor=HEAD, at=AT)
    with refused("WRONG_STATE"):
        withdraw_reading(reading.ref, reason="nhầm", version=2, actor=SPECIALIST, at=AT)


@pytest.mark.parametrize("end", [reject_reading, withdraw_reading])
def test_what_changed_since_it_was_read_is_not_decided(end: Ending) -> None:
    reading = proposed(HEAD if end is withdraw_reading else SPECIALIST)

    with refused("STALE"):
        end(reading.ref, reason="sai", version=7, actor=HEAD, at=AT)
    other = proposed(entry_id=INITIATIVES, value=1)
    with refused("STALE"):
        confirm_reading(other.ref, version=7, actor=HEAD, at=AT)


@pytest.mark.parametrize("end", [reject_reading, withdraw_reading])
def test_a_reading_ends_with_a_reason(end: Ending) -> None:
    reading = proposed(HEAD if end is withdraw_reading else SPECIALIST)

    with refused("NO_REASON"):
        end(reading.ref, reason="  ", version=1, actor=HEAD, at=AT)


def test_a_rejected_value_stays_with_its_reason_and_may_be_entered_anew() -> None:
    reading = proposed()
    reject_reading(
        reading.ref, reason=" khoản 4, không phải khoản 3 ", version=1, actor=HEAD, at=AT
    )
    reading.refresh_from_db()

    assert (reading.state, reading.reason) == (State.REJECTED, "khoản 4, không phải khoản 3")
    assert history(reading)[-1] == (
        "reject_reading",
        "Trần Thị Đồi Chè",
        "Không xác nhận giá trị đã nhập: khoản 4, không phải khoản 3",
    )
    assert confirmed(clause=4).state == State.CONFIRMED
    assert Reading.objects.count() == 2


def test_who_entered_it_withdraws_it_while_it_waits_and_nobody_else() -> None:
    reading = proposed()

    with refused("NOT_YOURS_TO_WITHDRAW"):
        withdraw_reading(reading.ref, reason="nhầm", version=1, actor=HEAD, at=AT)
    withdraw_reading(reading.ref, reason="nhầm", version=1, actor=SPECIALIST, at=AT)
    reading.refresh_from_db()

    assert (reading.state, reading.reason) == (State.WITHDRAWN, "nhầm")
    assert history(reading)[-1] == ("withdraw_reading", "Lý A Ruộng", "Rút giá trị đã nhập: nhầm")


def test_what_is_in_use_the_head_withdraws_and_other_days_are_free_again() -> None:
    reading = confirmed()

    with refused("NOT_YOURS_TO_WITHDRAW"):
        withdraw_reading(reading.ref, reason="đính chính", version=2, actor=SPECIALIST, at=AT)
    withdraw_reading(reading.ref, reason="đính chính", version=2, actor=HEAD, at=AT)
    reading.refresh_from_db()

    assert (reading.withdrawn_by_name, reading.withdrawn_at) == ("Trần Thị Đồi Chè", AT)
    assert (reading.decided_by_name, reading.value) == ("Trần Thị Đồi Chè", 4)
    assert confirmed(value=5).value == 5


def test_a_new_document_is_entered_with_its_reading_and_cited_afterwards_by_its_code() -> None:
    reading = confirmed(instrument=DECREE)

    assert reading.instrument == "VB-30-2026-ND-TM"
    known: LawInstrument = known_instruments()["VB-30-2026-ND-TM"]
    assert (known.name, known.since) == ("Nghị định mẫu 30/2026/NĐ-TM", AMENDED)
    assert Instrument.objects.get().entered_by_name == "Lý A Ruộng"
    with refused("INSTRUMENT_KNOWN"):
        proposed(entry_id=INITIATIVES, instrument=DECREE)
    assert proposed(entry_id=INITIATIVES, instrument="VB-30-2026-ND-TM").clause == 3


def test_the_words_of_a_document_are_mended_while_only_rejected_values_rest_on_it() -> None:
    wrong = proposed(instrument=replace(DECREE, name="Nghị dịnh mẫu"))
    reject_reading(wrong.ref, reason="sai tên", version=1, actor=HEAD, at=AT)

    proposed(instrument=DECREE)

    assert Instrument.objects.get().name == "Nghị định mẫu 30/2026/NĐ-TM"


def test_a_document_that_is_no_list_of_values_is_kept_as_it_came() -> None:
    reading = proposed()

    assert StoredFile.objects.get(pk=reading.document_id).size_bytes == len(PAPER)
    assert reading.entry_id == TITLES
