"""What else rests on a record: every row of every stage that points at it, found by its keys."""

from collections.abc import Collection

from django.db.models import Model, Q
from django.db.models.fields.reverse_related import ForeignObjectRel

from bangvang.registry.models import (
    AmendedRow,
    CorrectedInitiative,
    ImportRow,
    ListedRow,
    PostingRow,
    RecordSource,
    StatedCompleteness,
)
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import AmendmentKind, AmendmentState

AT_ONCE = 500
OF_IMPORTS: tuple[type[Model], ...] = (
    ImportRow,
    ListedRow,
    PostingRow,
    RecordSource,
    StatedCompleteness,
)
"""What staged rows keep of whom they may mean; nothing rests on a record because of it."""
LEAVES_NOTHING = Q(amendment__state=AmendmentState.DECLINED) | Q(
    amendment__state=AmendmentState.DONE, amendment__kind=AmendmentKind.STRUCK
)


def rested_on(records: type[Model], ids: Collection[int]) -> set[int]:
    """Return which of these records something points at that was not withdrawn.

    Stages above are asked too, by the keys that the database has, without being known here: one
    query for each key and portion. An amendment that was declined, or that struck the record out,
    rests on nothing.
    """
    found: set[int] = set()
    for key in records._meta.get_fields(include_hidden=True):
        model = key.related_model
        if not isinstance(key, ForeignObjectRel) or not isinstance(model, type):
            continue
        if model in OF_IMPORTS:
            continue
        column = key.field.name
        rows = model._default_manager.all()  # withdrawn rows aside
        if model is AmendedRow:
            rows = rows.exclude(LEAVES_NOTHING)
        if model is CorrectedInitiative:
            rows = rows.exclude(correction__state=AmendmentState.DECLINED)
        for some in portions(sorted(ids), AT_ONCE):
            pointing = rows.filter(**{f"{column}__in": some}).order_by()
            found |= set(pointing.values_list(column, flat=True).distinct())
    return found
