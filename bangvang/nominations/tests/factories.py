"""Rounds, lists and rows for tests; each call names what matters and invents the rest."""

from datetime import date, datetime

from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.tests.factories import AT
from bangvang.foundation.vietnamese import person_sort_key
from bangvang.nominations.models import (
    Attachment,
    Batch,
    Nomination,
    Round,
    Route,
    StatedFact,
    Upload,
)
from bangvang.nominations.states import ASKED_WITH_EVERY_LIST, BatchState, State
from bangvang.registry.models import Organisation, Person
from bangvang.registry.tests.factories import organisation


def round_(
    title: str = "Đợt xét năm 2025",
    *,
    opens_on: date = date(2026, 8, 10),
    submit_by: date = date(2026, 9, 18),
    ballot_by: date = date(2026, 9, 28),
    achievement_year: int = 2025,
) -> Round:
    return Round.objects.create(
        title=title,
        achievement_year=achievement_year,
        opens_on=opens_on,
        submit_by=submit_by,
        ballot_by=ballot_by,
    )


def stored_file(
    name: str = "danh-sach.xlsx", *, kind: str = "XLSX", digest: str = ""
) -> StoredFile:
    return StoredFile.objects.create(
        digest=digest or f"{StoredFile.objects.count():064x}",
        size_bytes=10,
        media_kind=kind,
        original_name=name,
        stored_at=AT,
        uploaded_by_ref="actor",
        uploaded_by_name="Lù Văn Suối",
    )


def upload(*, unit: Organisation | None = None, in_round: Round | None = None) -> Upload:
    return Upload.objects.create(
        round=in_round or round_(),
        unit=unit or organisation(),
        file=stored_file(),
        uploaded_by_ref="actor",
        uploaded_by_name="Lù Văn Suối",
        uploaded_at=AT,
    )


def batch(
    state: BatchState = BatchState.DRAFT,
    *,
    unit: Organisation | None = None,
    in_round: Round | None = None,
    received_on: date = date(2026, 9, 10),
    number: int = 1,
    with_papers: bool = False,
) -> Batch:
    submitted = state is BatchState.SUBMITTED
    source = upload(unit=unit, in_round=in_round)
    made = Batch.objects.create(
        round=source.round,
        unit=source.unit,
        upload=source,
        state=state,
        holder="Lù Văn Suối",
        held_since=AT,
        prepared_by="Lù Văn Suối",
        submitted_by="Vàng Thị Núi" if submitted else "",
        submitted_at=AT if submitted else None,
        received_on=received_on if submitted else None,
        reference_year=received_on.year if submitted else None,
        reference_no=number if submitted else None,
        fingerprint="f" * 64 if submitted else "",
    )
    if with_papers:
        for kind in ASKED_WITH_EVERY_LIST:
            Attachment.objects.create(
                batch=made,
                kind=kind,
                file=stored_file("giay.pdf", kind="PDF"),
                added_by="Lù Văn Suối",
                added_at=AT,
            )
    return made


def nomination(
    of: Batch,
    state: State = State.DRAFT,
    *,
    row: int = 1,
    name: str = "Vàng Thị Lúa Chín",
    person: Person | None = None,
    award_code: str = "CSTDT",
    year: int | None = None,
    holder: str = "Lù Văn Suối",
    at: datetime = AT,
) -> Nomination:
    return Nomination.objects.create(
        batch=of,
        source_row=row,
        person=person,
        identity="LINKED" if person else "NEW",
        name=name,
        sort_key=person_sort_key(name),
        birth_on=date(1985, 6, 12),
        birth_year=1985,
        sex="F",
        position="Trưởng khoa",
        unit_name="Bệnh viện Đa khoa tỉnh số 1",
        unit=of.unit,
        award_code=award_code,
        kind="MERIT",
        achievement_year=year or of.round.achievement_year,
        state=state,
        holder=holder,
        held_since=at,
    )


def route(
    through: Organisation | None,
    *,
    branch: Organisation | None = None,
    way: str = "TERRITORY",
    kind: str = "",
    family: str = "",
    since: date = date(2026, 1, 5),
    confirmed: bool = True,
    advisory: str = "",
) -> Route:
    """Return a route by a paper; confirmed, so that it holds."""
    return Route.objects.create(
        branch=branch,
        kind=kind,
        family=family,
        way=way,
        through=through,
        advisory=advisory,
        number="12/HD-SNV",
        issued_on=date(2026, 1, 5),
        clause="Mục 3",
        since=since,
        scan=stored_file("huong-dan.pdf", kind="PDF"),
        entered_by_ref="officer",
        entered_by_name="Lò Thị Suối Hoa",
        entered_at=AT,
        confirmed_by_name="Trưởng phòng" if confirmed else "",
        confirmed_at=AT if confirmed else None,
    )


def stated(row: Nomination, name: str, *, value: bool) -> StatedFact:
    """Return the file's answer to a question of the law."""
    return StatedFact.objects.create(
        nomination=row, name=name, value=value, source="Tờ trình", by_ref="officer",
        by_name="Lê Thị Chè Xanh", stated_at=AT,
    )  # fmt: skip
