"""From the file to the draft: what is refused, who is meant, what is saved."""

from datetime import date

import pytest

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.sheets import write_table
from bangvang.foundation.sheets.tests.word_files import docx
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.actions.choose_person import choose_person
from bangvang.nominations.actions.keep_upload import keep_upload
from bangvang.nominations.actions.save_drafts import save_drafts
from bangvang.nominations.intake.preview import preview_of
from bangvang.nominations.intake.previewed import NEW, Preview
from bangvang.nominations.models import Batch, Nomination, Round, Upload
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Organisation
from bangvang.registry.selectors.people import digest_of_identity_number
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db

NAMES = ("Lù Văn Bậc", "Lò Thị Mây")
HEAD = ("TT", "Họ và tên", "Ngày sinh", "Số định danh", "Chức vụ", "Đơn vị", "Hình thức đề nghị")


@pytest.fixture
def unit() -> Organisation:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def officer(unit: Organisation) -> Actor:
    return actor(Role.UNIT_OFFICER, unit=unit, name="Lê Thị Chè Xanh")


@pytest.fixture
def in_round() -> Round:
    return make.round_()


def sheet(*rows: tuple[str, ...]) -> bytes:
    padded = [(str(n), *row, *[""] * (6 - len(row))) for n, row in enumerate(rows, 1)]
    return write_table(HEAD, padded)


def kept(data: bytes, officer: Actor, in_round: Round, award: str = "CSTDT") -> str:
    return keep_upload(
        data,
        original_name="danh-sach.xlsx",
        round_ref=in_round.ref,
        award_code=award,
        actor=officer,
        at=AT,
    )


def preview(ref: str) -> Preview:
    return preview_of(Upload.objects.get(ref=ref))


def refusal(caught: pytest.ExceptionInfo[Refused]) -> str:
    return caught.value.objection.code


def test_somebody_of_the_register_is_recognised_and_saved(
    unit: Organisation, officer: Actor, in_round: Round
) -> None:
    known = person("Vàng Thị Lúa Chín", unit=unit, birth_on=date(1985, 6, 12))
    ref = kept(sheet(("Vàng Thị Lúa Chín", "12/6/1985", "", "Trưởng khoa")), officer, in_round)

    batch_ref = save_drafts(ref, leave_out_bad=False, actor=officer, at=AT)

    row = Nomination.objects.get(batch__ref=batch_ref)
    assert (row.person, row.identity, row.state) == (known, "LINKED", State.DRAFT)
    assert (row.position, row.award_code, row.achievement_year) == ("Trưởng khoa", "CSTDT", 2025)
    assert [line.verb for line in entries_about(("batch", batch_ref))] == ["save_drafts"]


def test_an_identity_number_is_kept_only_as_a_digest_and_its_last_digits(
    unit: Organisation, officer: Actor, in_round: Round
) -> None:
    number = "999000123456"
    known = person(
        "Vàng Thị Lúa Chín", unit=unit, identity_digest=digest_of_identity_number(number)
    )
    ref = kept(sheet(("Vàng Thị Lúa Chín", "", number)), officer, in_round)

    batch_ref = save_drafts(ref, leave_out_bad=False, actor=officer, at=AT)

    row = Nomination.objects.get(batch__ref=batch_ref)
    assert (row.person, row.identity_tail) == (known, "456")
    assert number not in str(Nomination.objects.values().get(pk=row.pk))


def test_namesakes_are_chosen_by_a_person_before_anything_is_saved(
    unit: Organisation, officer: Actor, in_round: Round
) -> None:
    first = person("Hoàng Thị Cỏ May", unit=unit, birth_on=date(1988, 3, 14))
    second = person("Hoàng Thị Cỏ May", unit=unit, birth_on=date(1988, 11, 2))
    ref = kept(sheet(("Hoàng Thị Cỏ May", "1988")), officer, in_round)
    (row,) = preview(ref).rows

    with pytest.raises(Refused) as unchosen:
        save_drafts(ref, leave_out_bad=False, actor=officer, at=AT)
    with pytest.raises(Refused) as nobody_of_these:
        choose_person(ref, row.row, "khong-co", actor=officer, at=AT)
    choose_person(ref, row.row, second.ref, actor=officer, at=AT)
    batch_ref = save_drafts(ref, leave_out_bad=False, actor=officer, at=AT)

    assert {candidate.ref for candidate in row.candidates} == {first.ref, second.ref}
    assert (refusal(unchosen), refusal(nobody_of_these)) == ("ROWS_NOT_READY", "NOT_A_CHOICE")
    saved = Nomination.objects.get(batch__ref=batch_ref)
    assert (saved.person, saved.identity) == (second, "CHOSEN")


def test_a_row_can_mean_somebody_new_although_there_are_namesakes(
    unit: Organisation, officer: Actor, in_round: Round
) -> None:
    person("Hoàng Thị Cỏ May", unit=unit, birth_on=date(1988, 3, 14))
    person("Hoàng Thị Cỏ May", unit=unit, birth_on=date(1988, 11, 2))
    ref = kept(sheet(("Hoàng Thị Cỏ May", "1988")), officer, in_round)

    choose_person(ref, preview(ref).rows[0].row, NEW, actor=officer, at=AT)
    batch_ref = save_drafts(ref, leave_out_bad=False, actor=officer, at=AT)

    saved = Nomination.objects.get(batch__ref=batch_ref)
    assert (saved.person, saved.identity) == (None, "NEW")


def test_wrong_rows_stop_the_list_or_are_left_out(officer: Actor, in_round: Round) -> None:
    ref = kept(
        sheet(
            ("Lù Văn Suối", "12/6/1985"),
            ("Đỗ Văn Gió Núi", "31/02/1984"),
            ("Giàng A Suối", "17/8/1982", "", "", "", "Cờ gì đó"),
        ),
        officer,
        in_round,
    )

    with pytest.raises(Refused, match="2 dòng sai tại ô") as stopped:
        save_drafts(ref, leave_out_bad=False, actor=officer, at=AT)
    batch_ref = save_drafts(ref, leave_out_bad=True, actor=officer, at=AT)

    assert refusal(stopped) == "ROWS_NOT_READY"
    assert [n.name for n in Nomination.objects.filter(batch__ref=batch_ref)] == ["Lù Văn Suối"]
    assert "bỏ 2 dòng" in entries_about(("batch", batch_ref))[0].said


def test_a_list_of_wrong_rows_only_cannot_be_saved(officer: Actor, in_round: Round) -> None:
    ref = kept(sheet(("Đỗ Văn Gió Núi", "31/02/1984")), officer, in_round)

    with pytest.raises(Refused) as caught:
        save_drafts(ref, leave_out_bad=True, actor=officer, at=AT)

    assert refusal(caught) == "NOTHING_GOOD"
    assert not Batch.objects.exists()


def test_each_problem_stands_at_its_cell(officer: Actor, in_round: Round) -> None:
    ref = kept(sheet(("Đỗ Văn Gió Núi", "31/02/1984")), officer, in_round)

    (problem,) = preview(ref).rows[0].blocking

    assert problem.cell == "C2"
    assert "không phải ngày có thật" in problem.text


def test_the_same_person_twice_or_already_proposed_is_marked(
    unit: Organisation, officer: Actor, in_round: Round
) -> None:
    person("Vàng Thị Lúa Chín", unit=unit, birth_on=date(1985, 6, 12))
    other = person("Lù Văn Suối", unit=unit, birth_on=date(1980, 1, 2))
    elsewhere = make.batch(
        BatchState.SUBMITTED, unit=organisation("Sở Nội vụ tỉnh Lào Cai"), in_round=in_round
    )
    make.nomination(elsewhere, State.CHECKED, person=other, name="Lù Văn Suối")
    ref = kept(
        sheet(
            ("Vàng Thị Lúa Chín", "12/6/1985"),
            ("VÀNG THỊ LÚA CHÍN", "12-6-1985", "", "Khác"),
            ("Lù Văn Suối", "2/1/1980"),
        ),
        officer,
        in_round,
    )

    codes = [[p.code for p in row.blocking] for row in preview(ref).rows]

    assert codes[0] == []
    assert codes[1]
    assert codes[2] == ["ALREADY_NOMINATED"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "không có"),
        (b"%PDF-1.4\n%%EOF\n", "bảng tính"),
        (sheet(("Lù Văn Suối",))[:200], ""),
        (write_table(("Cột", "Khác"), [("a", "b")]), "cột"),
        (write_table(HEAD, []), "không có dòng nào"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_one_sentence_and_not_kept(
    officer: Actor, in_round: Round, data: bytes, words: str
) -> None:
    with pytest.raises(Refused) as caught:
        kept(data, officer, in_round)

    sentence = caught.value.objection.sentence
    assert words in sentence
    assert "Traceback" not in sentence
    assert sentence.endswith(".")
    assert not Upload.objects.exists()
    assert not StoredFile.objects.exists()


def test_the_same_file_does_not_become_two_lists(officer: Actor, in_round: Round) -> None:
    data = sheet(("Lù Văn Suối", "12/6/1985"))
    first = kept(data, officer, in_round)
    save_drafts(first, leave_out_bad=False, actor=officer, at=AT)

    with pytest.raises(Refused) as again:
        kept(data, officer, in_round)
    with pytest.raises(Refused) as saved:
        save_drafts(first, leave_out_bad=False, actor=officer, at=AT)
    with pytest.raises(Refused) as chosen:
        choose_person(first, 2, NEW, actor=officer, at=AT)

    assert [refusal(c) for c in (again, saved, chosen)] == [
        "SAME_FILE",
        "ALREADY_SAVED",
        "ALREADY_SAVED",
    ]


def test_another_unit_does_not_see_an_upload(officer: Actor, in_round: Round) -> None:
    ref = kept(sheet(("Lù Văn Suối", "12/6/1985")), officer, in_round)
    stranger = actor(Role.UNIT_OFFICER, unit=organisation("Sở Khác"))

    with pytest.raises(Unseen):
        save_drafts(ref, leave_out_bad=False, actor=stranger, at=AT)
    with pytest.raises(Unseen):
        choose_person(ref, 2, NEW, actor=stranger, at=AT)


def test_only_a_unit_uploads_and_only_into_a_round_that_has_begun(
    unit: Organisation, officer: Actor, in_round: Round
) -> None:
    data = sheet(("Lù Văn Suối", "12/6/1985"))
    later = make.round_("Đợt sau", opens_on=date(2026, 9, 15), submit_by=date(2026, 9, 20))

    with pytest.raises(Refused) as by_office:
        kept(data, actor(Role.SPECIALIST, unit=unit), in_round)
    with pytest.raises(Refused) as too_early:
        kept(data, officer, later)
    with pytest.raises(Unseen):
        keep_upload(
            data, original_name="a.xlsx", round_ref="khong-co", award_code="", actor=officer, at=AT
        )

    assert (refusal(by_office), refusal(too_early)) == ("NOT_OFFICER", "ROUND_NOT_OPEN")


def test_what_no_paper_can_print_or_no_column_holds_is_said_at_its_cell(
    officer: Actor, in_round: Round
) -> None:
    ref = kept(
        sheet(("Lù 😀 Suối", "12/6/1985"), ("Lù " + "Văn" * 100, "12/6/1985")), officer, in_round
    )

    first, second = preview(ref).rows

    assert [(p.code, p.cell) for p in first.blocking] == [("UNPRINTABLE", "B2")]
    assert [(p.code, p.cell) for p in second.blocking] == [("TOO_LONG", "B3")]


def test_somebody_new_is_not_proposed_twice_by_one_unit(
    unit: Organisation, officer: Actor, in_round: Round
) -> None:
    first = make.batch(BatchState.SUBMITTED, unit=unit, in_round=in_round)
    make.nomination(first, State.CHECKED, name="Lù Văn Suối")
    ref = kept(sheet(("LÙ VĂN SUỐI", "12/6/1985")), officer, in_round)

    (row,) = preview(ref).rows

    assert [p.code for p in row.blocking] == ["ALREADY_NOMINATED"]


def test_a_birth_after_the_day_of_the_upload_is_a_problem_at_its_cell(
    officer: Actor, in_round: Round
) -> None:
    later = AT.year + 1

    (row,) = preview(kept(sheet(("Vàng Thị Lúa Chín", str(later))), officer, in_round)).rows

    assert [(found.cell, found.code) for found in row.blocking] == [("C2", "BIRTH_IN_FUTURE")]


def test_an_award_that_no_person_can_receive_is_refused_at_its_cell(
    officer: Actor, in_round: Round
) -> None:
    listed = sheet(("Vàng Thị Lúa Chín", "12/6/1985", "", "", "", "TTLĐXS"))

    (row,) = preview(kept(listed, officer, in_round)).rows

    assert [(found.cell, found.code, found.text) for found in row.blocking] == [
        ("G2", "AWARD_NOT_FOR_SUBJECT", "TTLĐXS không dành cho cá nhân.")
    ]


def test_a_table_of_word_is_a_list_and_what_goes_on_without_headings_is_named(
    officer: Actor, in_round: Round
) -> None:
    lines = [(str(n), name, "12/06/1985", "", "Y sĩ", "Trạm", "") for n, name in enumerate(NAMES)]
    data = docx("DANH SÁCH", [HEAD, lines[0]], "Tiếp theo", [lines[1]], [HEAD, lines[1]])

    ref = keep_upload(
        data,
        original_name="a.docx",
        round_ref=in_round.ref,
        award_code="CSTDT",
        actor=officer,
        at=AT,
    )
    found = preview_of(Upload.objects.get(ref=ref))

    assert [row.written.name for row in found.rows] == [NAMES[0]]
    assert [problem.text.split(";")[0] for problem in found.problems] == [
        "Tệp có 2 bảng có danh sách",
        "“Bảng 2” không có tiêu đề cột nên không đọc",
    ]
