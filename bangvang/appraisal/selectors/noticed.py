"""What other agencies said of the nominees of files, and how officers answered it.

Besides the notices of the person these are the rows that nobody decided of yet and that may mean
the nominee, who need not be in the register: so a list may come before the nomination or after it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bangvang.appraisal.models import NoticeAnswer, NoticeVerdict
from bangvang.appraisal.permissions.notices import Noticed
from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import name_key_loose
from bangvang.nominations.models import Nomination
from bangvang.registry.intake.agency_list_words import day_of, matter_of
from bangvang.registry.intake.award_lists import birth_of
from bangvang.registry.intake.matching import Asked, Known, match
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.agency_lists import ListTopic
from bangvang.registry.selectors.listed_rows import RowWaiting, rows_waiting_near
from bangvang.registry.selectors.notices import NoticeSeen, notices_among, standing_notices

__all__ = ["NoticeVerdict"]


@dataclass(frozen=True)
class NoticeAnswerSeen:
    """Somebody's answer, as the page of the file shows it."""

    verdict: str
    verdict_name: str
    reason: str
    by_name: str
    given_at: datetime


@dataclass(frozen=True)
class Told:
    """One matter that another agency told of the nominee.

    `key` names it in this file. `is_confirmed`: an officer confirmed that the nominee is meant;
    otherwise `why` says what speaks for it. The row it came from is `list_ref`, `sheet_no`, `row`.
    """

    key: str
    pk: int
    is_confirmed: bool
    topic_name: str
    matter: str
    about_on: date | None
    paper_by: str
    paper_no: str
    paper_on: date
    why: str
    list_ref: str
    sheet_no: int
    row: int
    answers: tuple[NoticeAnswerSeen, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether nobody answered it in this file."""
        return not self.answers

    @property
    def hinders(self) -> bool:
        """Whether it stands in the way by the newest answer."""
        return bool(self.answers) and self.answers[-1].verdict == NoticeVerdict.HINDERS


def told_of(actor: Actor, nomination_ref: str) -> tuple[Told, ...]:
    """Return what other agencies told of the nominee, with the answers of this file.

    Nothing for whoever reads no bars.
    """
    found = Nomination.objects.filter(ref=nomination_ref).select_related("person")
    told = _told(actor, list(found))
    return next(iter(told.values()), ())


def noticed_among(actor: Actor, refs: Iterable[str]) -> Noticed:
    """Return of whom of these files something waits for an answer, or stands in the way.

    A fixed number of queries for any number of files.
    """
    rows = list(
        Nomination.objects.filter(ref__in=list(refs)).select_related("person").order_by("pk")
    )
    told = _told(actor, rows)
    return Noticed(
        waiting=tuple(row.name for row in rows if any(one.waits for one in told[row.pk])),
        hindering=tuple(row.name for row in rows if any(one.hinders for one in told[row.pk])),
    )


def _told(actor: Actor, rows: Sequence[Nomination]) -> dict[int, tuple[Told, ...]]:
    if not may_read_bars(actor):
        return {row.pk: () for row in rows}
    standing = standing_notices(row.person_id for row in rows if row.person_id)
    ids = [pk for found in standing.values() for pk in found]
    notices = {one.pk: one for one in notices_among(actor, ids)} if ids else {}
    near = {row.pk: name_key_loose(row.name) for row in rows}
    waiting: defaultdict[str, list[RowWaiting]] = defaultdict(list)
    for one in rows_waiting_near(actor, set(near.values()) - {""}):
        waiting[one.near].append(one)
    told = {
        row.pk: (
            *(_of_notice(notices[pk]) for pk in standing.get(row.person_id or 0, ())),
            *(said for one in waiting[near[row.pk]] if (said := _of_row(one, row))),
        )
        for row in rows
    }
    return _with_answers(told)


def _of_notice(notice: NoticeSeen) -> Told:
    return Told(
        f"n-{notice.ref}",
        notice.pk,
        is_confirmed=True,
        topic_name=notice.topic_name,
        matter=notice.matter,
        about_on=notice.about_on,
        paper_by=notice.paper_by,
        paper_no=notice.paper_no,
        paper_on=notice.paper_on,
        why="",
        list_ref=notice.list_ref,
        sheet_no=notice.sheet_no,
        row=notice.row,
    )


def _of_row(row: RowWaiting, nomination: Nomination) -> Told | None:
    """Return what the row says if it may mean the nominee."""
    person = nomination.person
    if person is not None and f"p:{person.ref}" in row.denied:
        return None
    if person is not None and row.person_ref not in ("", person.ref):
        return None
    asked = Asked(
        row.said["name"], birth_of(row.said), row.said["digest"] or None, row.said["unit"]
    )
    found = match(asked, [_nominee(nomination)])
    if found.kind == "new":
        return None
    return Told(
        f"r-{row.list_ref}-{row.sheet_no}-{row.row}",
        row.pk,
        is_confirmed=False,
        topic_name=str(ListTopic(row.topic).label),
        matter=matter_of(row.topic, row.said),
        about_on=day_of(row.said["matter_on"]),
        paper_by=row.said["paper_by"] or row.agency,
        paper_no=row.said["paper_no"] or row.paper_no,
        paper_on=day_of(row.said["paper_on"]) or row.paper_on,
        why=found.candidates[0].why if found.candidates else found.why,
        list_ref=row.list_ref,
        sheet_no=row.sheet_no,
        row=row.row,
    )


def _nominee(nomination: Nomination) -> Known:
    return Known(
        key=nomination.ref,
        name=nomination.name,
        birth_on=nomination.birth_on,
        birth_year=nomination.birth_year,
        identity_digest=nomination.identity_digest or None,
        unit_names=(nomination.unit_name,),
    )


def _with_answers(told: dict[int, tuple[Told, ...]]) -> dict[int, tuple[Told, ...]]:
    with_any = [pk for pk, found in told.items() if found]
    if not with_any:
        return told
    answers: defaultdict[tuple[int, bool, int], list[NoticeAnswerSeen]] = defaultdict(list)
    for one in NoticeAnswer.objects.filter(nomination__in=with_any).order_by("pk"):
        is_notice = one.notice_id is not None
        matter = one.notice_id or one.row_id or 0
        answers[one.nomination_id, is_notice, matter].append(
            NoticeAnswerSeen(
                one.verdict,
                str(NoticeVerdict(one.verdict).label),
                one.reason,
                one.by_name,
                one.given_at,
            )
        )
    return {
        pk: tuple(
            replace(one, answers=tuple(answers[pk, one.is_confirmed, one.pk])) for one in found
        )
        for pk, found in told.items()
    }
