"""Reading whom a record belongs to: a person or an organisation, by reference, also an old one."""

from bangvang.foundation.objection import Unseen
from bangvang.registry.models import Organisation, Person
from bangvang.registry.states import HolderKind


def holder_named(of: HolderKind, ref: str, *, lock: bool = False) -> Person | Organisation:
    """Return the person or the organisation; for a record that was merged, the one that stands.

    Raises:
        Unseen: there is none.
    """
    holder = _found(of, ref, lock=lock)
    if holder is None and (into := kept_ref(of, ref)) is not None:
        holder = _found(of, into, lock=lock)
    if holder is None:
        raise Unseen
    return holder


def _found(of: HolderKind, ref: str, *, lock: bool) -> Person | Organisation | None:
    if of is HolderKind.PERSON:
        people = Person.objects.select_related("organisation").filter(ref=ref)
        return (people.select_for_update(of=("self",)) if lock else people).first()
    organisations = Organisation.with_apart.filter(ref=ref)
    return (organisations.select_for_update() if lock else organisations).first()


def person_named(ref: str, *, lock: bool = False) -> Person:
    """Return the person; for one who was merged, the one who stands.

    Raises:
        Unseen: there is none.
    """
    holder = holder_named(HolderKind.PERSON, ref, lock=lock)
    if not isinstance(holder, Person):
        raise Unseen
    return holder


def kept_ref(of: HolderKind, ref: str) -> str | None:
    """Return the record into which this one was merged; nothing if it stands, or never was.

    Whoever holds an old reference may learn the new one: both are opaque.
    """
    rows = Person.with_merged if of is HolderKind.PERSON else Organisation.with_merged
    merged = rows.filter(ref=ref, merged_into__isnull=False)
    into: str | None = merged.values_list("merged_into__ref", flat=True).first()
    return into
