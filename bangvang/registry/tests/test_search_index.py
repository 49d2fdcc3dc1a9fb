"""The search tables follow every write, also in bulk and by hand, and are rebuilt as they were."""

import pytest
from django.db import connection
from django.db.models import QuerySet

from bangvang.foundation.db import search_index
from bangvang.foundation.db.search import Words, found, matching, number_begins
from bangvang.foundation.vietnamese import fold, name_key, name_key_loose
from bangvang.registry.models import Organisation, Person
from bangvang.registry.selectors.sought import words_of_name
from bangvang.registry.states import BODIES, PEOPLE, SEARCHED
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db


def people(*words: str, **more: object) -> list[int]:
    asked = Words(every=words, **more)  # type: ignore[arg-type]  # the fields of Words
    ids = list(found(PEOPLE, asked, most=50).ids)
    assert (
        sorted(Person.objects.filter(pk__in=matching(PEOPLE, asked)).values_list("pk", flat=True))
        == ids
    )
    return ids


def bodies(*words: str, **more: object) -> list[int]:
    asked = Words(every=words, **more)  # type: ignore[arg-type]  # the fields of Words
    return list(found(BODIES, asked, most=50).ids)


def test_a_name_is_found_with_and_without_marks_in_any_order() -> None:
    who = person("Vàng Thị Lúa Chín")

    assert people("lua", "vang") == [who.pk]
    assert people(*words_of_name("lúa chin")) == [who.pk]
    assert people("lụa") == []
    assert people("lu") == []
    assert people("chin", "lu", is_open=True) == [who.pk]


def test_two_spellings_of_one_tone_are_one() -> None:
    who = person("Hoà Thị Lý")

    assert people(*name_key("hòa lí").split()) == [who.pk]
    assert people("hoa", "li") == [who.pk]


def test_the_index_follows_changes_deletions_and_bulk() -> None:
    unit = organisation()
    who = person("Lù Văn Suối", unit=unit)
    many = Person.objects.bulk_create(
        Person(
            full_name=name,
            name_fold=name_key_loose(name),
            name_key=name_key(name),
            sort_key="1",
            organisation=unit,
        )
        for name in ("Giàng A Đá", "Giàng A Mây")
    )

    assert people("giang") == [one.pk for one in many]
    Person.objects.filter(pk=who.pk).update(name_fold="lu van ruong", name_key="lù văn ruộng")
    assert people("suoi") == []
    assert people("ruong") == [who.pk]
    Person.objects.filter(pk=many[0].pk).delete()
    assert people("giang") == [many[1].pk]
    Person.objects.bulk_update([who], ["name_fold"])
    assert people("suoi") == [who.pk]


def test_a_body_is_found_by_name_and_abbreviation() -> None:
    body = organisation("Sở Giáo dục và Đào tạo tỉnh Lào Cai")
    Organisation.objects.filter(pk=body.pk).update(abbreviation="SGDĐT-LC")

    assert bodies("đào", "tạo") == bodies("dao", "tao") == [body.pk]
    assert bodies("sgdđt") == bodies("sgddt") == bodies("sgddt", "lc") == [body.pk]
    assert bodies("đáo") == []
    Organisation.objects.filter(pk=body.pk).update(name="Sở Học", name_fold="so hoc")
    assert bodies("dao") == []
    assert bodies("học") == [body.pk]


def test_a_search_stays_in_a_branch_also_after_the_branch_moved() -> None:
    province, other = organisation("Tỉnh"), organisation("Tỉnh khác")
    department = organisation("Sở", parent=province)
    hospital = organisation("Bệnh viện", parent=department)
    who, stranger = person("Lù Văn Suối", unit=hospital), person("Lù Văn Suối", unit=other)

    assert people("suoi", under=((province.pk,),)) == [who.pk]
    assert people("suoi", under=((hospital.pk, other.pk),)) == [who.pk, stranger.pk]
    assert people("suoi", under=((province.pk,), (hospital.pk,))) == [who.pk]
    assert people("khong", or_under=(other.pk,)) == [stranger.pk]
    Organisation.objects.filter(pk=department.pk).update(parent=other)
    assert people("suoi", under=((province.pk,),)) == []
    assert people("suoi", under=((other.pk,),)) == [who.pk, stranger.pk]
    assert bodies("benh", under=((other.pk,),)) == [hospital.pk]
    Person.objects.filter(pk=stranger.pk).update(organisation=province)
    assert people("suoi", under=((province.pk,),)) == [stranger.pk]


def test_the_count_goes_beyond_what_is_fetched() -> None:
    unit = organisation()
    for number in range(5):
        person(f"Lù Văn Suối {number}", unit=unit)

    counted = found(PEOPLE, Words(every=("suoi",)), most=3)

    assert (counted.count, len(counted.ids)) == (5, 3)
    assert found(PEOPLE, Words(every=("khong",)), most=3).count == 0


@pytest.mark.parametrize("word", ['a"b', "a b", "*", "", "a'b", "NEAR(", "a:b", "-a", "漢字"])
def test_what_is_no_word_never_reaches_the_engine(word: str) -> None:
    with pytest.raises(ValueError, match="letters and digits"):
        Words(every=(word,))
    with pytest.raises(ValueError, match="without words"):
        Words()


@pytest.mark.parametrize("word", ["and", "or", "not", "near", "o1", "n1", "words", "scope"])
def test_operators_and_column_names_are_words(word: str) -> None:
    person("Lù Văn Suối")

    assert people(word) == []
    assert people("suoi", word, is_open=True) == []


def test_a_rebuild_gives_the_same_and_tells_how_many() -> None:
    unit = organisation("Sở Y tế")
    who = person("Vàng Thị Lúa Chín", unit=organisation("Bệnh viện", parent=unit))

    counted = search_index.rebuild(SEARCHED)

    assert counted == {"registry_organisation": 2, "registry_person": 1}
    assert people(*words_of_name("lúa chin"), under=((unit.pk,),)) == [who.pk]
    assert bodies("te", "so") == [unit.pk]
    later = person("Lù Văn Suối", unit=unit)
    assert people("suoi") == [later.pk]


def test_after_all_migrations_every_trigger_is_there() -> None:
    assert search_index.triggers_missing(SEARCHED) == []
    with connection.cursor() as cursor:
        search_index.uninstall(cursor, SEARCHED)
    assert len(search_index.triggers_missing(SEARCHED)) >= 7
    search_index.rebuild(SEARCHED)
    assert search_index.triggers_missing(SEARCHED) == []


def test_a_number_begins_just_so() -> None:
    names = ["12/QĐ", "0012/QĐ", "12", "12QĐ", "123/QĐ", "112/QĐ", "1/QĐ"]
    for name in names:
        Organisation.objects.create(
            name=name, name_fold=fold(name), sort_key="1", kind="SUB_UNIT", since="2000-01-01"
        )

    kept: QuerySet[Organisation] = Organisation.objects.filter(number_begins("name", "12"))

    assert sorted(kept.values_list("name", flat=True)) == sorted(names[:4])
