"""A small province: what anybody may read, and one of everything that nobody outside may know."""

from datetime import date, timedelta

from bangvang.council.models import Session
from bangvang.decisions.actions.confirm_signing import confirm_signing
from bangvang.decisions.actions.propose import propose
from bangvang.decisions.actions.record_signing import record_signing
from bangvang.decisions.tests import factories as decided
from bangvang.publishing.actions.withdraw_article import withdraw_article
from bangvang.publishing.tests import factories as press
from bangvang.registry.actions.record_award import AwardAsDecided, record_award
from bangvang.registry.tests.factories import organisation, person


def province(granted: tuple[str, ...], today: date) -> str:
    """Decide on those who are granted, hide everybody else; return the decision's reference."""
    session = decided.council_session()
    in_force = _proposed("CSTDT", session, *granted, failed=("Giàng A Không Đạt",))
    _sign(in_force, number=5)
    _sign(_proposed("BK_TTG", session, "Hoàng Thị Đã Trình"), number=17)
    _proposed("CO_TINH", session, "Sùng Văn Dự Thảo")
    _record(_proposed("BK_TINH", session, "Tẩn Mẩy Chờ Ký"), number=77)
    award(
        "Phàn Thị Ngày Mai",
        code="HCLD3",
        year=2025,
        no="9999/QĐ-UBND",
        on=today + timedelta(days=1),
    )
    _articles()
    return in_force


def award(
    name: str = "Lù Văn Bậc Thang",
    *,
    code: str = "CSTDT",
    year: int = 2021,
    no: str = "05/QĐ-UBND",
    on: date = date(2022, 4, 22),
    decision_ref: str = "",
    birth_on: date | None = None,
    identity_digest: str | None = None,
) -> str:
    """Enter an award of somebody new into the register; return the person's reference."""
    unit = organisation()
    holder = person(name, unit=unit, birth_on=birth_on, identity_digest=identity_digest)
    given = AwardAsDecided(
        holder_ref=holder.ref,
        unit_ref=unit.ref,
        code=code,
        kind="MERIT",
        year=year,
        award_name="Danh hiệu",
        name_as_written=name,
        unit_as_written=unit.name,
        achievement="",
        decision_no=no,
        decided_on=on,
        issued_by="Chủ tịch Ủy ban nhân dân tỉnh",
        decision_ref=decision_ref,
    )
    record_award(given, actor=decided.SPECIALIST, at=decided.AT)
    return holder.ref


def _proposed(code: str, session: Session, *names: str, failed: tuple[str, ...] = ()) -> str:
    ballot = decided.closed_ballot(code, people=len(names), failed=len(failed), session=session)
    for row, name in zip(ballot.rows.order_by("order"), (*names, *failed), strict=True):
        row.name = row.nomination.name = name
        row.nomination.save()
        row.save()
    return propose(ballot.ref, authority_confirmed=True, actor=decided.HEAD, at=decided.AT)


def _record(ref: str, *, number: int) -> None:
    scan = decided.SCAN.replace(b"Catalog", b"Catalog/N%d" % number)
    paper = decided.signing(number, scan=scan)
    record_signing(ref, paper, version=1, actor=decided.SPECIALIST, at=decided.AT)


def _sign(ref: str, *, number: int) -> None:
    _record(ref, number=number)
    confirm_signing(ref, actor=decided.HEAD, at=decided.AT)


def _articles() -> None:
    press.draft("Tin còn nháp")
    press.in_review("Tin chờ duyệt")
    withdraw_article(press.published("Tin đã gỡ"), reason="Sai", actor=press.HEAD, at=press.AT)
    press.published("Tin của ngày mai", before=timedelta(days=-1))
    press.published("Tin được đăng", before=timedelta(days=2))
