"""Reading what the law said and what people concluded."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bangvang.appraisal.models import Judgement, StoredFinding, Verdict
from bangvang.appraisal.permissions import only_judgement_left
from bangvang.foundation.objection import Unseen
from bangvang.law import Appraisal
from bangvang.nominations.models import Nomination

FOR_THE_COUNCIL = (Verdict.ACCEPTED, Verdict.OVERRULE, Verdict.CONFIRMED)


@dataclass(frozen=True)
class FindingSeen:
    """A stored answer as pages show it."""

    asked_at: datetime
    on_day: date
    answer: str
    reasons: tuple[str, ...]
    only_judgement_left: bool
    rulebook_version: str
    appraisal: Appraisal

    @property
    def is_hidden_outside(self) -> bool:
        """Whether what a unit may read of it would be another answer."""
        return differs_outside(self.appraisal)


@dataclass(frozen=True)
class AnswerKept:
    """What the law answered, with the sentence of the part that decided."""

    answer: str
    reasons: tuple[str, ...]
    sentence: str
    only_judgement_left: bool


@dataclass(frozen=True)
class JudgementSeen:
    """One conclusion, as the history of a row shows it."""

    verdict: str
    verdict_name: str
    reason: str
    by_name: str
    by_ref: str
    given_at: datetime


def newest_finding(nomination_id: int) -> StoredFinding:
    """Return the stored answer that holds for a row.

    Raises:
        Unseen: the law has not been asked yet.
    """
    found = StoredFinding.objects.filter(nomination=nomination_id).order_by("-pk").first()
    if found is None:
        raise Unseen
    return found


def without_finding(rows: Sequence[Nomination]) -> list[Nomination]:
    """Return those of the rows that the law was never asked about."""
    asked = StoredFinding.objects.filter(nomination__in=[row.pk for row in rows])
    known = set(asked.values_list("nomination", flat=True))
    return [row for row in rows if row.pk not in known]


def findings_of(nomination_refs: Iterable[str]) -> dict[str, FindingSeen]:
    """Return the newest stored answer of each row that has one, in one query."""
    rows = (
        StoredFinding.objects.filter(nomination__ref__in=list(nomination_refs))
        .select_related("nomination")
        .defer("facts")
        .order_by("pk")
    )
    return {row.nomination.ref: _seen(row) for row in rows}


def answers_kept(
    *, batch_ref: str | None = None, refs: Collection[str] | None = None
) -> dict[str, AnswerKept]:
    """Return the newest stored answer of each row that has one, without the whole finding.

    Of the rows of one list, or of these rows.
    """
    found = StoredFinding.objects.order_by("pk")
    if batch_ref is not None:
        found = found.filter(nomination__batch__ref=batch_ref)
    if refs is not None:
        found = found.filter(nomination__ref__in=list(refs))
    values = found.values_list("nomination__ref", "answer", "reasons", "sentence")
    return {
        ref: AnswerKept(answer, tuple(reasons), sentence, only_judgement_left(answer, reasons))
        for ref, answer, reasons, sentence in values
    }


def judgements_of(nomination_ref: str) -> list[JudgementSeen]:
    """Return what people concluded about a row, oldest first."""
    found = Judgement.objects.filter(nomination__ref=nomination_ref).order_by("pk")
    return [_judged(judgement) for judgement in found]


def conclusions_for_the_council(nomination_ref: str) -> list[JudgementSeen]:
    """Return what was concluded towards the council; other conclusions are the unit's to read."""
    told: list[JudgementSeen] = []
    for one in judgements_of(nomination_ref):
        if one.verdict == Verdict.TAKEN_BACK:
            told.clear()
        elif one.verdict in FOR_THE_COUNCIL:
            told.append(one)
    return told


def last_judgements_of(nomination_refs: Iterable[str]) -> dict[str, JudgementSeen]:
    """Return what was concluded last about each row of which something was, in one query."""
    found = Judgement.objects.filter(nomination__ref__in=list(nomination_refs))
    return {j.nomination.ref: _judged(j) for j in found.select_related("nomination").order_by("pk")}


def differs_outside(appraisal: Appraisal) -> bool:
    """Say whether the answer would be another one without the bars, which no unit may read."""
    return _answered(appraisal) != _answered(appraisal.for_outside())


def _answered(appraisal: Appraisal) -> tuple[object, ...]:
    hint = appraisal.hint
    return appraisal.answer, appraisal.reasons, hint and (hint.answer, hint.reasons())


def _judged(j: Judgement) -> JudgementSeen:
    return JudgementSeen(
        j.verdict, Verdict(j.verdict).label, j.reason, j.by_name, j.by_ref, j.given_at
    )


def _seen(row: StoredFinding) -> FindingSeen:
    return FindingSeen(
        row.asked_at,
        row.on_day,
        row.answer,
        tuple(row.reasons),
        only_judgement_left(row.answer, row.reasons),
        row.rulebook_version,
        Appraisal.from_json(row.finding),
    )
