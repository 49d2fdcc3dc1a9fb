"""Taking a file in: what it is, whether it may be kept, and keeping it."""

from datetime import datetime
from pathlib import PurePath

from django.conf import settings

from bangvang.foundation.actor import Actor
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.files import disk
from bangvang.foundation.files.kinds import Broken, FileKind, Locked, kind_of
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.files.pictures import MOST_POINTS, TooManyPoints, without_metadata
from bangvang.foundation.objection import Objection, Refused, refuse_if

MEGABYTE = 1024 * 1024
LONGEST_NAME = 255
EMPTY = "FILE_EMPTY"
TOO_BIG = "FILE_TOO_BIG"
BROKEN = "FILE_BROKEN"
TOO_MANY_POINTS = "PICTURE_TOO_LARGE"
LOCKED = "FILE_LOCKED"
NOT_ACCEPTED = "FILE_NOT_ACCEPTED"


def keep(
    content: bytes,
    *,
    original_name: str,
    actor: Actor,
    at: datetime,
    accept: frozenset[FileKind],
) -> StoredFile:
    """Keep an uploaded or printed file; call it inside the action's transaction.

    A picture is kept without its metadata, and the fingerprint is of what is kept. The content is
    on the disk when this returns. If the transaction is rolled back, it stays
    there with nobody referring to it.

    Raises:
        Refused: empty, too big, broken, locked with a password, not of an accepted kind, or a
            picture of too many points.
    """
    name = _bare(original_name)
    refuse_if(_objection_to_size(name, len(content)))
    try:
        kind = kind_of(content)
    except Broken as error:
        raise Refused(_broken(name)) from error
    except Locked as error:
        raise Refused(
            Objection(LOCKED, f"Tệp «{name}» có mật khẩu; hãy gỡ mật khẩu rồi tải lại.")
        ) from error
    if kind is None or kind not in accept:
        raise Refused(_objection_to_kind(name, accept))
    content = _as_kept(content, kind, name)
    wait_for_turn(disk.turn_of(disk.fingerprint(content)))
    return StoredFile.objects.create(
        digest=disk.write(content),
        size_bytes=len(content),
        media_kind=kind.value,
        original_name=name,
        stored_at=at,
        uploaded_by_ref=actor.account_ref,
        uploaded_by_name=actor.name,
    )


def _as_kept(content: bytes, kind: FileKind, name: str) -> bytes:
    """Return what is stored: a picture loses where and with what it was taken."""
    try:
        return without_metadata(content, kind)
    except Broken as error:
        raise Refused(_broken(name)) from error
    except TooManyPoints as error:
        said = f"Ảnh «{name}» quá lớn (trên {MOST_POINTS // 1_000_000} triệu điểm ảnh hoặc một"
        raise Refused(
            Objection(TOO_MANY_POINTS, f"{said} chiều dài quá mức); hãy thu nhỏ rồi tải lại.")
        ) from error


def _broken(name: str) -> Objection:
    return Objection(BROKEN, f"Tệp «{name}» bị hỏng hoặc tải lên chưa trọn vẹn.")


def _bare(original_name: str) -> str:
    """Return the name without folders and control characters, its ending kept."""
    last_part = PurePath(original_name.replace("\\", "/")).name
    printable = "".join(letter for letter in last_part if letter.isprintable()).strip()
    return printable[-LONGEST_NAME:] or "tệp"


def _objection_to_size(name: str, size_bytes: int) -> Objection | None:
    if size_bytes == 0:
        return Objection(EMPTY, f"Tệp «{name}» không có nội dung.")
    largest: int = settings.PRIVATE_FILES_LARGEST
    if size_bytes > largest:
        limit = largest // MEGABYTE
        return Objection(TOO_BIG, f"Tệp «{name}» lớn hơn {limit} MB, là mức lớn nhất được nhận.")
    return None


def _objection_to_kind(name: str, accept: frozenset[FileKind]) -> Objection:
    names = dict.fromkeys(kind.name_vi for kind in FileKind if kind in accept)
    *others, last = names
    wanted = f"{', '.join(others)} hoặc {last}" if others else last
    return Objection(NOT_ACCEPTED, f"Tệp «{name}» không phải {wanted}.")
