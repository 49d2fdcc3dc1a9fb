"""What is past its confirmed period goes, and only that; what must stay is never touched."""

from datetime import timedelta
from unittest import mock

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog

from bangvang.appraisal.models import Opinion, StoredFinding
from bangvang.appraisal.selectors.opinions import senders_sealed_otherwise
from bangvang.appraisal.tests import consulting
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.audit.selectors import verify
from bangvang.foundation.files import disk
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SHEETS
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.files.selectors import Removed, read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.nominations.actions.set_discovery_aside import set_discovery_aside
from bangvang.nominations.models import (
    Batch,
    Discovery,
    Nomination,
    Report,
    Reporter,
    SubmissionLetter,
    Upload,
    WrittenPart,
)
from bangvang.nominations.states import AsideWhy, BatchState
from bangvang.nominations.tests import factories as make
from bangvang.nominations.tests.test_discoveries import reported
from bangvang.privacy.actions.ask_forgetting import ask_forgetting
from bangvang.privacy.actions.forget_portion import forget_portion
from bangvang.privacy.selectors.dry_run import dry_run, dry_run_for, periods_seen
from bangvang.privacy.selectors.past import past
from bangvang.privacy.states import Matter
from bangvang.privacy.tests.keeping import HEAD, LATER, SPECIALIST, confirmed, forgotten
from bangvang.registry.actions.accept_import import accept_import
from bangvang.registry.actions.keep_identity_numbers import keep_identity_numbers
from bangvang.registry.models import (
    AgencyList,
    Award,
    AwardImport,
    IdentityNumber,
    ListedRow,
)
from bangvang.registry.selectors.people import digest_of_identity_number
from bangvang.registry.tests import agency_lists, import_files
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db
NUMBER = "099000000062"


def counts(matter: Matter) -> tuple[int, dict[str, int]]:
    """Return how many go more than a year later, and how many are held back by reason."""
    line = next(one for one in dry_run(LATER.date()).lines if one.matter is matter)
    return line.count, {one.why: one.count for one in line.held}


def kept(name: str = "danh-sach.csv", content: bytes = b"a;b\n1;2\n") -> StoredFile:
    return keep(content, original_name=name, actor=SPECIALIST, at=AT, accept=SHEETS)


def test_without_a_confirmed_period_nothing_goes() -> None:
    make.upload()
    confirmed(Matter.DRAFTS)

    assert forgotten() == 0
    assert Upload.objects.count() == 1
    assert counts(Matter.UPLOADS) == (0, {})
    assert not Entry.objects.filter(verb="forget_portion").exists()


def test_kept_for_good_nothing_goes() -> None:
    make.upload()
    confirmed(Matter.UPLOADS, amount=None, unit="")

    assert forgotten() == 0


def test_uploads_that_became_no_list_go_with_their_contents() -> None:
    confirmed(Matter.UPLOADS)
    one, other = make.upload(), make.upload(in_round=make.round_("Đợt hai"))
    Upload.objects.filter(pk=one.pk).update(file=kept("một.csv"))
    Upload.objects.filter(pk=other.pk).update(file=kept("hai.csv", b"x;y\n3;4\n"))
    saved = make.batch(in_round=make.round_("Đợt ba")).upload
    one.refresh_from_db()
    other.refresh_from_db()
    again = kept("giữ lại.csv")
    assert counts(Matter.UPLOADS) == (2, {})

    assert forgotten(most=1) == 2

    assert list(Upload.objects.all()) == [saved]
    with pytest.raises(Removed):
        read(one.file.ref)
    assert read(again.ref) == b"a;b\n1;2\n", "the same content, kept by another row"
    assert not disk.place_of(other.file.digest).exists()
    assert forgotten() == 0
    said = Entry.objects.filter(verb="forget_portion").values_list("said", flat=True)
    assert len(said) == 2
    assert "77/QĐ-LT" in said[0]
    assert verify()[1] is None


def test_a_content_that_was_taken_away_can_be_kept_again() -> None:
    confirmed(Matter.UPLOADS)
    upload = make.upload()
    Upload.objects.filter(pk=upload.pk).update(file=kept())
    forgotten()

    assert read(kept().ref) == b"a;b\n1;2\n"


def test_stopped_before_the_disk_the_next_run_takes_the_content_away() -> None:
    confirmed(Matter.UPLOADS)
    upload, file = make.upload(), kept()
    Upload.objects.filter(pk=upload.pk).update(file=file)

    with (
        mock.patch(
            "bangvang.privacy.actions.forget_all.take_away_removed", side_effect=RuntimeError
        ),
        pytest.raises(RuntimeError),
    ):
        forgotten()

    assert disk.place_of(file.digest).exists()
    with pytest.raises(Removed):
        read(file.ref)
    assert forgotten() == 0
    assert not disk.place_of(file.digest).exists()


def test_a_portion_that_fails_leaves_everything_as_it_was() -> None:
    confirmed(Matter.UPLOADS)
    make.upload()

    with (
        mock.patch("bangvang.privacy.actions.forget_portion.record", side_effect=RuntimeError),
        pytest.raises(RuntimeError),
    ):
        forgotten()

    assert Upload.objects.count() == 1
    assert not StoredFile.objects.exclude(removed_at=None).exists()


def test_drafts_go_whole_and_lists_that_were_handed_in_stay() -> None:
    confirmed(Matter.DRAFTS)
    keep_identity_numbers([NUMBER])
    draft = make.batch(with_papers=True)
    row = make.nomination(draft)
    make.stated(row, "answer", value=True)
    report = Report.objects.create(nomination=row, begun_by="Ai đó", begun_at=AT)
    WrittenPart.objects.create(report=report, name="MERITS", saved_by="Ai đó", saved_at=AT)
    prints = {"docx": kept("to-trinh.csv", b"a;b\n5;6\n"), "pdf": kept("in.csv", b"a;b\n7;8\n")}
    SubmissionLetter.objects.create(
        batch=row.batch, saved_at=AT, finished_by="Ai đó", finished_at=AT, **prints
    )
    digest = digest_of_identity_number(NUMBER)
    Nomination.objects.filter(pk=row.pk).update(identity_digest=digest, identity_tail="062")
    handed_in = make.batch(BatchState.SUBMITTED, in_round=draft.round)
    waits = make.batch(BatchState.WITH_HEAD, in_round=draft.round)
    assert counts(Matter.DRAFTS) == (1, {"đang chờ thủ trưởng đơn vị xem": 1})

    assert forgotten() == 1

    assert set(Batch.objects.all()) == {handed_in, waits}
    assert not Nomination.objects.exists()
    assert not SubmissionLetter.objects.exists()
    assert not IdentityNumber.objects.exists()
    with pytest.raises(Removed):
        read(prints["pdf"].ref)


def test_a_draft_that_something_else_refers_to_is_held_back() -> None:
    confirmed(Matter.DRAFTS)
    row = make.nomination(make.batch())
    StoredFinding.objects.create(
        nomination=row, asked_at=AT, on_day=AT.date(), answer="MET", rulebook_version="x",
        finding={}, facts={},
    )  # fmt: skip

    assert counts(Matter.DRAFTS) == (0, {"hồ sơ khác đã dẫn đến": 1})
    assert forgotten() == 0


def test_rows_and_file_of_an_import_go_and_what_came_into_the_register_stays() -> None:
    confirmed(Matter.IMPORT_ROWS, Matter.IMPORT_FILES)
    organisation(import_files.UNIT)
    found = import_files.staged(import_files.line(), import_files.line("", award="không rõ"))
    assert counts(Matter.IMPORT_ROWS)[0] == 0
    assert counts(Matter.IMPORT_FILES)[0] == 0
    accept_import(found.ref, version=found.version, with_newcomers=True, actor=SPECIALIST, at=AT)
    assert sorted(import_files.states(found)) == ["ACCEPTED", "PROBLEM"]
    assert counts(Matter.IMPORT_FILES) == (0, {"còn dòng chưa ghi vào sổ": 1})

    assert forgotten() == 2

    assert import_files.states(found) == ["ACCEPTED"]
    assert Award.objects.count() == 1
    with pytest.raises(Removed):
        read(AwardImport.objects.get().file.ref)


def test_of_an_agencys_list_what_was_confirmed_stays_and_what_waits_is_held_back() -> None:
    confirmed(Matter.AGENCY_ROWS, Matter.AGENCY_FILES)
    known = person(unit=organisation())
    found = agency_lists.taken(
        agency_lists.line(), agency_lists.line("Lò Thị Không Có Trong Sổ", "01/02/1970")
    )
    certain = next(row for row in agency_lists.rows_of(found) if row.state == "CERTAIN")
    assert counts(Matter.AGENCY_FILES) == (0, {"còn dòng chờ người xác nhận hoặc chọn": 1})
    agency_lists.confirmed(certain, known)

    assert forgotten() == 2

    assert [row.pk for row in ListedRow.objects.all()] == [certain.pk]
    assert AgencyList.objects.get().file.removed_at == LATER


def test_senders_go_when_their_opinion_is_answered_and_the_opinion_stays() -> None:
    confirmed(Matter.SENDERS)
    specialist, head = consulting.the_office()
    consulting.rule(head)
    chosen = consulting.rows(1)
    listed = consulting.opened(specialist, head, chosen)
    consulting.received(listed.ref)
    consulting.resolved(specialist, head)
    consulting.close_consultation(listed.ref, head_name=head.name, actor=head, at=consulting.AFTER)

    assert forgotten() == 1

    opinion = Opinion.objects.get()
    assert (opinion.sealed_sender, opinion.key_id) == ("erased", "")
    assert opinion.words
    assert senders_sealed_otherwise("another") == 0
    assert forgotten() == 0


def test_reporters_go_when_the_report_has_ended() -> None:
    confirmed(Matter.REPORTERS)
    ended, _ = reported()
    reported()
    set_discovery_aside(
        ended.ref, why=AsideWhy.SPAM, words="Tin trùng", version=1, actor=SPECIALIST, at=AT
    )

    assert forgotten() == 1

    assert Discovery.objects.count() == 2
    assert [one.discovery_id for one in Reporter.objects.all()] != [ended.pk]


def test_sign_ins_go_by_their_moment() -> None:
    confirmed(Matter.SIGN_INS, amount=10, unit="DAY")
    for log in (AccessLog, AccessFailureLog, AccessAttempt):
        more = {"failures_since_start": 1} if log is AccessAttempt else {}
        log.objects.create(username="ai-do", ip_address="192.0.2.1", user_agent="x", **more)
        log.objects.update(attempt_time=LATER - timedelta(days=11))
    AccessLog.objects.create(username="ai-do", ip_address="192.0.2.1", user_agent="y")
    AccessLog.objects.filter(user_agent="y").update(attempt_time=LATER - timedelta(days=9))

    assert forgotten(most=2) == 3

    assert list(AccessLog.objects.values_list("user_agent", flat=True)) == ["y"]


def test_no_matter_reaches_what_is_kept_for_good() -> None:
    never = {"Award", "Grade", "Decision", "Line", "Ballot", "BallotRow", "Minutes", "Entry"}
    models = {rows.model.__name__ for matter in Matter for rows in past(matter, LATER).goes}

    assert models & never == set()


def test_only_the_head_or_the_server_forgets_and_the_page_is_not_for_everybody() -> None:
    confirmed(Matter.UPLOADS)
    for role in (Role.SPECIALIST, Role.INSPECTOR, Role.UNIT_HEAD):
        with pytest.raises(Refused) as caught:
            forget_portion(Matter.UPLOADS, actor=actor(role), at=LATER)
        assert caught.value.objection.code == "NOT_HEAD"
    with pytest.raises(Unseen):
        dry_run_for(actor(Role.CHAIR), LATER.date())


def test_a_run_is_asked_for_by_what_was_seen() -> None:
    make.upload()
    seen = periods_seen(LATER.date())
    confirmed(Matter.UPLOADS)
    now_seen = periods_seen(LATER.date())

    with pytest.raises(Refused) as stale:
        ask_forgetting(seen, actor=HEAD, at=LATER)
    with pytest.raises(Refused) as not_head:
        ask_forgetting(now_seen, actor=SPECIALIST, at=LATER)
    ask_forgetting(now_seen, actor=HEAD, at=LATER)
    with pytest.raises(Refused) as running:
        ask_forgetting(now_seen, actor=HEAD, at=LATER)

    assert [one.value.objection.code for one in (stale, not_head)] == ["STALE", "NOT_HEAD"]
    assert running.value.objection.code in {"RUNNING", "NOTHING"}


@each_connected
def test_two_runs_at_once_forget_each_thing_once() -> None:
    confirmed(Matter.UPLOADS)
    in_round = make.round_()
    unit = organisation()
    for _ in range(4):
        make.upload(unit=unit, in_round=in_round)

    at_once(lambda: forgotten(most=1), lambda: forgotten(most=1))

    assert not Upload.objects.exists()
    said = Entry.objects.filter(verb="forget_portion")
    assert sum(entry.details["count"] for entry in said) == 4
    assert verify()[1] is None
