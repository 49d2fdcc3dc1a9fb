"""Look in the whole register for people whom their unit does not have; part of taking a list up."""

from collections.abc import Sequence

from bangvang.appraisal.selectors.namesakes import matched
from bangvang.nominations.models import Nomination
from bangvang.nominations.models.nominations import Identity, Subject
from bangvang.nominations.selectors.open_twins import open_twins
from bangvang.registry.models import Person


def settle_people(rows: Sequence[Nomination]) -> tuple[int, int]:
    """Link who is meant beyond doubt, leave open who may be meant; return how many of each.

    `rows` are locked, in the turn of saving lists (`SAVING_TURN`), and new to the office: what it
    said of a row that comes back stands. Whoever is proposed so by another list already is left
    open, so that somebody looks at both.
    """
    asked = [
        row
        for row in rows
        if row.subject == Subject.PERSON and row.person_id is None and row.identity == Identity.NEW
    ]
    if not asked:
        return 0, 0
    _, told = matched(asked)
    refs = {found.known_key for found in told.values() if found.known_key}
    people = dict(Person.objects.filter(ref__in=refs).values_list("ref", "pk"))
    taken = set(open_twins(refs, (), ()))
    for row in asked:
        found = told[row.pk]
        key = (found.known_key or "", row.award_code, row.achievement_year)
        if found.known_key and key not in taken:
            row.person_id, row.identity = people[found.known_key], Identity.LINKED
            taken.add(key)
        elif found.kind != "new":
            row.identity = Identity.OPEN
    Nomination.objects.bulk_update(asked, ["person", "identity"], batch_size=500)
    linked = sum(row.identity == Identity.LINKED for row in asked)
    return linked, sum(row.identity == Identity.OPEN for row in asked)
