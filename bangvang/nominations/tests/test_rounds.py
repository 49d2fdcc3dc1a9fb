"""What a round receives and until when; lists that come late, or are taken back."""

from datetime import date

import pytest

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.sheets import write_table
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.actions.change_round import change_round
from bangvang.nominations.actions.drop_intake_day import drop_intake_day
from bangvang.nominations.actions.keep_upload import keep_upload
from bangvang.nominations.actions.open_round import open_round
from bangvang.nominations.actions.set_intake_day import set_intake_day
from bangvang.nominations.families import families, kinds_of
from bangvang.nominations.intake.preview import preview_of
from bangvang.nominations.models import IntakeDay, Nomination, Round, Upload
from bangvang.nominations.selectors.batches import batches_for
from bangvang.nominations.selectors.rounds import round_seen, rounds, rounds_for_unit
from bangvang.nominations.states import BatchState
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

BOSS = actor(Role.OFFICE_HEAD)
HEAD_ROW = ("TT", "Họ và tên", "Ngày sinh", "Đơn vị", "Hình thức đề nghị", "Loại hình")


@pytest.fixture
def unit() -> Organisation:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def head(unit: Organisation) -> Actor:
    return actor(Role.UNIT_HEAD, unit=unit, name="Vàng Thị Núi")


def code(caught: pytest.ExceptionInfo[Refused]) -> str:
    return caught.value.objection.code


def set_day(round_: Round, day: date, **of: str) -> str:
    case = {"award_code": "", "kind": "", "sector_ref": ""} | of
    return set_intake_day(round_.ref, submit_by=day, actor=BOSS, at=AT, **case)


def changed(round_: Round, **to: object) -> None:
    given = {
        name: getattr(round_, name)
        for name in ("opens_on", "submit_by", "ballot_by", "families", "levels", "award_codes")
    }
    reason = str(to.pop("reason", "Theo công văn mới."))
    version = to.pop("version", round_.version)
    who = to.pop("actor", BOSS)
    change_round(round_.ref, reason, **given | to, version=version, actor=who, at=AT)  # type: ignore[arg-type]


def test_every_family_has_a_kind_of_commendation() -> None:
    assert len(families()) == 9
    assert kinds_of(["CONG_TRANG", "CUM_KHOI"]) == kinds_of(["CONG_TRANG"])


def test_a_round_for_sudden_merit_gives_its_kind_and_refuses_others_at_the_cell(
    unit: Organisation,
) -> None:
    officer = actor(Role.UNIT_OFFICER, unit=unit)
    ref = open_round(
        "Đợt đột xuất",
        achievement_year=2026,
        opens_on=date(2026, 8, 1),
        submit_by=date(2026, 9, 30),
        ballot_by=date(2026, 10, 9),
        families=["DOT_XUAT"],
        levels=["province"],
        award_codes=["BK_TINH"],
        actor=BOSS,
        at=AT,
    )
    rows = [
        ("1", "Lù Văn Suối", "12/6/1985", "Sở Y tế", "Bằng khen tỉnh", ""),
        ("2", "Đỗ Văn Gió", "12/6/1986", "Sở Y tế", "CSTĐ tỉnh", "Công trạng"),
    ]
    upload = keep_upload(
        write_table(HEAD_ROW, rows),
        original_name="ds.xlsx",
        round_ref=ref,
        award_code="",
        actor=officer,
        at=AT,
    )

    good, wrong = preview_of(Upload.objects.get(ref=upload)).rows

    assert (good.kind, good.blocking) == ("SUDDEN", ())
    assert [(p.code, p.cell) for p in wrong.blocking] == [
        ("AWARD_NOT_RECEIVED", "E3"),
        ("KIND_NOT_RECEIVED", "F3"),
    ]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"families": ["KHONG_CO"]}, "UNKNOWN_PART"),
        ({"levels": ["moon"]}, "UNKNOWN_PART"),
        ({"award_codes": ["X"]}, "UNKNOWN_PART"),
    ],
)
def test_unknown_parts_open_no_round(parts: dict[str, list[str]], expected: str) -> None:
    days = {
        "opens_on": date(2026, 8, 1),
        "submit_by": date(2026, 9, 1),
        "ballot_by": date(2026, 9, 9),
    }
    with pytest.raises(Refused) as caught:
        open_round("Đợt lạ", achievement_year=2025, **days, **parts, actor=BOSS, at=AT)  # type: ignore[arg-type]
    assert code(caught) == expected
    assert not Round.objects.exists()


def test_the_day_that_names_most_decides_for_each_row(unit: Organisation, head: Actor) -> None:
    below = organisation("Bệnh viện Suối Mơ", parent=unit, kind="SUB_UNIT")
    other = organisation("Sở Xây dựng")
    round_ = make.round_()
    set_day(round_, date(2026, 9, 5), award_code="CSTDT")
    set_day(round_, date(2026, 9, 25), sector_ref=unit.ref)
    set_day(round_, date(2026, 9, 11), award_code="CSTDT", sector_ref=unit.ref)
    days = {}
    for of, award in ((below, "CSTDT"), (below, "BK_TINH"), (other, "CSTDT"), (other, "BK_TINH")):
        draft = make.batch(unit=of, in_round=round_)
        make.nomination(draft, award_code=award)
        days[of.name, award] = batches_for(actor(Role.UNIT_HEAD, unit=of))[0].submit_by
        Nomination.objects.all().delete()
        draft.delete()

    assert list(days.values()) == [
        date(2026, 9, 11),
        date(2026, 9, 25),
        date(2026, 9, 5),
        date(2026, 9, 18),
    ]
    assert [one.submit_by.day for one in rounds_for_unit(head, on=AT.date())[0].intakes] == [
        5,
        11,
        25,
    ]
    strange = actor(Role.UNIT_HEAD, unit=other)
    assert len(rounds_for_unit(strange, on=date(2026, 9, 20))) == 0
    assert len(rounds_for_unit(head, on=date(2026, 9, 20))) == 1


def test_days_of_a_round_change_with_a_reason_and_never_against_lists_that_are_in(
    unit: Organisation,
) -> None:
    round_ = make.round_()
    tries = (
        {"actor": actor(Role.SPECIALIST)},
        {"version": 4},
        {"reason": " "},
        {"submit_by": date(2026, 10, 30)},
        {"families": ["?"]},
    )
    refused = []
    for to in tries:
        with pytest.raises(Refused) as caught:
            changed(round_, **to)
        refused.append(code(caught))
    assert refused == ["NOT_OFFICE_HEAD", "STALE", "NO_REASON", "DAYS_OUT_OF_ORDER", "UNKNOWN_PART"]

    changed(round_, submit_by=date(2026, 9, 17))
    round_.refresh_from_db()
    make.batch(BatchState.SUBMITTED, unit=unit, in_round=round_)
    for narrower in (
        {"submit_by": date(2026, 9, 16)},
        {"opens_on": date(2026, 8, 20)},
        {"levels": ["state"]},
    ):
        with pytest.raises(Refused) as caught:
            changed(round_, **narrower)
        assert code(caught) == "LISTS_ALREADY_IN"
    changed(round_, submit_by=date(2026, 9, 25))

    round_.refresh_from_db()
    assert (round_.submit_by, round_.version) == (date(2026, 9, 25), 3)
    assert [e.verb for e in entries_about(("round", round_.ref))] == ["change_round"] * 2


def test_a_day_of_its_own_is_set_once_within_the_round_and_dropped(unit: Organisation) -> None:
    round_ = make.round_()
    Round.objects.filter(pk=round_.pk).update(levels=["province"], families=["CONG_TRANG"])
    day = date(2026, 9, 10)
    refused = []
    for of in (
        {},
        {"award_code": "X"},
        {"kind": "X"},
        {"award_code": "BK_TTG"},
        {"kind": "SUDDEN"},
        {"award_code": "CSTDT", "day": date(2026, 10, 30)},
    ):
        case = dict(of)
        on = case.pop("day", day)
        with pytest.raises(Refused) as caught:
            set_day(round_, on, **case)  # type: ignore[arg-type]
        refused.append(code(caught))
    with pytest.raises(Refused) as other:
        set_intake_day(
            round_.ref, award_code="CSTDT", kind="", sector_ref="", submit_by=day,
            actor=actor(Role.SPECIALIST), at=AT,
        )  # fmt: skip
    ref = set_day(round_, day, award_code="CSTDT")
    with pytest.raises(Refused) as twice:
        set_day(round_, day, award_code="CSTDT")
    with pytest.raises(Unseen):
        drop_intake_day(round_.ref, "khong-co", actor=BOSS, at=AT)
    with pytest.raises(Refused):
        drop_intake_day(round_.ref, ref, actor=actor(Role.SPECIALIST), at=AT)
    assert round_seen(round_.ref).last_day == round_.submit_by
    drop_intake_day(round_.ref, ref, actor=BOSS, at=AT)

    assert refused == [
        "OF_NOTHING", "UNKNOWN_PART", "UNKNOWN_PART", "NOT_RECEIVED", "NOT_RECEIVED",
        "OUTSIDE_ROUND",
    ]  # fmt: skip
    assert (code(other), code(twice)) == ("NOT_OFFICE_HEAD", "DAY_SET_ALREADY")
    assert not IntakeDay.objects.exists()
    assert [e.verb for e in entries_about(("round", round_.ref))] == [
        "set_intake_day",
        "drop_intake_day",
    ]


def test_many_rounds_are_read_in_as_many_queries_as_one(
    unit: Organisation, django_assert_num_queries: object
) -> None:
    for number in range(6):
        round_ = make.round_(f"Đợt {number}")
        set_day(round_, date(2026, 9, 10), sector_ref=unit.ref)
        make.batch(BatchState.SUBMITTED, unit=unit, in_round=round_, number=number)
    with django_assert_num_queries(4):  # type: ignore[operator]  # a fixture of pytest-django
        assert [row.submitted_batches for row in rounds()] == [1] * 6
