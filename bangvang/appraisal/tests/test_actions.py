"""From the receipt to the agenda: happy path, every refusal, the entry, two people at once."""

from datetime import date

import pytest

from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.decide_overrule import decide_overrule
from bangvang.appraisal.actions.decline import decline
from bangvang.appraisal.actions.propose_overrule import propose_overrule
from bangvang.appraisal.actions.release import release
from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.models import StoredFinding
from bangvang.appraisal.selectors.findings import findings_of, judgements_of
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.law import NotInForce
from bangvang.nominations.models import Batch, Nomination
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Award, Completeness, Initiative, Organisation, Person
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db

REASON = "Thành tích nổi bật nhất trong khối."


@pytest.fixture
def specialist() -> Actor:
    return actor(Role.SPECIALIST, ref="specialist", name="Trần Văn Ruộng")


@pytest.fixture
def boss() -> Actor:
    return actor(Role.OFFICE_HEAD, ref="boss", name="Phạm Thị Thông Xanh")


def fighter(
    *years: int, name: str = "Vàng Thị Lúa Chín", unit: Organisation | None = None
) -> Person:
    """Return somebody who held CSTDCS in these years, with a provincial initiative of 2025."""
    somebody = person(name, unit=unit)
    for year in years:
        Award.objects.create(
            person=somebody, code="CSTDCS", kind="MERIT", year=year, name_as_written=name,
            unit_as_written="Sở", unit=somebody.organisation, decision_no=f"{year}/QĐ",
            decided_on=date(year + 1, 1, 8), issued_by="Giám đốc Sở", origin="BACK_ENTRY",
        )  # fmt: skip
    Initiative.objects.create(
        person=somebody, code="SK_TINH", year=2025, title="Cải tiến", decision_no="1/QĐ",
        decided_on=date(2026, 5, 20), recognised_by="Chủ tịch UBND tỉnh",
    )  # fmt: skip
    for kind in ("AWARD", "GRADE", "INITIATIVE"):
        Completeness.objects.create(person=somebody, record_kind=kind, from_year=2014)
    return somebody


def submitted(*people: Person) -> tuple[Batch, list[Nomination]]:
    unit = organisation("Sở Y tế tỉnh Lào Cai")
    handed_in = make.batch(BatchState.SUBMITTED, unit=unit)
    rows = [
        make.nomination(handed_in, State.SUBMITTED, row=n, person=who, name=who.full_name)
        for n, who in enumerate(people, 1)
    ]
    return handed_in, rows


def fresh(row: Nomination) -> Nomination:
    return Nomination.objects.get(pk=row.pk)


def refusal(caught: pytest.ExceptionInfo[Refused]) -> str:
    return caught.value.objection.code


def test_taking_up_asks_the_law_of_the_receipt_day_and_keeps_the_answer(specialist: Actor) -> None:
    handed_in, rows = submitted(fighter(2023, 2024, 2025), fighter(2023, 2025, name="Giàng A Suối"))

    count = take_up(handed_in.ref, actor=specialist, at=AT)

    found = findings_of(row.ref for row in rows)
    good, bad = found[rows[0].ref], found[rows[1].ref]
    assert count == 2
    assert (good.answer, good.reasons, good.only_judgement_left) == (
        "FOR_A_PERSON",
        ("JUDGEMENT",),
        True,
    )
    assert (bad.answer, bad.only_judgement_left) == ("NOT_MET", False)
    assert good.on_day == date(2026, 9, 10)
    assert fresh(rows[0]).holder == "Trần Văn Ruộng"
    assert [line.verb for line in entries_about(("batch", handed_in.ref))] == ["take_up"]


def test_a_stored_finding_keeps_the_facts_it_looked_at(specialist: Actor) -> None:
    handed_in, (row,) = submitted(fighter(2023, 2024, 2025))

    take_up(handed_in.ref, actor=specialist, at=AT)

    stored = StoredFinding.objects.get(nomination=row)
    assert [held["year"] for held in stored.facts["held"] if held["code"] == "CSTDCS"] == [
        2023,
        2024,
        2025,
    ]
    assert len(stored.rulebook_version) == 64


def test_somebody_unknown_to_the_register_lacks_facts_and_is_not_refused(specialist: Actor) -> None:
    handed_in, _ = submitted()
    row = make.nomination(handed_in, State.SUBMITTED)

    take_up(handed_in.ref, actor=specialist, at=AT)

    found = findings_of([row.ref])[row.ref]
    assert found.answer == "FOR_A_PERSON"
    assert "FACT_MISSING" in found.reasons


def test_taking_up_takes_a_fixed_number_of_queries_for_the_law(
    specialist: Actor, django_assert_max_num_queries: object
) -> None:
    handed_in, _ = submitted(*(fighter(2025, name=f"Lù Văn {n}") for n in ("Một", "Hai", "Ba")))

    with django_assert_max_num_queries(40):  # type: ignore[operator]
        take_up(handed_in.ref, actor=specialist, at=AT)


def test_taking_up_is_refused_to_others_and_when_nothing_waits(specialist: Actor) -> None:
    handed_in, _ = submitted(fighter(2025))

    with pytest.raises(Unseen):
        take_up(handed_in.ref, actor=actor(Role.SECRETARY), at=AT)
    with pytest.raises(Refused) as inspector:
        take_up(handed_in.ref, actor=actor(Role.INSPECTOR), at=AT)
    take_up(handed_in.ref, actor=specialist, at=AT)
    with pytest.raises(Refused) as twice:
        take_up(handed_in.ref, actor=specialist, at=AT)

    assert refusal(inspector) == "NOT_OFFICE"
    assert refusal(twice) == "NOTHING_TO_TAKE_UP"


def test_a_day_without_a_rulebook_changes_nothing(specialist: Actor) -> None:
    handed_in, (row,) = submitted(fighter(2025))
    Batch.objects.filter(pk=handed_in.pk).update(received_on=date(2016, 3, 1))

    with pytest.raises(NotInForce):
        take_up(handed_in.ref, actor=specialist, at=AT)

    assert fresh(row).state == State.SUBMITTED
    assert not StoredFinding.objects.exists()


def test_accepting_asks_for_a_judgement_where_the_law_leaves_one(specialist: Actor) -> None:
    handed_in, (row,) = submitted(fighter(2023, 2024, 2025))
    take_up(handed_in.ref, actor=specialist, at=AT)

    with pytest.raises(Refused) as silent:
        accept(row.ref, " ", version=2, actor=specialist, at=AT)
    accept(row.ref, REASON, version=2, actor=specialist, at=AT)

    assert refusal(silent) == "NO_JUDGEMENT"
    assert fresh(row).state == State.APPRAISED
    assert [(j.verdict, j.reason) for j in judgements_of(row.ref)] == [("ACCEPTED", REASON)]


def test_whether_another_form_was_for_the_same_deed_the_appraiser_answers(
    specialist: Actor,
) -> None:
    saved = person("Vàng Thị Lúa Chín")
    Award.objects.create(
        person=saved, code="BK_TINH", kind="SUDDEN", year=2025, name_as_written=saved.full_name,
        unit_as_written="Sở", unit=saved.organisation, decision_no="7/QĐ-UBND",
        decided_on=date(2025, 8, 1), issued_by="Chủ tịch", origin="BACK_ENTRY",
    )  # fmt: skip
    handed_in, rows = submitted(saved, person("Giàng A Suối"))
    Nomination.objects.update(award_code="BK_TTG", kind="SUDDEN")
    take_up(handed_in.ref, actor=specialist, at=AT)
    found = findings_of(row.ref for row in rows)
    told, plain = (str(found[row.ref].appraisal.as_json()) for row in rows)

    with pytest.raises(Refused) as silent:
        accept(rows[0].ref, "", version=2, actor=specialist, at=AT)
    accept(rows[0].ref, "Bằng khen tặng cho việc khác.", version=2, actor=specialist, at=AT)

    assert "once.other_form" in told
    assert "(7/QĐ-UBND)" in told
    assert "once.other_form" not in plain
    assert refusal(silent) == "NO_JUDGEMENT"
    assert fresh(rows[0]).state == State.APPRAISED


def test_two_specialists_at_once_the_second_is_told(specialist: Actor) -> None:
    handed_in, (row,) = submitted(fighter(2023, 2024, 2025))
    take_up(handed_in.ref, actor=specialist, at=AT)
    other = actor(Role.SPECIALIST, ref="other", name="Hoàng Thị Hoa Mua")
    accept(row.ref, REASON, version=2, actor=specialist, at=AT)

    with pytest.raises(Refused, match="Đã thẩm định") as late:
        return_row(row.ref, "Thiếu giấy.", version=2, actor=other, at=AT)

    assert refusal(late) == "WRONG_STATE"
    assert len(judgements_of(row.ref)) == 1


def test_a_stale_form_is_refused(specialist: Actor) -> None:
    handed_in, (row,) = submitted(fighter(2023, 2024, 2025))
    take_up(handed_in.ref, actor=specialist, at=AT)

    with pytest.raises(Refused) as stale:
        accept(row.ref, REASON, version=1, actor=specialist, at=AT)

    assert refusal(stale) == "STALE"


def test_a_row_the_law_refuses_is_not_simply_accepted(specialist: Actor) -> None:
    handed_in, (row,) = submitted(fighter(2023, 2025))
    take_up(handed_in.ref, actor=specialist, at=AT)

    with pytest.raises(Refused) as caught:
        accept(row.ref, REASON, version=2, actor=specialist, at=AT)

    assert refusal(caught) == "NOT_MET_NEEDS_OVERRULE"


def test_overruling_takes_a_reason_and_a_second_person(specialist: Actor, boss: Actor) -> None:
    handed_in, (row,) = submitted(fighter(2023, 2025))
    take_up(handed_in.ref, actor=specialist, at=AT)

    with pytest.raises(Refused) as silent:
        propose_overrule(row.ref, "", version=2, actor=specialist, at=AT)
    propose_overrule(row.ref, REASON, version=2, actor=specialist, at=AT)
    with pytest.raises(Refused) as alone:
        decide_overrule(row.ref, agree=True, reason="", version=3, actor=specialist, at=AT)
    decide_overrule(row.ref, agree=True, reason="", version=3, actor=boss, at=AT)

    assert (refusal(silent), refusal(alone)) == ("NO_REASON", "NOT_OFFICE_HEAD")
    assert fresh(row).state == State.APPRAISED
    assert findings_of([row.ref])[row.ref].answer == "NOT_MET"
    assert [j.verdict for j in judgements_of(row.ref)] == ["OVERRULE", "CONFIRMED"]


def test_nobody_confirms_the_own_proposal() -> None:
    both = actor(Role.SPECIALIST, Role.OFFICE_HEAD, ref="both")
    handed_in, (row,) = submitted(fighter(2023, 2025))
    take_up(handed_in.ref, actor=both, at=AT)
    propose_overrule(row.ref, REASON, version=2, actor=both, at=AT)

    with pytest.raises(Refused) as caught:
        decide_overrule(row.ref, agree=True, reason="", version=3, actor=both, at=AT)

    assert refusal(caught) == "OWN_PROPOSAL"


def test_a_proposal_is_refused_with_a_reason_and_the_row_goes_back(
    specialist: Actor, boss: Actor
) -> None:
    handed_in, (row,) = submitted(fighter(2023, 2025))
    take_up(handed_in.ref, actor=specialist, at=AT)
    propose_overrule(row.ref, REASON, version=2, actor=specialist, at=AT)

    with pytest.raises(Refused) as silent:
        decide_overrule(row.ref, agree=False, reason="", version=3, actor=boss, at=AT)
    decide_overrule(row.ref, agree=False, reason="Chưa đủ căn cứ.", version=3, actor=boss, at=AT)

    assert refusal(silent) == "NO_REASON"
    assert (fresh(row).state, fresh(row).holder) == (State.CHECKED, "Trần Văn Ruộng")


def test_what_the_law_does_not_refuse_needs_no_overruling(specialist: Actor, boss: Actor) -> None:
    handed_in, (row,) = submitted(fighter(2023, 2024, 2025))
    take_up(handed_in.ref, actor=specialist, at=AT)

    with pytest.raises(Refused) as nothing:
        propose_overrule(row.ref, REASON, version=2, actor=specialist, at=AT)
    with pytest.raises(Refused) as no_proposal:
        decide_overrule(row.ref, agree=True, reason="", version=2, actor=boss, at=AT)

    assert (refusal(nothing), refusal(no_proposal)) == ("NOTHING_TO_OVERRULE", "WRONG_STATE")


def test_one_row_is_returned_while_the_rest_goes_on(specialist: Actor, boss: Actor) -> None:
    good, unclear = fighter(2023, 2024, 2025), fighter(2023, 2024, 2025, name="Giàng A Suối")
    handed_in, (first, second) = submitted(good, unclear)
    take_up(handed_in.ref, actor=specialist, at=AT)

    with pytest.raises(Refused) as silent:
        return_row(second.ref, "", version=2, actor=specialist, at=AT)
    return_row(second.ref, "Thiếu chứng nhận sáng kiến.", version=2, actor=specialist, at=AT)
    accept(first.ref, REASON, version=2, actor=specialist, at=AT)
    released = release(handed_in.ref, actor=boss, at=AT)

    assert refusal(silent) == "NO_REASON"
    assert released == 1
    assert (fresh(first).state, fresh(second).state) == (State.READY, State.RETURNED)
    assert fresh(second).reason == "Thiếu chứng nhận sáng kiến."


def test_releasing_needs_the_head_and_no_row_under_appraisal(
    specialist: Actor, boss: Actor
) -> None:
    handed_in, (first, second) = submitted(
        fighter(2023, 2024, 2025), fighter(2023, 2024, 2025, name="Giàng A Suối")
    )
    take_up(handed_in.ref, actor=specialist, at=AT)
    accept(first.ref, REASON, version=2, actor=specialist, at=AT)

    with pytest.raises(Refused) as by_specialist:
        release(handed_in.ref, actor=specialist, at=AT)
    with pytest.raises(Refused) as too_early:
        release(handed_in.ref, actor=boss, at=AT)
    return_row(second.ref, "Thiếu giấy.", version=2, actor=specialist, at=AT)
    release(handed_in.ref, actor=boss, at=AT)
    with pytest.raises(Refused) as twice:
        release(handed_in.ref, actor=boss, at=AT)

    assert [refusal(c) for c in (by_specialist, too_early, twice)] == [
        "NOT_OFFICE_HEAD",
        "ROWS_STILL_OPEN",
        "NOTHING_TO_RELEASE",
    ]


def test_declining_ends_a_row_with_a_reason_from_the_head(specialist: Actor, boss: Actor) -> None:
    handed_in, (row,) = submitted(fighter(2023, 2025))
    take_up(handed_in.ref, actor=specialist, at=AT)

    with pytest.raises(Refused) as by_specialist:
        decline(row.ref, "Chưa đạt.", version=2, actor=specialist, at=AT)
    with pytest.raises(Refused) as silent:
        decline(row.ref, "", version=2, actor=boss, at=AT)
    decline(row.ref, "Chưa đủ 3 lần liên tục.", version=2, actor=boss, at=AT)

    assert (refusal(by_specialist), refusal(silent)) == ("NOT_OFFICE_HEAD", "NO_REASON")
    assert (fresh(row).state, fresh(row).reason) == (State.REFUSED, "Chưa đủ 3 lần liên tục.")
