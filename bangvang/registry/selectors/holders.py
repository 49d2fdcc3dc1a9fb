"""Reading whom a record belongs to: a person or an organisation, by reference."""

from bangvang.foundation.objection import Unseen
from bangvang.registry.models import Organisation, Person
from bangvang.registry.states import HolderKind


def holder_named(of: HolderKind, ref: str, *, lock: bool = False) -> Person | Organisation:
    """Return the person or the organisation.

    Raises:
        Unseen: there is none.
    """
    holder = _found(of, ref, lock=lock)
    if holder is None:
        raise Unseen
    return holder


def _found(of: HolderKind, ref: str, *, lock: bool) -> Person | Organisation | None:
    if of is HolderKind.PERSON:
        people = Person.objects.select_related("organisation").filter(ref=ref)
        return (people.select_for_update(of=("self",)) if lock else people).first()
    organisations = Organisation.objects.filter(ref=ref)
    return (organisations.select_for_update() if lock else organisations).first()
