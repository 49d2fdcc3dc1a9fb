"""A list whose rows agencies are asked about, for tests; each call names what matters."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bangvang.appraisal.actions.ask_agencies import Question, ask_agencies
from bangvang.appraisal.actions.confirm_silence_rule import confirm_silence_rule
from bangvang.appraisal.actions.enter_silence_rule import SilenceEntered, enter_silence_rule
from bangvang.appraisal.actions.kept_reply import ReplySent
from bangvang.appraisal.actions.open_agency_link import open_agency_link
from bangvang.appraisal.actions.record_agency_paper import PaperCame
from bangvang.appraisal.actions.reply_by_link import reply_by_link
from bangvang.appraisal.permissions.agency_opinions import Said
from bangvang.appraisal.selectors.agency_links import LinkMade
from bangvang.appraisal.tests.consulting import SCAN, rows, the_office
from bangvang.foundation.actor import Actor
from bangvang.foundation.tests.factories import AT, DAY
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State

__all__ = ["SCAN", "the_office", "under_appraisal"]

TAX, POLICE = "Thuế tỉnh Lào Cai", "Công an tỉnh Lào Cai"
DUE = date(2026, 9, 24)
EXPIRES = date(2026, 10, 1)
OVERDUE = datetime(2026, 9, 25, 8, 0, tzinfo=AT.tzinfo)
AGREES = Said("AGREES")
INFORMS = Said("INFORMS", "Còn nợ 12 triệu đồng tiền thuế.", "45/TB-CT", date(2026, 8, 3))


def under_appraisal(count: int = 2, state: State = State.CHECKED) -> list[Nomination]:
    return rows(count, award_code="BK_TINH", state=state)


def question(
    chosen: Sequence[Nomination],
    *,
    agencies: Sequence[str] = (TAX,),
    waits: bool = True,
    form: str = "mot-lan",
    about: str = "Việc chấp hành pháp luật thuế từ năm 2021 đến nay",
    due_on: date = DUE,
    expires_on: date = EXPIRES,
) -> Question:
    refs = [row.ref for row in chosen]
    return Question(refs, agencies, about, due_on, expires_on, waits, form)


def asked(
    by: Actor, chosen: Sequence[Nomination], *, waits: bool = True, form: str = "mot-lan"
) -> LinkMade:
    """Ask one agency about the rows."""
    said = question(chosen, waits=waits, form=form)
    return ask_agencies(chosen[0].batch.ref, said, actor=by, at=AT)[0]


def sent(*said: Said, name: str = "Hoàng Thị Suối Mơ", position: str = "Phó Trưởng Thuế tỉnh"
         ) -> ReplySent:  # fmt: skip
    return ReplySent(dict(enumerate(said, start=1)), name, position)


def opened(link: LinkMade, *, at: datetime = AT, code: str = "") -> str:
    return open_agency_link(link.ref, link.secret, code or link.code, at=at)


def answered(link: LinkMade, *said: Said, at: datetime = AT) -> None:
    reply_by_link(link.ref, link.secret, opened(link, at=at), sent(*said), at=at)


def paper(**other: object) -> PaperCame:
    said = {"number": "311/CV-CT", "issued_on": DAY, "came_on": DAY, "scan": SCAN,
            "scan_name": "tra-loi.pdf"} | other  # fmt: skip
    return PaperCame(**said)  # type: ignore[arg-type]  # each by its name


def silence(
    specialist: Actor, head: Actor, *, since: date = DAY, meaning: str = "AGREED",
    confirmed: bool = True,
) -> str:  # fmt: skip
    said = SilenceEntered(
        meaning, "09/QC-TĐKT", DAY - timedelta(days=30), "khoản 3 Điều 7", since, SCAN, "q.pdf"
    )
    ref = enter_silence_rule(said, actor=specialist, at=AT)
    if confirmed:
        confirm_silence_rule(ref, actor=head, at=AT)
    return ref
