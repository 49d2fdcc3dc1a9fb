"""The record of somebody with whom everything happened takes as few queries as any other."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.registry.models import Award, Grade, Initiative, Organisation, Person
from bangvang.registry.tests import test_postings as posting
from bangvang.registry.tests.factories import (
    awards,
    bar,
    grade,
    initiative,
    organisation,
    person,
)
from bangvang.registry.tests.own_decisions import SCAN
from bangvang.registry.tests.test_amendments import STRUCK, corrected, done, proposed
from bangvang.registry.tests.test_bodies import confirm, merge
from bangvang.registry.tests.test_merging import merged_now
from bangvang.web.office.tests.test_records import MOST_QUERIES, signed_in

pytestmark = pytest.mark.django_db

LAST = "Trung tâm Y tế Mường Hum"


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def above() -> Organisation:
    return organisation("Tỉnh")


def heirs(first: Organisation, *names: str) -> None:
    """Let a body go into another one, that into a third, and so on."""
    body = first
    for name in names:
        heir = organisation(name, parent=first.parent)
        confirm(merge(body, into=heir))
        body = heir


def everything_happens(to: Person, twin: Person) -> None:
    """Bars, grades, initiatives, postings, amendments, a merged twin, a unit that ended thrice."""
    unit, colleague = to.organisation, person("Lù Văn Bậc", unit=to.organisation)
    for year in range(2016, 2026):
        grade(to, year)
        bar(to, paper_no=f"{year}")
        made = [initiative(to, year), initiative(colleague, year)]
        Initiative.objects.filter(pk__in=[one.pk for one in made]).update(together=f"t{year}")
        posting.recorded(to, posting.worker(unit, position=f"Tổ {year}", since=None))
    rows = awards(to, 4)
    done(rows[0])
    done(rows[1], STRUCK)
    done(rows[2], corrected(achievement="Chống dịch"))
    done(Grade.objects.filter(person=to).earliest("pk"), STRUCK)
    awards(twin, 2)
    merged_now(to, twin)
    proposed(rows[3], scan=(SCAN, "huy-bo.pdf"))
    heirs(unit, "Bệnh viện khu vực Bản Mây", "Bệnh viện Mường Hum", LAST)
    heirs(organisation("Phòng khám Bản Lầu", parent=unit.parent), "Trạm Bản Lầu", "Trạm Cốc Ly")


def asked(client: Client, address: str) -> tuple[int, str]:
    with CaptureQueriesContext(connection) as captured:
        said = client.get(address).content.decode().replace("\u00a0", " ")
    return len(captured), said


@pytest.mark.parametrize("is_entered_in", ["the ended unit", "the last heir"])
def test_somebody_with_whom_everything_happened(above: Organisation, is_entered_in: str) -> None:
    hospital = organisation("Bệnh viện Bản Mây", kind="SUB_UNIT", parent=above)
    who, twin = person("Vàng Thị Lúa Chín", unit=hospital), person(unit=hospital)
    everything_happens(who, twin)
    if is_entered_in == "the ended unit":
        Person.objects.filter(pk=who.pk).update(organisation=hospital)
    clinic = Organisation.objects.get(name="Phòng khám Bản Lầu")
    Award.objects.filter(pk=awards(who, 1)[0].pk).update(unit=clinic, unit_as_written=clinic.name)
    client, address = signed_in(Role.SPECIALIST, above), reverse("office:person", args=[who.ref])
    client.get(address)

    one, said = asked(client, address)
    awards(who, 60)
    sixty, _ = asked(client, address)

    for told in (LAST, "Trạm Cốc Ly", "Tổ 2016", "Đính chính", "Lù Văn Bậc", hospital.name):
        assert told in said, told
    assert (one, sixty) == (sixty, MOST_QUERIES)


def test_a_collective_that_ended_and_was_amended(above: Organisation) -> None:
    hospital: Any = organisation("Bệnh viện Bản Mây", kind="SUB_UNIT", parent=above)
    rows = awards(hospital, 4)
    done(rows[0])
    done(rows[1], STRUCK)
    bar(hospital)
    heirs(hospital, "Bệnh viện khu vực Bản Mây", "Bệnh viện Mường Hum", LAST)
    address = reverse("office:collective", args=[hospital.ref])
    client = signed_in(Role.SPECIALIST, above)
    client.get(address)

    one, said = asked(client, address)
    awards(hospital, 60)
    sixty, _ = asked(client, address)

    assert LAST in said
    assert one == sixty <= MOST_QUERIES
