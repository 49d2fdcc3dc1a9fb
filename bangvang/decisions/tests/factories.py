"""Rows as the council leaves them: a closed ballot whose minutes are signed."""

from datetime import UTC, date, datetime

from bangvang.council.models import (
    AbsentMode,
    AgendaItem,
    AgendaKind,
    Ballot,
    BallotRow,
    Council,
    InvalidLine,
    Regulation,
    Seat,
    SeatRole,
    Session,
)
from bangvang.council.models.ballots import PassSource
from bangvang.council.states import BallotState, SessionState
from bangvang.decisions.actions.record_answer import AnswerGiven
from bangvang.decisions.actions.record_signing import Signing
from bangvang.decisions.models import Decision
from bangvang.decisions.permissions import LineAnswer
from bangvang.decisions.states import SignerPost
from bangvang.foundation.actor import Actor, Origin, Role
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS
from bangvang.foundation.vietnamese import name_key, name_key_loose, person_sort_key
from bangvang.nominations.models import Batch, Nomination, Round, Upload
from bangvang.nominations.models.nominations import Identity
from bangvang.nominations.states import BatchState, State
from bangvang.registry.models import Award, Organisation, Person

SESSION_AT = datetime(2022, 4, 19, 7, 0, tzinfo=UTC)
AT = datetime(2022, 4, 25, 3, 0, tzinfo=UTC)
SIGNED_ON = date(2022, 4, 22)
SCAN = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
OTHER_SCAN = SCAN.replace(b"Catalog", b"Catalog/Lang(vi)")
NAMES = ("Lù Văn Bậc Thang", "Vàng Thị Lúa Chín", "Giàng A Mây Sớm", "Hoàng Thị Suối Trong")


def actor(ref: str, *roles: Role, name: str = "", origin: Origin = Origin.LIVE) -> Actor:
    """Return somebody of the standing office, or of another body by the roles given."""
    return Actor(
        account_ref=ref,
        name=name or f"Người {ref}",
        title="",
        organisation_ref="org-office",
        organisation_name="Phòng Thi đua, khen thưởng",
        roles=frozenset(roles),
        origin=origin,
    )


HEAD = actor("head", Role.OFFICE_HEAD, name="Trần Thị Đồi Chè")
SPECIALIST = actor("specialist", Role.SPECIALIST, name="Lý A Ruộng")
SECOND_SPECIALIST = actor("specialist-2", Role.SPECIALIST, name="Sùng Thị Nương")
STRANGER = actor("stranger", Role.SECRETARY, name="Phàn Văn Khe")


def organisation(name: str = "Sở Thử nghiệm tỉnh Lào Cai", ref: str = "org-unit") -> Organisation:
    """Return the organisation of this reference, made on the first call."""
    made, _ = Organisation.objects.get_or_create(
        ref=ref,
        defaults={
            "name": name,
            "name_fold": name.lower(),
            "sort_key": name.lower(),
            "kind": "DEPARTMENT",
            "since": date(2000, 1, 1),
        },
    )
    return made


def person(name: str, *, birth_on: date | None = None, digest: str | None = None) -> Person:
    """Return somebody whom the register knows."""
    return Person.objects.create(
        full_name=name,
        name_fold=name_key_loose(name),
        name_key=name_key(name),
        sort_key=person_sort_key(name),
        birth_on=birth_on,
        identity_digest=digest,
        organisation=organisation(),
    )


def council_session(*, signed: bool = True, number: int = 1) -> Session:
    """Return a session of 19 April 2022, closed; its minutes signed unless said otherwise."""
    council, is_new = Council.objects.get_or_create(
        ref="council",
        defaults={
            "name": "Hội đồng Thi đua - Khen thưởng tỉnh Lào Cai",
            "organisation": organisation(),
        },
    )
    if is_new:
        _seats_and_rules(council)
    return Session.objects.create(
        council=council,
        year=2022,
        number_in_year=number,
        place="Trụ sở Ủy ban nhân dân tỉnh",
        starts_at=SESSION_AT,
        opened_at=SESSION_AT,
        ends_at=SESSION_AT,
        chair_seat=Seat.objects.get(council=council, number=1),
        secretary_name="Phàn Văn Khe",
        state=SessionState.SIGNED if signed else SessionState.CLOSED,
    )


def _seats_and_rules(council: Council) -> None:
    for number in range(1, 23):
        Seat.objects.create(
            council=council,
            number=number,
            role=SeatRole.CHAIR if number == 1 else SeatRole.MEMBER,
            holder_name=f"Thành viên {number}",
            post_title="Chủ tịch Ủy ban nhân dân tỉnh" if number == 1 else "Giám đốc sở",
            since=date(2019, 1, 1),
            decision_no="01/QĐ-UBND",
            decided_on=date(2019, 1, 1),
        )
    Regulation.objects.create(
        council=council,
        number="1207/QĐ-UBND",
        issued_on=date(2019, 5, 3),
        issued_by="Ủy ban nhân dân tỉnh Lào Cai",
        since=date(2019, 5, 3),
        quorum_num=2,
        quorum_den=3,
        quorum_clause="Điều 5",
        absent_mode=AbsentMode.WRITTEN_OPINION,
        invalid_line=InvalidLine.LINE_BLANK,
    )


def closed_ballot(
    code: str = "CSTDT", *, people: int = 3, failed: int = 1, session: Session | None = None
) -> Ballot:
    """Return a closed ballot: `people` passed with 21 of 22, then `failed` did not."""
    session = session or council_session()
    item = AgendaItem.objects.create(
        session=session,
        order=AgendaItem.objects.filter(session=session).count() + 1,
        kind=AgendaKind.BALLOT,
        title="Bỏ phiếu",
        award_code=code,
        achievement_year=2021,
    )
    ballot = Ballot.objects.create(
        session=session,
        item=item,
        state=BallotState.CLOSED,
        manifest_code="ABCD-EFGH",
        total_members=22,
        electors_present=22,
        issued=22,
        opened_at=SESSION_AT,
        closed_at=SESSION_AT,
        pass_num=90,
        pass_den=100,
        pass_cite="khoản 8 Điều 45 Nghị định 91/2017/NĐ-CP",
        pass_source=PassSource.LAW,
        collected=22,
        valid=22,
        invalid=0,
        written=0,
        result_digest="a" * 64,
    )
    batch = batch_of(code)
    for order in range(1, people + failed + 1):
        passed = order <= people
        row = nomination(batch, order, code=code, passed=passed)
        BallotRow.objects.create(
            ballot=ballot,
            order=order,
            nomination=row,
            name=row.name,
            position=row.position,
            unit_name=row.unit_name,
            award_code=code,
            yes=21 if passed else 10,
            no=1 if passed else 12,
            blank=0,
            passed=passed,
        )
    return ballot


def batch_of(code: str) -> Batch:
    """Return a list that was handed in."""
    by = actor("unit-officer", Role.UNIT_OFFICER)
    round_, _ = Round.objects.get_or_create(
        title="Đợt xét năm 2021",
        defaults={
            "achievement_year": 2021,
            "opens_on": date(2022, 1, 1),
            "submit_by": date(2022, 3, 1),
            "ballot_by": date(2022, 4, 30),
        },
    )
    file = keep(SCAN, original_name="danh-sach.pdf", actor=by, at=AT, accept=SCANS)
    upload = Upload.objects.create(
        round=round_,
        unit=organisation(),
        file=file,
        award_code=code,
        uploaded_by_ref=by.account_ref,
        uploaded_by_name=by.name,
        uploaded_at=AT,
    )
    return Batch.objects.create(
        round=round_,
        unit=organisation(),
        upload=upload,
        state=BatchState.SUBMITTED,
        holder="Hội đồng",
        held_since=AT,
        prepared_by=by.name,
        submitted_at=AT,
        received_on=date(2022, 2, 1),
        reference_year=2022,
        reference_no=Batch.objects.count() + 1,
        fingerprint="b" * 64,
    )


def nomination(batch: Batch, order: int, *, code: str, passed: bool) -> Nomination:
    """Return one row as the ballot left it; somebody the register does not know."""
    name = NAMES[(order - 1) % len(NAMES)]
    return Nomination.objects.create(
        batch=batch,
        source_row=order,
        identity=Identity.NEW,
        name=name,
        sort_key=person_sort_key(name),
        birth_on=date(1980, 1, order),
        position="Trưởng phòng Hành chính, Tổ chức",
        unit_name="Văn phòng Sở Thử nghiệm tỉnh Lào Cai",
        unit=organisation(),
        award_code=code,
        kind="MERIT",
        achievement_year=2021,
        achievement="Hoàn thành xuất sắc nhiệm vụ.",
        state=State.VOTED_FOR if passed else State.VOTED_AGAINST,
        holder="Hội đồng",
        held_since=AT,
    )


def signing(number: int = 5, *, signed_on: date = SIGNED_ON, scan: bytes = SCAN) -> Signing:
    """Return what a signed paper says."""
    return Signing(
        number=number,
        signed_on=signed_on,
        signer_name="Trịnh Văn Non Cao",
        signer_post=SignerPost.CHAIR,
        scan=scan,
        scan_name="ban-ky.pdf",
    )


def answer(*outcomes: LineAnswer, decided_on: date = date(2022, 6, 10)) -> AnswerGiven:
    """Return what a higher authority decided."""
    return AnswerGiven(
        number="551/QĐ-TTg",
        decided_on=decided_on,
        issuer="Thủ tướng Chính phủ",
        title="Về việc tặng Bằng khen của Thủ tướng Chính phủ",
        scan=OTHER_SCAN,
        scan_name="quyet-dinh-551.pdf",
        outcomes=outcomes,
    )


def decision_of(ballot: Ballot) -> Decision:
    """Return the paper that was made of a ballot."""
    return Decision.objects.get(ballot=ballot)


def decision_named(ref: str) -> Decision:
    """Return the paper as it is now."""
    return Decision.objects.get(ref=ref)


def papers_made() -> int:
    """Return how many papers there are."""
    return Decision.objects.count()


def awards_written() -> int:
    """Return how many awards the register holds."""
    return Award.objects.count()


def change_results() -> None:
    """Let every ballot's result be another than it was."""
    Ballot.objects.update(result_digest="c" * 64)
