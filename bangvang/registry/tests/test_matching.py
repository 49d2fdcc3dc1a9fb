"""Linking names to people: never a false link, else a question."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.foundation.vietnamese import ReadDate
from bangvang.registry.intake.matching import (
    Asked,
    Known,
    match,
    match_collective,
    may_be_others_too,
)

DAY = date(1985, 2, 1)
READ = ReadDate(1985, 2, 1)


def known(
    key: str = "a",
    name: str = "Lò Văn Đạt",
    on: date | None = DAY,
    *,
    year: int | None = None,
    digest: str | None = None,
    unit: str = "Sở Y tế",
) -> Known:
    return Known(key, name, on, on.year if on else year, digest, (unit,))


def asked(
    name: str = "Lò Văn Đạt",
    birth: ReadDate | None = READ,
    digest: str | None = None,
    unit: str = "Sở Y tế",
) -> Asked:
    return Asked(name, birth, digest, unit)


def kind_and_key(who: Asked, *candidates: Known) -> tuple[str, str | None]:
    found = match(who, candidates)
    return found.kind, found.known_key


@pytest.mark.parametrize(
    ("who", "candidates"),
    [
        (asked(digest="x", birth=None), [known(digest="x"), known("b")]),
        (asked("Lo Van Dat", digest="x"), [known(digest="x")]),
        (asked("Ông LÒ VĂN ĐẠT"), [known()]),
        (asked("Lò Văn Đạt", unit="Sở Nội vụ"), [known()]),
        (asked(), [known(), known("b", on=date(1985, 2, 2))]),
        (asked(), [known(), known("b", on=None, year=1985)]),
        (asked(digest="x"), [known()]),
        (asked(birth=ReadDate(1985)), [known(), known("b", on=date(1990, 2, 1))]),
        (asked(), [known(on=None, year=1985)]),
        (asked(birth=ReadDate(1985, 2)), [known()]),
    ],
)
def test_what_settles_it_links(who: Asked, candidates: list[Known]) -> None:
    assert kind_and_key(who, *candidates) == ("linked", "a")


@pytest.mark.parametrize(
    ("who", "candidates"),
    [
        (asked(), []),
        (asked(), [known(on=date(1985, 2, 2))]),
        (asked(), [known(name="Vàng Thị Chín")]),
        (asked(birth=ReadDate(1986)), [known()]),
        (asked(birth=ReadDate(1985, 3)), [known()]),
    ],
)
def test_nobody_left_is_somebody_new(who: Asked, candidates: list[Known]) -> None:
    assert kind_and_key(who, *candidates) == ("new", None)


@pytest.mark.parametrize(
    ("who", "candidates"),
    [
        (asked(), [known(), known("b")]),
        (asked("Lò Văn Dat"), [known()]),
        (asked("Lo Van Dat"), [known()]),
        (asked(birth=None), [known()]),
        (asked(), [known(on=None)]),
        (asked(birth=ReadDate(1985), unit="Sở Nội vụ"), [known()]),
        (asked(birth=ReadDate(1985), unit=""), [known(unit="")]),
        (asked(birth=ReadDate(1985)), [known(), known("b", "Lò Văn Dát", unit="Sở Nội vụ")]),
        (asked(digest="x"), [known(digest="y")]),
        (asked(digest="x"), [known(name="Vàng Thị Chín", digest="x")]),
        (asked(digest="x"), [known(on=date(1990, 1, 1), digest="x")]),
        (asked(digest="x"), [known(digest="x"), known("b", digest="x")]),
    ],
)
def test_what_does_not_settle_it_is_for_a_person(who: Asked, candidates: list[Known]) -> None:
    found = match(who, candidates)

    assert (found.kind, found.known_key) == ("for_a_person", None)
    assert len(found.candidates) == len(candidates)


def test_without_a_name_nobody_is_new() -> None:
    found = match(asked(""), [known()])

    assert (found.kind, found.candidates) == ("for_a_person", ())
    assert found.why == "Thiếu họ tên nên không đối chiếu được."


def test_candidates_come_likeliest_first_with_their_reasons() -> None:
    people = [
        known("e", "Vàng Thị Chín", date(1990, 1, 1), digest="x", unit="Sở Nội vụ"),
        known("d", "Lò Văn Dat"),
        known("c", on=None),
        known("b", on=None, year=1985, digest="y"),
        known("a", on=None, year=1985),
    ]

    found = match(asked(digest="x"), people)

    assert found.why == "Trùng số định danh nhưng họ tên hoặc ngày sinh khác."
    assert [(candidate.key, candidate.why) for candidate in found.candidates] == [
        (
            "e",
            "Họ tên khác (Vàng Thị Chín), ngày sinh khác (trong sổ: 01/01/1990),"
            " trùng số định danh, đơn vị khác.",
        ),
        ("d", "Họ tên khác dấu, trùng ngày sinh (trong sổ: 01/02/1985), cùng đơn vị."),
        ("a", "Trùng họ tên, trùng năm sinh (trong sổ: 1985), cùng đơn vị."),
        ("c", "Trùng họ tên, ngày sinh chưa đủ để so, cùng đơn vị."),
        ("b", "Trùng họ tên, trùng năm sinh (trong sổ: 1985), số định danh khác, cùng đơn vị."),
    ]


PEOPLE = st.lists(
    st.builds(
        known,
        key=st.sampled_from("abcdefgh"),
        name=st.sampled_from(["Lò Văn Đạt", "Lò Văn Dat", "LÒ VĂN ĐẠT", "Vàng Thị Chín"]),
        on=st.sampled_from([DAY, date(1985, 2, 2), None]),
        year=st.sampled_from([1985, 1990, None]),
        digest=st.sampled_from(["x", "y", None]),
        unit=st.sampled_from(["Sở Y tế", "Sở Nội vụ"]),
    ),
    max_size=5,
    unique_by=lambda person: person.key,
)
ASKED = st.builds(
    asked,
    birth=st.sampled_from([READ, ReadDate(1985), None]),
    digest=st.sampled_from(["x", "z", None]),
)


@given(ASKED, PEOPLE)
def test_the_order_of_the_register_changes_nothing(who: Asked, people: list[Known]) -> None:
    shuffled = sorted(people, key=lambda person: person.key, reverse=True)

    assert match(who, people) == match(who, shuffled)


@given(ASKED, PEOPLE)
def test_a_link_never_contradicts_what_is_written(who: Asked, people: list[Known]) -> None:
    found = match(who, people)
    linked = next((person for person in people if person.key == found.known_key), None)

    assert (found.kind == "linked") == (linked is not None)
    if linked and who.identity_digest != linked.identity_digest:
        assert not (who.identity_digest and linked.identity_digest)
        assert linked.name.casefold() == who.name.casefold()
        assert who.birth is not None


@pytest.mark.parametrize(
    ("unit", "units", "kind"),
    [
        ("Sở Y tế", ["Sở Y tế"], "linked"),
        ("SỞ Y TẾ", ["Sở Y tế"], "linked"),
        ("Sở Y tế", ["Sở Nội vụ"], "for_a_person"),
        ("", [""], "for_a_person"),
        ("Sở Y tế", ["Sở Y tế", "Sở Nội vụ"], "for_a_person"),
        ("Sở Y tế", [], "new"),
    ],
)
def test_a_collective_is_its_name_and_the_unit_above(
    unit: str, units: list[str], kind: str
) -> None:
    people = [known(str(n), "Phòng Dân số", None, unit=name) for n, name in enumerate(units)]

    assert match_collective("Phòng dân số", unit, [*people, known()]).kind == kind


def test_a_collective_without_a_name_is_not_new() -> None:
    assert match_collective("", "Sở Y tế", []).kind == "for_a_person"


@pytest.mark.parametrize(
    ("who", "linked", "other", "may_be"),
    [
        (asked(), known(), known("b", on=None), True),
        (asked(), known(), known("b", "Lo Van Dat", on=None, year=1985), True),
        (asked(birth=None), known(digest="x"), known("b", digest="x"), True),
        (asked(), known(on=None, year=1985), known("b", on=None, year=1985), True),
        (asked(birth=None), known(on=None, year=1985), known("b", on=None, year=1990), False),
        (asked(birth=None), known(on=None), known("b", on=None, digest="y"), True),
        (asked(), known(), known("b", on=date(1990, 1, 1)), False),
        (asked(), known(digest="x"), known("b", digest="y"), False),
        (asked(), known(), known("b", "Vàng Thị Chín"), False),
        (asked(), known(), known(), False),
    ],
)
def test_rows_that_may_be_the_same_persons_are_noticed(
    who: Asked, linked: Known, other: Known, may_be: bool
) -> None:
    assert may_be_others_too(who, linked, [linked, other]) is may_be
