"""Exceptions: certain, not applying, unknown, clashing; and every truth value by brute force."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from bangvang.law.citation import Citation
from bangvang.law.criteria import EverHeld
from bangvang.law.excepted import Excepted, Instead
from bangvang.law.facts import RecordHand
from bangvang.law.finding import Answer, Finding, Reason
from bangvang.law.instruments import Seen
from bangvang.law.kinds import Kind
from bangvang.law.record import Fact, Held, Record
from bangvang.law.rule import as_answer, as_read, is_second_hand
from bangvang.law.stated import IsFact
from bangvang.law.titles.judged import OLD

BASE_CLAUSE = Citation("ND-91-2017", 24)
FIRST_CLAUSE = Citation("ND-91-2017", 3)
SECOND_CLAUSE = Citation("ND-91-2017", 9, 2)
NAMES = ("BASE", "FIRST_APPLIES", "FIRST_MET", "SECOND_APPLIES", "SECOND_MET")
VALUES = (True, False, None)


def asks(name: str, cite: Citation) -> IsFact:
    return IsFact(f"test.{name}", name, cite, name)


def instead(name: str, cite: Citation) -> Instead:
    return Instead(
        f"Ngoại lệ {name}", cite, asks(f"{name}_APPLIES", cite), asks(f"{name}_MET", cite)
    )


ONE = Excepted("test.one", asks("BASE", BASE_CLAUSE), (instead("FIRST", FIRST_CLAUSE),))
TWO = Excepted("test.two", ONE.base, (*ONE.exceptions, instead("SECOND", SECOND_CLAUSE)))


def hand(**facts: Fact) -> RecordHand:
    return RecordHand(Record((), {}, facts), year=2021, on=OLD)


def explained(rule: Excepted, **facts: Fact) -> Finding:
    return rule.explain(hand(**facts))


def outcomes(world: dict[str, bool]) -> set[bool]:
    """Return what holds where everything is known: the base, or each exception that applies."""
    found = {
        world[f"{name}_MET"] for name in ("FIRST", "SECOND") if world.get(f"{name}_APPLIES", False)
    }
    return found or {world["BASE"]}


def worlds(facts: dict[str, bool | None]) -> Iterator[dict[str, bool]]:
    """Fill in the unknown in every way."""
    ways = ([value] if value is not None else [True, False] for value in facts.values())
    for values in product(*ways):
        yield dict(zip(facts, values, strict=True))


@pytest.mark.parametrize(("rule", "names"), [(ONE, NAMES[:3]), (TWO, NAMES)], ids=("one", "two"))
def test_for_every_truth_value_the_answer_is_that_of_all_worlds(
    rule: Excepted, names: tuple[str, ...]
) -> None:
    for values in product(VALUES, repeat=len(names)):
        facts = dict(zip(names, values, strict=True))
        found = rule.ask(hand(**facts))

        each = [outcomes(world) for world in worlds(facts)]
        assert found.met is all(one == {True} for one in each), facts
        assert found.may is any(True in one for one in each), facts
        assert explained(rule, **facts).answer is as_answer(found), facts


def test_where_the_exception_applies_it_speaks_with_its_clause() -> None:
    found = explained(ONE, BASE=False, FIRST_APPLIES=True, FIRST_MET=True)

    assert found.answer is Answer.MET
    assert found.title == "Ngoại lệ FIRST"
    assert found.sentence == "FIRST_MET: đã được xác nhận. (Điều 3 Nghị định 91/2017/NĐ-CP)"


def test_where_it_applies_it_can_also_be_worse_than_the_rule() -> None:
    assert explained(ONE, BASE=True, FIRST_APPLIES=True, FIRST_MET=False).answer is Answer.NOT_MET


def test_where_it_does_not_apply_the_rule_speaks() -> None:
    found = explained(ONE, BASE=True, FIRST_APPLIES=False, FIRST_MET=False)

    assert found == ONE.base.explain(hand(BASE=True))


def test_not_known_whether_it_applies_both_outcomes_are_named_and_the_question_asked() -> None:
    found = explained(ONE, BASE=False, FIRST_MET=True)

    assert found.answer is Answer.FOR_A_PERSON
    assert found.why is Reason.FACT_MISSING
    assert found.asked == ("FIRST_APPLIES",)
    assert found.sentence == (
        "Nếu thuộc ngoại lệ (Ngoại lệ FIRST): FIRST_MET: đã được xác nhận. (Điều 3 Nghị định "
        "91/2017/NĐ-CP) Nếu không thuộc ngoại lệ (BASE): BASE: hồ sơ xác nhận không đạt."
    )


@pytest.mark.parametrize(
    ("applies", "is_open"), [({}, True), ({"FIRST_APPLIES": True, "SECOND_APPLIES": True}, False)]
)
def test_joined_outcomes_name_each_row_once_and_each_year_that_is_not_known(
    applies: dict[str, Fact],
    is_open: bool,  # a truth value is what is tested
) -> None:
    titled = EverHeld("test.titled", "Danh hiệu", FIRST_CLAUSE, ("CSTDCS",))
    praised = EverHeld("test.praised", "Bằng khen", SECOND_CLAUSE, ("BK_TINH",))
    rule = replace(
        TWO,
        exceptions=tuple(
            replace(one, then=then)
            for one, then in zip(TWO.exceptions, (titled, titled), strict=True)
        ),
        base=praised,
    )
    row = Held("CSTDCS", Kind.MERIT, 2020, record_id="t")
    one = RecordHand(Record((row,), {}, applies), year=2021, on=OLD)

    found = rule.explain(one)

    assert [used.record_id for used in found.used] == ["t"]
    assert [lacking.code for lacking in found.missing] == (["BK_TINH"] if is_open else [])


def test_outcomes_that_agree_leave_nothing_to_look_for() -> None:
    praised = EverHeld("test.praised", "Bằng khen", SECOND_CLAUSE, ("BK_TINH",))
    rule = replace(ONE, exceptions=(replace(ONE.exceptions[0], when=praised),))

    found = explained(rule, BASE=True, FIRST_MET=True)

    assert praised.explain(hand()).missing != ()
    assert (found.answer, found.missing, found.why) == (Answer.MET, (), None)


@pytest.mark.parametrize(("value", "answer"), [(True, Answer.MET), (False, Answer.NOT_MET)])
def test_not_known_whether_it_applies_outcomes_that_agree_decide(
    value: bool,  # a truth value is what is tested
    answer: Answer,
) -> None:
    found = explained(ONE, BASE=value, FIRST_MET=value)

    assert found.answer is answer
    assert found.asked == ()


def test_of_three_outcomes_the_rule_gives_the_title_and_the_first_exception_the_clause() -> None:
    praised = EverHeld("test.praised", "Bằng khen", BASE_CLAUSE, ("BK_TINH",))
    found = explained(replace(TWO, base=praised))

    assert found.title == "Bằng khen"
    assert found.requires == praised.requires != ONE.base.explain(hand()).requires
    assert found.cite == FIRST_CLAUSE


def test_an_outcome_that_is_open_too_is_asked_about_beside_the_exception() -> None:
    assert explained(ONE, BASE=False).asked == ("FIRST_APPLIES", "FIRST_MET")


def test_two_exceptions_that_differ_clash_and_both_clauses_are_named() -> None:
    found = explained(
        TWO, BASE=True, FIRST_APPLIES=True, FIRST_MET=True, SECOND_APPLIES=True, SECOND_MET=False
    )

    assert found.answer is Answer.FOR_A_PERSON
    assert found.why is Reason.EXCEPTIONS_CLASH
    assert FIRST_CLAUSE.text in found.sentence
    assert SECOND_CLAUSE.text in found.sentence


def test_two_exceptions_that_agree_do_not_clash() -> None:
    found = explained(
        TWO, BASE=False, FIRST_APPLIES=True, FIRST_MET=True, SECOND_APPLIES=True, SECOND_MET=True
    )

    assert found.answer is Answer.MET


def test_two_exceptions_both_open_wait_for_facts_and_do_not_clash() -> None:
    found = explained(TWO, BASE=False, FIRST_APPLIES=True, SECOND_APPLIES=True)

    assert found.why is Reason.FACT_MISSING
    assert found.asked == ("FIRST_MET", "SECOND_MET")


def test_the_rule_as_written_shows_its_exceptions_and_asks_for_all() -> None:
    assert [text.sentence[:10] for text in TWO.texts()] == ["BASE. Phải", *["Ngoại lệ: "] * 2]
    assert set(TWO.asks()) == set(NAMES)


def test_an_exception_inside_another_is_said_once_and_names_whom_it_is_for() -> None:
    inner = Excepted("in", ONE.base, (replace(instead("FIRST", FIRST_CLAUSE), whom="một"),))
    plain = Excepted("in", ONE.base, (instead("FIRST", FIRST_CLAUSE),))
    outer = replace(instead("SECOND", SECOND_CLAUSE), whom="hai")
    told = [
        Excepted("out", ONE.base, (replace(outer, then=then),)).texts()[2].sentence
        for then in (inner, plain)
    ]

    assert [sentence.partition(" FIRST_MET")[0] for sentence in told] == [
        "Ngoại lệ (hai; một):",
        "Ngoại lệ (hai):",
    ]


def test_what_is_read_second_hand_inside_an_exception_waits_and_is_read_with_the_rest() -> None:
    then = replace(ONE.exceptions[0].then, known=Seen.SECONDARY)  # type: ignore[type-var]
    rule = replace(ONE, exceptions=(replace(ONE.exceptions[0], then=then),))

    assert (is_second_hand(ONE), is_second_hand(rule)) == (False, True)
    assert not is_second_hand(as_read(rule))
    assert as_read(rule) == ONE
