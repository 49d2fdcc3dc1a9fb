"""Cells mended on the screen: what is read then, every refusal, the entry, two people at once."""

import pytest

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.foundation.vietnamese import ReadDate
from bangvang.nominations.actions.mend_cells import LONGEST_CELL, MendedCell, mend_cells
from bangvang.nominations.actions.save_drafts import save_drafts
from bangvang.nominations.intake.previewed import PreviewRow
from bangvang.nominations.models import Nomination, Round, Upload
from bangvang.nominations.tests.test_upload import (
    in_round,  # noqa: F401  fixtures
    kept,
    officer,  # noqa: F401
    preview,
    sheet,
    unit,  # noqa: F401
)
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

WRONG = ("Lù Văn Suối Trong", "31/02/1985", "", "Bác sĩ", "Sở Y tế", "CSTĐ tỉnh")
RIGHT = ("Vàng Thị Núi Cao", "12/6/1985", "", "Bác sĩ", "Sở Y tế", "CSTĐ tỉnh")


@pytest.fixture
def upload(officer: Actor, in_round: Round) -> str:  # noqa: F811
    return kept(sheet(WRONG, RIGHT), officer, in_round)


def line(upload: str, row: int = 2) -> PreviewRow:
    return next(one for one in preview(upload).rows if one.row == row)


def refusal(caught: pytest.ExceptionInfo[Refused]) -> str:
    return caught.value.objection.code


def mend(upload: str, by: Actor, row: int = 2, /, **cells: tuple[str, str]) -> int:
    return mend_cells(
        upload,
        row,
        {cell: MendedCell(text, was) for cell, (text, was) in cells.items()},
        actor=by,
        at=AT,
    )


def test_a_wrong_day_is_mended_and_the_file_stays(upload: str, officer: Actor) -> None:  # noqa: F811
    before = read(Upload.objects.get(ref=upload).file.ref)
    assert line(upload).blocking

    changed = mend(upload, officer, C2=("28/02/1985", "31/02/1985"), E2=("Bác sĩ", "Bác sĩ"))

    assert changed == 1
    assert not line(upload).blocking
    assert line(upload).written.birth == ReadDate(1985, 2, 28)
    assert read(Upload.objects.get(ref=upload).file.ref) == before
    assert line(upload, 3).written.name == RIGHT[0]
    entry = entries_about(("upload", upload))[-1]
    assert entry.verb == "mend_cells"
    assert "ô C2" in entry.said
    assert "28/02/1985" not in str(entry)


def test_what_was_mended_is_saved_and_said(upload: str, officer: Actor) -> None:  # noqa: F811
    mend(upload, officer, C2=("28/02/1985", "31/02/1985"))
    mend(upload, officer, G2=("BK tỉnh", "CSTĐ tỉnh"), F2=("", "Sở Y tế"))

    batch = save_drafts(upload, leave_out_bad=False, actor=officer, at=AT)

    saved = Nomination.objects.get(batch__ref=batch, source_row=2)
    assert (saved.award_code, str(saved.birth_on)) == ("BK_TINH", "1985-02-28")
    assert "3 ô sửa trên màn hình" in entries_about(("batch", batch))[-1].said


def test_a_cell_is_mended_again(upload: str, officer: Actor) -> None:  # noqa: F811
    mend(upload, officer, C2=("30/02/1985", "31/02/1985"))
    mend(upload, officer, C2=("27/02/1985", "30/02/1985"))

    assert not line(upload).blocking


def test_what_changes_nothing_is_no_act(upload: str, officer: Actor) -> None:  # noqa: F811
    assert mend(upload, officer, C2=(" 31/02/1985 ", "31/02/1985")) == 0
    assert "mend_cells" not in [one.verb for one in entries_about(("upload", upload))]


@pytest.mark.parametrize(
    ("row", "cell"),
    [(2, "C3"), (2, "A2"), (2, "Z2"), (2, "D2"), (9, "C9"), (1, "C1"), (2, "khong phai o")],
)
def test_only_cells_of_the_row_that_are_read_are_mended(
    upload: str,
    officer: Actor,  # noqa: F811
    row: int,
    cell: str,
) -> None:
    with pytest.raises(Refused) as caught:
        mend(upload, officer, row, **{cell: ("x", "")})

    assert refusal(caught) == "NOT_A_CELL"
    assert Upload.objects.get(ref=upload).mended == {}


def test_nothing_at_all_is_no_cell_of_a_row_that_is_not_there(
    upload: str,
    officer: Actor,  # noqa: F811
) -> None:
    with pytest.raises(Refused) as caught:
        mend(upload, officer, 77)

    assert refusal(caught) == "NOT_A_CELL"


def test_a_text_that_is_too_long_is_refused(upload: str, officer: Actor) -> None:  # noqa: F811
    with pytest.raises(Refused) as caught:
        mend(upload, officer, B2=("x" * (LONGEST_CELL + 1), WRONG[0]))

    assert refusal(caught) == "TOO_LONG"


def test_what_somebody_else_mended_is_not_overwritten(upload: str, officer: Actor) -> None:  # noqa: F811
    mend(upload, officer, C2=("28/02/1985", "31/02/1985"))

    with pytest.raises(Refused) as caught:
        mend(upload, officer, C2=("27/02/1985", "31/02/1985"))

    assert refusal(caught) == "CELL_CHANGED"
    assert "28/02/1985" in caught.value.objection.sentence


def test_a_row_stays_a_proposal(upload: str, officer: Actor) -> None:  # noqa: F811
    cells = {
        at: ("", text)
        for at, text in zip("BCEFG", (WRONG[0], *WRONG[1:2], *WRONG[3:]), strict=True)
    }

    with pytest.raises(Refused) as caught:
        mend(upload, officer, **{f"{at}2": texts for at, texts in cells.items()})

    assert refusal(caught) == "NO_PROPOSAL_LEFT"
    assert Upload.objects.get(ref=upload).mended == {}


def test_a_list_that_was_saved_is_not_mended(upload: str, officer: Actor) -> None:  # noqa: F811
    save_drafts(upload, leave_out_bad=True, actor=officer, at=AT)

    with pytest.raises(Refused) as caught:
        mend(upload, officer, C2=("28/02/1985", "31/02/1985"))

    assert refusal(caught) == "ALREADY_SAVED"


@pytest.mark.parametrize("role", [Role.UNIT_OFFICER, Role.SPECIALIST, Role.OFFICE_HEAD])
def test_nobody_else_mends(upload: str, role: Role) -> None:
    with pytest.raises(Unseen):
        mend(upload, actor(role, unit=organisation("Sở Khác")), C2=("1/1/1985", "31/02/1985"))


@each_connected
def test_of_two_who_mend_one_cell_at_once_one_is_told(upload: str, officer: Actor) -> None:  # noqa: F811
    said = at_once(
        lambda: mend(upload, officer, C2=("28/02/1985", "31/02/1985")),
        lambda: mend(upload, officer, C2=("27/02/1985", "31/02/1985")),
    )

    assert sorted(said) == ["", "CELL_CHANGED"]
