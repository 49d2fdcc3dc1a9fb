"""Who may be whom by the odds: keys, levels, scores, decisions, words."""

import re
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.registry.linking import (
    FOR_A_PERSON,
    LINKED,
    NEW,
    Birth,
    Crowd,
    Described,
    Identity,
    Name,
    Sex,
    Unit,
    likely_doubles,
    link,
    reasons,
    weight,
)
from bangvang.registry.linking.crowd import Pairs
from bangvang.registry.linking.levels import (
    birth_level,
    identity_level,
    name_level,
    sex_level,
    unit_level,
)
from bangvang.registry.linking.links import births, score

FREQUENT = Described("nguien thi huong", "nguyễn thị hương", 19800101, "so i te")
RARE = Described("thao seo cau vong", "thào seo cầu vồng", 19850201, "so i te")


def crowd(*people: Described, others: int = 3_000) -> Crowd:
    """Return these people among many of one frequent name, of other years and units."""
    crowd_of_others = [
        FREQUENT._replace(birth=(1950 + i % 50) * 10_000 + 101 + i % 28, unit=f"don vi {i % 90}")
        for i in range(others)
    ]
    return Crowd([*people, *crowd_of_others])


def kind_of(who: Described, *people: Described) -> tuple[int, int]:
    known = crowd(*people)
    found = link(known, known.read([who]))
    return int(found.kind[0]), int(found.best[0])


@pytest.mark.parametrize(
    "who",
    [
        RARE,
        RARE._replace(key="thao seo cau vong"),
        RARE._replace(unit=""),
        RARE._replace(birth=19850000),
        RARE._replace(birth=19850102),
    ],
)
def test_a_rare_name_with_a_birth_that_fits_is_linked(who: Described) -> None:
    assert kind_of(who, RARE) == (LINKED, 0)


def test_an_equal_number_links_a_name_written_otherwise() -> None:
    who = Described("thao seo cau von", "thào seo cầu vồn", 0, "", "x")

    assert kind_of(who, RARE._replace(identity="x")) == (LINKED, 0)


@pytest.mark.parametrize(
    "who",
    [
        RARE._replace(birth=19860302),
        RARE._replace(key="thảo séo cậu vọng", unit="khac"),
        RARE._replace(identity="y", unit="khac"),
        Described("thao seo cau vongg", "thào seo cầu vồngg", 19850201, "khac"),
    ],
)
def test_what_speaks_against_it_is_for_a_person(who: Described) -> None:
    assert kind_of(who, RARE._replace(identity="x")) == (FOR_A_PERSON, 0)


def test_two_who_fit_alike_are_for_a_person() -> None:
    assert kind_of(RARE, RARE, RARE)[0] == FOR_A_PERSON


def test_a_frequent_name_without_a_birth_says_nothing() -> None:
    who = FREQUENT._replace(birth=0, unit="khac")

    assert kind_of(who, RARE) == (NEW, -1)


def test_nobody_near_is_somebody_new() -> None:
    assert kind_of(Described("lo van dat", "lò văn đạt", 19700101)) == (NEW, -1)


def test_nobody_is_linked_to_an_empty_name() -> None:
    assert kind_of(Described("", "", 19850201), RARE) == (NEW, -1)


def test_the_unit_above_counts_as_the_same_unit() -> None:
    known = Crowd([RARE._replace(unit="khoa nhi"), *[FREQUENT] * 50], {"khoa nhi": ["so i te"]})

    same = known.is_above(known.read([RARE]).unit, known.known.unit[:1])

    assert same.tolist() == [True]
    assert known.is_above(np.array([-1]), np.array([-1])).tolist() == [False]


def test_likely_doubles_come_likeliest_first_and_nobody_with_themselves() -> None:
    people = crowd(
        RARE,
        RARE._replace(key="thao seo cau vong", birth=19850000),
        RARE._replace(birth=19850102, unit="khac"),
        others=500,
    )

    pairs, odds = likely_doubles(people, least=0.0, most=2)

    assert pairs.asked.tolist() == [0, 0]
    assert sorted(pairs.known.tolist()) == [1, 2]
    assert odds[0] >= odds[1] > 0


def test_a_rare_name_is_evidence_and_a_frequent_one_is_not() -> None:
    said = (Name.SAME, Birth.YEAR, Unit.OTHER, Identity.UNKNOWN)

    rare = weight(*said, name_share=1e-6, unit_share=1.0)
    frequent = weight(*said, name_share=1e-3, unit_share=1.0)

    assert rare - frequent == pytest.approx(log(1_000))


def test_a_contradicting_number_counts_against() -> None:
    def odds(identity: Identity) -> float:
        return weight(Name.SAME, Birth.FULL, Unit.SAME, identity, name_share=0.01, unit_share=0.01)

    assert odds(Identity.OTHER) < odds(Identity.UNKNOWN) < odds(Identity.SAME)


PERSON = st.builds(
    Described,
    loose=st.sampled_from(["lo van dat", "lo van dan", "lo thi hoa", "vang a pao"]),
    key=st.sampled_from(["lò văn đạt", "lo van dat", "lò văn dát"]),
    birth=st.sampled_from(
        [0, 19850000, 19850201, 19850102, 19850301, 19860201, 19851231, 19850200]
    ),
    unit=st.sampled_from(["", "so i te", "so noi vu"]),
    identity=st.sampled_from(["", "x", "y"]),
    sex=st.sampled_from(["", "F", "M"]),
)


@given(PERSON, PERSON)
def test_one_pair_scores_as_many_do(who: Described, other: Described) -> None:
    known = Crowd([other, who])
    asked = known.read([who])

    found = score(known, asked, Pairs(np.array([0]), np.array([0])))[0]

    share = 1.0 if other.unit == "" else [other.unit, who.unit].count(other.unit) / 2
    assert found == pytest.approx(
        weight(
            name_level(who.loose, who.key, other.loose, other.key)
            if who.loose == other.loose or who.key != other.key
            else _near(who.loose, other.loose),
            birth_level(who.birth, other.birth),
            unit_level(who.unit, {other.unit} - {""}),
            identity_level(who.identity, other.identity),
            sex_level(who.sex, other.sex),
            name_share=[other.loose, who.loose].count(other.loose) / 2,
            unit_share=share,
        )
        - log(2)
    )


def _near(loose: str, other: str) -> Name:
    """Return the level of two names that differ, whatever their marks are said to be."""
    return name_level(loose, f"{loose}-", other, f"{other}+")


@pytest.mark.parametrize(
    ("mine", "theirs", "level"),
    [
        (19850201, 19850201, Birth.FULL),
        (19850000, 19850201, Birth.YEAR),
        (19850200, 19850201, Birth.YEAR),
        (19850300, 19850201, Birth.ONLY_YEAR),
        (19850102, 19850201, Birth.SWAPPED),
        (19850211, 19850201, Birth.ONE_PART),
        (19851231, 19850201, Birth.ONLY_YEAR),
        (19950201, 19850201, Birth.OTHER_YEAR),
        (19950000, 19850201, Birth.OTHER),
        (0, 19850201, Birth.UNKNOWN),
    ],
)
def test_births_agree_so_far(mine: int, theirs: int, level: Birth) -> None:
    assert births(np.array([mine]), np.array([theirs]))[0] == level
    assert birth_level(mine, theirs) is level


def test_reasons_stand_side_by_side_without_figures_of_odds() -> None:
    told = reasons(Name.UNMARKED, Birth.YEAR, Unit.OTHER, Identity.OTHER, Sex.OTHER, namesakes=58)

    assert told.speaks_for == (
        "Trùng họ tên, một bên viết không dấu",
        "Trùng năm sinh, một bên thiếu ngày",
    )
    assert told.against == (
        "Số định danh khác",
        "Đơn vị khác",
        "Giới tính khác",
        "58 người trong sổ cùng tên",
    )
    assert not re.search(r"[.,]\d", " ".join(told.speaks_for + told.against))


def test_every_level_has_its_words_on_one_side() -> None:
    for name in Name:
        for birth in Birth:
            told = reasons(name, birth, Unit.SAME, Identity.SAME, Sex.SAME, namesakes=1)
            said = [*told.speaks_for, *told.against]
            assert len(said) == len(set(said)) >= 3
            assert "Trùng số định danh" in told.speaks_for
            assert ("Trùng năm sinh, một bên thiếu ngày" in told.speaks_for) == (
                birth is Birth.YEAR
            )
