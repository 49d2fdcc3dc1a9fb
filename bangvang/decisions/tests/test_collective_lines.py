"""A decision for collectives and people together: the annex, the register, what may not happen."""

import pytest

from bangvang.council.selectors.results import ballot_result
from bangvang.council.selectors.sessions import session_record
from bangvang.decisions.actions.confirm_signing import confirm_signing
from bangvang.decisions.actions.propose import propose
from bangvang.decisions.actions.record_signing import record_signing
from bangvang.decisions.documents.papers import Matter, official_paper
from bangvang.decisions.models import Decision, Line
from bangvang.decisions.selectors.public import decision_public
from bangvang.decisions.tests.factories import (
    AT,
    HEAD,
    SIGNED_ON,
    SPECIALIST,
    closed_ballot,
    organisation,
    signing,
)
from bangvang.decisions.tests.refusals import refused
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.documents.paper import Heading, Table
from bangvang.nominations.documents.wording import recipients_said
from bangvang.nominations.models import Nomination
from bangvang.registry.models import Award, Organisation
from bangvang.registry.tests.factories import organisation as body

pytestmark = pytest.mark.django_db


def mixed(*, known: bool = True) -> tuple[Decision, Organisation]:
    """Return a recorded decision whose second passed row proposes a collective."""
    ballot = closed_ballot("BK_TINH", people=3)
    school = body("Trường Mầm non Hoa Ban", kind="SUB_UNIT", parent=organisation())
    second = ballot.rows.order_by("order")[1].nomination
    Nomination.objects.filter(pk=second.pk).update(
        subject="collective",
        body=school if known else None,
        name=school.name,
        birth_on=None,
        position="",
    )
    ref = propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)
    record_signing(ref, signing(), version=1, actor=SPECIALIST, at=AT)
    return Decision.objects.get(ref=ref), school


def test_collectives_stand_first_and_enter_their_own_record() -> None:
    decision, school = mixed()
    lines = list(decision.lines.order_by("order").values_list("order", "subject", "name"))
    assert [subject for _, subject, _ in lines] == ["collective", "person", "person"]
    assert lines[0][2] == school.name

    confirm_signing(decision.ref, version=2, actor=HEAD, at=AT)

    award = Award.objects.get(organisation=school)
    assert (award.code, award.person, award.order_no) == ("BK_TINH", None, 1)
    line = Line.objects.get(decision=decision, order=1)
    assert (line.body, line.person, line.outcome) == (school, None, "GRANTED")
    assert "record_award" in [e.verb for e in entries_about(("organisation", school.ref))]
    public = decision_public(decision.ref, SIGNED_ON)
    assert [(one.body_ref, bool(one.person_ref)) for one in public.lines] == [
        (school.ref, False),
        ("", True),
        ("", True),
    ]


def test_the_paper_names_each_kind_under_its_number() -> None:
    decision, _ = mixed()
    ballot_ref = decision.ballot.ref
    lines = list(decision.lines.order_by("order"))
    result = ballot_result(ballot_ref)
    session = session_record(decision.ballot.session.ref)
    paper = official_paper(Matter(decision, lines, result, session, SIGNED_ON))

    blocks = paper.annexes[0].blocks
    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "I. Tập thể",
        "II. Cá nhân",
    ]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [1, 2]
    assert paper.annexes[0].title.startswith("Danh sách tập thể, cá nhân được tặng")
    assert recipients_said(line.subject for line in lines) == "01 tập thể, 02 cá nhân"


def test_a_collective_that_the_register_does_not_know_is_not_granted() -> None:
    decision, _ = mixed(known=False)
    with refused("BODY_UNKNOWN"):
        confirm_signing(decision.ref, version=2, actor=HEAD, at=AT)
    assert not Award.objects.exists()
