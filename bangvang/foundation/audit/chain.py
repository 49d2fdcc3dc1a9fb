"""How an entry is written down for hashing, and how a chain is checked. Pure."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

START = "0" * 64
"""What the first entry names as the digest before it."""

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True)
class Written:
    """An entry as the chain sees it: every field that is hashed, and the two digests."""

    seq: int
    happened_at: datetime
    recorded_at: datetime
    origin: str
    actor_ref: str
    actor_name: str
    actor_roles: str
    organisation: str
    verb: str
    subject_kind: str
    subject_ref: str
    said: str
    details: dict[str, Json]
    previous: str
    digest: str = ""


@dataclass(frozen=True)
class Break:
    """The first entry at which the chain does not hold, and why, in Vietnamese."""

    seq: int
    why: str


@dataclass(frozen=True)
class Anchor:
    """A head of the chain that stands on paper: number and digest (or its first 16 characters)."""

    seq: int
    digest: str


def digest_of(entry: Written) -> str:
    """Return the SHA-256 of the entry's fields and the digest before it, in hexadecimal.

    The fields are written as one JSON array in the order of `Written`, UTF-8, no blanks, keys of
    details sorted, moments in UTC with microseconds.
    """
    fields = [
        "bangvang-audit-1",
        entry.seq,
        _moment(entry.happened_at),
        _moment(entry.recorded_at),
        entry.origin,
        entry.actor_ref,
        entry.actor_name,
        entry.actor_roles,
        entry.organisation,
        entry.verb,
        entry.subject_kind,
        entry.subject_ref,
        entry.said,
        entry.details,
        entry.previous,
    ]
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def first_break(entries: Iterable[Written], anchors: Iterable[Anchor] = ()) -> Break | None:
    """Walk the chain from its start and return where it first fails, or None if it is whole."""
    expected_seq, previous = 1, START
    awaited: dict[int, list[str]] = {}
    for anchor in anchors:
        awaited.setdefault(anchor.seq, []).append(anchor.digest.lower())
    for entry in entries:
        why = _fault(entry, expected_seq, previous, awaited.pop(entry.seq, []))
        if why:
            return Break(min(entry.seq, expected_seq), why)
        expected_seq, previous = entry.seq + 1, entry.digest
    if awaited:
        return Break(min(awaited), "dấu mốc in trên giấy có mục này, nhật ký không còn")
    return None


def _fault(entry: Written, expected_seq: int, previous: str, printed: list[str]) -> str:
    if entry.seq != expected_seq:
        return "số thứ tự không liền: có mục bị rút ra hoặc chèn vào"
    if entry.previous != previous:
        return "không nối với mục đứng trước"
    if digest_of(entry) != entry.digest:
        return "nội dung đã khác lúc ghi"
    if any(not entry.digest.startswith(digest) for digest in printed):
        return "khác với dấu mốc in trên giấy"
    return ""
