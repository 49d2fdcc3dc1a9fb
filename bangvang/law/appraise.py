"""Ask the law of the day a file was received about one nominee, and explain the answer.

Identity comes first: a history that may be somebody else's decides nothing. Then the regime: an
unseen text computes nothing, and what applied until the day before is only a hint. Then the coded
routes of that award, kind and subject which the file claims; without one the appraiser compares
with the text. Bars, and what may be given or used only once, stand above all routes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bangvang.law.after_discipline import RULE as AFTER_DISCIPLINE
from bangvang.law.asking import Matter, routes_of
from bangvang.law.catalogue import Subject, award_name, existing_on
from bangvang.law.contradictions import contradictions
from bangvang.law.dated import Entry
from bangvang.law.finding import Answer, Finding, FindingLine, Reason, finding_from_json
from bangvang.law.in_time import ask_in_time
from bangvang.law.instruments import Seen, instrument_name
from bangvang.law.joined import ABOVE, beside, under_two_laws, without_bars
from bangvang.law.kinds import Kind
from bangvang.law.once import GIVEN_ALREADY
from bangvang.law.outlook import awaited, earliest, only_by
from bangvang.law.record import Days, Record
from bangvang.law.regimes import regime_on
from bangvang.law.rulebook import rulebook_version

NOTHING_COMPUTED = frozenset({"text_unseen", "no_rule"})


@dataclass(frozen=True)
class Appraisal:
    """What the law says about one proposal, to be kept with the facts it was asked about.

    ``hint``: what the law of the day before an unseen amendment would say; no part of the answer.
    ``hint_until`` is that day, the last one of that law.
    ``notes``: rows that contradict each other or were left out, as Vietnamese sentences.
    ``earliest_year``: for what is not met, the first later achievement year still in reach, and
    ``earliest_if`` what has to come true until then, in Vietnamese. ``earliest_by``: where the law
    of that year's file is not read, by which law the year was told; then it is only a hint.
    ``outside``: what the law says of the same record without bars, where they change anything.
    """

    code: str
    answer: Answer
    reasons: tuple[Reason, ...]
    finding: Finding
    rulebook_version: str
    hint: Finding | None = None
    hint_until: date | None = None
    notes: tuple[str, ...] = ()
    earliest_year: int | None = None
    earliest_if: tuple[str, ...] = ()
    earliest_by: str = ""
    outside: "Appraisal | None" = None

    @property
    def earliest_is_hint(self) -> bool:
        """Whether the earliest year was told by a law that its file will not be judged by."""
        return bool(self.earliest_by)

    @property
    def is_held(self) -> bool:
        """Whether this award of this year was found to be held already."""
        return _says(self.finding, GIVEN_ALREADY)

    def deciding(self) -> Finding:
        """Return the part whose sentence a list shows in one line."""
        return self.finding.deciding()

    def findings(self) -> tuple[FindingLine, ...]:
        """Return the whole and its criteria, flat, as the public JSON wants them."""
        return tuple(
            FindingLine(
                rule=found.rule,
                answer=found.answer.value,
                sentence=found.sentence,
                cite=found.cite.text,
                seen=found.seen.value,
            )
            for found in _lines(self.finding)
        )

    def for_outside(self) -> "Appraisal":
        """Return what may be read outside the standing office: without recorded bars.

        Of an appraisal stored before ``outside`` was kept, bars are taken out of the finding, and
        the earliest year is not told where a discipline may have moved it.
        """
        if self.outside is not None:
            return self.outside
        finding = without_bars(self.finding)
        answer, reasons = _answer_of(finding)
        is_told = answer is Answer.NOT_MET and not _says(self.finding, AFTER_DISCIPLINE)
        return replace(
            self,
            finding=finding,
            answer=answer,
            reasons=reasons,
            hint=self.hint and without_bars(self.hint),
            earliest_year=self.earliest_year if is_told else None,
            earliest_if=self.earliest_if if is_told else (),
            earliest_by=self.earliest_by if is_told else "",
        )

    def as_json(self) -> dict[str, object]:
        """Return a plain form that ``from_json`` reads back."""
        return {
            "code": self.code,
            "answer": self.answer.value,
            "reasons": [reason.value for reason in self.reasons],
            "finding": self.finding.as_json(),
            "rulebook_version": self.rulebook_version,
            "hint": self.hint and self.hint.as_json(),
            "hint_until": self.hint_until and self.hint_until.isoformat(),
            "notes": list(self.notes),
            "earliest_year": self.earliest_year,
            "earliest_if": list(self.earliest_if),
            "earliest_by": self.earliest_by,
            **({} if self.outside is None else {"outside": self.outside.as_json()}),
        }

    @classmethod
    def from_json(cls, form: Mapping[str, object]) -> "Appraisal":
        """Read a stored appraisal back.

        Raises:
            ValueError: the form is not one that ``as_json`` wrote.
        """
        stored = form.get("finding")
        if not isinstance(stored, dict):
            raise ValueError("not a stored appraisal")  # noqa: TRY004  # the text is wrong, not the call
        hint, until, outside = form.get("hint"), form.get("hint_until"), form.get("outside")
        return Appraisal(
            str(form.get("code")),
            *_answer_of(found := finding_from_json(stored)),
            finding=found,
            rulebook_version=str(form.get("rulebook_version")),
            hint=finding_from_json(hint) if isinstance(hint, dict) else None,
            hint_until=date.fromisoformat(str(until)) if until else None,
            notes=_notes(form.get("notes")),
            earliest_year=_year(form.get("earliest_year")),
            earliest_if=_notes(form.get("earliest_if")),
            earliest_by=str(form.get("earliest_by", "")),
            outside=Appraisal.from_json(outside) if isinstance(outside, dict) else None,
        )


def appraise(
    code: str,
    record: Record,
    *,
    days: Days,
    identity_settled: bool = True,
    kind: Kind = Kind.MERIT,
    subject: Subject = Subject.PERSON,
) -> Appraisal:
    """Return what the law in force on ``days.received_on`` says.

    Of an achievement year that is yet to come nothing is known, however complete the registers; of
    one that still runs on the day of the question rows that are absent may yet come.
    A file that is decided under a later law than it was received under is asked under both where
    no rule of transition was read; where they differ, a person decides.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day, or the award is newer.
    """
    on = days.received_on
    existing_on(code, on)
    regime_on(code, on)
    matter = Matter(code, kind, subject, days.anchor_year, on, days.asked_on)
    if record.known_through is None and matter.year >= days.today.year:
        record = replace(record, known_through=days.today.year - 1)
    if not identity_settled:
        return _appraisal(code, _unsettled(matter))
    found = _asked(matter, record, days)
    if not record.bars:
        return found
    outside = _asked(matter, replace(record, bars=()), days)
    return found if found == outside else replace(found, outside=outside)


def _asked(matter: Matter, record: Record, days: Days) -> Appraisal:
    """Return what the law says of a record, looked at as it is."""
    on = days.received_on
    finding = ask_in_time(matter, record, received_on=on)
    if days.decided_on is not None:
        finding = _until_decided(matter, record, finding, days.decided_on)
    hint = _hint(matter, record, finding)
    year = earliest(matter, record) if finding.answer is Answer.NOT_MET else None
    return replace(
        _appraisal(matter.code, finding),
        hint=hint,
        hint_until=None if hint is None else _eve(matter),
        notes=contradictions(record, year=matter.year, on=on, kind=matter.kind, today=days.today),
        earliest_year=year,
        earliest_if=awaited(matter, record, year) if year is not None else (),
        earliest_by=only_by(matter, record, year) if year is not None else "",
    )


def _says(finding: Finding, rule: str) -> bool:
    return finding.rule == rule or any(_says(part, rule) for part in finding.parts)


def _answer_of(finding: Finding) -> tuple[Answer, tuple[Reason, ...]]:
    return finding.answer, tuple(sorted(finding.reasons()))


def _appraisal(code: str, finding: Finding) -> Appraisal:
    answer, reasons = _answer_of(finding)
    return Appraisal(code, answer, reasons, finding, rulebook_version())


def _year(stored: object) -> int | None:
    return stored if isinstance(stored, int) else None


def _notes(stored: object) -> tuple[str, ...]:
    return tuple(str(note) for note in stored) if isinstance(stored, list) else ()


def _lines(finding: Finding) -> Iterator[Finding]:
    """Yield the whole, its parts, and the conditions of each way where there are several."""
    yield finding
    for part in finding.parts:
        yield part
        if finding.rule.endswith((".ways", ABOVE)):
            yield from part.parts


def _hint(matter: Matter, record: Record, finding: Finding) -> Finding | None:
    """Return what the law that applied until the day before would say.

    None where the text of the day is read, and where nothing was computed under that law either.
    """
    regime = regime_on(matter.code, matter.on)
    if regime.text_unseen is None or Reason.TEXT_UNSEEN not in finding.reasons():
        return None
    eve = replace(matter, on=_eve(matter))
    before = ask_in_time(eve, record, received_on=matter.on)
    return None if before.rule in NOTHING_COMPUTED else before


def _eve(matter: Matter) -> date:
    """Return the last day of the law before the one of the matter's day."""
    return regime_on(matter.code, matter.on).since - timedelta(days=1)


def _until_decided(matter: Matter, record: Record, finding: Finding, decided_on: date) -> Finding:
    """Hold the answer of the law of receipt against the law of the day of decision."""
    then, now = regime_on(matter.code, matter.on), regime_on(matter.code, decided_on)
    if then == now or decided_on < matter.on:
        return finding
    if now.text_unseen is not None:
        return beside(finding, _more_favourable(now))
    doubt = (
        f"Hồ sơ nhận ngày {matter.on:%d/%m/%Y}, quyết định ngày {decided_on:%d/%m/%Y}: giữa hai "
        f"ngày, {instrument_name(now.cite.instrument)} có hiệu lực và chưa thấy quy định chuyển "
        "tiếp; hai quy định cho kết quả khác nhau, người thẩm định quyết định."
    )
    later = ask_in_time(replace(matter, on=decided_on), record, received_on=matter.on)
    return under_two_laws(finding, later, title=finding.title, doubt=doubt)


def _more_favourable(regime: Entry) -> Finding:
    """Return the doubt of a file received before an amendment that was not read.

    Law: the amendment's own transition, read in a summary only: such a file goes on under the
    law of its receipt, and a more favourable new rule applies.
    """
    name = instrument_name(regime.cite.instrument)
    return Finding(
        rule="transition",
        title="Chuyển tiếp",
        answer=Answer.FOR_A_PERSON,
        sentence=f"Quyết định sau ngày {name} có hiệu lực: hồ sơ nhận trước tiếp tục theo quy định "
        "cũ, nếu quy định mới có lợi hơn thì áp dụng quy định mới; hệ thống chưa có nguyên văn.",
        requires="Đối chiếu văn bản",
        cite=regime.cite,
        seen=Seen.SECONDARY,
        why=Reason.TEXT_UNSEEN,
    )


def _unsettled(matter: Matter) -> Finding:
    routes = routes_of(matter)
    return Finding(
        rule="identity",
        title=award_name(matter.code, matter.on),
        answer=Answer.FOR_A_PERSON,
        sentence="Chưa xác định được người được đề nghị là ai trong sổ khen thưởng, nên chưa xét "
        "điều kiện nào; cần chọn đúng người trước.",
        requires="Phải xác định đúng người",
        cite=routes[0].cite if routes else regime_on(matter.code, matter.on).cite,
        seen=Seen.SOURCE,
        why=Reason.IDENTITY,
    )
