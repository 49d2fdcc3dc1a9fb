"""What a file holds, by award and day: papers, sets, forms, the simple procedure."""

from datetime import date

import pytest

from bangvang.law import (
    Citation,
    Kind,
    NotInForce,
    Seen,
    Subject,
    UnknownAward,
    dossier_for,
    papers_required,
    simple_cases,
    simple_procedure,
)

SESSION = date(2022, 4, 19)
UNDER_98 = date(2024, 4, 19)
UNDER_152 = date(2025, 7, 1)
AMENDED = date(2026, 10, 1)
BASE = ["TO_TRINH", "BAO_CAO_THANH_TICH", "BIEN_BAN_BINH_XET"]
ORDERS = [
    *("HCSV", "HCHCM", "HCDDK"),
    *(f"{order}{rank}" for order in ("HCDL", "HCQC", "HCLD", "HCBVTQ", "HCCC") for rank in "123"),
]
OF_UNITS = ["XAC_NHAN_THUE", "KET_QUA_KIEM_TOAN"]
SHORT = ["TO_TRINH", "BAO_CAO_TOM_TAT"]


@pytest.mark.parametrize(
    ("code", "on", "more"),
    [
        ("LDTT", SESSION, []),
        ("CSTDCS", SESSION, ["CHUNG_NHAN_SANG_KIEN"]),
        ("CSTDT", SESSION, ["KET_QUA_BO_PHIEU", "CHUNG_NHAN_SANG_KIEN"]),
        ("CSTDTQ", SESSION, ["KET_QUA_BO_PHIEU", "CHUNG_NHAN_SANG_KIEN"]),
        ("TTLDXS", SESSION, []),
        ("CO_TINH", SESSION, []),
        ("CO_CP", SESSION, ["KET_QUA_BO_PHIEU"]),
        ("BK_TINH", SESSION, ["CHUNG_NHAN_SANG_KIEN"]),
        ("BK_TTG", SESSION, [*OF_UNITS, "CHUNG_NHAN_SANG_KIEN"]),
        ("HCLD2", SESSION, [*OF_UNITS, "CHUNG_NHAN_SANG_KIEN"]),
        (
            "AHLD",
            SESSION,
            ["KET_QUA_BO_PHIEU", "XAC_NHAN_THUE", "KET_QUA_KIEM_TOAN", "CHUNG_NHAN_SANG_KIEN"],
        ),
        ("LDTT", UNDER_98, []),
        ("CSTDCS", UNDER_98, ["KET_QUA_BO_PHIEU", "CHUNG_NHAN_SANG_KIEN"]),
        ("CSTDT", UNDER_98, ["KET_QUA_BO_PHIEU", "CHUNG_NHAN_SANG_KIEN"]),
        ("CO_TINH", UNDER_98, ["KET_QUA_BO_PHIEU"]),
        ("TTLDXS", UNDER_98, []),
        ("CSTDTQ", UNDER_98, ["KET_QUA_BO_PHIEU", "CHUNG_NHAN_SANG_KIEN", "VAN_BAN_LIEN_QUAN"]),
        ("CO_CP", UNDER_98, ["KET_QUA_BO_PHIEU", "VAN_BAN_LIEN_QUAN"]),
        ("BK_TINH", UNDER_98, ["XAC_NHAN_THANH_TICH"]),
        ("BK_TTG", UNDER_98, ["VAN_BAN_LIEN_QUAN", "XAC_NHAN_THANH_TICH"]),
        ("HCCC1", UNDER_98, ["VAN_BAN_LIEN_QUAN", "XAC_NHAN_THANH_TICH"]),
        ("AHLD", UNDER_98, ["KET_QUA_BO_PHIEU", "VAN_BAN_LIEN_QUAN", "XAC_NHAN_THANH_TICH"]),
    ],
)
def test_the_parts_of_a_file(code: str, on: date, more: list[str]) -> None:
    assert [paper.kind for paper in papers_required(code, on=on)] == BASE + more


@pytest.mark.parametrize("code", ["CSTDTQ", "CO_CP", "BK_TTG", "AHLD", "AHLLVT", "HCDC", "HCHN"])
def test_what_goes_to_the_state_takes_related_papers_along(code: str) -> None:
    found = papers_required(code, on=UNDER_98, kind=Kind.MERIT)

    is_simple = code == "HCDC"
    assert ("VAN_BAN_LIEN_QUAN" in {paper.kind for paper in found}) == (not is_simple)


def test_both_heroes_and_all_orders_have_the_same_papers() -> None:
    for codes in (["AHLD", "AHLLVT"], [*ORDERS, "HCHN"]):
        files = {
            tuple(paper.kind for paper in papers_required(code, on=UNDER_98)) for code in codes
        }
        assert len(files) == 1


def test_each_part_cites_the_clause_that_asks_for_it() -> None:
    found = {paper.kind: paper for paper in papers_required("CSTDTQ", on=UNDER_98)}

    assert found["TO_TRINH"].cite == Citation("LUAT-06-2022", 84, 1)
    assert found["CHUNG_NHAN_SANG_KIEN"].cite == Citation("ND-98-2023", 33)
    assert found["KET_QUA_BO_PHIEU"].cite == Citation("ND-98-2023", 33)
    assert found["VAN_BAN_LIEN_QUAN"].only_if == "nếu có"
    assert {paper.seen for paper in found.values()} == {Seen.SOURCE}


def test_what_is_recalled_or_deduced_says_so() -> None:
    ballot = {paper.kind: paper for paper in papers_required("CSTDT", on=SESSION)}
    related = {paper.kind: paper for paper in papers_required("HCLD3", on=UNDER_98)}

    assert ballot["KET_QUA_BO_PHIEU"].seen is Seen.MEMORY
    assert related["VAN_BAN_LIEN_QUAN"].seen is Seen.INFERRED


def test_from_2024_a_grade_may_stand_in_place_of_the_initiative() -> None:
    found = {
        on: papers_required("CSTDCS", on=on)[-1].or_kind for on in (SESSION, UNDER_98, AMENDED)
    }

    assert found == {SESSION: "", UNDER_98: "XEP_LOAI_HTXSNV", AMENDED: "XEP_LOAI_HTXSNV"}
    assert papers_required("CSTDT", on=UNDER_98)[-1].or_kind == ""


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("LDTT", {Seen.SOURCE}, {Seen.UNVERIFIED}),
        ("CSTDCS", {Seen.SOURCE}, {Seen.UNVERIFIED}),
        ("GIA_DINH_VH", {Seen.SOURCE}, {Seen.UNVERIFIED}),
        ("GIAY_KHEN", {Seen.SOURCE}, {Seen.UNVERIFIED}),
        ("CSTDT", {Seen.SOURCE}, {Seen.SOURCE, Seen.UNVERIFIED}),
        ("TTLDXS", {Seen.SOURCE}, {Seen.SOURCE}),
        ("NGND", {Seen.UNVERIFIED}, {Seen.UNVERIFIED}),
    ],
)
def test_from_july_2025_the_decree_and_the_province_leave_only_hints(
    code: str, before: set[Seen], after: set[Seen]
) -> None:
    for on, seen in ((date(2025, 6, 30), before), (UNDER_152, after)):
        assert {paper.seen for paper in papers_required(code, on=on)} == seen
    by_whom = [dossier_for(code, on=on).set_by_province for on in (date(2025, 6, 30), UNDER_152)]
    is_left = code in {"LDTT", "CSTDCS", "GIA_DINH_VH", "GIAY_KHEN"}
    assert by_whom == [None, Citation("ND-152-2025", 6, 2, "c") if is_left else None]


@pytest.mark.parametrize(
    ("code", "in_2022", "in_2024"),
    [
        ("CSTDTQ", (2, Seen.SOURCE), (1, Seen.SOURCE)),
        ("CO_CP", (2, Seen.SOURCE), (1, Seen.INFERRED)),
        ("BK_TTG", (2, Seen.SOURCE), (1, Seen.INFERRED)),
        ("HCLD1", (3, Seen.SOURCE), (1, Seen.INFERRED)),
        ("AHLD", (3, Seen.SOURCE), (1, Seen.SOURCE)),
        ("HCDC", (3, Seen.SOURCE), (1, Seen.SOURCE)),
        ("BK_TINH", (1, Seen.SOURCE), None),
        ("CSTDT", (1, Seen.MEMORY), None),
        ("LDTT", (1, Seen.MEMORY), None),
        ("KNC", None, None),
    ],
)
def test_the_number_of_sets(
    code: str, in_2022: tuple[int, Seen] | None, in_2024: tuple[int, Seen] | None
) -> None:
    for on, wanted in ((SESSION, in_2022), (UNDER_98, in_2024)):
        sets = dossier_for(code, on=on).sets
        assert (None if sets is None else (sets.count, sets.seen)) == wanted


def test_after_the_decree_of_2023_the_number_of_sets_is_only_a_hint() -> None:
    found = dossier_for("BK_TTG", on=UNDER_152).sets

    assert found is not None
    assert (found.count, found.seen) == (1, Seen.UNVERIFIED)


def test_an_electronic_file_goes_to_the_state_only() -> None:
    upwards, own = (dossier_for(code, on=UNDER_98).e_files for code in ("CSTDTQ", "CSTDT"))

    assert own is None
    assert upwards is not None
    assert (upwards.cite, upwards.seen) == (Citation("QD-311-2025"), Seen.INFERRED)


@pytest.mark.parametrize("day", [date(2025, 1, 1), date(2025, 6, 30)])
def test_what_a_decision_of_2025_says_is_read_for_its_own_year_only(day: date) -> None:
    found, eve = (dossier_for("CO_CP", on=on) for on in (day, date(2024, 12, 31)))

    assert found.sets is not None
    assert eve.sets is not None
    assert found.e_files is not None
    assert (found.sets.seen, found.e_files.seen) == (Seen.SOURCE, Seen.SOURCE)
    assert eve.sets.seen is Seen.INFERRED


@pytest.mark.parametrize(
    ("code", "kind", "subject", "in_2022", "in_2024", "in_2025"),
    [
        ("CO_CP", Kind.MERIT, Subject.COLLECTIVE, "01", None, "02"),
        ("CSTDTQ", Kind.MERIT, Subject.PERSON, "02", None, "03"),
        ("BK_TTG", Kind.MERIT, Subject.COLLECTIVE, "01", None, "04"),
        ("BK_TTG", Kind.MERIT, Subject.PERSON, "02", None, "05"),
        ("BK_TTG", Kind.MERIT, Subject.HOUSEHOLD, "08", None, None),
        ("BK_TTG", Kind.SUDDEN, Subject.PERSON, "06", None, "06"),
        ("BK_TTG", Kind.THEME, Subject.PERSON, "07", None, "08"),
        ("AHLD", Kind.MERIT, Subject.COLLECTIVE, "04", "05", "09"),
        ("AHLD", Kind.MERIT, Subject.PERSON, "05", None, "10"),
    ],
)
def test_the_report_has_another_number_in_each_decree(
    code: str,
    kind: Kind,
    subject: Subject,
    in_2022: str | None,
    in_2024: str | None,
    in_2025: str | None,
) -> None:
    for on, number in ((SESSION, in_2022), (UNDER_98, in_2024), (UNDER_152, in_2025)):
        form = papers_required(code, on=on, kind=kind, subject=subject)[1].form
        assert form is not None
        assert form.number == (None if number is None else f"Mẫu số {number}")
        assert number is not None or form.seen is Seen.UNVERIFIED


def test_form_numbers_say_how_sure_they_are() -> None:
    letter, report, *_, initiative, _ = papers_required("CSTDTQ", on=UNDER_152)

    assert letter.form is not None
    assert report.form is not None
    assert initiative.form is not None
    assert (letter.form.number, letter.form.seen) == ("Mẫu số 01", Seen.SOURCE)
    assert (report.form.number, report.form.seen) == ("Mẫu số 03", Seen.INFERRED)
    assert (initiative.form.number, initiative.form.seen) == ("Mẫu số 13", Seen.SECONDARY)


def test_forms_nobody_numbered_are_none() -> None:
    assert papers_required("LDTT", on=SESSION)[1].form is None
    assert papers_required("CSTDT", on=SESSION)[0].form is None
    assert papers_required("CSTDT", on=date(2027, 3, 1))[0].form is None
    assert papers_required("XA_TIEU_BIEU", on=UNDER_98, subject=Subject.COLLECTIVE)[1].form


def test_external_kinds_of_a_household_have_no_form() -> None:
    found = papers_required("BK_TINH", on=SESSION, kind=Kind.EXTERNAL, subject=Subject.HOUSEHOLD)

    assert found[1].form is None


@pytest.mark.parametrize(
    ("code", "kind", "on", "always"),
    [
        ("HCDC", Kind.MERIT, SESSION, True),
        ("HCDC", Kind.SUDDEN, UNDER_98, True),
        ("HCLD3", Kind.LONG_SERVICE, UNDER_98, True),
        ("HCBVTQ3", Kind.TENURE, UNDER_98, True),
        ("HCHN", Kind.EXTERNAL, UNDER_98, True),
        ("HCLD3", Kind.LONG_SERVICE, SESSION, None),
        ("BK_TTG", Kind.SUDDEN, SESSION, False),
        ("BK_TTG", Kind.SUDDEN, UNDER_98, False),
        ("BK_TTG", Kind.MERIT, UNDER_98, None),
        ("BK_TTG", Kind.THEME, UNDER_98, None),
    ],
)
def test_the_simple_procedure_is_the_rule_a_choice_or_neither(
    code: str, kind: Kind, on: date, always: bool | None
) -> None:
    found = simple_procedure(code, on=on, kind=kind)

    assert (None if found is None else found.always) == always
    required = [paper.kind for paper in papers_required(code, on=on, kind=kind)]
    assert (required == SHORT) == (always is True)
    if found is not None:
        assert [paper.kind for paper in found.papers] == SHORT
        assert dossier_for(code, on=on, kind=kind).simple == found


def test_why_the_simple_procedure_applies_weighs_on_its_papers() -> None:
    by_kind = papers_required("HCLD3", on=UNDER_98, kind=Kind.LONG_SERVICE)
    by_award = papers_required("HCDC", on=UNDER_98)

    assert {paper.seen for paper in by_kind} == {Seen.SOURCE}
    assert {paper.seen for paper in by_award} == {Seen.INFERRED}


def test_the_cases_of_the_simple_procedure_are_five_since_2024() -> None:
    assert [len(simple_cases(on=on).cases) for on in (SESSION, UNDER_98, UNDER_152, AMENDED)] == [
        3,
        5,
        5,
        5,
    ]
    with pytest.raises(NotInForce):
        simple_cases(on=date(2017, 9, 30))


def test_the_amended_law_leaves_only_hints() -> None:
    for code in ("CSTDT", "BK_TTG", "HCDC"):
        assert {paper.seen for paper in papers_required(code, on=AMENDED)} == {Seen.UNVERIFIED}


def test_an_unknown_award_and_a_day_before_its_first_are_refused() -> None:
    for ask in (papers_required, dossier_for, simple_procedure):
        with pytest.raises(UnknownAward):
            ask("NO_SUCH", on=SESSION)
        with pytest.raises(NotInForce):
            ask("BK_TTG", on=date(2017, 9, 30))
        with pytest.raises(NotInForce):
            ask("XA_TIEU_BIEU", on=date(2023, 12, 31))


@pytest.mark.parametrize(
    ("code", "kind", "on", "says", "cite", "seen"),
    [
        (
            "CSTDTQ",
            "BAO_CAO_THANH_TICH",
            SESSION,
            "có xác nhận của cấp trình",
            Citation("ND-91-2017", 49),
            "S",
        ),
        (
            "CSTDTQ",
            "BAO_CAO_THANH_TICH",
            UNDER_98,
            "có xác nhận của cấp trình",
            Citation("ND-98-2023", 33),
            "S",
        ),
        (
            "CSTDTQ",
            "CHUNG_NHAN_SANG_KIEN",
            UNDER_98,
            "ảnh hưởng toàn quốc",
            Citation("ND-98-2023", 33),
            "S",
        ),
        (
            "CSTDT",
            "CHUNG_NHAN_SANG_KIEN",
            UNDER_98,
            "khả năng nhân rộng",
            Citation("ND-98-2023", 34, 2),
            "S",
        ),
        ("CSTDT", "CHUNG_NHAN_SANG_KIEN", UNDER_152, "nhân rộng", Citation("ND-152-2025"), "U"),
    ],
)
def test_a_paper_says_who_confirms_it_where_a_decree_says_so(
    code: str, kind: str, on: date, says: str, cite: Citation, seen: str
) -> None:
    found = next(one for one in papers_required(code, on=on) if one.kind == kind)

    assert says in found.name_vi
    assert found.cite == cite
    assert found.seen is {"S": Seen.SOURCE, "U": Seen.UNVERIFIED}[seen]


def test_a_paper_of_which_no_decree_says_more_has_its_plain_name() -> None:
    assert [one.name_vi for one in papers_required("CSTDT", on=SESSION)][1] == "Báo cáo thành tích"
    names = {one.kind: one.name_vi for one in papers_required("CSTDCS", on=UNDER_98)}
    assert names["CHUNG_NHAN_SANG_KIEN"].startswith("Chứng nhận sáng kiến")
