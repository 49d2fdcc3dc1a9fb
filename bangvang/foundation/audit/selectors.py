"""Reading the record: the history of one thing, the head of the chain, and the whole chain."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from bangvang.foundation.audit.chain import START, Anchor, Break, Json, Written, first_break
from bangvang.foundation.audit.models import Entry


@dataclass(frozen=True)
class Line:
    """One line of a history, as people read it."""

    seq: int
    happened_at: datetime
    recorded_at: datetime
    origin: str
    actor_ref: str
    who: str
    roles: str
    organisation: str
    verb: str
    subject_kind: str
    subject_ref: str
    said: str


@dataclass(frozen=True)
class Head:
    """The newest entry: its number and digest; what signed minutes print."""

    seq: int
    digest: str

    @property
    def printed(self) -> str:
        """Number and the first 16 hexadecimal digits, grouped by four."""
        short = self.digest[:16]
        return f"{self.seq}:" + "-".join(short[i : i + 4] for i in range(0, 16, 4))


def head() -> Head:
    """Return the head of the chain; number 0 and zeros while it is empty."""
    last = Entry.objects.order_by("-seq").values_list("seq", "digest").first()
    return Head(*(last or (0, START)))


def entries_about(*subjects: tuple[str, str]) -> list[Line]:
    """Return the history of these things, oldest first."""
    found: list[Entry] = []
    for kind, ref in subjects:
        found += Entry.objects.filter(subject_kind=kind, subject_ref=ref)
    return [_line(entry) for entry in sorted(found, key=lambda e: e.seq)]


def newest_about(kind: str, *, count: int) -> list[Line]:
    """Return the newest entries about anything of one kind, oldest of them first."""
    found = Entry.objects.filter(subject_kind=kind).order_by("-seq")[:count]
    return [_line(entry) for entry in reversed(found)]


def newest_entries(*, before_seq: int | None = None, count: int = 50) -> Sequence[Line]:
    """Return up to `count` entries, newest first, older than `before_seq` if given."""
    entries = Entry.objects.order_by("-seq")
    if before_seq is not None:
        entries = entries.filter(seq__lt=before_seq)
    return [_line(entry) for entry in entries[:count]]


def entries_after(seq: int, *, count: int) -> Sequence[Line]:
    """Return up to `count` entries that follow this number, oldest first."""
    return [_line(entry) for entry in Entry.objects.filter(seq__gt=seq).order_by("seq")[:count]]


def newest_number_before(moment: datetime) -> int:
    """Return the number of the newest entry about what happened before a moment; 0: none."""
    found = Entry.objects.filter(happened_at__lt=moment).order_by("-seq")
    return found.values_list("seq", flat=True).first() or 0


def newest_number(*, leaving_out: Sequence[str] = ()) -> int:
    """Return the number of the newest entry about anything but these kinds of subjects; 0: none."""
    found = Entry.objects.exclude(subject_kind__in=leaving_out).order_by("-seq")
    return found.values_list("seq", flat=True).first() or 0


def details_of_newest(subject: tuple[str, str], verb: str) -> Mapping[str, Json]:
    """Return what the newest entry of this act on this thing says in detail; empty without one."""
    found = Entry.objects.filter(subject_kind=subject[0], subject_ref=subject[1], verb=verb)
    return found.order_by("-seq").values_list("details", flat=True).first() or {}


def is_all_since(number: int, subject: tuple[str, str], verbs: Collection[str]) -> bool:
    """Tell whether all newer entries are of these acts on this thing."""
    these = Q(subject_kind=subject[0], subject_ref=subject[1], verb__in=verbs)
    return not Entry.objects.filter(seq__gt=number).exclude(these).exists()


def verify(anchors: Sequence[Anchor] = ()) -> tuple[int, Break | None]:
    """Recompute the chain; return how many entries it has and where it first fails, if it does."""
    return Entry.objects.count(), first_break(_chain(), anchors)


def _chain() -> Iterator[Written]:
    names = list(Written.__dataclass_fields__)
    for values in Entry.objects.order_by("seq").values_list(*names).iterator(chunk_size=2000):
        yield Written(**dict(zip(names, values, strict=True)))


def _line(entry: Entry) -> Line:
    return Line(
        seq=entry.seq,
        happened_at=entry.happened_at,
        recorded_at=entry.recorded_at,
        origin=entry.origin,
        actor_ref=entry.actor_ref,
        who=entry.actor_name,
        roles=entry.actor_roles,
        organisation=entry.organisation,
        verb=entry.verb,
        subject_kind=entry.subject_kind,
        subject_ref=entry.subject_ref,
        said=entry.said,
    )
