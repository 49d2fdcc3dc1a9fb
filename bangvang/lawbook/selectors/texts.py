"""The entries in use: the shipped ones, and over them what two people confirmed."""

from collections.abc import Mapping
from functools import lru_cache

from django.db.models import QuerySet

from bangvang.law import (
    Citation,
    ReadingOfText,
    Seen,
    Texts,
    form_of,
    instruments,
    laid_over,
    shipped,
    value_of,
)
from bangvang.law import Instrument as LawInstrument
from bangvang.lawbook.models import Instrument, Reading
from bangvang.lawbook.states import State


def texts_in_use() -> Texts:
    """Return the entries that every question of this moment is answered from.

    One small query while nothing changed: the newest act names the state of all readings. Its
    reference is random, so that a state that was rolled back is never met again.
    """
    newest = Reading.objects.order_by("-act_no").values_list("ref", "act_no").first()
    return shipped() if newest is None else _texts_after(*newest)


@lru_cache(maxsize=4)
def _texts_after(_ref: str, _act_no: int) -> Texts:
    return texts_of(Reading.objects.filter(state=State.CONFIRMED))


def texts_without(reading: Reading) -> Texts:
    """Return the entries as they are where this reading is not laid over them."""
    return texts_of(Reading.objects.filter(state=State.CONFIRMED).exclude(pk=reading.pk))


def texts_of(readings: QuerySet[Reading]) -> Texts:
    """Lay readings over the shipped entries; every instrument ever entered keeps its name."""
    found = readings.select_related("document")
    return laid_over(map(as_law, found), instruments=_entered().values())


def known_instruments() -> Mapping[str, LawInstrument]:
    """Return every instrument that a reading may cite, by code."""
    return {**_entered(), **instruments()}


def _entered() -> dict[str, LawInstrument]:
    return {
        row.code: LawInstrument(
            row.code, row.name, row.number, row.since, row.until, (), Seen.SOURCE
        )
        for row in Instrument.objects.all()
    }


def as_law(reading: Reading) -> ReadingOfText:
    """Return a kept reading as the law takes it."""
    return ReadingOfText(
        id=reading.entry_id,
        since=reading.since,
        until=reading.until,
        value=value_of(form_of(reading.entry_id), reading.value),
        unit=reading.unit,
        cite=cite_of(reading),
        compared_on=reading.compared_on,
        origin=f"{reading.document.original_name} ({reading.document.digest[:16]}); "
        f"{reading.proposed_by_name} nhập, {reading.decided_by_name} xác nhận",
    )


def cite_of(reading: Reading) -> Citation:
    """Return the clause of a reading."""
    return Citation(reading.instrument, reading.article, reading.clause, reading.point or None)
