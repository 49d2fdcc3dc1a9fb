"""Amendments beside merges, imports, units and columns: what one does, the other does not lose."""

from datetime import date
from typing import Any

import pytest

from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.accept_import import accept_import
from bangvang.registry.actions.decline_amendment import decline_amendment
from bangvang.registry.actions.propose_own_amendment import propose_own_amendment
from bangvang.registry.actions.undo_import import undo_import
from bangvang.registry.actions.undo_merge import undo_merge
from bangvang.registry.models import Award, AwardImport, Grade, OwnDecisionRow, Person
from bangvang.registry.selectors.everybody import grades_of_all
from bangvang.registry.selectors.joining import compared
from bangvang.registry.selectors.public import awards_public
from bangvang.registry.states import HolderKind
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.import_files import UNIT, line, staged
from bangvang.registry.tests.own_decisions import confirm, handed, head_of, officer_of
from bangvang.registry.tests.test_amendments import (
    HEAD,
    PAPER,
    RESTORED,
    REVOKED,
    SPECIALIST,
    STRUCK,
    corrected,
    done,
    proposed,
    refusal,
)
from bangvang.registry.tests.test_merging import award, merged_now, two

pytestmark = pytest.mark.django_db


def imported() -> tuple[AwardImport, Award]:
    organisation(UNIT)
    batch = staged(line())
    accept_import(batch.ref, with_newcomers=True, version=batch.version, actor=SPECIALIST, at=AT)
    batch.refresh_from_db()
    return batch, Award.objects.get()


def undone(batch: AwardImport) -> Any:
    return undo_import(batch.ref, "Nhầm tệp.", version=batch.version, actor=SPECIALIST, at=AT)


def test_a_merge_keeps_that_an_award_of_either_record_was_revoked_and_undoes_it() -> None:
    kept, merged = two()
    mine, theirs = award(kept), award(merged)
    done(theirs)

    merge = merged_now(kept, merged)

    assert Award.objects.get().revoked_on == PAPER.on
    undo_merge(merge.ref, "Hai người", version=merge.version, actor=HEAD, at=AT)
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert (mine.revoked_on, theirs.revoked_on) == (None, PAPER.on)


def test_what_took_a_moved_row_s_place_goes_back_with_it() -> None:
    kept, merged = two()
    theirs = award(merged)
    merge = merged_now(kept, merged)
    done(Award.objects.get(pk=theirs.pk), corrected(decision_no="9/QĐ"))

    undo_merge(merge.ref, "Hai người", version=merge.version, actor=HEAD, at=AT)

    assert Award.objects.get().decision_no == "9/QĐ"
    assert Award.objects.get().person == Person.objects.get(pk=merged.pk)


def test_records_are_not_merged_while_a_row_of_theirs_is_being_amended() -> None:
    kept, merged = two()
    waiting = proposed(award(merged))

    found = compared(HolderKind.PERSON, kept, merged).objection
    assert found is not None
    assert found.code == "BEING_AMENDED"
    decline_amendment(waiting.ref, "Thôi.", version=1, actor=SPECIALIST, at=AT)
    assert compared(HolderKind.PERSON, kept, merged).objection is None


def test_what_an_undone_import_brought_is_not_restored() -> None:
    batch, row = imported()
    done(row, STRUCK)

    undone(batch)

    row.refresh_from_db()
    assert refusal(lambda: proposed(row, RESTORED)) == "UNDONE"
    assert awards_public(code="LDTT", on=date(2026, 9, 14)).count == 0


def test_a_proposal_that_was_declined_holds_no_import_back() -> None:
    batch, row = imported()
    made = proposed(row)
    decline_amendment(made.ref, "Thôi.", version=1, actor=SPECIALIST, at=AT)

    undone(batch)

    assert not Award.objects.exists()
    assert not Person.objects.exists()


def test_a_revoked_award_outlives_the_import_it_came_with() -> None:
    batch, row = imported()
    done(row, REVOKED)

    undone(batch)

    assert Award.objects.get() == row


def test_a_unit_does_not_restore_what_the_office_took_out() -> None:
    unit = organisation()
    own = handed(unit, [person(unit=unit)])
    confirm(own)
    row = OwnDecisionRow.objects.get(decision=own)
    done(Award.objects.get(), STRUCK)

    def restore() -> object:
        return propose_own_amendment(
            own.ref, RESTORED, row_ref=row.ref, actor=officer_of(unit), at=AT
        )

    assert refusal(restore) == "BY_THE_OFFICE"
    assert head_of(unit).organisation_ref == unit.ref
    assert not Award.objects.exists()


@pytest.mark.parametrize("said", [{"code": "KHONG_CO"}, {"code": "HTXSNV"}, {"kind": "XYZ"}])
def test_only_what_the_catalogue_has_is_corrected_to(said: dict[str, str]) -> None:
    row = award(person())

    assert refusal(lambda: proposed(row, corrected(**said))) == "NOT_IN_CATALOGUE"


def test_no_identity_number_is_kept_in_a_corrected_text() -> None:
    row = award(person())

    told = refusal(lambda: proposed(row, corrected(achievement="CCCD 010085000123")))

    assert told == "NUMBER_IN_TEXT"


def test_a_grade_that_a_merge_set_aside_is_in_no_column() -> None:
    kept, merged = two()
    Grade.objects.create(person=kept, code="HTTNV", year=2020)
    Grade.objects.create(person=merged, code="HTXSNV", year=2020)

    merged_now(kept, merged, chosen={"grade:2020": "merged"})

    assert [row[1] for row in grades_of_all()] == ["HTXSNV"]
