"""What erasing one part does; called by `answer_request` only, with the subject locked."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bangvang.nominations.models import Nomination, Reporter
from bangvang.privacy.actions.forgetting import drop_numbers, forget_reporters, forget_senders
from bangvang.privacy.states import Part
from bangvang.registry.models import (
    Changed,
    ImportRow,
    ListedRow,
    OwnDecisionRow,
    Person,
    PostingRow,
)


def _number(pk: int) -> None:
    """Take the identity number of a person away wherever it or its digest stands.

    Also from what merges keep of it, so that undoing one does not bring it back.
    """
    person = Person.objects.get(pk=pk)
    digest = person.identity_digest or ""
    records = [pk, *Person.every.filter(merged_into=pk).values_list("pk", flat=True)]
    Person.every.filter(pk__in=records).update(identity_digest=None, identity_tail="")
    for rows in (Nomination.objects, OwnDecisionRow.objects):
        rows.filter(identity_digest=digest).update(identity_digest="", identity_tail="")
    Nomination.objects.filter(person=pk).update(identity_digest="", identity_tail="")
    kept = Changed.objects.filter(table=Person._meta.label, row__in=records)
    kept.filter(field="identity_digest").update(before=None, after=None)
    kept.filter(field="identity_tail").update(before="", after="")
    _staged(digest)
    drop_numbers([digest])


def _staged(digest: str) -> None:
    for model in (ImportRow, ListedRow, PostingRow):
        for row in model.objects.filter(said__digest=digest):
            row.said |= {"digest": "", "tail": ""}
            row.save(update_fields=["said"])


def _reporter(pk: int) -> None:
    forget_reporters(Reporter.objects.filter(discovery=pk).values_list("pk", flat=True))


ERASE: Mapping[Part, Callable[[int], object]] = MappingProxyType(
    {Part.NUMBER: _number, Part.SENDER: lambda pk: forget_senders([pk]), Part.REPORTER: _reporter}
)
"""One function a part, by the key of the person, the opinion or the discovery."""
