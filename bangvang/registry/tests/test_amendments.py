"""Revoking, correcting, striking out and restoring: who may, what is refused, what stands then."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.registry.actions.accept_import import accept_import
from bangvang.registry.actions.confirm_amendment import confirm_amendment
from bangvang.registry.actions.decline_amendment import decline_amendment
from bangvang.registry.actions.propose_amendment import propose_amendment
from bangvang.registry.actions.propose_own_amendment import propose_own_amendment
from bangvang.registry.actions.undo_import import undo_import
from bangvang.registry.columns import Register
from bangvang.registry.models import AmendedRow, Amendment, Award, Grade, OwnDecisionRow, Person
from bangvang.registry.permissions.amendments import Amending, Paper
from bangvang.registry.selectors.amendments import (
    amendment_seen,
    amendments_awaiting,
    amendments_found,
    amendments_of,
    amendments_of_own,
)
from bangvang.registry.selectors.award_source import award_source, changes_of_row, grade_source
from bangvang.registry.selectors.own_decisions import holders_by_decisions
from bangvang.registry.selectors.people import histories_of
from bangvang.registry.selectors.public import awards_public, person_public
from bangvang.registry.selectors.search import Asked, search
from bangvang.registry.selectors.sources import sources_of
from bangvang.registry.states import AmendmentKind, AmendmentState, HolderKind
from bangvang.registry.tests.factories import awards, grade, organisation, person
from bangvang.registry.tests.import_files import UNIT, line, staged
from bangvang.registry.tests.own_decisions import SCAN, confirm, handed, head_of, officer_of

pytestmark = pytest.mark.django_db

SPECIALIST = actor(Role.SPECIALIST, ref="specialist", name="Lý A Ruộng")
COLLEAGUE = actor(Role.SPECIALIST, ref="colleague", name="Vàng A Suối")
HEAD = actor(Role.OFFICE_HEAD, ref="head", name="Trần Thị Đồi Chè")
INSPECTOR = actor(Role.INSPECTOR, ref="inspector")
OTHERS = [role for role in Role if role not in (Role.SPECIALIST, Role.OFFICE_HEAD)]
PAPER = Paper("77/QĐ-UBND", date(2026, 8, 3), "Chủ tịch Ủy ban nhân dân tỉnh")
REVOKED = Amending(AmendmentKind.REVOKED, "Kê khai gian dối thành tích.", PAPER)
STRUCK = Amending(AmendmentKind.STRUCK, "Ghi nhầm người trùng tên.")
RESTORED = Amending(AmendmentKind.RESTORED, "Hủy bỏ nhầm người trùng tên.")


def corrected(**said: Any) -> Amending:
    return Amending(AmendmentKind.CORRECTED, "Gõ sai so với bản quét.", said=said)


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.objection.code


def proposed(row: Award | Grade, amending: Amending = REVOKED, **more: Any) -> Amendment:
    ref = propose_amendment(row.ref, amending, actor=SPECIALIST, at=AT, **more)
    return Amendment.objects.get(ref=ref)


def done(row: Award | Grade, amending: Amending = REVOKED) -> Amendment:
    made = proposed(row, amending)
    confirm_amendment(made.ref, version=1, actor=HEAD, at=AT)
    made.refresh_from_db()
    return made


@pytest.fixture
def somebody() -> Person:
    return person()


@pytest.fixture
def award(somebody: Person) -> Award:
    return awards(somebody)[0]


def codes_held(who: Person) -> list[tuple[str, int, str]]:
    held = histories_of([who.ref])[who.ref].holdings
    return [(h.code, h.year, h.decision_no) for h in held if h.revoked_on is None]


def test_a_proposal_changes_nothing_and_a_second_person_makes_it_count(award: Award) -> None:
    made = proposed(award, scan=(SCAN, "huy-bo.pdf"))
    award.refresh_from_db()
    assert award.revoked_on is None
    assert [one.ref for one in amendments_awaiting(HEAD)] == [made.ref]
    assert not amendments_awaiting(SPECIALIST)

    confirm_amendment(made.ref, version=1, actor=HEAD, at=AT)

    award.refresh_from_db()
    made.refresh_from_db()
    assert (award.revoked_on, award.withdrawn_at) == (PAPER.on, None)
    assert (made.state, made.decided_by_name, made.version) == ("DONE", HEAD.name, 2)
    assert made.scan
    assert made.scan.original_name == "huy-bo.pdf"
    told = [(e.verb, e.subject_ref) for e in Entry.objects.order_by("seq")]
    assert told[-2:] == [("propose_amendment", made.ref), ("confirm_amendment", made.ref)]


def test_a_revoked_award_stays_in_the_register_and_counts_for_nothing(
    somebody: Person, award: Award
) -> None:
    done(award)

    assert codes_held(somebody) == []
    (shown,) = person_public(somebody.ref, on=DAY).awards
    assert shown.revoked_on == PAPER.on
    assert search(HEAD, Asked(text=award.decision_no)).people == 1
    (seen,) = amendments_of(INSPECTOR, HolderKind.PERSON, somebody.ref)
    assert (seen.kind, seen.reason, seen.paper) == (REVOKED.kind, REVOKED.reason, PAPER)


def test_a_correction_puts_a_new_row_in_the_place_of_the_old_one(
    somebody: Person, award: Award
) -> None:
    wrong = award.decision_no
    made = done(award, corrected(decision_no="21/QĐ-SYT", year=2024, achievement="Khám chữa bệnh"))

    new = Award.objects.get()
    award.refresh_from_db()
    assert award.withdrawn_at is not None
    assert (award.decision_no, award.year, award.revoked_on) == (wrong, 2025, None)
    assert (new.decision_no, new.year, new.achievement) == ("21/QĐ-SYT", 2024, "Khám chữa bệnh")
    assert (new.name_as_written, new.decided_on) == (award.name_as_written, award.decided_on)
    assert (new.ref == award.ref, new.person, new.unit) == (False, somebody, award.unit)
    assert codes_held(somebody) == [("LDTT", 2024, "21/QĐ-SYT")]
    assert made.said == {
        "decision_no": "21/QĐ-SYT", "year": 2024, "achievement": "Khám chữa bệnh",
    }  # fmt: skip
    assert search(HEAD, Asked(text=wrong)).count == 0
    found = search(HEAD, Asked(text="21/QĐ-SYT"))
    assert (found.people, found.hits[0].awards) == (1, 1)
    (shown,) = awards_public(on=DAY).awards
    assert (shown.decision_no, shown.corrected_on) == ("21/QĐ-SYT", AT.date())


def test_the_old_row_opens_and_leads_to_the_new_one(somebody: Person, award: Award) -> None:
    done(award, corrected(decision_no="21/QĐ-SYT"))
    new = Award.objects.get()

    old = award_source(SPECIALIST, HolderKind.PERSON, somebody.ref, award.ref)
    assert (old.is_gone, old.decision_no) == (True, award.decision_no)
    assert [one.new_ref for one in changes_of_row(award.ref)] == [new.ref]
    assert [one.old_ref for one in changes_of_row(new.ref)] == [award.ref]
    assert not award_source(SPECIALIST, HolderKind.PERSON, somebody.ref, new.ref).is_gone


def test_what_was_struck_is_nowhere_but_in_the_history(somebody: Person, award: Award) -> None:
    done(award, STRUCK)

    assert codes_held(somebody) == []
    assert awards_public(on=DAY).count == 0
    with pytest.raises(Unseen):
        person_public(somebody.ref, on=DAY)
    assert [one.kind for one in amendments_of(HEAD, HolderKind.PERSON, somebody.ref)] == ["STRUCK"]
    assert award_source(HEAD, HolderKind.PERSON, somebody.ref, award.ref).is_gone


@pytest.mark.parametrize("first", [REVOKED, STRUCK])
def test_what_was_revoked_or_struck_wrongly_is_restored_by_another_row(
    somebody: Person, award: Award, first: Amending
) -> None:
    done(award, first)
    done(award, RESTORED)

    new = Award.objects.get()
    assert (new.ref != award.ref, new.revoked_on) == (True, None)
    assert codes_held(somebody) == [("LDTT", 2025, award.decision_no)]
    kinds = [one.kind for one in amendments_of(HEAD, HolderKind.PERSON, somebody.ref)]
    assert kinds == ["RESTORED", first.kind]
    assert refusal(lambda: proposed(award, RESTORED)) == "REPLACED"
    assert refusal(lambda: proposed(new, RESTORED)) == "STILL_STANDING"


def test_the_columns_follow_every_amendment(somebody: Person, award: Award) -> None:
    (other,) = awards(somebody, code="CSTDCS")
    register = Register(2025)

    def held(code: str, back: int = 0) -> bool:
        register.refresh()
        years = register.select([somebody.ref], year=2025).held((code,)).tolist()[0]
        return bool(years >> back & 1)

    assert held("LDTT")
    done(award)
    assert not held("LDTT")
    done(award, RESTORED)
    assert held("LDTT")
    done(other, corrected(code="LDTT", year=2024))
    assert not held("CSTDCS")
    assert held("LDTT", 1)


def test_a_grade_is_corrected_or_struck_never_revoked(somebody: Person) -> None:
    made = grade(somebody, 2025, "HTTNV")

    assert refusal(lambda: proposed(made)) == "GRADE_NOT_REVOKED"
    done(made, corrected(code="HTXSNV"))

    (new,) = Grade.objects.all()
    assert (new.code, new.year) == ("HTXSNV", 2025)
    assert grade_source(HEAD, HolderKind.PERSON, somebody.ref, made.ref).is_gone
    done(new, STRUCK)
    assert not Grade.objects.exists()
    done(new, RESTORED)
    assert Grade.objects.get().code == "HTXSNV"


def test_an_award_of_an_organisation_is_amended_the_same_way() -> None:
    unit = organisation()
    (award,) = awards(unit, code="TTLDXS")

    done(award)

    (seen,) = amendments_of(HEAD, HolderKind.ORGANISATION, unit.ref)
    assert (seen.rows[0].of, seen.rows[0].holder_ref) == (HolderKind.ORGANISATION, unit.ref)
    assert awards_public(on=DAY).awards[0].revoked_on == PAPER.on


@pytest.mark.parametrize(
    ("amending", "code"),
    [
        (replace(REVOKED, reason=" "), "NO_MERGE_REASON"),
        (replace(REVOKED, reason="Theo đơn của người có số 099000000062."), "NUMBER_IN_REASON"),
        (replace(REVOKED, paper=Paper()), "PAPER_MISSING"),
        (replace(REVOKED, paper=replace(PAPER, by=" ")), "PAPER_MISSING"),
        (replace(STRUCK, paper=Paper(no="5/BC")), "PAPER_MISSING"),
        (replace(REVOKED, paper=replace(PAPER, on=DAY + timedelta(days=1))), "PAPER_AHEAD"),
        (replace(REVOKED, paper=replace(PAPER, on=date(2025, 12, 31))), "PAPER_BEFORE"),
        (RESTORED, "STILL_STANDING"),
        (corrected(), "NOTHING_CHANGED"),
        (corrected(code="LDTT", year=2025), "NOTHING_CHANGED"),
        (corrected(decision_no=" "), "VALUE_MISSING:decision_no"),
        (corrected(decided_on=None), "VALUE_MISSING:decided_on"),
        (corrected(decided_on=DAY + timedelta(days=1)), "DECIDED_AHEAD"),
        (corrected(year=2027), "DECIDED_BEFORE_YEAR"),
        (corrected(decided_on=date(2024, 5, 1)), "DECIDED_BEFORE_YEAR"),
    ],
)
def test_what_cannot_be_is_refused(award: Award, amending: Amending, code: str) -> None:
    assert refusal(lambda: proposed(award, amending)) == code
    assert not Amendment.objects.exists()


@pytest.mark.parametrize("amending", [REVOKED, STRUCK, corrected(year=2024)])
def test_what_is_revoked_already_is_neither_revoked_nor_corrected(
    award: Award, amending: Amending
) -> None:
    done(award)

    assert refusal(lambda: proposed(award, amending)) == "NOT_STANDING"


def test_what_stands_in_another_row_is_not_entered_twice(somebody: Person, award: Award) -> None:
    (other,) = awards(somebody)

    double = corrected(decision_no=other.decision_no)
    assert refusal(lambda: proposed(award, double)) == "ALREADY_THERE"
    done(award, STRUCK)
    Award.objects.create(
        person=somebody, code=award.code, kind=award.kind, year=award.year,
        name_as_written=award.name_as_written, unit_as_written="Sở Y tế", unit=award.unit,
        decision_no=award.decision_no, decided_on=award.decided_on, issued_by="x", origin="LIVE",
    )  # fmt: skip
    assert refusal(lambda: proposed(award, RESTORED)) == "ALREADY_THERE"


def test_a_row_has_one_waiting_amendment(award: Award) -> None:
    made = proposed(award)

    assert refusal(lambda: proposed(award, STRUCK)) == "BEING_AMENDED"
    with pytest.raises(IntegrityError), transaction.atomic():
        AmendedRow.objects.create(amendment=made, award=award)
    decline_amendment(made.ref, "Chưa có quyết định.", version=1, actor=SPECIALIST, at=AT)
    made.refresh_from_db()
    assert (made.state, made.decided_reason) == ("DECLINED", "Chưa có quyết định.")
    assert proposed(award, STRUCK).state == "PROPOSED"


@pytest.mark.parametrize("role", OTHERS)
def test_only_the_standing_office_proposes_confirms_and_declines(award: Award, role: Role) -> None:
    by = actor(role)
    made = proposed(award)
    expected: Any = Refused if role is Role.INSPECTOR else Unseen

    told = refusal(lambda: propose_amendment(award.ref, STRUCK, actor=by, at=AT))

    assert told == "NOT_OFFICE"
    with pytest.raises(expected):
        confirm_amendment(made.ref, version=1, actor=by, at=AT)
    with pytest.raises(expected):
        decline_amendment(made.ref, "Không.", version=1, actor=by, at=AT)
    award.refresh_from_db()
    assert award.revoked_on is None


@pytest.mark.parametrize("role", [r for r in OTHERS if r is not Role.INSPECTOR])
def test_nobody_else_reads_an_amendment_of_the_office(award: Award, role: Role) -> None:
    made, by = proposed(award), actor(role, unit=award.unit)

    with pytest.raises(Unseen):
        amendment_seen(by, made.ref)
    assert amendments_found(by).count == 0
    assert not amendments_of(by, HolderKind.PERSON, Person.objects.get().ref)
    assert not amendments_awaiting(by)


def test_nobody_confirms_their_own_and_one_of_the_two_is_the_head(award: Award) -> None:
    made = proposed(award)

    def confirming(by: Any, version: int = 1) -> str:
        return refusal(lambda: confirm_amendment(made.ref, version=version, actor=by, at=AT))

    assert confirming(SPECIALIST) == "OWN_AMENDMENT"
    assert confirming(COLLEAGUE) == "HEAD_AMENDS"
    assert confirming(HEAD, version=2) == "STALE"
    confirm_amendment(made.ref, version=1, actor=HEAD, at=AT)
    assert confirming(HEAD, version=2) == "NOT_WAITING"
    again = propose_amendment(award.ref, RESTORED, actor=HEAD, at=AT)
    confirm_amendment(again, version=1, actor=COLLEAGUE, at=AT)
    assert Award.objects.get().revoked_on is None


def test_declining_needs_a_reason_and_happens_once(award: Award) -> None:
    made = proposed(award)

    def declining(reason: str, version: int = 1) -> str:
        return refusal(
            lambda: decline_amendment(made.ref, reason, version=version, actor=HEAD, at=AT)
        )

    assert declining(" ") == "NO_MERGE_REASON"
    assert declining("Không đủ căn cứ.", version=3) == "STALE"
    decline_amendment(made.ref, "Không đủ căn cứ.", version=1, actor=HEAD, at=AT)
    assert declining("Không đủ căn cứ.", version=2) == "NOT_WAITING"
    assert Entry.objects.filter(verb="decline_amendment", subject_ref=made.ref).count() == 1


def test_the_audit_record_holds_no_reason(award: Award) -> None:
    made = done(award)

    entries = Entry.objects.filter(subject_ref=made.ref)
    assert entries.count() == 2
    assert not any(REVOKED.reason in f"{e.said}{e.details}" for e in entries)


def test_a_row_that_is_gone_meanwhile_is_not_amended(award: Award) -> None:
    made = proposed(award)
    Award.every.filter(pk=award.pk).update(set_aside=True)

    with pytest.raises(Unseen):
        confirm_amendment(made.ref, version=1, actor=HEAD, at=AT)
    made.refresh_from_db()
    assert made.state == AmendmentState.PROPOSED


def test_what_an_undone_import_left_behind_is_amended_by_nobody() -> None:
    unit = organisation()
    person("Vàng Thị Lúa Chín", unit=unit)
    (award,) = awards(Person.objects.get())
    Award.every.filter(pk=award.pk).update(withdrawn_at=AT)

    with pytest.raises(Unseen):
        proposed(award, RESTORED)
    with pytest.raises(Unseen):
        award_source(HEAD, HolderKind.PERSON, Person.objects.get().ref, award.ref)


class TestOwnDecisions:
    """A unit amends what its own confirmed decisions brought into the register."""

    @pytest.fixture
    def own(self) -> Any:
        unit = organisation()
        people = [person("Vàng Thị Lúa Chín", unit=unit), person("Lù Văn Bậc", unit=unit)]
        made = handed(unit, people)
        confirm(made)
        made.refresh_from_db()
        return made

    def propose(self, own: Any, amending: Amending, **more: Any) -> str:
        more.setdefault("actor", officer_of(own.unit))
        return propose_own_amendment(own.ref, amending, at=AT, **more)

    def confirm(self, own: Any, ref: str) -> None:
        confirm_amendment(ref, version=1, actor=head_of(own.unit), at=AT)

    def test_the_number_of_the_whole_decision_is_corrected(self, own: Any) -> None:
        ref = self.propose(own, corrected(decision_no="21/QĐ-SYT", decided_on=date(2026, 1, 9)))
        self.confirm(own, ref)

        said = Award.objects.values_list("decision_no", "decided_on")
        assert list(said) == [("21/QĐ-SYT", date(2026, 1, 9))] * 2
        rows = OwnDecisionRow.objects.filter(decision=own)
        assert {row.award for row in rows} == set(Award.objects.all())
        (seen,) = amendments_of_own(officer_of(own.unit), own.ref)
        assert (seen.own_ref, len(seen.rows), seen.unit_ref) == (own.ref, 2, own.unit.ref)

    def test_one_row_is_revoked_by_the_unit_that_granted_it(self, own: Any) -> None:
        first, other = OwnDecisionRow.objects.filter(decision=own).order_by("pk")
        paper = Paper("30/QĐ-SYT", date(2026, 8, 1), "Giám đốc Sở")
        ref = self.propose(own, replace(REVOKED, paper=paper), row_ref=first.ref)
        self.confirm(own, ref)

        revoked = Award.objects.filter(revoked_on=paper.on)
        assert [a.pk for a in revoked] == [first.award_id]
        assert holders_by_decisions(own.unit.ref, "LDTT", 2025) == 1
        self.confirm(own, self.propose(own, STRUCK))
        assert [a.pk for a in Award.objects.all()] == [first.award_id]
        assert other.award_id not in {a.pk for a in Award.objects.all()}
        assert refusal(lambda: self.propose(own, STRUCK)) == "NO_ROWS"

    def test_what_a_unit_may_not_say(self, own: Any) -> None:
        unit = own.unit
        elsewhere = organisation("Sở Giáo dục và Đào tạo")
        draft = handed(unit, [person("Giàng A Pao", unit=unit)], year=2024)

        assert refusal(lambda: self.propose(own, corrected(code="CSTDCS"))) == "CODE_STAYS"
        assert refusal(lambda: self.propose(own, corrected(kind="SUDDEN"))) == "CODE_STAYS"
        assert refusal(lambda: self.propose(draft, STRUCK)) == "NOT_CONFIRMED"
        assert refusal(lambda: self.propose(own, STRUCK, actor=head_of(unit))) == "NOT_UNIT_OFFICER"
        with pytest.raises(Unseen):
            self.propose(own, STRUCK, actor=officer_of(elsewhere))
        assert refusal(lambda: self.propose(own, STRUCK, actor=SPECIALIST)) == "NOT_YOUR_UNIT"
        early = corrected(decided_on=date(1990, 1, 8), year=1989)
        assert refusal(lambda: self.propose(own, early)) == "NOT_OWN_AUTHORITY"

    def test_the_unit_s_head_confirms_and_nobody_else(self, own: Any) -> None:
        ref, unit = self.propose(own, STRUCK), own.unit
        elsewhere = organisation("Sở Giáo dục và Đào tạo")
        both = actor(Role.UNIT_OFFICER, Role.UNIT_HEAD, unit=unit, ref="officer")

        def confirming(by: Any) -> str:
            return refusal(lambda: confirm_amendment(ref, version=1, actor=by, at=AT))

        assert confirming(officer_of(unit)) == "NOT_UNIT_HEAD"
        assert confirming(both) == "SAME_PERSON"
        assert confirming(HEAD) == "NOT_YOUR_UNIT"
        with pytest.raises(Unseen):
            confirm_amendment(ref, version=1, actor=head_of(elsewhere), at=AT)
        assert [one.ref for one in amendments_awaiting(head_of(unit))] == [ref]
        assert not amendments_awaiting(HEAD)
        decline_amendment(ref, "Không đúng.", version=1, actor=officer_of(unit), at=AT)
        assert Award.objects.count() == 2

    def test_grades_of_a_decision_are_corrected_row_by_row(self) -> None:
        unit = organisation()
        who = person(unit=unit)
        own = handed(unit, [who], "GRADE", 2025, grade="HTTNV")
        confirm(own)
        row = OwnDecisionRow.objects.get(decision=own)

        self.confirm(own, self.propose(own, corrected(code="HTXSNV"), row_ref=row.ref))

        assert Grade.objects.get().code == "HTXSNV"
        row.refresh_from_db()
        assert row.grade == Grade.objects.get()


def test_an_amended_row_keeps_the_import_it_came_with_and_outlives_its_undoing() -> None:
    organisation(UNIT)
    batch = staged(line())
    accept_import(batch.ref, with_newcomers=True, version=batch.version, actor=SPECIALIST, at=AT)
    award = Award.objects.get()

    done(award, corrected(decision_no="99/QĐ-UBND"))

    new = Award.objects.get()
    assert list(sources_of([new.ref, award.ref])) == [new.ref]
    batch.refresh_from_db()
    undo_import(batch.ref, "Nhầm tệp.", version=batch.version, actor=SPECIALIST, at=AT)
    assert Award.objects.get() == new
