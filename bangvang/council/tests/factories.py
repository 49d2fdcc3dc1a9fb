"""A council, a session and its people for tests; each call names what matters.

Councils, seats and sessions come about through the stage's own actions, in their order.
"""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bangvang.council.actions.adopt_regulation import (
    MarkAdopted,
    RegulationAdopted,
    adopt_regulation,
)
from bangvang.council.actions.appoint_seat import Appointment, appoint_seat
from bangvang.council.actions.call_session import call_session
from bangvang.council.actions.close_ballot import close_ballot
from bangvang.council.actions.close_count import close_count
from bangvang.council.actions.count_sheet import CountSheet
from bangvang.council.actions.create_session import create_session
from bangvang.council.actions.found_council import found_council
from bangvang.council.actions.freeze_list import freeze_list
from bangvang.council.actions.open_ballot import open_ballot
from bangvang.council.actions.open_session import open_session
from bangvang.council.actions.put_on_agenda import put_on_agenda
from bangvang.council.actions.session_plan import SessionPlan
from bangvang.council.actions.start_counting import start_counting
from bangvang.council.actions.take_attendance import RollEntry, take_attendance
from bangvang.council.models import AbsentMode, Ballot, SeatRole, Session
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.vietnamese import person_sort_key
from bangvang.law import Share
from bangvang.nominations.models import Batch, Nomination, Round, Upload
from bangvang.nominations.states import BatchState, State
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
DAY = date(2022, 4, 19)
BEFORE = datetime(2022, 4, 12, 8, 0, tzinfo=HANOI)
STARTS = datetime(2022, 4, 19, 14, 0, tzinfo=HANOI)
LATER = datetime(2022, 4, 19, 16, 30, tzinfo=HANOI)
NAMES = ("Mưa Rào", "Lúa Nương", "Đá Vôi", "Bậc Đá", "Hạt Dẻ", "Thác Bạc", "Sương Sớm", "Hoa Gạo")
TWO_THIRDS = Share(2, 3)
MARK_OF_BK_TTG = MarkAdopted("BK_TTG", Share(80, 100), "khoản 3 Điều 8")


def actor(*roles: Role, name: str = "", ref: str = "", unit: Organisation | None = None) -> Actor:
    """Return an actor without an account, in the roles."""
    said = "-".join(role.value.lower() for role in roles) or "nobody"
    return Actor(
        ref or f"acc-{said}",
        name or f"Lù Thị {said}",
        "Cán bộ",
        unit.ref if unit else "",
        unit.name if unit else "",
        frozenset(roles),
    )


SECRETARY = actor(Role.SECRETARY, name="Vàng Thị Thư Ký")
FIRST = actor(Role.TELLER, name="Bùi Văn Đèo Mây", ref="acc-first")
SECOND = actor(Role.TELLER, name="Vi Thị Sim Tím", ref="acc-second")
THIRD = actor(Role.TELLER, name="Cư Seo Thứ Ba", ref="acc-third")
CHAIR = actor(Role.CHAIR, name="Giàng A Chủ Tọa")
MEMBER = actor(Role.MEMBER, name="Tẩn Mẩy Ủy Viên")
HEAD = actor(Role.OFFICE_HEAD, name="Phạm Thị Thông Xanh")
OUTSIDER = actor(Role.UNIT_OFFICER, name="Lê Thị Chè Xanh")


def province() -> Organisation:
    """Return the province's People's Committee, made once."""
    found = Organisation.objects.filter(kind="PROVINCE").first()
    return found or organisation("Ủy ban nhân dân tỉnh Lào Cai", kind="PROVINCE")


def council(
    members: int = 22,
    *,
    vacant: Sequence[int] = (),
    marks: Sequence[MarkAdopted] = (MARK_OF_BK_TTG,),
    quorum: Share = TWO_THIRDS,
    absent_mode: AbsentMode = AbsentMode.WRITTEN_OPINION,
    since: date = date(2019, 5, 3),
) -> str:
    """Return the reference of a council with seats 1 (the chair), 2 (a vice chair) and so on."""
    ref = found_council(
        "Hội đồng Thi đua - Khen thưởng tỉnh Lào Cai", province().ref, actor=SECRETARY, at=BEFORE
    )
    for number in range(1, members + 1):
        role = {1: SeatRole.CHAIR, 2: SeatRole.VICE_CHAIR}.get(number, SeatRole.MEMBER)
        appoint_seat(
            ref,
            Appointment(
                number=number,
                role=role,
                holder_name="" if number in vacant else f"Lù Văn Ghế {number}",
                post_title=f"Giám đốc Sở thứ {number}",
                since=since,
                decision_no="1206/QĐ-UBND",
                decided_on=since,
            ),
            actor=SECRETARY,
            at=BEFORE,
        )
    adopt_regulation(
        ref,
        RegulationAdopted(
            number="1207/QĐ-UBND",
            issued_on=since,
            issued_by="Ủy ban nhân dân tỉnh Lào Cai",
            since=since,
            quorum=quorum,
            quorum_clause="khoản 1 Điều 6",
            marks=tuple(marks),
            absent_mode=absent_mode,
        ),
        actor=SECRETARY,
        at=BEFORE,
    )
    return ref


def ready(
    count: int = 3, *, award_code: str = "CSTDT", year: int = 2021, state: State = State.READY
) -> list[Nomination]:
    """Return rows of one list of one unit, as the office releases them."""
    unit = organisation(f"Sở thứ {Batch.objects.count() + 1} tỉnh Lào Cai")
    round_, _ = Round.objects.get_or_create(
        title=f"Đợt xét năm {year}",
        achievement_year=year,
        opens_on=date(2022, 1, 1),
        submit_by=date(2022, 3, 1),
        ballot_by=date(2022, 9, 30),
    )
    file = StoredFile.objects.create(
        digest="0" * 64,
        size_bytes=1,
        media_kind="XLSX",
        original_name="danh-sach.xlsx",
        stored_at=BEFORE,
        uploaded_by_ref="x",
        uploaded_by_name="x",
    )
    upload = Upload.objects.create(
        round=round_,
        unit=unit,
        file=file,
        uploaded_by_ref="x",
        uploaded_by_name="x",
        uploaded_at=BEFORE,
    )
    batch = Batch.objects.create(
        round=round_,
        unit=unit,
        upload=upload,
        state=BatchState.SUBMITTED,
        holder="Thư ký Hội đồng",
        held_since=BEFORE,
        prepared_by="x",
        received_on=date(2022, 2, 1),
        reference_year=2022,
        reference_no=Batch.objects.count() + 1,
        fingerprint="0" * 64,
    )
    return [
        Nomination.objects.create(
            batch=batch,
            source_row=number,
            identity="NEW",
            name=f"Tráng Thị {NAMES[(number - 1) % len(NAMES)]}",
            sort_key=person_sort_key(NAMES[(number - 1) % len(NAMES)]),
            birth_year=1980,
            sex="F",
            position="Chuyên viên",
            unit_name=unit.name,
            unit=unit,
            award_code=award_code,
            kind="MERIT",
            achievement_year=year,
            achievement="Hoàn thành xuất sắc nhiệm vụ.",
            state=state,
            holder="Thư ký Hội đồng",
            held_since=BEFORE,
        )
        for number in range(1, count + 1)
    ]


def planned(
    council_ref: str, *, number: int = 1, starts_at: datetime = STARTS, chair: int | None = None
) -> str:
    """Return the reference of a session that is being prepared."""
    plan = SessionPlan(number, "Trụ sở UBND tỉnh", starts_at, chair)
    return create_session(council_ref, plan, actor=SECRETARY, at=BEFORE)


def called(
    council_ref: str, *, awards: Sequence[str] = ("CSTDT",), rows: int = 3, number: int = 1
) -> str:
    """Return the reference of a called session with one ballot item for each award."""
    ref = planned(council_ref, number=number)
    for award_code in awards:
        ready(rows, award_code=award_code)
        put_on_agenda(ref, award_code, 2021, actor=SECRETARY, at=BEFORE)
    call_session(ref, actor=SECRETARY, at=BEFORE)
    return ref


def roll_of(session_ref: str, *, absent: Sequence[int] = (), at: datetime = STARTS) -> None:
    """Call the roll: everybody is there but the seats named."""
    session = Session.objects.get(ref=session_ref)
    numbers = [
        seat.number
        for seat in session.chair_seat.__class__.objects.filter(council=session.council)
        if seat.holder_name
    ]
    take_attendance(
        session_ref,
        [RollEntry(n, n not in absent, "đi công tác" if n in absent else "") for n in numbers],
        version=session.version,
        actor=SECRETARY,
        at=at,
    )


def opened(session_ref: str, *, absent: Sequence[int] = ()) -> None:
    """Open a called session."""
    roll_of(session_ref, absent=absent)
    open_session(session_ref, actor=SECRETARY, at=STARTS)


def frozen(session_ref: str, award_code: str = "CSTDT") -> str:
    """Return the reference of the ballot on an award, its list frozen."""
    session = Session.objects.get(ref=session_ref)
    item = session.items.get(award_code=award_code)
    return freeze_list(session_ref, item.ref, actor=SECRETARY, at=STARTS)


def counting(
    *,
    absent: Sequence[int] = (21, 22),
    members: int = 22,
    rows: int = 3,
    award_code: str = "CSTDT",
    session_ref: str = "",
) -> str:
    """Return the reference of a ballot whose box is open: everybody who is there took a paper."""
    if not session_ref:
        session_ref = called(council(members), awards=(award_code,), rows=rows)
        opened(session_ref, absent=absent)
    ballot_ref = frozen(session_ref, award_code)
    took = [n for n in range(1, members + 1) if n not in absent]
    open_ballot(ballot_ref, took, actor=FIRST, at=STARTS)
    start_counting(ballot_ref, actor=FIRST, at=STARTS)
    return ballot_ref


def sheet(*lines: tuple[int, int], valid: int = 20, invalid: int = 0) -> CountSheet:
    """Return a whole sheet: the box, and (against, blank) of row 1, 2 and so on."""
    return CountSheet(valid + invalid, valid, invalid, dict(enumerate(lines, start=1)))


def agreed(ballot_ref: str, *lines: tuple[int, int], valid: int = 20, invalid: int = 0) -> None:
    """Let both tellers close the same count."""
    for teller in (FIRST, SECOND):
        whole = sheet(*lines, valid=valid, invalid=invalid)
        close_count(ballot_ref, whole, version=0, actor=teller, at=LATER)


def closed(ballot_ref: str, *lines: tuple[int, int], valid: int = 20) -> Ballot:
    """Let both tellers agree, close the ballot and return it."""
    agreed(ballot_ref, *lines, valid=valid)
    close_ballot(ballot_ref, actor=FIRST, at=LATER)
    return Ballot.objects.get(ref=ballot_ref)
