"""How the units' pages say what one of the unit's own decisions is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.timezone import localtime

from bangvang.appraisal.shares import PROPOSED_BESIDE, Counted, bound_codes
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Answer as LawAnswer
from bangvang.law import Kind as AwardKind
from bangvang.law import Subject, award_name, kind_name
from bangvang.registry.intake.granting import GRADES, grantors_there, is_for
from bangvang.registry.intake.own_preview import NEW, OwnRow
from bangvang.registry.selectors.own_decisions import (
    GRADE,
    EnteredRow,
    OwnLine,
    holders_by_decisions,
)
from bangvang.registry.states import AMENDMENT_NAMES, OWN_STATE_NAMES, AmendmentKind, OwnState
from bangvang.web.amending.shown import WORD_OF
from bangvang.web.components.pieces import (
    Act,
    Answer,
    CaseHead,
    Fact,
    Kind,
    Link,
    Namesake,
    NotNow,
    Standing,
    Step,
)
from bangvang.web.people import born_said
from bangvang.web.shares import WOMAN, ShareShown, counted_shares

CHIPS = {
    OwnState.DRAFT: Kind.NOTE,
    OwnState.WITH_HEAD: Kind.PERSON,
    OwnState.CONFIRMED: Kind.MET,
    OwnState.DISCARDED: Kind.CELL,
}
TO_SETTLE = Answer(Kind.TWO, "Cần xử lý")
HELD = Answer(Kind.NOTE, "Đã có trong sổ")
FRESH = Answer(Kind.MET, "Sẽ ghi")
NEW_PERSON = Answer(Kind.JUDGE, "Người mới, sẽ ghi vào sổ")
ENTERED = Answer(Kind.MET, "Đã ghi sổ")
TAKEN_OUT = Answer(Kind.NOTE, "Đã hủy bỏ hoặc gạch khỏi sổ")
HELD_BEFORE = Answer(Kind.NOTE, "Có trong sổ từ trước")


@dataclass(frozen=True)
class OwnRowShown:
    """One row of the preview, ready for a page."""

    ref: str
    name: str
    about: str
    grade: str
    answer: Answer
    said: tuple[str, ...]
    namesakes: tuple[Namesake, ...]
    choice: str
    acts: tuple[Link, ...] = ()
    """What an officer may propose for the row after it was entered."""


def own_name(line: OwnLine, on: date) -> str:
    """Return what the decision grants: "Lao động tiên tiến năm 2025"."""
    if line.record_kind == GRADE:
        return f"Xếp loại hằng năm {line.year}"
    name = award_name(line.code, line.decided_on or on)
    kind = AwardKind(line.kind)
    more = f" ({kind_name(kind).lower()})" if kind is not AwardKind.MERIT else ""
    return f"{name}{more} năm {line.year}"


def own_chip(line: OwnLine) -> Answer:
    """Return where it stands."""
    return Answer(CHIPS[line.state], OWN_STATE_NAMES[line.state])


def grade_choices(line: OwnLine, on: date) -> list[tuple[str, str]]:
    """Return the grades to choose from; nothing for a decision about an award."""
    if line.record_kind != GRADE:
        return []
    return [(code, award_name(code, on)) for code in GRADES]


def own_head(line: OwnLine, actor: Actor, *, on: date) -> CaseHead:
    """Return the masthead of a decision as its unit sees it."""
    standings = [
        Standing("Trạng thái", chip=own_chip(line)),
        Standing("Người lập", line.prepared_by, say_date(localtime(line.prepared_at).date())),
    ]
    if line.state == OwnState.CONFIRMED and line.decided_on:
        number = f"số {line.decision_no} ngày {say_date(line.decided_on)}"
        standings.append(Standing("Quyết định", number, line.issued_by))
    return CaseHead(
        kind="Quyết định khen thưởng của đơn vị",
        title=own_name(line, on),
        unit=line.unit_name,
        standings=tuple(standings),
        acts=_acts(line, actor),
        not_now=_not_now(line, actor),
    )


def _acts(line: OwnLine, actor: Actor) -> tuple[Act, ...]:
    ref = line.ref
    if line.state == OwnState.DRAFT and actor.has(Role.UNIT_OFFICER):
        return _to_name(line)
    if line.state == OwnState.WITH_HEAD and actor.has(Role.UNIT_HEAD):
        return (
            Act("Xác nhận và ghi sổ", reverse("units:own_confirm", args=[ref]), is_main=True),
            Act("Trả lại cán bộ lập", reverse("units:own_give_back", args=[ref])),
        )
    return ()


def _to_name(line: OwnLine) -> tuple[Act, ...]:
    """Return the ways to name people and collectives, as far as the award is for them."""
    acts = []
    takes_people = is_for(Subject.PERSON, line.code)
    if takes_people:
        there = reverse("units:own_pick", args=[line.ref])
        acts.append(Act("Chọn người của đơn vị", there, is_main=True))
    if is_for(Subject.COLLECTIVE, line.code):
        there = reverse("units:own_pick_bodies", args=[line.ref])
        acts.append(Act("Chọn tập thể của đơn vị", there, is_main=not takes_people))
    if takes_people:
        there = reverse("units:own_new_person", args=[line.ref])
        acts.append(Act("Ghi người chưa có trong sổ", there))
    return tuple(acts)


def _not_now(line: OwnLine, actor: Actor) -> tuple[NotNow, ...]:
    if line.state == OwnState.WITH_HEAD and not actor.has(Role.UNIT_HEAD):
        why = "Chỉ thủ trưởng đơn vị xác nhận với số, ngày và bản quét quyết định."
        return (NotNow("Đang chờ thủ trưởng", why),)
    if line.state == OwnState.DRAFT and not actor.has(Role.UNIT_OFFICER):
        return (NotNow("Cán bộ đang lập", "Chờ cán bộ chuyển sang để xác nhận."),)
    return ()


def own_steps(line: OwnLine, rows: Sequence[OwnRow]) -> tuple[Step, ...]:
    """Return the steps with where this one is."""
    labels = ("Ghi ai được khen", "Xử lý các dòng còn vướng", "Thủ trưởng xác nhận", "Vào sổ")
    done = {OwnState.WITH_HEAD: 2, OwnState.CONFIRMED: 4}.get(line.state, 0)
    if line.state == OwnState.DRAFT and rows:
        done = 2 if all(row.is_good for row in rows) else 1
    return tuple(
        Step(label, "done" if at < done else "now" if at == done else "")
        for at, label in enumerate(labels)
    )


def authority_facts(line: OwnLine, unit_kind: str, *, on: date) -> list[Fact]:
    """Return who may grant it by the law of the day of the decision, or of `day_of` before it."""
    if line.record_kind == GRADE:
        return []
    day = day_of(line, on)
    when = f"Thẩm quyền theo quy định ngày {say_date(day)}"
    grantors = grantors_there(line.code, unit_kind, on=day)
    if not grantors:
        return [Fact(when, "chưa có quy định nào cho đơn vị tặng danh hiệu, hình thức này")]
    return [Fact(when, found.name_vi, source=found.cite.text) for found in grantors]


def rows_shown(rows: Sequence[OwnRow], *, on: date) -> list[OwnRowShown]:
    """Return the rows, those that need a hand first."""
    ordered = sorted(rows, key=lambda row: row.is_good)
    return [_row(row, on) for row in ordered]


def entered_shown(
    rows: Sequence[EnteredRow], line: OwnLine, *, may_amend: bool, on: date
) -> list[OwnRowShown]:
    """Return the rows of a confirmed decision; with `may_amend` also what may be proposed."""
    return [
        OwnRowShown(
            ref=row.ref,
            name=row.name,
            about=" · ".join(part for part in (row.position, row.unit_name) if part),
            grade=award_name(row.code, on) if row.code in GRADES else "",
            answer=_entered(row),
            said=(),
            namesakes=(),
            choice="",
            acts=tuple(_amendments(row, line)) if may_amend and row.is_entered else (),
        )
        for row in rows
    ]


def _entered(row: EnteredRow) -> Answer:
    if not row.is_entered:
        return HELD_BEFORE
    return ENTERED if row.stands else TAKEN_OUT


def _amendments(row: EnteredRow, line: OwnLine) -> Iterator[Link]:
    kinds = [AmendmentKind.RESTORED]
    if row.stands:
        kinds = [AmendmentKind.CORRECTED, AmendmentKind.REVOKED, AmendmentKind.STRUCK]
    for kind in kinds:
        if kind is not AmendmentKind.REVOKED or line.record_kind != GRADE:
            there = reverse("units:amend_own_row", args=[line.ref, row.ref, WORD_OF[kind]])
            yield Link(AMENDMENT_NAMES[kind], there)


def _row(row: OwnRow, on: date) -> OwnRowShown:
    born = "" if row.is_body else born_said(row.birth_on, row.birth_year)
    about = (born, row.position, row.unit_name)
    return OwnRowShown(
        ref=row.ref,
        name=row.name,
        about=" · ".join(part for part in about if part),
        grade=award_name(row.code, on) if row.code in GRADES else "",
        answer=_answer(row),
        said=tuple(part for part in (*row.problems, row.held_said) if part),
        namesakes=_namesakes(row),
        choice=row.choice,
    )


def _answer(row: OwnRow) -> Answer:
    if not row.is_good:
        return TO_SETTLE
    if row.is_held:
        return HELD
    return NEW_PERSON if row.is_new else FRESH


def _namesakes(row: OwnRow) -> tuple[Namesake, ...]:
    if not row.is_open:
        return ()
    known = tuple(
        Namesake(
            candidate.person.ref,
            candidate.person.full_name,
            more=", ".join(
                part
                for part in (
                    born_said(candidate.person.birth_on, candidate.person.birth_year),
                    candidate.person.position,
                    candidate.person.organisation_name,
                    candidate.why,
                )
                if part
            ),
        )
        for candidate in row.candidates
    )
    return (*known, Namesake(NEW, "Người khác, chưa có trong sổ"))


def counts_said(rows: Sequence[OwnRow]) -> str:
    """Return in one line what the rows would become."""
    counts = (
        (sum(row.is_good and not row.is_held for row in rows), "sẽ ghi vào sổ"),
        (sum(row.is_good and row.is_new for row in rows), "trong đó là người mới"),
        (sum(row.is_held for row in rows), "đã có sẵn, không ghi lần nữa"),
        (sum(not row.is_good for row in rows), "cần xử lý"),
    )
    said = [f"{count} {what}" for count, what in counts if count]
    return f"{_how_many(rows)}: {', '.join(said)}." if rows else ""


def _how_many(rows: Sequence[OwnRow]) -> str:
    bodies = sum(row.is_body for row in rows)
    counts = ((len(rows) - bodies, "người"), (bodies, "tập thể"))
    return ", ".join(f"{count} {what}" for count, what in counts if count)


def day_of(line: OwnLine, on: date) -> date:
    """Return the day whose law is shown: that of the decision, or the last of its year before."""
    return line.decided_on or min(on, date(line.year, 12, 31))


def settled(rows: Iterable[OwnRow]) -> list[tuple[str, str]]:
    """Return the people of whom it is known who is meant, with the sex of each."""
    return [(row.ref, row.sex) for row in rows if row.is_settled and not row.is_body]


def own_shares(
    line: OwnLine, people: Iterable[tuple[str, str]], *, on: date
) -> tuple[ShareShown, ...]:
    """Return the shares that bind the decision; nothing where no text sets one.

    `people`: reference of the row and sex. What the share is taken of comes from the register
    where it is whole, else from the unit's own confirmed decisions about the title below it.
    """
    counted = [
        Counted(
            ref, line.code, line.year, line.unit_ref, LawAnswer.MET, day_of(line, on),
            WOMAN.get(sex),
        )
        for ref, sex in people
    ]  # fmt: skip
    if line.record_kind == GRADE or not bound_codes(counted):
        return ()
    held = [
        found
        for code in PROPOSED_BESIDE[line.code]
        if (found := holders_by_decisions(line.unit_ref, code, line.year)) is not None
    ]
    known = {(line.unit_ref, line.year): max(held)} if held else {}
    return counted_shares(counted, {line.unit_ref: line.unit_name}, known)
