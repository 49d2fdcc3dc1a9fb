"""Signs in the box of the office and of units narrow what is found, and never widen a right."""

from datetime import date

import pytest

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.tests.factories import actor
from bangvang.registry.models import Organisation
from bangvang.registry.selectors.search import Asked, Results, search
from bangvang.registry.tests.factories import bar, organisation, person
from bangvang.registry.tests.test_search import award

pytestmark = pytest.mark.django_db

OFFICE = actor(Role.SPECIALIST)


@pytest.fixture
def health() -> Organisation:
    """Four people, two units, three awards."""
    health = organisation("Sở Y tế tỉnh Lào Cai")
    Organisation.objects.filter(pk=health.pk).update(abbreviation="SYT")
    village = organisation("Thôn Bản Mây")
    exact, other = person("Nguyễn Thị Lan", unit=health), person("Thị Lan Nguyễn", unit=village)
    person("Nguyễn Thị Lân", unit=village)
    award(exact, code="LDTT", year=2019, no="12/QĐ-UBND")
    award(exact, code="CSTDCS", year=2021, no="742/QĐ-UBND")
    award(other, code="LDTT", year=2021, no="7421/QĐ-UBND")
    return health


def ask(text: str, who: Actor = OFFICE, **more: int) -> Results:
    return search(who, Asked(text), **more)


def names(text: str, who: Actor = OFFICE) -> list[str]:
    return sorted(hit.name for hit in ask(text, who).hits)


LAN, TURNED, LAAN = "Nguyễn Thị Lan", "Thị Lan Nguyễn", "Nguyễn Thị Lân"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nguyen thi lan", [LAN, LAAN, TURNED]),
        ('"nguyen thi lan"', [LAN, LAAN]),
        ("“Nguyễn Thị Lan”", [LAN]),
        ('"thi lan" -nguyễn', []),
        ('lan -"thi lan nguyen"', [LAN, LAAN]),
        ("lan -thôn", [LAN]),
        ("lan -THON", [LAN]),
        ('"bản mây"', [LAAN, "Thôn Bản Mây", TURNED]),
        ("tên:lan", [LAN, LAAN, TURNED]),
        ("ten:lân", [LAAN]),
        ("họ tên: thị lân, năm:2019", []),
        ("ten:mây", ["Thôn Bản Mây"]),
        ("-ten:lan tên:thị", []),
        ("lan đv:syt", [LAN]),
        ("donvi:syt", [LAN, "Sở Y tế tỉnh Lào Cai"]),
        ("lan -dv:syt", [LAAN, TURNED]),
        ('lan dv:syt đơn vị: thôn bản mây', [LAN, LAAN, TURNED]),
        ("lan -dv:khongco", [LAN, LAAN, TURNED]),
        ("năm:2019", [LAN]),
        ("NAM:2020..2021", [LAN, TURNED]),
        ("năm:..2019", [LAN]),
        ("năm:2020..", [LAN, TURNED]),
        ("năm:2019 năm:2021", [LAN, TURNED]),
        ("năm:2021 -năm:2019", [TURNED]),
        ("qd:742", [LAN]),
        ("qđ:742/qđ", [LAN]),
        ("-qd:742/QĐ-UBND dh:ldtt", [TURNED]),
        ("danhhieu:ldtt", [LAN, TURNED]),
        ('dh:"lao động tiên tiến" năm:2021', [TURNED]),
        ("dh:cstđcs dh:ldtt", [LAN, TURNED]),
        ("lan -dh:cstđcs", [LAAN, TURNED]),
        ("cstđcs 2021 -thôn", [LAN]),
        ('"ông" -"bà"', []),
    ],
)  # fmt: skip
def test_signs_narrow(health: Organisation, typed: str, found: list[str]) -> None:
    assert names(typed) == sorted(found)


def test_what_is_no_sign_is_told_and_the_rest_is_searched(health: Organisation) -> None:
    found = ask("chuc:giamdoc năm:abcd dh:khongco qd:khong đv:!!! ten:lân")

    assert [hit.name for hit in found.hits] == [LAAN]
    assert [str(part) for part in found.sought.unread] == [
        "chuc:", "năm:abcd", "dh:khongco", "qđ:khong", "đv:!!!",
    ]  # fmt: skip
    assert not ask("chuc:giamdoc").is_asked
    assert ask("lan đv:khongco").unit_unknown == "khongco"


def test_a_result_says_by_which_sign(health: Organisation) -> None:
    def why(typed: str) -> set[tuple[str, ...]]:
        return {hit.why for hit in ask(typed).hits}

    assert why('"nguyễn thị lan"') == {("có “nguyễn thị lan” trong tên",)}
    assert ("đơn vị có “bản mây” trong tên",) in why('"bản mây"')
    assert why("ten:syt") == {("có “syt” trong tên",)}
    assert why("qd:742") == {("số quyết định 742/QĐ-UBND: Chiến sĩ thi đua cơ sở năm 2021",)}


def test_pages_and_counts_hold_with_signs(health: Organisation) -> None:
    for number in range(21):
        person(f"Lù Văn Suối {number}", unit=health)

    first, second = ask('"văn suối" -thôn'), ask('"văn suối" -thôn', page=2)

    assert (len(first.hits), len(second.hits), second.people) == (20, 1, 21)


def test_no_sign_leads_a_unit_out_of_its_branch_or_to_bars(health: Organisation) -> None:
    unit = actor(Role.UNIT_OFFICER, unit=health)
    stranger = person("Giàng A Vắng", unit=organisation("Sở Xây dựng"))
    award(stranger, no="99/QĐ-UBND", year=2011)
    somebody = person("Giàng A Ở", unit=health, birth_on=date(1985, 4, 19))
    bar(somebody, paper_no="318/QĐ-TTr", note="đang điều tra")

    for typed in ("ten:vắng", '"giàng a vắng"', "qd:99", "năm:2011", "-lan năm:2011", "vắng -lan"):
        assert names(typed, unit) == []
    assert ask('đv:"sở xây dựng"', unit).unit_unknown
    assert names('giàng -dv:"sở xây dựng"', unit) == ["Giàng A Ở"]
    for typed in ("qd:318/QĐ-TTr", '"đang điều tra"', "qd:318"):
        assert ask(typed).count == 0
