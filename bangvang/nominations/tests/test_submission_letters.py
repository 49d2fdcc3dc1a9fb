"""The submission letter of a list: filled from the data, worded, finished for signing."""

from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.documents.paper import Heading, Items, Table
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.nominations.actions.finish_letter import finish_letter, reopen_letter
from bangvang.nominations.actions.write_letter import write_letter
from bangvang.nominations.documents.submission_letter import first_letter, submission_letter
from bangvang.nominations.models import Nomination, SubmissionLetter
from bangvang.nominations.selectors.submission_letters import (
    letter_seen,
    may_word_letter,
    rows_of_letter,
)
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db
ON = date(2026, 9, 14)
TEXT = first_letter("Ủy ban nhân dân xã Suối Mây", 2025)


@pytest.fixture
def unit() -> Any:
    return organisation("Ủy ban nhân dân xã Suối Mây")


@pytest.fixture
def officer(unit: Any) -> Any:
    return actor(Role.UNIT_OFFICER, unit=unit)


@pytest.fixture
def batch(unit: Any) -> Any:
    made = make.batch(unit=unit)
    make.nomination(made)
    return made


def stored(batch: Any) -> SubmissionLetter:
    found: SubmissionLetter = SubmissionLetter.objects.get(batch=batch)
    return found


def test_numbers_names_and_grounds_come_from_the_data(batch: Any, officer: Any) -> None:
    make.nomination(batch, row=2, name="Lù Văn Bậc Thang", award_code="BK_TINH")
    body = make.nomination(batch, row=3, name="Phòng Kinh tế", award_code="BK_TINH")
    Nomination.objects.filter(pk=body.pk).update(subject="collective", identity="NEW")
    make.nomination(batch, State.WITHDRAWN, row=4, name="Hoàng Thị Không In")

    paper = submission_letter(
        replace(TEXT, own_grounds="Căn cứ Biên bản số 3"), rows_of_letter(officer, batch.ref), on=ON
    )

    grounds = [ground.text for ground in paper.grounds]
    assert any("152/2025/NĐ-CP" in ground for ground in grounds)
    assert grounds[-1] == "Căn cứ Biên bản số 3"
    (items,) = [block for block in paper.blocks if isinstance(block, Items)]
    assert items.items == (
        "Danh hiệu “Chiến sĩ thi đua cấp tỉnh” năm 2025: 01 cá nhân",
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh năm 2025: 01 tập thể, 01 cá nhân",
    )
    blocks = paper.annexes[0].blocks
    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "I. Danh hiệu “Chiến sĩ thi đua cấp tỉnh” năm 2025",
        "II. Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh năm 2025",
        "1. Tập thể",
        "2. Cá nhân",
    ]
    named = [row[1] for block in blocks if isinstance(block, Table) for row in block.rows]
    assert named == ["Vàng Thị Lúa Chín", "Phòng Kinh tế", "Lù Văn Bậc Thang"]


def test_of_one_award_the_paper_says_its_name(batch: Any, officer: Any) -> None:
    paper = submission_letter(TEXT, rows_of_letter(officer, batch.ref), on=ON)

    assert paper.heads.issuer == "Ủy ban nhân dân\nxã Suối Mây"
    assert paper.abstract == ("Về việc đề nghị tặng danh hiệu “Chiến sĩ thi đua cấp tỉnh” năm 2025")
    assert [type(block) for block in paper.annexes[0].blocks] == [Table]


def test_before_the_new_law_the_old_acts_are_cited(batch: Any, officer: Any) -> None:
    rows = rows_of_letter(officer, batch.ref)

    grounds = [one.text for one in submission_letter(TEXT, rows, on=date(2022, 4, 19)).grounds]

    assert any("91/2017/NĐ-CP" in ground for ground in grounds)
    assert not any("152/2025" in ground for ground in grounds)


def test_nobody_saves_over_what_they_have_not_seen(batch: Any, officer: Any) -> None:
    write = partial(write_letter, batch.ref, actor=officer, at=AT)
    assert write(replace(TEXT, words="  Bản một\r\n"), version=0) == 1

    for text in (replace(TEXT, words="Bản hai"), replace(TEXT, words="Bản một")):
        with pytest.raises(Refused, match="Người khác vừa lưu"):
            write(text, version=0)
    assert write(replace(TEXT, words="Bản một"), version=1) == 1, "nobody's change"
    assert write(replace(TEXT, words="Bản hai"), version=1) == 2
    assert stored(batch).words == "Bản hai"
    verbs = [entry.verb for entry in entries_about(("batch", batch.ref))]
    assert verbs == ["write_letter", "write_letter"]


def test_a_letter_lacks_nothing_and_has_its_bounds(batch: Any, officer: Any) -> None:
    for text in (replace(TEXT, words=" \n "), replace(TEXT, symbol="a" * 31)):
        with pytest.raises(Refused):
            write_letter(batch.ref, text, version=0, actor=officer, at=AT)

    assert not SubmissionLetter.objects.exists()


def test_finished_it_is_printed_kept_and_shut(batch: Any, officer: Any) -> None:
    write_letter(batch.ref, replace(TEXT, superior="UBND tỉnh"), version=0, actor=officer, at=AT)
    with pytest.raises(Refused, match="Người khác vừa lưu"):
        finish_letter(batch.ref, version=0, actor=officer, at=AT)

    finish_letter(batch.ref, version=1, actor=officer, at=AT)

    seen = letter_seen(officer, batch.ref)
    assert seen is not None
    assert seen.docx is not None
    assert seen.pdf is not None
    word = Document(BytesIO(read(seen.docx.ref)))
    assert "Kính trình Chủ tịch Ủy ban nhân dân tỉnh" in "\n".join(p.text for p in word.paragraphs)
    assert word.tables[-1].rows[1].cells[1].text == "Vàng Thị Lúa Chín"
    assert read(seen.pdf.ref).startswith(b"%PDF")
    for again in (
        lambda: write_letter(batch.ref, TEXT, version=2, actor=officer, at=AT),
        lambda: finish_letter(batch.ref, version=2, actor=officer, at=AT),
    ):
        with pytest.raises(Refused, match="đã chốt"):
            again()

    reopen_letter(batch.ref, version=2, actor=officer, at=AT)
    assert (stored(batch).pdf, stored(batch).version) == (None, 3)
    with pytest.raises(Refused, match="chưa chốt"):
        reopen_letter(batch.ref, version=3, actor=officer, at=AT)


def test_who_may_write_it_and_when(batch: Any, unit: Any, officer: Any) -> None:
    head = actor(Role.UNIT_HEAD, unit=unit)
    stranger = actor(Role.UNIT_OFFICER, unit=organisation("Sở Gió Núi"))
    office = actor(Role.SPECIALIST)
    assert (may_word_letter(officer, batch.ref), may_word_letter(head, batch.ref)) == (True, True)
    for other in (stranger, office):
        with pytest.raises(Unseen):
            write_letter(batch.ref, TEXT, version=0, actor=other, at=AT)
    write_letter(batch.ref, TEXT, version=0, actor=officer, at=AT)
    assert letter_seen(stranger, batch.ref) is None

    batch.state = BatchState.WITH_HEAD
    batch.save(update_fields=["state"])
    with pytest.raises(Refused, match="không còn là bản nháp"):
        write_letter(batch.ref, TEXT, version=1, actor=officer, at=AT)
    changed = replace(TEXT, signer_name="Vàng Thị Núi")
    assert write_letter(batch.ref, changed, version=1, actor=head, at=AT) == 2


@each_connected
def test_of_two_first_letters_one_is_told(batch: Any, officer: Any) -> None:
    write = partial(write_letter, batch.ref, TEXT, version=0, actor=officer, at=AT)

    assert sorted(at_once(write, write)) == ["", "STALE"]

    assert stored(batch).version == 1
