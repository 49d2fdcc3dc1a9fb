"""What the page of a row shows while rows are gone through one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from bangvang.appraisal.selectors.findings import JudgementSeen
from bangvang.foundation.actor import Actor
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.states import State
from bangvang.web.components.pieces import Act
from bangvang.web.navigation import OFFICE
from bangvang.web.office.forms.conclusions import ConclusionForm
from bangvang.web.office.queues import (
    OWN,
    Place,
    Way,
    in_queue,
    meanwhile,
    queue_address,
    queue_of,
    ways_among,
)

LABEL = "Đánh giá hoặc lý do"
HINT = (
    "Chấp nhận: ghi đánh giá và căn cứ nếu luật để người đánh giá. Trả lại: ghi cần bổ sung những "
    "gì, đơn vị đọc nguyên văn."
)


@dataclass(frozen=True)
class QueueShown:
    """The row's place with the ways on, and the conclusions that are open to the actor."""

    scope: str
    title: str
    place: Place
    ways: tuple[Way, ...]
    before_href: str
    next_href: str
    home_href: str
    home_name: str
    meanwhile: JudgementSeen | None


def queue_shown(
    actor: Actor, row: NominationRow, scope: str, acts: Sequence[Act]
) -> tuple[QueueShown | None, tuple[Act, ...]]:
    """Return the row's place in a queue, and the acts that stay in its masthead.

    Nothing, and all acts, where no queue is asked for or the row is not in it.
    """
    queue = queue_of(actor, scope) if scope and actor.has(*OFFICE) else None
    place = queue.place_of(row.ref) if queue else None
    if place is None:
        return None, (*acts, *_begin(actor, row))
    ways, others = ways_among(acts, row.ref, scope)
    is_own = scope == OWN
    before = reverse("office:nomination", args=[place.before_ref]) if place.before_ref else ""
    shown = QueueShown(
        scope=scope,
        title="Hồ sơ của tôi" if is_own else f"Danh sách {row.batch_reference}",
        place=place,
        ways=ways,
        before_href=in_queue(before, scope) if before else "",
        next_href=queue_address(scope, after=row.ref),
        home_href=reverse("office:today") if is_own else reverse("office:batch", args=[scope]),
        home_name="Việc hôm nay" if is_own else "danh sách",
        meanwhile=meanwhile(actor, row),
    )
    return shown, others


def queue_form(row: NominationRow) -> ConclusionForm:
    """Return the words and the version that are sent with whichever conclusion is pressed."""
    form = ConclusionForm(initial={"version": row.version}, label=LABEL, hint=HINT)
    form.fields["reason"].widget.attrs["accesskey"] = "g"
    return form


def _begin(actor: Actor, row: NominationRow) -> tuple[Act, ...]:
    if row.state != State.CHECKED or not actor.has(*OFFICE):
        return ()
    href = in_queue(reverse("office:nomination", args=[row.ref]), row.batch_ref)
    return (Act("Thẩm định lần lượt từ dòng này", href),)
