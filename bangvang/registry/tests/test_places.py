"""The communes of the province and its former units, entered once."""

import pytest

from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.load_places import Loaded, load_places
from bangvang.registry.intake.places import communes_of, former_units_of, known_provinces
from bangvang.registry.models import BodyEvent, EventBody, Organisation
from bangvang.registry.states import BodyPart
from bangvang.registry.tests.factories import organisation
from bangvang.registry.tests.test_bodies import INSPECTOR, SPECIALIST

pytestmark = pytest.mark.django_db

LAO_CAI = known_provinces()[0]
WARDS = (
    "Âu Lâu", "Cam Đường", "Cầu Thia", "Lào Cai", "Nam Cường", "Nghĩa Lộ", "Sa Pa", "Trung Tâm",
    "Văn Phú", "Yên Bái",
)  # fmt: skip
KEPT_THEIR_BORDERS = (
    "Nậm Xé", "Ngũ Chỉ Sơn", "Chế Tạo", "Lao Chải", "Nậm Có", "Tà Xi Láng", "Cát Thịnh",
    "Phong Dụ Thượng",
)  # fmt: skip


def load() -> Loaded:
    return load_places("15", actor=SPECIALIST, at=AT)


def test_the_province_has_89_communes_and_10_wards() -> None:
    names = {commune.body for commune in communes_of(LAO_CAI)}

    assert len(names) == 99
    assert {name for name in names if " phường " in name} == {
        f"Ủy ban nhân dân phường {ward}" for ward in WARDS
    }
    assert {f"Ủy ban nhân dân xã {name}" for name in KEPT_THEIR_BORDERS} <= names


def test_every_heir_of_a_former_unit_is_a_commune_of_today_and_of_one_unit_only() -> None:
    codes = [code for unit in former_units_of(LAO_CAI) for code in unit.heirs]

    assert len(codes) == len(set(codes)) == 48
    assert set(codes) <= {commune.code for commune in communes_of(LAO_CAI)}
    assert len(former_units_of(LAO_CAI)) == 10


def heirs_of(body: Organisation) -> set[str]:
    ended = EventBody.objects.filter(organisation=body, part=BodyPart.ENDED).values("event")
    heirs = EventBody.objects.filter(event__in=ended, part=BodyPart.HEIR)
    return set(heirs.values_list("organisation__name", flat=True))


def test_an_empty_register_gets_the_province_its_communes_and_former_units() -> None:
    organisation("Cơ quan thường trực")

    assert load() == Loaded(entered=99, coded=0, there=0, former=10)

    province = Organisation.objects.get(place_code="15")
    town = Organisation.objects.get(name="Ủy ban nhân dân thị xã Sa Pa")
    yen_bai = Organisation.objects.get(name="Ủy ban nhân dân tỉnh Yên Bái")
    assert heirs_of(town) == {
        f"Ủy ban nhân dân {name}"
        for name in ("phường Sa Pa", "xã Bản Hồ", "xã Mường Bo", "xã Ngũ Chỉ Sơn", "xã Tả Phìn",
                     "xã Tả Van")
    }  # fmt: skip
    assert heirs_of(yen_bai) == {province.name}
    assert town.parent == province
    assert {event.decision_no for event in BodyEvent.objects.all()} == {
        "1673/NQ-UBTVQH15",
        "202/2025/QH15",
    }
    assert "thêm 99 xã, phường" in Entry.objects.get(verb="load_places").said


def test_a_second_time_adds_nothing() -> None:
    organisation("Cơ quan thường trực")
    load()
    before = Organisation.objects.count()

    assert load() == Loaded(entered=0, coded=0, there=99, former=0)
    assert Organisation.objects.count() == before


def test_what_was_entered_by_hand_gets_its_code_and_stays_as_it_is() -> None:
    province = organisation("Ủy ban nhân dân tỉnh Lào Cai", kind="PROVINCE")
    ward = organisation("Ủy ban nhân dân phường Sa Pa", kind="COMMUNE", parent=province)
    organisation("Ủy ban nhân dân xã Sa Pa", kind="COMMUNE", parent=province)
    town = organisation("Ủy ban nhân dân thị xã Sa Pa", kind="DISTRICT", parent=province)

    assert load() == Loaded(entered=98, coded=1, there=0, former=9)

    ward.refresh_from_db()
    town.refresh_from_db()
    province.refresh_from_db()
    assert (ward.place_code, province.place_code, town.until) == ("03006", "15", None)


def test_a_province_that_the_register_knows_too_late_gets_no_former_units() -> None:
    late = LAO_CAI.communes.on.replace(year=2026)
    province = organisation("Ủy ban nhân dân tỉnh Lào Cai", kind="PROVINCE", since=late)

    assert load().former == 0
    assert not Organisation.objects.filter(parent=province).exists()


def test_only_the_office_loads_and_only_what_the_table_knows() -> None:
    organisation("Cơ quan thường trực")

    with pytest.raises(Refused):
        load_places("15", actor=INSPECTOR, at=AT)
    with pytest.raises(Unseen):
        load_places("01", actor=SPECIALIST, at=AT)
