"""The same DOCX bytes each time: no moment of making, no names of programs."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document

ZIP_START = (1980, 1, 1, 0, 0, 0)
UNDATED_AT = datetime(2000, 1, 1, tzinfo=UTC)
LONGEST_PROPERTY = 255


def normalised(docx: bytes, *, title: str, on: str) -> bytes:
    """Return the file with its properties set from the paper and all dates of the zip fixed."""
    document = Document(BytesIO(docx))
    made_at = datetime.fromisoformat(on).replace(tzinfo=UTC) if on else UNDATED_AT
    properties = document.core_properties
    properties.title = title[:LONGEST_PROPERTY]
    properties.language = "vi-VN"
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = made_at
    properties.revision = 1
    saved = BytesIO()
    document.save(saved)
    return _with_fixed_dates(saved.getvalue())


def _with_fixed_dates(docx: bytes) -> bytes:
    fixed = BytesIO()
    with ZipFile(BytesIO(docx)) as source, ZipFile(fixed, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, date_time=ZIP_START)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return fixed.getvalue()
