"""What people may enter after comparing it with the official text.

The same rules as for the shipped files: the unit of the entry, whole numbers, codes that exist, a
known instrument, a first day on which that instrument begins to apply or a reason for another.
Each refusal is a Vietnamese sentence for the person who typed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bangvang.law.citation import Citation
from bangvang.law.instruments import Instrument
from bangvang.law.loading import Texts
from bangvang.law.overlay import WORDING, ReadingOfText
from bangvang.law.readers import readers_on
from bangvang.law.regimes import in_force
from bangvang.law.value_forms import NotAccepted, form_of, value_of


@dataclass(frozen=True)
class Given:
    """A reading as people give it; ``value`` in the plain form of the shipped files."""

    id: str
    since: date
    until: date | None
    value: object
    cite: Citation
    compared_on: date
    why_this_day: str = ""


def accepted(
    given: Given, *, origin: str, among: Mapping[str, Instrument], used: Texts
) -> ReadingOfText:
    """Return the reading that was given, if the law's own rules let it in.

    Args:
        given: what people typed.
        origin: who and from which paper.
        among: the instruments it may cite, by id.
        used: the entries in use, over which it would be laid.

    Raises:
        NotAccepted: says in Vietnamese what does not fit.
    """
    form = form_of(given.id)
    if not in_force(given.since):
        raise NotAccepted("TOO_EARLY", "Hệ thống chưa có quy định của thời gian này.")
    _check_days(given, among)
    _check_touches(given, used)
    return ReadingOfText(
        id=given.id,
        since=given.since,
        until=given.until,
        value=value_of(form, given.value),
        unit=form.unit,
        cite=given.cite,
        compared_on=given.compared_on,
        origin=origin,
    )


def _check_days(given: Given, among: Mapping[str, Instrument]) -> None:
    if given.until is not None and given.until <= given.since:
        raise NotAccepted("DAYS", "Ngày hết hiệu lực phải sau ngày bắt đầu.")
    instrument = among.get(given.cite.instrument)
    if instrument is None:
        raise NotAccepted("INSTRUMENT", "Hệ thống chưa có văn bản được viện dẫn.")
    if instrument.until is not None and given.since >= instrument.until:
        raise NotAccepted(
            "INSTRUMENT_ENDED",
            f"{instrument.name} hết hiệu lực trước ngày bắt đầu của giá trị này.",
        )
    if given.since < instrument.since:
        raise NotAccepted(
            "INSTRUMENT_LATER",
            f"{instrument.name} chỉ có hiệu lực từ ngày {instrument.since:%d/%m/%Y}.",
        )
    if not instrument.starts_on(given.since) and not given.why_this_day.strip():
        raise NotAccepted(
            "WHY_THIS_DAY",
            f"Ngày {given.since:%d/%m/%Y} không phải ngày {instrument.name} bắt đầu có hiệu lực; "
            "cần ghi vì sao áp dụng từ ngày này.",
        )


def _check_touches(given: Given, used: Texts) -> None:
    """Refuse days on which nothing reads the entry, or that leave days before them unsaid."""
    if given.id not in readers_on(given.since, used):
        raise NotAccepted(
            "NOT_READ", "Từ ngày này không có quy định nào của hệ thống dùng mục này."
        )
    if given.id.startswith(WORDING):
        return
    row = used.row(given.id).items
    regime = used.row("regime").on(given.since)
    is_before = given.until is not None and given.until < row[0].since
    end = row[-1].until
    if is_before or (end is not None and given.since > max(end, regime.since)):
        raise NotAccepted(
            "OUTSIDE", "Thời gian này không nối với thời gian áp dụng của mục quy định."
        )
