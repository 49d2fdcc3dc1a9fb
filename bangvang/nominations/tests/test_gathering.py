"""Lists of lower units at their superior: sent up, gathered, split off, given back, handed in."""

from collections.abc import Callable
from functools import partial

import pytest

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.nominations.actions.complete_row import complete_row
from bangvang.nominations.actions.discard_batch import discard_batch
from bangvang.nominations.actions.gather_rows import gather_rows
from bangvang.nominations.actions.hand_to_head import hand_to_head
from bangvang.nominations.actions.recall_batch import recall_batch
from bangvang.nominations.actions.resubmit import resubmit
from bangvang.nominations.actions.return_lower_list import return_lower_list
from bangvang.nominations.actions.return_lower_row import return_lower_row
from bangvang.nominations.actions.send_up import send_up
from bangvang.nominations.actions.split_off import split_off
from bangvang.nominations.actions.submit_batch import submit_batch
from bangvang.nominations.actions.withdraw import withdraw
from bangvang.nominations.models import Attachment, Batch, Nomination, Round
from bangvang.nominations.selectors.batches import batch_page, batches_for, lower_batches_for
from bangvang.nominations.selectors.nominations import nomination_row, nominations_for
from bangvang.nominations.selectors.paper_files import paper_file_for, papers_of_list
from bangvang.nominations.states import BatchState, PaperKind, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db
WHY = "Báo cáo thiếu số liệu năm học."


class Place:
    """A commune with two schools, whose lists go through it; an officer and a head of each."""

    def __init__(self) -> None:
        self.round: Round = make.round_()
        self.commune = organisation("Ủy ban nhân dân xã Bát Xát", kind="COMMUNE")
        self.first = organisation("Trường số 1", kind="SUB_UNIT", parent=self.commune)
        self.second = organisation("Trường số 2", kind="SUB_UNIT", parent=self.commune)
        make.route(self.commune, branch=self.commune, advisory="Phòng Văn hóa - Xã hội")

    def officer(self, unit: Organisation) -> Actor:
        return actor(Role.UNIT_OFFICER, unit=unit, ref=f"o{unit.pk}", name=f"Cán bộ {unit.name}")

    def head(self, unit: Organisation) -> Actor:
        return actor(Role.UNIT_HEAD, unit=unit, ref=f"h{unit.pk}", name=f"Thủ trưởng {unit.name}")

    def draft(self, unit: Organisation, *names: str) -> Batch:
        batch = make.batch(BatchState.WITH_HEAD, unit=unit, in_round=self.round, with_papers=True)
        for number, name in enumerate(names, start=3):
            make.nomination(batch, row=number, name=name)
        return batch

    def sent(self, unit: Organisation, *names: str) -> Batch:
        batch = self.draft(unit, *names)
        send_up(batch.ref, version=batch.version, actor=self.head(unit), at=AT)
        batch.refresh_from_db()
        return batch


@pytest.fixture
def place() -> Place:
    return Place()


def named(name: str) -> Nomination:
    return Nomination.objects.get(name=name)


def ticks(*names: str) -> dict[str, int]:
    return {row.ref: row.version for row in map(named, names)}


def verbs(kind: str, ref: str) -> list[str]:
    return [line.verb for line in entries_about((kind, ref))]


def gathered(place: Place, *names: str, into: Batch | None = None) -> Batch:
    who = place.officer(place.commune)
    ref, version = (into.ref, into.version) if into else ("", 0)
    made = gather_rows(ticks(*names), into=ref, version=version, actor=who, at=AT)
    return Batch.objects.get(ref=made)


def refused(code: str, act: Callable[[], object]) -> None:
    with pytest.raises(Refused) as caught:
        act()
    assert caught.value.objection.code == code


def test_a_list_waits_at_the_superior_of_its_route(place: Place) -> None:
    batch = place.draft(place.first, "Lò Thị Nắng", "Vàng A Mưa")
    head = place.head(place.first)
    refused("GOES_THROUGH", partial(submit_batch, batch.ref, version=1, actor=head, at=AT))

    send_up(batch.ref, version=1, actor=head, at=AT)

    batch.refresh_from_db()
    assert (batch.state, batch.superior, batch.sent_up_by, batch.version) == (
        "AT_SUPERIOR", place.commune, head.name, 2,
    )  # fmt: skip
    assert batch.reference == ""
    assert "nộp lên Ủy ban nhân dân xã Bát Xát để tổng hợp, theo địa bàn" in batch.route_said
    assert "Đơn vị tham mưu: Phòng Văn hóa - Xã hội." in batch.route_said
    assert named("Lò Thị Nắng").state == "SENT_UP"
    assert verbs("batch", batch.ref) == ["send_up"]
    assert verbs("nomination", named("Vàng A Mưa").ref) == ["send_up"]


def test_sending_up_is_refused(place: Place) -> None:
    batch = place.draft(place.first, "Lò Thị Nắng")
    head, officer = place.head(place.first), place.officer(place.first)
    send = partial(send_up, batch.ref, version=1, at=AT)
    refused("NOT_HEAD", partial(send, actor=officer))
    refused("STALE", partial(send_up, batch.ref, version=7, actor=head, at=AT))
    with pytest.raises(Unseen):
        send(actor=place.head(place.second))
    empty = place.draft(place.second)
    refused(
        "NO_ROWS", partial(send_up, empty.ref, version=1, actor=place.head(place.second), at=AT)
    )
    Attachment.objects.filter(batch=batch).delete()
    refused("PAPER_MISSING", partial(send, actor=head))
    direct = place.draft(place.commune, "Giàng A Suối")
    of_commune = place.head(place.commune)
    refused("GOES_DIRECTLY", partial(send_up, direct.ref, version=1, actor=of_commune, at=AT))


def test_the_superior_gathers_rows_that_keep_what_they_are(place: Place) -> None:
    first = place.sent(place.first, "Lò Thị Nắng", "Vàng A Mưa")
    second = place.sent(place.second, "Giàng A Suối")
    row = named("Lò Thị Nắng")
    paper = Attachment.objects.create(
        batch=first, nomination=row, kind=PaperKind.KHAC, file=make.stored_file("sk.pdf"),
        added_by="Cán bộ", added_at=AT,
    )  # fmt: skip
    before = (row.ref, row.name, row.achievement, row.unit_id)

    one = gathered(place, "Lò Thị Nắng")
    one = gathered(place, "Giàng A Suối", into=one)

    row = named("Lò Thị Nắng")
    assert (row.ref, row.name, row.achievement, row.unit_id) == before
    assert (row.state, row.batch, row.origin, row.origin_row) == ("GATHERED", one, first, 3)
    other = named("Giàng A Suối")
    assert (other.batch, other.source_row, other.origin) == (one, 2, second)
    assert (one.unit, one.round, one.state, one.upload) == (
        place.commune, place.round, "DRAFT", None,
    )  # fmt: skip
    paper.refresh_from_db()
    assert paper.batch == one
    assert verbs("nomination", row.ref) == ["send_up", "gather"]
    assert verbs("batch", first.ref) == ["send_up", "rows_gathered"]
    assert verbs("batch", one.ref) == ["gather_rows", "gather_rows"]


def test_gathering_is_refused(place: Place) -> None:
    first = place.sent(place.first, "Lò Thị Nắng", "Vàng A Mưa")
    officer = place.officer(place.commune)
    take = partial(gather_rows, into="", version=0, at=AT)
    chosen = ticks("Lò Thị Nắng")
    refused("NO_CHOICE", partial(take, {}, actor=officer))
    stale = {ref: version + 1 for ref, version in chosen.items()}
    refused("STALE", partial(take, stale, actor=officer))
    refused("NO_LONGER_HERE", partial(take, {"khong-co": 1}, actor=officer))
    refused("NO_LONGER_HERE", partial(take, chosen, actor=place.officer(place.second)))
    refused("NOT_OFFICER", partial(take, chosen, actor=actor(Role.MEMBER, unit=place.commune)))
    other = make.batch(unit=place.commune, in_round=make.round_("Đợt khác"))
    into = partial(gather_rows, chosen, actor=officer, at=AT)
    refused("OTHER_ROUND", partial(into, into=other.ref, version=1))
    own = make.batch(unit=place.commune, in_round=place.round)
    refused("STALE", partial(into, into=own.ref, version=9))
    held = make.batch(BatchState.WITH_HEAD, unit=place.commune, in_round=place.round)
    refused("NOT_DRAFT", partial(into, into=held.ref, version=1))
    with pytest.raises(Unseen):
        into(into=make.batch(unit=place.second, in_round=place.round).ref, version=1)
    recall_batch(first.ref, "Sửa.", version=first.version, actor=place.head(place.first), at=AT)
    refused("NO_LONGER_HERE", partial(take, chosen, actor=officer))


def test_splitting_back_puts_a_row_exactly_where_it_was(place: Place) -> None:
    first = place.sent(place.first, "Lò Thị Nắng", "Vàng A Mưa")
    one = gathered(place, "Lò Thị Nắng", "Vàng A Mưa")
    officer = place.officer(place.commune)
    split = partial(split_off, one.ref, actor=officer, at=AT)
    chosen = ticks("Vàng A Mưa")
    refused("NO_CHOICE", partial(split, {}, version=one.version))
    refused("STALE", partial(split, chosen, version=9))
    refused("NO_LONGER_HERE", partial(split, {"khong-co": 1}, version=one.version))
    stale = {ref: version - 1 for ref, version in chosen.items()}
    refused("STALE", partial(split, stale, version=one.version))
    own = make.nomination(one, row=9, name="Người Của Xã")
    refused("NOT_GATHERED", partial(split, {own.ref: 1}, version=one.version))

    assert split(chosen, version=one.version) == 1

    row = named("Vàng A Mưa")
    assert (row.batch, row.source_row, row.origin, row.origin_row) == (first, 4, None, None)
    assert row.state == "SENT_UP"
    assert verbs("nomination", row.ref) == ["send_up", "gather", "split_off"]
    assert verbs("batch", first.ref)[-1] == "rows_split_off"
    assert named("Lò Thị Nắng").batch == one
    again = gathered(place, "Vàng A Mưa", into=Batch.objects.get(pk=one.pk))
    assert named("Vàng A Mưa").batch == again


def test_one_row_is_given_back_completed_and_sent_again(place: Place) -> None:
    first = place.sent(place.first, "Lò Thị Nắng", "Vàng A Mưa")
    one = gathered(place, "Lò Thị Nắng")
    officer, head = place.officer(place.first), place.head(place.first)
    row = named("Lò Thị Nắng")
    give = partial(return_lower_row, row.ref, actor=place.officer(place.commune), at=AT)
    refused("NO_REASON", partial(give, " ", version=row.version))
    refused("STALE", partial(give, WHY, version=1))
    own = partial(return_lower_row, row.ref, WHY, version=row.version, actor=officer, at=AT)
    refused("NOT_YOUR_UNIT", own)

    assert give(WHY, version=row.version) == "Trường số 1"

    row = named("Lò Thị Nắng")
    assert (row.state, row.batch, row.source_row, row.reason) == ("SENT_BACK", first, 3, WHY)
    assert Batch.objects.get(pk=one.pk).version == one.version + 1
    assert named("Vàng A Mưa").state == "SENT_UP"
    refused("NOT_WITH_SUPERIOR", partial(give, WHY, version=row.version))
    complete_row(row.ref, "Đã bổ sung.", version=row.version, actor=officer, at=AT)
    version = named("Lò Thị Nắng").version
    refused("NOT_HEAD", partial(resubmit, row.ref, version=version, actor=officer, at=AT))
    resubmit(row.ref, version=version, actor=head, at=AT)
    row = named("Lò Thị Nắng")
    assert (row.state, row.reply, row.holder) == ("SENT_UP", "Đã bổ sung.", first.holder)
    gathered(place, "Lò Thị Nắng")
    assert named("Lò Thị Nắng").reply == ""
    assert verbs("nomination", row.ref) == [
        "send_up", "gather", "send_back", "complete_row", "send_up", "gather",
    ]  # fmt: skip


def test_a_row_that_was_given_back_can_be_withdrawn_by_its_own_head(place: Place) -> None:
    place.sent(place.first, "Lò Thị Nắng")
    row = named("Lò Thị Nắng")
    return_lower_row(row.ref, WHY, version=row.version, actor=place.head(place.commune), at=AT)

    withdraw(row.ref, "Thôi đề nghị.", actor=place.head(place.first), at=AT)

    assert named("Lò Thị Nắng").state == "WITHDRAWN"


def test_a_whole_list_is_given_back_once_nothing_of_it_is_gathered(place: Place) -> None:
    first = place.sent(place.first, "Lò Thị Nắng", "Vàng A Mưa")
    one = gathered(place, "Lò Thị Nắng")
    officer = place.officer(place.commune)
    give = partial(return_lower_list, first.ref, version=first.version, at=AT)
    refused("STILL_GATHERED", partial(give, WHY, actor=officer))
    split_off(one.ref, ticks("Lò Thị Nắng"), version=one.version, actor=officer, at=AT)
    refused("NO_REASON", partial(give, " ", actor=officer))
    refused("NOT_LOWER", partial(give, WHY, actor=place.head(place.first)))
    stale = partial(return_lower_list, first.ref, WHY, version=99, actor=officer, at=AT)
    refused("STALE", stale)
    with pytest.raises(Unseen):
        give(WHY, actor=place.officer(place.second))

    give(WHY, actor=officer)

    first.refresh_from_db()
    assert (first.state, first.superior, first.route_said) == ("WITH_HEAD", None, "")
    assert {row.state for row in Nomination.objects.filter(batch=first)} == {"DRAFT"}
    assert verbs("batch", first.ref)[-1] == "return_lower_list"
    with pytest.raises(Unseen):
        nomination_row(officer, named("Lò Thị Nắng").ref)
    send_up(first.ref, version=first.version, actor=place.head(place.first), at=AT)
    assert named("Lò Thị Nắng").state == "SENT_UP"


def test_the_unit_recalls_its_list_until_a_row_is_gathered(place: Place) -> None:
    first = place.sent(place.first, "Lò Thị Nắng")
    head = place.head(place.first)
    recall = partial(recall_batch, first.ref, "Sửa lại.", actor=head, at=AT)
    one = gathered(place, "Lò Thị Nắng")
    refused("GATHERED_ALREADY", partial(recall, version=first.version))
    assert not batch_page(head, first.ref).may_be_recalled
    version = batch_page(place.officer(place.commune), one.ref).version
    discard_batch(one.ref, version=version, actor=place.officer(place.commune), at=AT)
    assert named("Lò Thị Nắng").batch == first
    assert batch_page(head, first.ref).may_be_recalled

    recall(version=first.version)

    first.refresh_from_db()
    assert (first.state, first.superior) == ("WITH_HEAD", None)
    assert named("Lò Thị Nắng").state == "DRAFT"


def test_the_consolidated_list_is_handed_in_as_a_whole_and_recalled(place: Place) -> None:
    place.sent(place.first, "Lò Thị Nắng")
    place.sent(place.second, "Giàng A Suối")
    own = make.batch(unit=place.commune, in_round=place.round, with_papers=True)
    make.nomination(own, row=5, name="Người Của Xã")
    one = gathered(place, "Lò Thị Nắng", "Giàng A Suối", into=own)
    officer, head = place.officer(place.commune), place.head(place.commune)
    hand_to_head(one.ref, version=one.version, actor=officer, at=AT)
    version = one.version + 1

    number = submit_batch(one.ref, version=version, actor=head, at=AT)

    one.refresh_from_db()
    assert (one.reference, one.state) == (number, "SUBMITTED")
    assert "tổng hợp từ cấp dưới" in one.route_said
    assert {row.state for row in Nomination.objects.all()} == {"SUBMITTED"}
    assert [row.source_row for row in nominations_for(head, batch_ref=one.ref)] == [5, 6, 7]
    recall_batch(one.ref, "Thiếu người.", version=one.version, actor=head, at=AT)
    states = {row.name: row.state for row in Nomination.objects.all()}
    assert states == {
        "Lò Thị Nắng": "GATHERED", "Giàng A Suối": "GATHERED", "Người Của Xã": "DRAFT",
    }  # fmt: skip


def test_the_receipt_holds_the_papers_of_the_lower_lists(place: Place) -> None:
    first = place.sent(place.first, "Lò Thị Nắng")
    own = make.batch(unit=place.commune, in_round=place.round, with_papers=True)
    one = gathered(place, "Lò Thị Nắng", into=own)
    Batch.objects.filter(pk=one.pk).update(state=BatchState.WITH_HEAD)
    head = place.head(place.commune)
    submit_batch(one.ref, version=one.version, actor=head, at=AT)
    before = Batch.objects.get(pk=one.pk)
    recall_batch(one.ref, "Xem lại.", version=before.version, actor=head, at=AT)
    Attachment.objects.filter(batch=first, nomination=None).first().delete()  # type: ignore[union-attr]  # there are two

    submit_batch(one.ref, version=before.version + 1, actor=head, at=AT)

    assert Batch.objects.get(pk=one.pk).fingerprint != before.fingerprint


def test_what_the_office_returns_the_unit_of_origin_completes_and_the_superior_hands_in(
    place: Place,
) -> None:
    place.sent(place.first, "Lò Thị Nắng")
    one = gathered(place, "Lò Thị Nắng")
    Batch.objects.filter(pk=one.pk).update(
        state=BatchState.SUBMITTED, received_on=AT.date(), reference_no=1, reference_year=2026,
        fingerprint="f" * 64,
    )  # fmt: skip
    Nomination.objects.update(state=State.RETURNED, reason=WHY)
    row = named("Lò Thị Nắng")
    lower, superior = place.officer(place.first), place.head(place.commune)

    complete_row(row.ref, "Đã bổ sung.", version=row.version, actor=lower, at=AT)

    version = named("Lò Thị Nắng").version
    again = partial(resubmit, row.ref, version=version, at=AT)
    refused("NOT_YOUR_LIST", partial(again, actor=place.head(place.first)))
    refused("NOT_YOUR_LIST", partial(withdraw, row.ref, WHY, actor=place.head(place.first), at=AT))
    again(actor=superior)
    assert named("Lò Thị Nắng").state == "SUBMITTED"


def test_each_sees_its_own_rows_only(place: Place) -> None:
    first = place.sent(place.first, "Lò Thị Nắng", "Vàng A Mưa")
    second = place.sent(place.second, "Giàng A Suối")
    draft = place.draft(place.second, "Chưa Gửi")
    one = gathered(place, "Lò Thị Nắng", "Giàng A Suối")
    commune, lower = place.officer(place.commune), place.officer(place.first)
    office = actor(Role.SPECIALIST, ref="cv")

    assert {row.name for row in nominations_for(lower)} == {"Lò Thị Nắng", "Vàng A Mưa"}
    assert [row.ref for row in batches_for(lower)] == [first.ref]
    assert lower_batches_for(lower) == []
    for ref in (one.ref, second.ref):
        with pytest.raises(Unseen):
            batch_page(lower, ref)
    with pytest.raises(Unseen):
        nomination_row(lower, named("Giàng A Suối").ref)
    counted = batch_page(lower, first.ref).row
    assert (counted.rows, counted.gathered_rows, counted.live_rows) == (2, 1, 2)

    assert {row.unit_name for row in lower_batches_for(commune)} == {"Trường số 1", "Trường số 2"}
    assert [row.ref for row in batches_for(commune)] == [one.ref]
    assert {row.name for row in nominations_for(commune)} == {
        "Lò Thị Nắng", "Vàng A Mưa", "Giàng A Suối",
    }  # fmt: skip
    for seen in (batch_page, partial(batch_page, on=AT.date())):
        with pytest.raises(Unseen):
            seen(commune, draft.ref)
    assert nominations_for(office) == []
    assert batches_for(office) == []


def test_papers_are_opened_by_whom_the_row_concerns(place: Place) -> None:
    first = place.sent(place.first, "Lò Thị Nắng")
    place.sent(place.second, "Giàng A Suối")
    papers = {}
    for name in ("Lò Thị Nắng", "Giàng A Suối"):
        row = named(name)
        papers[name] = Attachment.objects.create(
            batch=row.batch, nomination=row, kind=PaperKind.KHAC,
            file=make.stored_file(f"{row.pk}.pdf"), added_by="Cán bộ", added_at=AT,
        ).ref  # fmt: skip
    one = gathered(place, "Lò Thị Nắng", "Giàng A Suối")
    of_list = papers_of_list(first.ref)[0].ref
    lower, commune = place.officer(place.first), place.officer(place.commune)
    office = actor(Role.SPECIALIST, ref="cv")

    assert paper_file_for(lower, papers["Lò Thị Nắng"])
    assert paper_file_for(commune, papers["Giàng A Suối"])
    assert paper_file_for(commune, of_list)
    for who, ref in (
        (lower, papers["Giàng A Suối"]),
        (office, of_list),
        (office, papers["Lò Thị Nắng"]),
    ):
        with pytest.raises(Unseen):
            paper_file_for(who, ref)
    Batch.objects.filter(pk=one.pk).update(
        state=BatchState.SUBMITTED, received_on=AT.date(), reference_no=1, reference_year=2026,
        fingerprint="f" * 64,
    )  # fmt: skip
    assert paper_file_for(office, of_list)
    assert paper_file_for(office, papers["Lò Thị Nắng"])


@each_connected
def test_gathering_and_recalling_at_once_tells_one(place: Place) -> None:
    first = place.sent(place.first, "Lò Thị Nắng")
    officer, head = place.officer(place.commune), place.head(place.first)
    take = partial(gather_rows, ticks("Lò Thị Nắng"), into="", version=0, actor=officer, at=AT)
    recall = partial(recall_batch, first.ref, "Sửa.", version=first.version, actor=head, at=AT)

    told = sorted(at_once(take, recall))

    assert told in (["", "GATHERED_ALREADY"], ["", "NO_LONGER_HERE"])


@each_connected
def test_two_officers_gather_one_row_at_once_and_one_is_told(place: Place) -> None:
    place.sent(place.first, "Lò Thị Nắng")
    officer = place.officer(place.commune)
    take = partial(gather_rows, ticks("Lò Thị Nắng"), into="", version=0, actor=officer, at=AT)

    assert sorted(at_once(take, take)) == ["", "NO_LONGER_HERE"]
    assert Batch.objects.filter(unit=place.commune).count() == 1
