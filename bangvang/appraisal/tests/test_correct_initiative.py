"""A corrected initiative: what rests on it is named, and open files are put to the law again."""

from datetime import date

import pytest

from bangvang.appraisal.actions.correct_initiative import correct_initiative
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.models import StoredFinding
from bangvang.appraisal.resting_initiatives import rest_of_correction
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.actions.propose_correction import propose_correction
from bangvang.registry.models import Award, Completeness, Grade, Initiative
from bangvang.registry.permissions.amendments import Paper
from bangvang.registry.permissions.initiative_corrections import Basis
from bangvang.registry.permissions.initiatives import InitiativeSaid
from bangvang.registry.selectors.initiative_corrections import correction_seen
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.import_files import HEAD, SPECIALIST
from bangvang.registry.tests.test_initiatives import recognise

pytestmark = pytest.mark.django_db

MADE = InitiativeSaid(
    "SK_TINH", "Máng nước tự chảy", 2024, "45/QĐ-UBND", date(2025, 1, 5), "Chủ tịch UBND tỉnh"
)


def test_an_open_file_that_rests_on_it_is_asked_again() -> None:
    who, other = person("Sùng A Đá Vôi"), person("Lù Văn Suối", unit=organisation("Sở Một"))
    for year in (2022, 2023, 2024):
        Award.objects.create(
            person=who, code="CSTDCS", kind="MERIT", year=year, name_as_written=who.full_name,
            unit_as_written="Sở", unit=who.organisation, decision_no=f"{year}/QĐ",
            decided_on=date(year + 1, 1, 8), issued_by="Giám đốc Sở", origin="BACK_ENTRY",
        )  # fmt: skip
        Grade.objects.create(person=who, code="HTXSNV", year=year)
    for kind in ("AWARD", "GRADE", "INITIATIVE"):
        Completeness.objects.create(person=who, record_kind=kind, from_year=2010)
    recognise({who.ref: None}, MADE)
    handed_in = make.batch(
        BatchState.SUBMITTED, unit=organisation("Sở Y tế"), received_on=date(2025, 4, 19)
    )
    row = make.nomination(
        handed_in, State.SUBMITTED, person=who, name=who.full_name, award_code="CSTDT", year=2024
    )
    take_up(handed_in.ref, actor=actor(Role.SPECIALIST), at=AT)
    found = StoredFinding.objects.filter(nomination=row).order_by("pk")
    assert found.count() == 1
    made = Initiative.objects.get(person=who)
    why = Basis("Sổ ghi nhầm tác giả.", Paper())
    ref = propose_correction(made.ref, MADE, {other.ref: None}, why, actor=SPECIALIST, at=AT)

    found_resting = rest_of_correction(HEAD, correction_seen(HEAD, ref), on=DAY)
    assert [(one.code, one.nomination_ref) for _, one in found_resting] == [
        ("CSTDT", row.ref), ("CSTDCS", ""),
    ]  # fmt: skip
    assert all(author.ref == who.ref for author, _ in found_resting)
    correct_initiative(ref, version=1, actor=HEAD, at=AT)

    before, after = found
    assert before.facts != after.facts
    told = Entry.objects.get(verb="question_correction")
    assert told.said.startswith("Đã đối chiếu lại hồ sơ: Chiến sĩ thi đua")
    assert "Cần xem lại: Chiến sĩ thi đua cơ sở năm 2024 của Sùng A Đá Vôi." in told.said
    assert told.details == {"files": [row.ref]}
