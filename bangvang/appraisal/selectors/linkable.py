"""Which bodies of the register a row of a collective or household may mean."""

from django.db.models import QuerySet

from bangvang.nominations.models import Nomination
from bangvang.nominations.models.nominations import Subject
from bangvang.registry.models import Organisation
from bangvang.registry.models.organisations import APART, OrganisationKind
from bangvang.registry.selectors.organisations import branch_of


def linkable_bodies(nomination: Nomination) -> QuerySet[Organisation]:
    """Return the open bodies of the nominating unit, or the households of its communes, by name."""
    branch = branch_of(nomination.batch.unit_id)
    found = Organisation.with_apart.filter(until__isnull=True)
    if nomination.subject == Subject.HOUSEHOLD:
        found = found.filter(kind=OrganisationKind.HOUSEHOLD, parent__in=branch)
    else:
        found = found.filter(pk__in=branch).exclude(kind__in=APART)
    return found.select_related("parent").order_by("sort_key", "pk")


def linkable_choices(nomination: Nomination) -> list[tuple[str, str]]:
    """Return the same as choices of a form: reference, and name with what it stands under."""
    return [
        (one.ref, f"{one.name}, {one.parent.name}" if one.parent else one.name)
        for one in linkable_bodies(nomination)
    ]
