"""No number of one count reaches anybody before both are closed; no vote leads to a member.

Blindness is tested as the absence of influence: two worlds differ in nothing but the numbers of
the first count, and everything that others can read of them has to be equal.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

import pytest
from django.db import transaction
from django.db.models import Field, ForeignKey

from bangvang.council.actions.close_count import close_count
from bangvang.council.actions.count_sheet import CountSheet
from bangvang.council.actions.enter_written_opinion import OpinionEntered, enter_written_opinion
from bangvang.council.actions.save_count import save_count
from bangvang.council.models import Count, CountLine, PaperTaken
from bangvang.council.selectors.ballots import ballot_page
from bangvang.council.selectors.counts import compared, count_sheet
from bangvang.council.selectors.opinions import opinion_file_for, opinions_page
from bangvang.council.tests.factories import (
    CHAIR,
    FIRST,
    HEAD,
    LATER,
    MEMBER,
    SECOND,
    SECRETARY,
    THIRD,
    closed,
    counting,
    sheet,
)
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Unseen

pytestmark = pytest.mark.django_db

READERS = (SECOND, THIRD, SECRETARY, CHAIR, MEMBER, HEAD)
ONE_WORLD = sheet((13, 4), (7, 7), (0, 11), valid=18, invalid=2)
OTHER_WORLD = sheet((0, 0), (1, 0), (20, 0), valid=20)
LETTER = b"%PDF-1.4 y kien %%EOF"


def world_seen(actor: Actor, ref: str) -> list[object]:
    """Return everything that the selectors give this actor of the ballot."""
    seen: list[object] = [asdict(ballot_page(actor, ref))]
    for selector in (count_sheet, compared):
        try:
            found = selector(actor, ref)
        except Unseen:
            continue
        seen.append([asdict(x) for x in found] if isinstance(found, list) else asdict(found))
    return seen


def history() -> list[tuple[object, ...]]:
    return list(Entry.objects.order_by("seq").values_list("verb", "said", "details", "subject_ref"))


@contextmanager
def undone() -> Iterator[None]:
    """Let what happens inside never have happened, so that both worlds begin alike."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def put(ref: str, whole: CountSheet, *, is_closed: bool) -> None:
    """Let the first count hold these numbers, as if it had been so from the beginning."""
    first = Count.objects.get(teller_no=1)
    first.collected, first.valid, first.invalid = whole.collected, whole.valid, whole.invalid
    first.closed_at = LATER if is_closed else None
    first.save()
    for order, (no, blank) in whole.lines.items():
        CountLine.objects.filter(count=first, row__order=order).update(no=no, blank=blank)


@pytest.mark.parametrize("is_closed", [False, True])
def test_what_others_read_does_not_depend_on_the_first_count(is_closed: bool) -> None:
    ref = counting()
    save_count(ref, ONE_WORLD, version=0, actor=FIRST, at=LATER)
    save_count(ref, OTHER_WORLD, version=0, actor=SECOND, at=LATER)
    put(ref, ONE_WORLD, is_closed=is_closed)
    before = [world_seen(reader, ref) for reader in READERS]

    put(ref, OTHER_WORLD, is_closed=is_closed)

    assert [world_seen(reader, ref) for reader in READERS] == before


def test_the_history_does_not_depend_on_the_numbers() -> None:
    ref = counting()
    begun = Entry.objects.count()
    histories = []

    for whole in (ONE_WORLD, OTHER_WORLD):
        with undone():
            save_count(ref, whole, version=0, actor=FIRST, at=LATER)
            close_count(ref, whole, version=1, actor=FIRST, at=LATER)
            histories.append(history()[begun:])

    assert histories[0] == histories[1]


def test_the_history_of_a_letter_says_whose_it_is_and_never_what_it_says() -> None:
    ref = counting()
    begun = Entry.objects.count()
    said = []

    for agrees in (True, False):
        with undone():
            letter = OpinionEntered(21, {1: agrees}, LETTER, "y-kien.pdf")
            enter_written_opinion(ref, letter, actor=FIRST, at=LATER)
            entry = Entry.objects.order_by("seq")[begun]
            said.append((entry.verb, entry.said, sorted(entry.details)))

    assert said[0] == said[1]
    assert "Lù Văn Ghế 21" in said[0][1]


def test_letters_are_read_by_the_counting_board_only() -> None:
    ref = counting()
    letter = OpinionEntered(21, {1: True}, LETTER, "y-kien.pdf")
    opinion = enter_written_opinion(ref, letter, actor=FIRST, at=LATER)

    assert opinion_file_for(SECOND, opinion).name == "y-kien.pdf"
    for reader in (SECRETARY, CHAIR, MEMBER, HEAD):
        with pytest.raises(Unseen):
            opinions_page(reader, ref)
        with pytest.raises(Unseen):
            opinion_file_for(reader, opinion)


def test_a_result_does_not_tell_papers_from_letters() -> None:
    ref = counting()
    seen = []

    for letter_agrees, papers_against in ((True, 1), (False, 0)):
        with undone():
            letter = OpinionEntered(21, {1: letter_agrees, 2: True, 3: True}, LETTER, "y.pdf")
            enter_written_opinion(ref, letter, actor=FIRST, at=LATER)
            closed(ref, (papers_against, 0), (0, 0), (0, 0))
            seen.append([asdict(ballot_page(reader, ref)) for reader in (CHAIR, MEMBER, HEAD)])
            seen[-1].append({"history": history()[-4:]})

    assert seen[0] == seen[1]


def test_no_record_of_a_paper_has_a_moment_an_order_or_a_mark() -> None:
    names = {field.name for field in PaperTaken._meta.get_fields() if isinstance(field, Field)}

    assert names == {"id", "ballot", "seat"}


def test_no_foreign_key_leads_from_a_count_to_a_seat() -> None:
    targets = {
        field.related_model._meta.label
        for model in (Count, CountLine)
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey)
    }

    assert targets == {"council.Ballot", "council.Count", "council.BallotRow"}
