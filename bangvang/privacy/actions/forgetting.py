"""What happens to the rows of each matter; called under the turn of `forget_portion` only."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from bangvang.appraisal.models import ERASED, Opinion
from bangvang.foundation.files.remove import mark_removed
from bangvang.nominations.models import (
    Attachment,
    Batch,
    MissingPaper,
    Nomination,
    Report,
    Reporter,
    ReportReading,
    StatedFact,
    SubmissionLetter,
    Upload,
    WrittenPart,
)
from bangvang.privacy.states import Matter
from bangvang.registry.models import (
    AgencyList,
    AwardImport,
    CellMend,
    IdentityNumber,
    ImportRow,
    ListedRow,
    OwnDecisionRow,
    Person,
    PostingRow,
)
from bangvang.registry.states import RowState

Forget = Callable[[type[Any], list[int], datetime], int]


def drop_numbers(digests: Iterable[str]) -> None:
    """Delete the sealed identity numbers that nobody carries any more."""
    asked = {digest for digest in digests if digest}
    carried = {
        *Person.every.filter(identity_digest__in=asked).values_list("identity_digest", flat=True),
        *_carried(Nomination, asked),
        *_carried(OwnDecisionRow, asked),
        *_staged(asked),
    }
    IdentityNumber.objects.filter(digest__in=asked - carried).delete()


def forget_senders(opinions: Iterable[int]) -> int:
    """Take name and contact of the senders away; the opinions stay."""
    found = Opinion.objects.filter(pk__in=list(opinions)).exclude(key_id="")
    return found.update(sealed_sender=ERASED, key_id="")


def forget_reporters(reporters: Iterable[int]) -> int:
    """Take name and contact of whoever reported away; what was reported stays."""
    return Reporter.objects.filter(pk__in=list(reporters)).delete()[0]


def _carried(model: type[Any], digests: set[str]) -> list[str]:
    rows = model.objects.filter(identity_digest__in=digests)
    return list(rows.values_list("identity_digest", flat=True))


def _staged(digests: set[str]) -> list[str]:
    """Return which of them stand in rows of files that may still come into the register."""
    if not digests:
        return []
    return [
        digest
        for model in (ImportRow, PostingRow)
        for digest in model.objects.exclude(state=RowState.ACCEPTED)
        .filter(said__digest__in=digests)
        .values_list("said__digest", flat=True)
    ]


def _import_files(_model: type[Any], chosen: list[int], at: datetime) -> int:
    imports = AwardImport.objects.filter(pk__in=chosen)
    mark_removed(imports.values_list("file", flat=True), at=at)
    return imports.update(samples=[], holder_choices={})


def _agency_files(_model: type[Any], chosen: list[int], at: datetime) -> int:
    lists = AgencyList.objects.filter(pk__in=chosen)
    mark_removed(lists.values_list("file", flat=True), at=at)
    return lists.update(samples=[])


def _agency_rows(_model: type[Any], chosen: list[int], _at: datetime) -> int:
    rows = ListedRow.objects.filter(pk__in=chosen)
    _drop_mends(rows, "agency_list")
    rows.delete()
    return len(chosen)


def _drop_mends(rows: QuerySet[Any], file: str) -> None:
    """Delete what was mended in the cells of these rows; `file` is the key of their file."""
    place = {name: OuterRef(name) for name in (file, "sheet_no", "row")}
    CellMend.objects.filter(Exists(rows.filter(**place))).delete()


def _import_rows(_model: type[Any], chosen: list[int], _at: datetime) -> int:
    rows = ImportRow.objects.filter(pk__in=chosen)
    digests = {str(said.get("digest", "")) for said in rows.values_list("said", flat=True)}
    _drop_mends(rows, "award_import")
    rows.delete()
    drop_numbers(digests)
    return len(chosen)


def _uploads(_model: type[Any], chosen: list[int], at: datetime) -> int:
    uploads = Upload.objects.filter(pk__in=chosen)
    mark_removed(uploads.values_list("file", flat=True), at=at)
    uploads.delete()
    return len(chosen)


def _drafts(_model: type[Any], chosen: list[int], at: datetime) -> int:
    """Delete lists whole: rows, answers, papers, the upload; numbers that stood only there."""
    rows = Nomination.objects.filter(batch__in=chosen)
    digests = set(rows.values_list("identity_digest", flat=True))
    papers = Attachment.objects.filter(batch__in=chosen)
    made_of = Batch.objects.filter(pk__in=chosen, upload__isnull=False)
    uploads = list(made_of.values_list("upload", flat=True))
    reports = Report.objects.filter(nomination__batch__in=chosen)
    mark_removed(papers.values_list("file", flat=True), at=at)
    ReportReading.objects.filter(report__in=reports).delete()
    WrittenPart.objects.filter(report__in=reports).delete()
    reports.delete()
    papers.delete()
    letters = SubmissionLetter.objects.filter(batch__in=chosen)
    prints = letters.exclude(docx=None).values_list("docx", "pdf")
    mark_removed([file for pair in prints for file in pair if file], at=at)
    letters.delete()
    StatedFact.objects.filter(nomination__batch__in=chosen).delete()
    MissingPaper.objects.filter(batch__in=chosen).delete()
    rows.delete()
    Batch.objects.filter(pk__in=chosen).delete()
    _uploads(Upload, uploads, at)
    drop_numbers(digests)
    return len(chosen)


def _delete(model: type[Any], chosen: list[int], _at: datetime) -> int:
    model.objects.filter(pk__in=chosen).delete()
    return len(chosen)


FORGET: Mapping[Matter, Forget] = MappingProxyType(
    {
        Matter.IMPORT_FILES: _import_files,
        Matter.IMPORT_ROWS: _import_rows,
        Matter.AGENCY_FILES: _agency_files,
        Matter.AGENCY_ROWS: _agency_rows,
        Matter.UPLOADS: _uploads,
        Matter.DRAFTS: _drafts,
        Matter.SENDERS: lambda _model, chosen, _at: forget_senders(chosen),
        Matter.REPORTERS: lambda _model, chosen, _at: forget_reporters(chosen),
        Matter.SIGN_INS: _delete,
    }
)
"""One function a matter: the table, the rows, the moment; gives how many went."""
