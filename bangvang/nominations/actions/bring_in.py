"""Bring a file in piece by piece: begin, add a piece, let go; and clear what was left lying.

None of these leaves an audit entry: what counts is the act that takes the file, and that has one.
"""

from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.files import parts
from bangvang.foundation.files.keep import MEGABYTE
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.nominations.models import ComingIn
from bangvang.nominations.permissions import objection_to_preparing
from bangvang.nominations.selectors.coming_in import coming_in_for

MOST_AT_ONCE = 5
LONGEST_PIECE = MEGABYTE
LONGEST_NAME = 255
KEPT_FOR = timedelta(days=1)
NO_SIZE = Objection("NO_SIZE", "Tệp này không có nội dung.")
PIECE_TOO_LONG = Objection("PIECE_TOO_LONG", "Phần tệp gửi lên dài quá mức nhận một lần.")
BEYOND_SIZE = Objection("BEYOND_SIZE", "Tệp gửi lên dài hơn kích thước đã báo; hãy tải lại.")


class ElsewhereNow(Exception):
    """The piece does not begin where the file ends; `received_bytes` says where that is."""

    def __init__(self, received_bytes: int) -> None:
        """Keep where to go on."""
        super().__init__(f"{received_bytes} bytes are there")
        self.received_bytes = received_bytes


@transaction.atomic
def begin_bringing_in(name: str, size_bytes: int, *, actor: Actor, at: datetime) -> str:
    """Begin with a file of so many bytes and return its reference; nothing of it is there yet.

    Of an account's files, those that nobody went on with the longest make room.

    Raises:
        Refused: not a unit's officer or head, empty, or too big.
    """
    refuse_if(objection_to_preparing(actor, actor.organisation_ref))
    refuse_if(_objection_to_size(name, size_bytes))
    own = ComingIn.objects.filter(account_ref=actor.account_ref)
    newest = own.filter(touched_at__gte=at - KEPT_FOR).order_by("-touched_at", "-pk")
    staying = list(newest.values_list("pk", flat=True)[: MOST_AT_ONCE - 1])
    _let_go(own.exclude(pk__in=staying))
    one = ComingIn.objects.create(
        account_ref=actor.account_ref,
        unit_ref=actor.organisation_ref,
        name=name[-LONGEST_NAME:] or "tệp",
        size_bytes=size_bytes,
        begun_at=at,
        touched_at=at,
    )
    return one.ref


def _objection_to_size(name: str, size_bytes: int) -> Objection | None:
    if size_bytes <= 0:
        return NO_SIZE
    largest: int = settings.PRIVATE_FILES_LARGEST
    if size_bytes > largest:
        limit = largest // MEGABYTE
        return Objection("FILE_TOO_BIG", f"Tệp «{name}» lớn hơn {limit} MB, là mức lớn nhất.")
    return None


@transaction.atomic
def add_piece(ref: str, offset: int, piece: bytes, *, actor: Actor, at: datetime) -> int:
    """Add a piece behind what is there and return how many bytes are there then.

    The piece is on the disk before it counts. Sent again after it counted, it is told where to go
    on.

    Raises:
        Unseen: this account, for this unit, sends no such file.
        Refused: longer than a piece or than the file may be.
        ElsewhereNow: the file does not end at `offset`.
    """
    one = coming_in_for(actor, ref, lock=True)
    if offset != one.received_bytes:
        raise ElsewhereNow(one.received_bytes)
    refuse_if(PIECE_TOO_LONG if len(piece) > LONGEST_PIECE else None)
    refuse_if(BEYOND_SIZE if offset + len(piece) > one.size_bytes else None)
    if parts.length_of(ref) < offset:
        one.received_bytes = 0  # the disk lost what the database counted
        one.save(update_fields=["received_bytes"])
        return 0
    parts.write_piece(ref, offset, piece)
    one.received_bytes, one.touched_at = offset + len(piece), at
    one.save(update_fields=["received_bytes", "touched_at"])
    return one.received_bytes


@transaction.atomic
def let_go(ref: str, *, actor: Actor) -> None:
    """Let go of a file that a form took, or that its sender gave up.

    Raises:
        Unseen: this account, for this unit, sends no such file.
    """
    one = coming_in_for(actor, ref, lock=True)
    _let_go(ComingIn.objects.filter(pk=one.pk))


def clear_left_lying(*, at: datetime) -> int:
    """Let go of all files that nobody went on with for a day; return how many.

    What a machine that stopped left on the disk with no row goes too.
    """
    before = at - KEPT_FOR
    with transaction.atomic():
        count = _let_go(ComingIn.objects.filter(touched_at__lt=before))
    lying = parts.lying_since(before.timestamp())
    known = set(ComingIn.objects.filter(ref__in=lying).values_list("ref", flat=True))
    for ref in set(lying) - known:
        parts.take_away(ref)
    return count


def _let_go(found: QuerySet[ComingIn]) -> int:
    refs = list(found.values_list("ref", flat=True))
    found.delete()
    for ref in refs:
        transaction.on_commit(partial(parts.take_away, ref))
    return len(refs)
