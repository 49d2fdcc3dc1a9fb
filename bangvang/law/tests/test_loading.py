"""Law texts are read strictly: what could mislead is refused, with file and line."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from bangvang.law.catalogue import catalogue, read_catalogue, spellings_of
from bangvang.law.citation import Citation
from bangvang.law.dated import Entry, NotInForce, TextUnseen, Timeline
from bangvang.law.instruments import (
    Seen,
    instrument_name,
    instruments,
    read_instruments,
    weakest,
)
from bangvang.law.loading import load, texts
from bangvang.law.questions import questions
from bangvang.law.rulebook import (
    READ_ELSEWHERE,
    ROUTES,
    check,
    check_questions,
    rulebook_version,
    version_of,
)
from bangvang.law.tables import BadText
from bangvang.law.titles.provincial_fighter import ROUTES as FIGHTER

GOOD = """# a comment
[[entry]]
id = "x"
since = 2017-10-01
until = 2024-01-01
value = 3
unit = "years"
cite = { instrument = "ND-91-2017", article = 9, clause = 2 }
seen = "source"
compared_on = 2026-11-22
"""
UNSEEN = """
[[entry]]
id = "x"
since = 2024-01-01
text_unseen = "LUAT-06-2022"
cite = { instrument = "LUAT-06-2022" }
seen = "unverified"
compared_on = 2026-11-22
"""


def write(folder: Path, text: str, name: str = "made_up.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_good_entry_is_read_with_its_place(tmp_path: Path) -> None:
    found = load(write(tmp_path, GOOD + UNSEEN), instruments())

    entry = found.on("x", date(2023, 12, 31))
    assert entry == Entry(
        id="x",
        since=date(2017, 10, 1),
        until=date(2024, 1, 1),
        value=3,
        text_unseen=None,
        unit="years",
        cite=Citation("ND-91-2017", 9, 2),
        seen=Seen.SOURCE,
        compared_on=date(2026, 11, 22),
        where="made_up.toml, line 2",
    )
    assert found.on("x", date(2024, 1, 1)).text_unseen == "LUAT-06-2022"
    with pytest.raises(TextUnseen):
        found.on("x", date(2024, 1, 1)).whole()
    with pytest.raises(TypeError):
        entry.names()
    with pytest.raises(NotInForce):
        found.on("x", date(2017, 9, 30))


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('unit = "years"', 'unit = "years"\nnote = "x"', "line 2: unknown key note"),
        ('unit = "years"', 'unit = "yers"', "line 2: unknown unit yers"),
        ('unit = "years"', 'unit = "times_base_salary"', "value must be str"),
        ("value = 3", 'value = "three"', "value must be int"),
        ("value = 3", "value = true", "value must be int"),
        ('value = 3\nunit = "years"', 'value = "3,5"\nunit = "share"', "is no decimal number"),
        ('value = 3\nunit = "years"', 'value = ["a", 1]\nunit = "list"', "a list of texts"),
        ("value = 3\n", "", "line 2: missing key value"),
        ("value = 3\n", 'value = 3\ntext_unseen = "ND-91-2017"\n', "has no value and no unit"),
        ('instrument = "ND-91-2017"', 'instrument = "ND-91"', "cite: unknown instrument ND-91"),
        ("clause = 2 }", "clause = 2, pont = 1 }", "cite: unknown key pont"),
        ('cite = { instrument = "ND-91-2017", article = 9, clause = 2 }', "", "missing key cite"),
        ('seen = "source"', 'seen = "sourc"', "unknown word in seen: sourc"),
        ("since = 2017-10-01", "since = 2018-10-01", "is no start day of ND-91-2017"),
        ("until = 2024-01-01", "until = 2017-10-01", "until must come after since"),
        (
            'value = 3\nunit = "years"',
            'value = "2:3"\nunit = "fraction"',
            "value 2:3 is no fraction",
        ),
        (
            'value = 3\nunit = "years"',
            'value = "2/0"\nunit = "fraction"',
            "value 2/0 is no fraction",
        ),
        (
            'value = 3\nunit = "years"',
            'value = "31/13"\nunit = "day_of_year"',
            "value 31/13 is no day_of_year",
        ),
        ('value = 3\nunit = "years"', 'value = "x"\nunit = "sentences"', "value must be list"),
        ("[[entry]]", "[[entri]]", "unknown key entri"),
        ("value = 3", "value = ", "made_up.toml: "),
    ],
)
def test_a_doubtful_entry_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, why: str
) -> None:
    assert old in GOOD
    folder = write(tmp_path, GOOD.replace(old, new))

    with pytest.raises(BadText, match=r"made_up\.toml") as caught:
        load(folder, instruments())

    assert why in str(caught.value)


def test_another_first_day_needs_a_reason(tmp_path: Path) -> None:
    reasoned = GOOD.replace("since = 2017-10-01", 'since = 2018-10-01\nwhy_this_day = "kept"')

    assert load(write(tmp_path, reasoned), instruments()).on("x", date(2018, 10, 1)).value == 3


def test_the_unseen_text_must_be_a_known_instrument(tmp_path: Path) -> None:
    wrong = UNSEEN.replace('text_unseen = "LUAT-06-2022"', 'text_unseen = "LUAT-X"')

    with pytest.raises(BadText, match="unknown instrument LUAT-X"):
        load(write(tmp_path, wrong), instruments())


@pytest.mark.parametrize(
    ("since", "why"), [("2023-01-01", "overlap"), ("2025-01-01", "nothing is said from")]
)
def test_overlaps_and_holes_are_refused(tmp_path: Path, since: str, why: str) -> None:
    second = UNSEEN.replace("since = 2024-01-01", f'since = {since}\nwhy_this_day = "made up"')

    with pytest.raises(BadText, match=why):
        load(write(tmp_path, GOOD + second), instruments())


def test_an_open_entry_cannot_be_followed() -> None:
    entry = texts().rows["base_salary"].items[-1]

    with pytest.raises(ValueError, match="overlap"):
        Timeline("base_salary", [entry, replace(entry, since=date(2030, 1, 1))])


def test_what_nobody_reads_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadText, match=r"made_up\.toml, line 2: nobody reads x"):
        check((), load(write(tmp_path, GOOD), instruments()), frozenset())


def test_what_is_read_must_exist() -> None:
    with pytest.raises(BadText, match="no entry is called no_such"):
        check(ROUTES, texts(), READ_ELSEWHERE | {"no_such"})


def test_a_rule_reading_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadText, match=r"no entry is called provincial_fighter\."):
        check(FIGHTER, load(write(tmp_path, GOOD), instruments()), frozenset({"x"}))


def test_a_rule_older_than_its_numbers_is_refused() -> None:
    longer = replace(FIGHTER[0], since=date(2017, 9, 1))

    with pytest.raises(NotInForce):
        check((longer,), texts(), READ_ELSEWHERE)


def test_two_versions_of_one_route_may_not_overlap() -> None:
    again = replace(FIGHTER[1], id="provincial_fighter.2025", since=date(2025, 1, 1))

    with pytest.raises(BadText, match="provincial_fighter: two versions overlap on 2025-01-01"):
        check((*ROUTES, again), texts(), READ_ELSEWHERE)
    with pytest.raises(BadText, match="two routes are called provincial_fighter"):
        check((*FIGHTER, FIGHTER[1]), texts(), READ_ELSEWHERE)


def test_no_question_is_put_in_the_negative() -> None:
    negative = re.compile(r"\bkhông\b(?! *[?)])", re.IGNORECASE)
    asked = [re.sub(r"\(.*?\)", "", one.text) for one in questions().values()]

    assert [text for text in asked if negative.search(text)] == []
    assert {one.name for one in questions().values() if not one.wanted} == {
        "BI_XU_PHAT_HANH_CHINH",
        "CH_BI_KY_LUAT",
        "CH_TUOI_NGHI_HUU_CAO_HON",
    }


def test_questions_and_rules_have_to_meet() -> None:
    known = questions()
    asked = known["KY_LUAT_TRONG_NAM"]
    route = next(
        route for route in ROUTES if asked.name in route.rule_on(route.since, texts()).asks()
    )

    with pytest.raises(BadText, match=r"asks \w+, which texts/questions does not have"):
        check_questions((route,), {}, texts())
    with pytest.raises(BadText, match="nobody asks ODD"):
        check_questions(ROUTES, {**known, "ODD": replace(asked, name="ODD")}, texts())
    with pytest.raises(BadText, match="KY_LUAT_TRONG_NAM is no claim"):
        check_questions((*ROUTES, replace(route, claim=asked.name)), known, texts())


INSTRUMENT = """[[instrument]]
id = "A"
name = "Luật A"
number = "1"
since = 2020-01-01
also_starts = [2021-01-01]
seen = "source"
"""


def test_an_instrument_may_begin_in_parts(tmp_path: Path) -> None:
    path = write(tmp_path, INSTRUMENT) / "made_up.toml"

    found = read_instruments(path)["A"]

    assert found.starts_on(date(2020, 1, 1))
    assert found.starts_on(date(2021, 1, 1))
    assert not found.starts_on(date(2022, 1, 1))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (INSTRUMENT + INSTRUMENT, "line 8: A comes twice"),
        (INSTRUMENT.replace("[2021-01-01]", "[1]"), "also_starts must be a list of days"),
    ],
)
def test_a_doubtful_instrument_is_refused(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(BadText, match=why):
        read_instruments(write(tmp_path, text) / "made_up.toml")


AWARD = """[[award]]
code = "A"
abbr = "a"
class = "title"
level = "base"
subjects = ["person"]
names = [{ since = 2017-10-01, name = "Danh hiệu A" }]
"""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (AWARD + AWARD, "line 8: A comes twice"),
        (AWARD.replace('"title"', '"titel"'), "line 1: 'titel' is not a valid"),
        (AWARD.replace('[{ since = 2017-10-01, name = "Danh hiệu A" }]', "[]"), "needs a name"),
        (AWARD.replace("}]", "}, { since = 2018-10-01, name = 'B' }]"), "overlap"),
        (AWARD.replace("since = 2017", "sinc = 2017"), "unknown key sinc"),
        (AWARD.replace('"title"', '"commendation"'), "a commendation has a form, and nothing else"),
        (AWARD + 'form = "order"\n', "a commendation has a form, and nothing else"),
        (
            AWARD.replace('"title"', '"commendation"') + 'form = "odrer"\n',
            "'odrer' is not a valid CommendationForm",
        ),
        (AWARD + 'laws = ["LUAT-X"]\n', "unknown instrument LUAT-X"),
        (AWARD + 'rank = "first"\n', "rank must be int"),
    ],
)
def test_a_doubtful_award_is_refused(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(BadText, match=why):
        read_catalogue(write(tmp_path, text) / "made_up.toml")


def test_a_spelling_for_two_codes_is_refused() -> None:
    certificate = catalogue()["BK_TINH"]

    with pytest.raises(BadText, match="means BK_TINH and BK_BO"):
        spellings_of((certificate, replace(certificate, code="BK_BO")))


@pytest.mark.parametrize(
    ("cite", "text"),
    [
        (Citation("ND-91-2017", 9, 2), "khoản 2 Điều 9 Nghị định 91/2017/NĐ-CP"),
        (
            Citation("LUAT-06-2022", 73, 1, "b"),
            "điểm b khoản 1 Điều 73 Luật Thi đua, khen thưởng 2022",
        ),
        (Citation("LUAT-06-2026"), "Luật số 06/2026/QH16"),
    ],
)
def test_a_citation_reads_from_point_to_instrument(cite: Citation, text: str) -> None:
    assert cite.text == text


def test_an_unknown_instrument_has_no_name() -> None:
    with pytest.raises(BadText, match="unknown instrument X"):
        instrument_name("X")


def test_the_weakest_source_counts() -> None:
    assert weakest() is Seen.SOURCE
    assert weakest(Seen.SOURCE, Seen.MEMORY, Seen.INFERRED) is Seen.MEMORY


@dataclass(frozen=True)
class Folder:
    """Sources of a made-up rulebook."""

    path: Path

    def version(self, name: str, text: str) -> str:
        """Write one source and return the version."""
        target = self.path / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return version_of(self.path)


def test_the_version_follows_the_sources_and_not_their_blanks(tmp_path: Path) -> None:
    folder = Folder(tmp_path)

    first = folder.version("a.toml", "x = 1\n")

    assert folder.version("a.toml", "x = 1  \r\n") == first
    assert folder.version("tests/a.py", "anything") == first
    assert folder.version("a.toml", "x = 2\n") != first
    assert len(rulebook_version()) == 64
