"""Who is nominated already for the same award of the same year, by whichever unit."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from bangvang.foundation.vietnamese import name_key
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import OVER


def open_twins(
    refs: Collection[str], digests: Collection[str], births: Collection[date]
) -> dict[tuple[str, str, int], str]:
    """Return which unit already nominates whom, by person or body, award and achievement year.

    A body is named by reference, a person by reference, by identity digest, or, where neither is
    known, by `unknown_person`. One query for a whole list.
    """
    meant = Q(person__ref__in=list(refs)) | Q(identity_digest__in=list(digests))
    meant |= Q(person=None, birth_on__in=list(births)) | Q(body__ref__in=list(refs))
    found: dict[tuple[str, str, int], str] = {}
    for twin in (
        Nomination.objects.filter(meant)
        .exclude(state__in=OVER)
        .select_related("person", "body", "batch__unit")
    ):
        person = twin.person.ref if twin.person else ""
        names = {person, twin.body.ref if twin.body else "", twin.identity_digest}
        if twin.person is None and twin.birth_on:
            names.add(unknown_person(twin.name, twin.birth_on))
        for name in names - {""}:
            found[name, twin.award_code, twin.achievement_year] = twin.batch.unit.name
    return found


def unknown_person(name: str, birth_on: date) -> str:
    """Return what stands for somebody the register does not know: name and full birth date."""
    return f"{name_key(name)}|{birth_on.isoformat()}"
