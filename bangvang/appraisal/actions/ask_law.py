"""Ask the law of the receipt day about rows, and keep each answer with the facts it looked at."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.timezone import localtime

from bangvang.appraisal.facts import Question, ask_all
from bangvang.appraisal.models import StoredFinding
from bangvang.law import Subject, explain
from bangvang.nominations.models import Nomination
from bangvang.nominations.models.nominations import Identity
from bangvang.nominations.selectors.stated import facts_of_rows


def ask_law(rows: Sequence[Nomination], *, on: date, at: datetime) -> None:
    """Store one new finding a row; earlier ones stay as they are.

    Raises:
        NotInForce: no rulebook is in force on that day.
    """
    ids = [row.pk for row in rows]
    whose = {
        pk: person or body or ""
        for pk, person, body in Nomination.objects.filter(pk__in=ids).values_list(
            "pk", "person__ref", "body__ref"
        )
    }
    stated = facts_of_rows(ids)
    questions = [
        Question(
            whose.get(row.pk, ""),
            row.award_code,
            row.kind,
            row.achievement_year,
            settled=row.identity != Identity.OPEN,
            subject=Subject(row.subject),
            facts=stated.get(row.pk, {}),
        )
        for row in rows
    ]
    asked = ask_all(questions, on=on, asked_on=localtime(at).date())
    for row, answered in zip(rows, asked, strict=True):
        appraisal = answered.appraisal
        StoredFinding.objects.create(
            nomination=row,
            asked_at=at,
            on_day=on,
            answer=appraisal.answer,
            reasons=[reason.value for reason in appraisal.reasons],
            sentence=appraisal.deciding().sentence,
            rulebook_version=appraisal.rulebook_version,
            finding=appraisal.as_json() | {"explanation": explain(appraisal, on=on).as_json()},
            facts=answered.record.as_json(),
        )
