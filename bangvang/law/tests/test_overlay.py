"""What two people read in the official text is laid over what was shipped, and nothing else."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from threading import Barrier, Thread

import pytest

from bangvang.law.appraise import Appraisal, appraise
from bangvang.law.citation import Citation
from bangvang.law.dated import Value
from bangvang.law.finding import Answer, Finding, Reason
from bangvang.law.instruments import Instrument, Seen, instrument_name
from bangvang.law.kinds import Kind
from bangvang.law.loading import Texts, TextsOn, shipped, texts
from bangvang.law.once import given_already
from bangvang.law.overlay import (
    AS_CODED,
    WORDING,
    ReadingOfText,
    laid_over,
    using,
    using_when_asked,
)
from bangvang.law.record import Days, Held, Record
from bangvang.law.routes import Route
from bangvang.law.rulebook import ROUTES, rulebook_version
from bangvang.law.tables import BadText, Table
from bangvang.law.tests.cases import registers
from bangvang.law.voting import agreement_needed
from bangvang.law.waiting import unconfirmed

AMENDED = date(2026, 10, 1)
ASKED = Days(date(2026, 11, 22))
NEW_LAW = Citation("LUAT-06-2026", 1, 3)
TITLES = "provincial_fighter.titles_in_a_row"
INITIATIVES = "provincial_fighter.initiatives"
ROUTE = next(route for route in ROUTES if route.code == "CSTDT" and route.exists_on(AMENDED))
FOUR_IN_A_ROW = Record(
    (
        *(Held("CSTDCS", Kind.MERIT, year, record_id=f"t{year}") for year in range(2022, 2026)),
        Held("SK_TINH", Kind.MERIT, 2024, record_id="i"),
    ),
    registers(Table({"register_complete_from": 2010}, "here")),
)


def reading(
    id_: str,
    value: Value,
    *,
    since: date = AMENDED,
    until: date | None = None,
    unit: str = "awards",
    compared_on: date = date(2026, 11, 2),
) -> ReadingOfText:
    return ReadingOfText(
        id_,
        since,
        until,
        value,
        unit,
        NEW_LAW,
        compared_on,
        "công báo; Lù Văn A, Vàng Thị B",
    )


def wording(route: Route = ROUTE, *, until: date | None = None) -> ReadingOfText:
    return reading(WORDING + route.id, AS_CODED, unit="wording", until=until)


def numbers() -> list[ReadingOfText]:
    return [reading(TITLES, 4), reading(INITIATIVES, 1, unit="initiatives")]


def asked(readings: Iterable[ReadingOfText], record: Record = FOUR_IN_A_ROW) -> Appraisal:
    with using(laid_over(readings)):
        return appraise("CSTDT", record, days=ASKED)


def blocks(finding: Finding) -> dict[str, Finding]:
    return {part.rule: part for part in finding.parts}


def test_a_value_confirmed_for_a_later_day_holds_from_that_day_and_not_before() -> None:
    used = laid_over([reading(TITLES, 4)])

    assert used.on(TITLES, date(2026, 9, 30)).value == 3
    assert used.on(TITLES, AMENDED).value == 4
    assert used.on(TITLES, AMENDED).seen is Seen.SOURCE
    assert used.on(TITLES, AMENDED).where.startswith("công báo")


def test_its_days_are_cut_out_of_what_was_there() -> None:
    used = laid_over([reading(TITLES, 5, since=date(2025, 3, 1), until=date(2025, 6, 1))])

    found = [(row.since, row.until, row.value) for row in used.row(TITLES).items]
    assert found == [
        (date(2017, 10, 1), date(2024, 1, 1), 3),
        (date(2024, 1, 1), date(2025, 3, 1), 3),
        (date(2025, 3, 1), date(2025, 6, 1), 5),
        (date(2025, 6, 1), AMENDED, 3),
    ]


def test_it_replaces_the_entries_that_lie_within_its_days() -> None:
    used = laid_over([reading(TITLES, 5, since=date(2018, 1, 1), until=date(2027, 1, 1))])

    found = [(row.since, row.until, row.value) for row in used.row(TITLES).items]
    assert found == [
        (date(2017, 10, 1), date(2018, 1, 1), 3),
        (date(2018, 1, 1), date(2027, 1, 1), 5),
    ]


def test_of_two_for_the_same_days_the_one_compared_later_holds() -> None:
    earlier = reading(TITLES, 4, compared_on=date(2026, 11, 2))
    later = reading(TITLES, 5, compared_on=date(2026, 11, 9))

    for order in ([earlier, later], [later, earlier]):
        assert laid_over(order).on(TITLES, AMENDED).value == 5


def test_days_between_two_readings_are_unseen_and_not_filled_with_a_neighbour() -> None:
    used = laid_over([reading(TITLES, 4, since=date(2027, 3, 1))])

    between = used.on(TITLES, date(2026, 12, 1))
    assert (between.value, between.text_unseen, between.unit) == (None, "LUAT-06-2026", "")
    assert (between.since, between.until) == (AMENDED, date(2027, 3, 1))
    assert TextsOn(used, date(2027, 3, 1))[TITLES].value == 4


def test_after_a_reading_that_ends_the_text_is_unseen_again() -> None:
    used = laid_over([reading(TITLES, 4, until=date(2027, 1, 1))])

    after = TextsOn(used, date(2027, 1, 1))[TITLES]
    assert (after.value, after.text_unseen, after.since) == (
        None,
        "LUAT-06-2026",
        date(2027, 1, 1),
    )


OWN = "deadline.APPRAISE.own"
EVE = date(2026, 9, 30)


def of_older_text(
    id_: str = OWN,
    value: Value = 15,
    *,
    since: date = date(2025, 7, 1),
    until: date | None = None,
    instrument: str = "ND-152-2025",
    unit: str = "working_days",
) -> ReadingOfText:
    plain = reading(id_, value, since=since, until=until, unit=unit)
    return replace(plain, cite=Citation(instrument, 1, 1))


@pytest.mark.parametrize("until", [None, date(2030, 1, 1)])
def test_a_reading_stops_where_a_newer_law_is_unread(until: date | None) -> None:
    used = laid_over([of_older_text(until=until)])

    assert (used.on(OWN, EVE).value, used.on(OWN, EVE).seen) == (15, Seen.SOURCE)
    for day in (AMENDED, date(2027, 3, 1), date(2029, 12, 31)):
        after = used.on(OWN, day)
        assert (after.value, after.text_unseen, after.seen) == (
            None,
            "LUAT-06-2026",
            Seen.UNVERIFIED,
        )


def test_a_reading_of_what_the_unread_law_does_not_touch_goes_on() -> None:
    """The base salary has a decree of its own, which is read on both sides of that day."""
    newer = replace(
        reading("base_salary", 2_600_000, unit="vnd", since=date(2026, 9, 1)),
        cite=Citation("ND-161-2026", 3),
    )

    with using(laid_over([newer])):
        found = [texts().on("base_salary", day).value for day in (date(2026, 8, 31), AMENDED)]

    assert found == [2_530_000, 2_600_000]


def test_what_stopped_by_itself_waits_again() -> None:
    law = of_older_text(
        "advanced_collective.advanced_members",
        70,
        since=date(2024, 1, 1),
        instrument="LUAT-06-2022",
        unit="percent",
    )
    with using(laid_over([law, of_older_text()])):
        assert OWN not in {line.id for line in unconfirmed(EVE)}
        assert {law.id, OWN} <= {line.id for line in unconfirmed(AMENDED)}


def test_a_reading_that_begins_under_the_newer_law_ends_with_its_own_instrument() -> None:
    used = laid_over([of_older_text(since=AMENDED)])

    assert used.on(OWN, date(2027, 2, 28)).value == 15
    assert used.on(OWN, date(2027, 3, 1)).text_unseen == "LUAT-06-2026"


def test_a_reading_ends_with_an_instrument_that_was_entered() -> None:
    ends = date(2027, 5, 1)
    decree = Instrument("VB-1", "Nghị định 30/2026", "30/2026", AMENDED, ends, (), Seen.SOURCE)
    own = of_older_text(since=AMENDED, instrument="VB-1")
    used = laid_over([own], instruments=[decree])

    assert used.on(OWN, date(2027, 4, 30)).value == 15
    assert used.on(OWN, ends).value is None


def test_a_reading_of_the_newer_law_stays_whichever_was_compared_later() -> None:
    newer = replace(of_older_text(value=12, since=AMENDED), cite=NEW_LAW)
    later = replace(of_older_text(), compared_on=date(2026, 11, 9))

    used = laid_over([newer, later])
    assert (used.on(OWN, EVE).value, used.on(OWN, AMENDED).value) == (15, 12)


def test_after_a_list_of_papers_stopped_the_shipped_one_is_back_and_waits() -> None:
    id_ = "papers.set_by_province"
    before = shipped().on(id_, AMENDED)
    own = of_older_text(id_, ("CSTDCS",), unit="list")
    used = laid_over([own])

    assert used.on(id_, EVE).value == ("CSTDCS",)
    assert (used.on(id_, AMENDED).value, used.on(id_, AMENDED).seen) == (
        before.value,
        Seen.UNVERIFIED,
    )


def test_a_wording_of_the_former_law_says_nothing_of_its_amendment() -> None:
    old = replace(wording(), since=date(2024, 1, 1), cite=Citation("LUAT-06-2022", 23))
    used = laid_over([old])

    assert ROUTE.is_confirmed_on(EVE, used)
    assert not ROUTE.is_read_on(AMENDED, used)


def test_a_number_alone_computes_nothing_while_the_wording_is_not_confirmed() -> None:
    found = asked(numbers())

    assert (found.answer, found.reasons) == (Answer.FOR_A_PERSON, (Reason.TEXT_UNSEEN,))
    assert found.finding.rule == "text_unseen"


def test_with_the_wording_confirmed_an_unread_number_leaves_only_its_own_block_open() -> None:
    found = asked([wording(), reading(TITLES, 4)])

    titles = blocks(found.finding)["provincial_fighter.titles"]
    initiative = blocks(found.finding)["provincial_fighter.initiative"]
    assert found.answer is Answer.FOR_A_PERSON
    assert titles.answer is Answer.MET
    assert (initiative.answer, initiative.why) == (Answer.FOR_A_PERSON, Reason.TEXT_UNSEEN)
    assert "None" not in json.dumps(found.as_json(), ensure_ascii=False)


def test_with_wording_and_numbers_confirmed_the_route_is_computed_with_the_new_number() -> None:
    enough = asked([wording(), *numbers()])
    short = replace(FOUR_IN_A_ROW, held=FOUR_IN_A_ROW.held[2:])

    assert Reason.TEXT_UNSEEN not in enough.reasons
    assert blocks(enough.finding)["provincial_fighter.titles"].answer is Answer.MET
    assert asked([wording(), *numbers()], short).answer is Answer.NOT_MET


def test_a_wording_confirmed_for_a_while_leaves_the_route_unread_afterwards() -> None:
    used = laid_over([wording(until=date(2026, 11, 22))])

    assert ROUTE.is_read_on(date(2026, 11, 21), used)
    assert not ROUTE.is_read_on(date(2026, 11, 22), used)


def test_what_the_law_until_the_day_before_would_say_is_a_hint_and_no_part_of_the_answer() -> None:
    plain = asked([])
    partly = asked([wording()])
    whole = asked([wording(), *numbers()])

    assert plain.hint is not None
    assert plain.hint.cite.instrument == "LUAT-06-2022"
    assert plain.hint_until == date(2026, 9, 30)
    assert plain.answer is Answer.FOR_A_PERSON
    assert partly.hint == plain.hint
    assert (whole.hint, whole.hint_until) == (None, None)


def test_no_hint_where_nothing_was_computed_before_either() -> None:
    assert appraise("NGND", FOUR_IN_A_ROW, days=ASKED).hint is None


def test_the_version_changes_with_what_is_laid_over_and_goes_back() -> None:
    plain = rulebook_version()

    with using(laid_over([reading(TITLES, 4)])):
        four = rulebook_version()
        with using(laid_over([reading(TITLES, 5)])):
            five = rulebook_version()
        assert rulebook_version() == four
    assert len({plain, four, five}) == 3
    assert rulebook_version() == plain
    with using(laid_over([])):
        assert rulebook_version() == plain


def test_the_order_of_readings_changes_neither_version_nor_values() -> None:
    one, other = laid_over(numbers()), laid_over(reversed(numbers()))

    assert one.version == other.version
    assert one.rows.keys() == other.rows.keys()
    assert one.on(TITLES, AMENDED) == other.on(TITLES, AMENDED)


def test_explained_again_under_the_same_readings_it_is_the_same_to_the_byte() -> None:
    first, second = (json.dumps(asked([wording(), *numbers()]).as_json()) for _ in range(2))

    assert first == second
    assert json.dumps(Appraisal.from_json(json.loads(first)).as_json()) == first


def test_what_is_used_goes_back_when_the_block_fails() -> None:
    with pytest.raises(ZeroDivisionError), using(laid_over([reading(TITLES, 4)])):
        raise ZeroDivisionError

    assert texts() is shipped()


def test_entries_that_cost_something_are_fetched_once_and_only_if_asked_for() -> None:
    fetched = []

    def source() -> Texts:
        fetched.append(1)
        return laid_over([reading(TITLES, 4)])

    with using_when_asked(source):
        assert instrument_name("LUAT-06-2022")
        assert fetched == []
        assert texts().on(TITLES, AMENDED).value == 4
        assert texts().on(TITLES, AMENDED).value == 4
    assert fetched == [1]


def test_two_threads_each_have_their_own() -> None:
    meet, seen = Barrier(2, timeout=10), {}

    def ask(number: int) -> None:
        with using(laid_over([reading(TITLES, number)])):
            meet.wait()
            seen[number] = texts().on(TITLES, AMENDED).value
            meet.wait()

    threads = [Thread(target=ask, args=(number,)) for number in (4, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert seen == {4: 4, 5: 5}
    assert texts() is shipped()


def test_an_instrument_that_was_entered_has_its_name_only_while_it_is_used() -> None:
    decree = Instrument("VB-1", "Nghị định 30/2027", "30/2027", AMENDED, None, (), Seen.SOURCE)

    with using(laid_over([], instruments=[decree])):
        assert instrument_name("VB-1") == "Nghị định 30/2027"
        assert instrument_name("LUAT-06-2022") == "Luật Thi đua, khen thưởng 2022"
    with pytest.raises(BadText, match="VB-1"):
        instrument_name("VB-1")


def test_an_entered_instrument_does_not_take_the_name_of_a_shipped_one() -> None:
    false = Instrument("LUAT-06-2022", "Luật khác", "1", AMENDED, None, (), Seen.SOURCE)

    with using(laid_over([], instruments=[false])):
        assert instrument_name("LUAT-06-2022") == "Luật Thi đua, khen thưởng 2022"


def test_a_pass_mark_needs_its_titles_and_its_share_read() -> None:
    on = date(2026, 11, 22)
    titles = reading("voting.higher.titles", ("CSTDT",), unit="list")
    share = reading("voting.higher.agreement", 75, unit="percent_of_members")

    with using(laid_over([titles])):
        unread = agreement_needed("CSTDT", on=on)
    with using(laid_over([titles, share])):
        read = agreement_needed("CSTDT", on=on)

    assert unread is not None
    assert (unread.share, unread.text_unseen) == (None, True)
    assert read is not None
    assert read.share is not None
    assert (read.share.text, read.seen, read.cite) == ("ít nhất 75 %", Seen.SOURCE, NEW_LAW)


def test_a_clause_that_was_dropped_no_longer_holds() -> None:
    on = date(2026, 11, 22)
    asked_for = ("CSTDCS", Kind.MERIT, 2024, FOUR_IN_A_ROW, on)

    assert given_already(*asked_for) is not None
    with using(laid_over([reading("once.achievement", value=False, unit="yes_no")])):
        assert given_already(*asked_for) is None


def test_what_is_confirmed_waits_no_longer() -> None:
    on = date(2026, 11, 22)
    before = {line.id for line in unconfirmed(on)}

    with using(laid_over([wording(), reading(TITLES, 4)])):
        after = {line.id for line in unconfirmed(on)}

    assert before - after == {WORDING + ROUTE.id, TITLES}
    assert INITIATIVES in after


def test_the_head_of_an_article_once_confirmed_is_left_to_people_and_not_to_the_text() -> None:
    """The provincial certificate of 2022: its head was read in a province's regulation only."""
    route = next(one for one in ROUTES if one.id == "provincial_certificate.titles.2024")
    record = Record(
        tuple(Held("CSTDCS", Kind.MERIT, year) for year in (2024, 2025)),
        FOUR_IN_A_ROW.complete_from,
    )
    days = Days(date(2026, 3, 2))

    shipped = appraise("BK_TINH", record, days=days)
    as_coded = replace(wording(route, until=AMENDED), since=date(2024, 1, 1), cite=route.cite)
    with using(laid_over([as_coded])):
        confirmed = appraise("BK_TINH", record, days=days)

    assert (shipped.answer, shipped.reasons) == (Answer.FOR_A_PERSON, (Reason.WEAK_SOURCE,))
    assert (confirmed.answer, confirmed.reasons) == (Answer.FOR_A_PERSON, (Reason.JUDGEMENT,))
