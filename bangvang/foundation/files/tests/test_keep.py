"""Taking files in and reading them again."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from bangvang.foundation.actor import Actor
from bangvang.foundation.files import disk
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS, SHEETS, FileKind
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.files.selectors import Damaged, kept_file, read
from bangvang.foundation.files.tests.pictures import PNG
from bangvang.foundation.files.tests.test_kinds import PDF
from bangvang.foundation.objection import Refused, Unseen

AT = datetime(2022, 4, 9, 8, 0, tzinfo=UTC)
OFFICER = Actor("acc-1", "Lù Văn Bậc Thang", "Chuyên viên", "org-1", "Trường Ví Dụ")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.PRIVATE_FILES_ROOT = tmp_path


def kept(
    content: bytes = PDF, name: str = "Tờ trình.pdf", accept: frozenset[FileKind] = SCANS
) -> StoredFile:
    return keep(content, original_name=name, actor=OFFICER, at=AT, accept=accept)


def refusal(content: bytes, name: str, accept: frozenset[FileKind] = SCANS) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        kept(content, name, accept)
    return refused.value.objection.code, refused.value.objection.sentence


def test_what_was_kept_is_read_again() -> None:
    stored = kept()

    card = kept_file(stored.ref)

    assert read(stored.ref) == PDF
    assert (card.name, card.kind, card.size_bytes) == ("Tờ trình.pdf", FileKind.PDF, len(PDF))
    assert (card.uploaded_by, card.stored_at) == ("Lù Văn Bậc Thang", AT)
    assert str(stored) == "Tờ trình.pdf"


def test_equal_contents_share_one_file_that_only_we_can_read(tmp_path: Path) -> None:
    first, second = kept(), kept(name="khác.pdf")

    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert first.ref != second.ref
    assert files == [disk.place_of(first.digest)]
    assert stat.S_IMODE(files[0].stat().st_mode) == 0o600


def test_the_name_is_bare_and_never_believed() -> None:
    stored = kept(PNG, "C:\\Users\\a\\..\\ảnh\x00.exe")

    assert (stored.original_name, stored.media_kind) == ("ảnh.exe", "PNG")
    assert kept(PNG, "/").original_name == "tệp"
    assert kept(PNG, "a" * 300 + ".png").original_name == "a" * 251 + ".png"


def test_each_refusal_says_why(settings: Settings) -> None:
    settings.PRIVATE_FILES_LARGEST = 1024 * 1024

    assert refusal(b"", "a.pdf") == ("FILE_EMPTY", "Tệp «a.pdf» không có nội dung.")
    assert refusal(b" " * (1024 * 1024 + 1), "a.pdf") == (
        "FILE_TOO_BIG",
        "Tệp «a.pdf» lớn hơn 1 MB, là mức lớn nhất được nhận.",
    )
    assert refusal(PDF[:-8], "a.pdf") == (
        "FILE_BROKEN",
        "Tệp «a.pdf» bị hỏng hoặc tải lên chưa trọn vẹn.",
    )
    assert refusal(PDF.replace(b"/Root", b"/Encrypt 9 0 R/Root"), "a.pdf") == (
        "FILE_LOCKED",
        "Tệp «a.pdf» có mật khẩu; hãy gỡ mật khẩu rồi tải lại.",
    )
    assert refusal(b"MZ\x90\x00", "x.exe") == (
        "FILE_NOT_ACCEPTED",
        "Tệp «x.exe» không phải PDF hoặc ảnh.",
    )
    assert refusal(PDF, "a.xlsx", frozenset({FileKind.XLSX})) == (
        "FILE_NOT_ACCEPTED",
        "Tệp «a.xlsx» không phải Excel (.xlsx).",
    )
    assert refusal(PDF, "a.xlsx", SHEETS)[1] == (
        "Tệp «a.xlsx» không phải Excel (.xlsx), Excel (.xls), bảng tính (.ods)"
        " hoặc bảng tính (.csv)."
    )
    assert not StoredFile.objects.exists()


def test_a_file_that_changed_or_went_is_damaged_and_a_new_upload_heals_it() -> None:
    stored = kept()
    place = disk.place_of(stored.digest)

    place.write_bytes(PDF + b"x")
    with pytest.raises(Damaged, match="has changed"):
        read(stored.ref)
    place.unlink()
    with pytest.raises(Damaged, match="is gone"):
        read(stored.ref)
    place.write_bytes(b"half")
    kept()
    assert read(stored.ref) == PDF


def test_an_unknown_reference_is_unseen() -> None:
    with pytest.raises(Unseen):
        read("khong-co")


def test_a_failed_write_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(_handle: int) -> None:
        raise OSError("disk is full")

    monkeypatch.setattr("bangvang.foundation.files.disk.os.fsync", full)

    with pytest.raises(OSError, match="disk is full"):
        kept()

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert not StoredFile.objects.exists()
