"""A letter that was signed: number, day, signer and scan, recorded once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bangvang.appraisal.actions.print_letter import print_letter
from bangvang.appraisal.actions.record_letter import LetterSigning, record_letter
from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.models import LetterRecord
from bangvang.appraisal.selectors.letters import letter_file, letters_for
from bangvang.appraisal.tests.test_letters import returned
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db

DAY = AT.date()
SCAN = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
SIGNED = LetterSigning(15, DAY, " Phạm Thị  Thông Xanh ", SCAN, "thong-bao-15.pdf")


@pytest.fixture
def specialist() -> Actor:
    own = organisation("Phòng Thi đua, khen thưởng, Sở Nội vụ tỉnh Lào Cai")
    Organisation.objects.filter(pk=own.pk).update(abbreviation="PTĐKT")
    return actor(Role.SPECIALIST, unit=own, ref="specialist", name="Trần Văn Ruộng")


def with_letter(by: Actor) -> tuple[Nomination, str]:
    row = returned(by, 2023, 2025)
    return row, print_letter(row.ref, head_name="", actor=by, at=AT)


def another_with_letter(by: Actor) -> tuple[Nomination, str]:
    """Return a row of another list and its letter."""
    batch = make.batch(
        BatchState.SUBMITTED,
        unit=organisation("Sở Công Thương tỉnh Lào Cai"),
        in_round=make.round_("Đợt xét khác"),
        number=2,
    )
    who = person("Giàng A Mây Sớm")
    row = make.nomination(batch, State.SUBMITTED, person=who, name=who.full_name)
    take_up(batch.ref, actor=by, at=AT)
    return_row(row.ref, "Bổ sung.", version=2, actor=by, at=AT)
    return row, print_letter(row.ref, head_name="", actor=by, at=AT)


def signed(row: Nomination, letter: str, by: Actor, **other: object) -> None:
    signing = replace(SIGNED, **other)  # type: ignore[arg-type]  # names and values of the fields
    record_letter(row.ref, letter, signing, actor=by, at=AT)


def refusal(row: Nomination, letter: str, by: Actor, **other: object) -> str:
    with pytest.raises(Refused) as caught:
        signed(row, letter, by, **other)
    return caught.value.objection.code


def test_number_day_signer_and_scan_are_kept_and_read_on_the_row(specialist: Actor) -> None:
    row, letter = with_letter(specialist)

    signed(row, letter, specialist)

    (seen,) = letters_for(specialist, row.ref)
    assert seen.signed is not None
    assert (seen.signed.number, seen.signed.signed_on) == ("15/TB-PTĐKT", DAY)
    assert (seen.signed.signer_name, seen.signed.by_name) == (
        "Phạm Thị Thông Xanh", "Trần Văn Ruộng",
    )  # fmt: skip
    unit = actor(Role.UNIT_OFFICER, unit=row.batch.unit)
    assert read(letter_file(unit, row.ref, seen.signed.scan.ref).ref) == SCAN
    line = entries_about(("nomination", row.ref))[-1]
    assert (line.verb, line.said) == (
        "record_letter",
        "Ghi số 15/TB-PTĐKT ngày 14/09/2026, người ký Phạm Thị Thông Xanh, của Thông báo gửi "
        "đơn vị.",
    )


def test_of_two_who_record_the_second_is_told(specialist: Actor) -> None:
    row, letter = with_letter(specialist)
    signed(row, letter, specialist)

    assert refusal(row, letter, specialist, number=16) == "LETTER_RECORDED"
    assert LetterRecord.objects.get().number == 15


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"signed_on": DAY + timedelta(days=1)}, "IN_FUTURE"),
        ({"signed_on": DAY - timedelta(days=1)}, "TOO_EARLY"),
        ({"signer_name": "  "}, "NO_SIGNER"),
        ({"scan": b""}, "FILE_EMPTY"),
        ({"scan": b"\x00\x01"}, "FILE_NOT_ACCEPTED"),
    ],
)
def test_what_does_not_fit_leaves_nothing_behind(
    specialist: Actor, other: dict[str, object], code: str
) -> None:
    row, letter = with_letter(specialist)
    files = StoredFile.objects.count()

    assert refusal(row, letter, specialist, **other) == code

    assert not LetterRecord.objects.exists()
    assert StoredFile.objects.count() == files


def test_a_number_is_given_once_a_year(specialist: Actor) -> None:
    first, letter = with_letter(specialist)
    signed(first, letter, specialist)
    LetterRecord.objects.update(signed_on=DAY - timedelta(days=2))
    second, other = another_with_letter(specialist)

    assert refusal(second, other, specialist) == "NUMBER_TAKEN"
    signed(second, other, specialist, number=16)
    assert LetterRecord.objects.count() == 2


def test_only_the_office_records_and_only_a_letter_of_the_row(specialist: Actor) -> None:
    row, letter = with_letter(specialist)
    other, _ = another_with_letter(specialist)
    unit = actor(Role.UNIT_HEAD, unit=row.batch.unit)

    assert refusal(row, letter, unit) == "NOT_OFFICE"
    assert refusal(row, letter, actor(Role.INSPECTOR)) == "NOT_OFFICE"
    with pytest.raises(Unseen):
        signed(row, letter, actor(Role.UNIT_HEAD, unit=organisation("Sở khác")))
    with pytest.raises(Unseen):
        signed(other, letter, specialist)
    assert not LetterRecord.objects.exists()
