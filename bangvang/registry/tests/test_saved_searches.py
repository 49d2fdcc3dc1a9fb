"""Searches kept under a name: one's own, few, and never what they found."""

import pytest

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.registry.actions.forget_search import forget_search
from bangvang.registry.actions.save_search import save_search
from bangvang.registry.models import SavedSearch
from bangvang.registry.permissions.saved_searches import LONGEST_NAME, MOST_SAVED
from bangvang.registry.selectors.saved_searches import saved_searches_of

WORDS = "q=lua+chin&tu=2021"


@pytest.fixture
def clerk() -> Actor:
    return actor(Role.SPECIALIST)


def names(of: Actor) -> list[str]:
    return [one.name for one in saved_searches_of(of)]


@pytest.mark.django_db
def test_a_search_is_kept_and_let_go(clerk: Actor) -> None:
    kept = save_search("  Lúa  Chín ", WORDS, actor=clerk, at=AT)

    assert names(clerk) == ["Lúa Chín"]
    assert saved_searches_of(clerk)[0].words == WORDS

    forget_search(kept.ref, actor=clerk, at=AT)

    assert names(clerk) == []
    verbs = [entry.verb for entry in Entry.objects.order_by("pk")]
    assert verbs == ["save_search", "forget_search"]
    assert not any("Chín" in entry.said or "lua" in entry.said for entry in Entry.objects.all())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "words", "code"),
    [
        ("", WORDS, "NAME_MISSING"),
        ("   ", WORDS, "NAME_MISSING"),
        ("a" * (LONGEST_NAME + 1), WORDS, "NAME_TOO_LONG"),
        ("Lúa", "", "NOTHING_ASKED"),
    ],
)
def test_what_cannot_be_kept_is_refused(clerk: Actor, name: str, words: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        save_search(name, words, actor=clerk, at=AT)

    assert refused.value.objection.code == code
    assert not SavedSearch.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.EDITOR, Role.MEMBER, Role.ADMINISTRATOR])
def test_who_does_not_search_keeps_nothing(role: Role) -> None:
    with pytest.raises(Refused) as refused:
        save_search("Lúa", WORDS, actor=actor(role), at=AT)

    assert refused.value.objection.code == "NO_SEARCH"


@pytest.mark.django_db
def test_a_name_means_one_search_of_one_person(clerk: Actor) -> None:
    other = actor(Role.INSPECTOR, ref="inspector")
    first = save_search("Lúa Chín", WORDS, actor=clerk, at=AT)
    again = save_search("lua chin", WORDS, actor=clerk, at=AT)
    save_search("Lúa Chín", "q=khac", actor=other, at=AT)

    with pytest.raises(Refused) as refused:
        save_search("LÚA CHÍN", "q=khac", actor=clerk, at=AT)

    assert refused.value.objection.code == "NAME_TAKEN"
    assert again.ref == first.ref
    assert names(clerk) == names(other) == ["Lúa Chín"]


@pytest.mark.django_db
def test_a_few_are_kept(clerk: Actor) -> None:
    for number in range(MOST_SAVED):
        save_search(f"Câu {number}", f"q={number}", actor=clerk, at=AT)

    with pytest.raises(Refused) as refused:
        save_search("Câu nữa", WORDS, actor=clerk, at=AT)

    assert refused.value.objection.code == "TOO_MANY"
    save_search("Câu 0", "q=0", actor=clerk, at=AT)


@pytest.mark.django_db
def test_nobody_lets_go_of_somebody_elses(clerk: Actor) -> None:
    kept = save_search("Lúa Chín", WORDS, actor=clerk, at=AT)

    with pytest.raises(Unseen):
        forget_search(kept.ref, actor=actor(Role.INSPECTOR, ref="inspector"), at=AT)

    assert names(clerk) == ["Lúa Chín"]


@each_connected
def test_the_same_name_at_once_is_one_search(transactional_db: None) -> None:
    clerk = actor(Role.SPECIALIST)

    codes = at_once(
        lambda: save_search("Lúa Chín", "q=mot", actor=clerk, at=AT),
        lambda: save_search("Lúa Chín", "q=hai", actor=clerk, at=AT),
    )

    assert sorted(codes) == ["", "NAME_TAKEN"]
    assert names(clerk) == ["Lúa Chín"]
