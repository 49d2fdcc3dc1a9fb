"""Likely doubles, two records side by side, merges and identity numbers on the office's pages."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Origin, Role
from bangvang.foundation.tests.factories import AT, DAY
from bangvang.registry.actions.keep_identity_numbers import keep_identity_numbers
from bangvang.registry.selectors.people import digest_of_identity_number
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.records import (
    Award,
    Bar,
    Entry,
    Grade,
    LikelyDouble,
    Merge,
    Person,
    Posting,
)

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
NUMBER = "099000000062"
WHY = "Hai quyết định ghi cùng ngày sinh"


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


def signed_in(role: Role) -> Client:
    client = Client()
    client.force_login(account(role.value.lower(), role), backend=BACKEND)
    return client


@pytest.fixture
def specialist() -> Client:
    return signed_in(Role.SPECIALIST)


@pytest.fixture
def head() -> Client:
    return signed_in(Role.OFFICE_HEAD)


def award(of: Person, number: str = "1/QĐ", year: int = 2020) -> None:
    Award.objects.create(
        person=of, code="LDTT", kind="MERIT", year=year, name_as_written=of.full_name,
        unit_as_written="Sở Y tế", unit=of.organisation, decision_no=number,
        decided_on=date(year + 1, 1, 8), issued_by="Giám đốc Sở", origin=Origin.BACK_ENTRY,
    )  # fmt: skip


@pytest.fixture
def pair() -> tuple[Person, Person]:
    unit = organisation()
    digest = digest_of_identity_number(NUMBER)
    keep_identity_numbers([NUMBER])
    kept = person(unit=unit, identity_digest=digest)
    Person.objects.filter(pk=kept.pk).update(identity_tail=NUMBER[-3:])
    merged = person("Vang Thi Lua Chin", unit=unit, birth_on=None, birth_year=1985)
    for place, name in enumerate(("Pao", "Dế", "Seng", "Phà", "Lử", "Chúng", "Vảng", "Sáng")):
        person(f"Giàng A {name}", unit=unit, birth_on=date(1960 + place, 3, 4))
    award(kept)
    award(merged)
    award(merged, "2/QĐ", 2019)
    return kept, merged


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def two(kept: Person, merged: Person, name: str = "two_records") -> str:
    return reverse(f"office:{name}", args=["nguoi", kept.ref, merged.ref])


def propose(client: Client, kept: Person, merged: Person, **more: str) -> Any:
    form = client.get(two(kept, merged)).context["form"]
    posted = {"seen": form["seen"].value(), "reason": WHY, **more}
    return client.post(two(kept, merged, "propose_merge"), posted)


def at(name: str, ref: str) -> str:
    return reverse(f"office:{name}", args=[ref])


def test_from_the_list_to_one_record_and_back_to_two(
    specialist: Client, head: Client, pair: tuple[Person, Person]
) -> None:
    kept, merged = pair
    found = text(specialist.post(reverse("office:look_for_doubles"), follow=True))
    assert "Đã rà soát sổ: có 1 cặp cần xem." in found
    assert "Trùng họ tên, một bên viết không dấu" in found

    Posting.objects.create(
        person=merged, unit=merged.organisation, position="Điều dưỡng", since=date(2015, 3, 2),
        source="Quyết định 5/QĐ-SYT", recorded_by_ref="a", recorded_by_name="Trần Văn Ruộng",
        recorded_at=AT,
    )  # fmt: skip

    shown = text(specialist.get(two(kept, merged)))
    assert "có ở cả hai, tính một lần" in shown
    assert "Điều dưỡng, Sở Y tế tỉnh Lào Cai, từ ngày 02/03/2015" in shown
    assert "Nói lên là khác" in shown
    done = propose(specialist, kept, merged)
    merge = Merge.objects.get()
    assert done.url == at("merge", merge.ref)
    assert "Người đề nghị không tự xác nhận" in text(specialist.get(done.url))

    assert f"Gộp bản ghi: {kept.full_name}" in text(head.get(reverse("office:today")))
    assert "1 mục có ở cả hai" in text(head.get(at("confirm_merge", merge.ref)))
    head.post(at("confirm_merge", merge.ref), {"version": 1})
    assert "Đã gộp hai bản ghi." in text(head.get(at("merge", merge.ref)))
    assert Award.objects.filter(person=kept).count() == 2

    head.post(at("undo_merge", merge.ref), {"version": 2, "reason": "Hai người khác nhau"})
    assert "Hai người khác nhau" in text(head.get(at("merge", merge.ref)))
    assert Person.objects.filter(pk=merged.pk).exists()


def test_the_old_address_leads_to_the_kept_record_in_every_door(
    head: Client, specialist: Client, pair: tuple[Person, Person]
) -> None:
    kept, merged = pair
    propose(specialist, kept, merged)
    head.post(at("confirm_merge", Merge.objects.get().ref), {"version": 1})

    for name in ("office:person", "office:person_ladder"):
        answer = head.get(reverse(name, args=[merged.ref]))
        assert (answer.status_code, answer["Location"]) == (302, reverse(name, args=[kept.ref]))
    public = Client().get(reverse("portal:person", args=[merged.ref]))
    assert public["Location"] == reverse("portal:person", args=[kept.ref])
    assert head.get(at("person", "khong-co")).status_code == 404
    listed = text(head.get(reverse("office:people"), {"q": "vang thi lua chin"}))
    assert at("person", merged.ref) not in listed


def test_contradictions_are_asked_and_nothing_is_chosen_beforehand(
    specialist: Client, pair: tuple[Person, Person]
) -> None:
    kept, merged = pair
    Grade.objects.create(person=kept, code="HTTNV", year=2020)
    Grade.objects.create(person=merged, code="HTXSNV", year=2020)
    page = text(specialist.get(two(kept, merged)))
    assert "Xếp loại năm 2020: bên nào đúng?" in page
    assert "checked" not in page

    unanswered = propose(specialist, kept, merged)
    assert unanswered.status_code == 422
    assert "Hai bản ghi khác nhau, cần chọn bên đúng." in text(unanswered)

    propose(specialist, kept, merged, chon_grade_2020="merged")
    assert Merge.objects.get().chosen == {"grade:2020": "merged"}


def test_what_changed_meanwhile_is_shown_anew(
    specialist: Client, pair: tuple[Person, Person]
) -> None:
    kept, merged = pair
    form = specialist.get(two(kept, merged)).context["form"]
    award(merged, "3/QĐ", 2018)

    answer = specialist.post(
        two(kept, merged, "propose_merge"), {"seen": form["seen"].value(), "reason": WHY}
    )

    assert answer.status_code == 422
    assert "đã thay đổi từ khi đề nghị" in text(answer)
    again = answer.context["form"]["seen"].value()
    done = specialist.post(two(kept, merged, "propose_merge"), {"seen": again, "reason": WHY})
    assert done.status_code == 302


def test_the_second_to_confirm_is_told(
    head: Client, specialist: Client, pair: tuple[Person, Person]
) -> None:
    propose(specialist, *pair)
    ref = Merge.objects.get().ref
    head.post(at("confirm_merge", ref), {"version": 1})

    answer = head.post(at("confirm_merge", ref), {"version": 1})

    assert answer.status_code == 409
    assert "Đề nghị gộp này đã được giải quyết." in text(answer)


def test_a_proposal_is_let_go(specialist: Client, pair: tuple[Person, Person]) -> None:
    propose(specialist, *pair)
    ref = Merge.objects.get().ref
    assert "Không gộp" in text(specialist.get(at("decline_merge", ref)))

    missing = specialist.post(at("decline_merge", ref), {"version": 1, "reason": ""})
    assert missing.status_code == 422
    stale = specialist.post(at("decline_merge", ref), {"version": 7, "reason": "Thôi"})
    assert "Người khác vừa lưu thay đổi" in text(stale)
    specialist.post(at("decline_merge", ref), {"version": 1, "reason": "Chưa đủ căn cứ"})

    shown = text(specialist.get(at("merge", ref)))
    assert "Chưa đủ căn cứ" in shown
    assert "Hiện không có việc nào cho bạn ở đây." in shown


def test_a_pair_is_said_to_be_two_and_taken_back(
    specialist: Client, pair: tuple[Person, Person]
) -> None:
    assert specialist.get(two(*pair, "say_different")).status_code == 200
    assert specialist.post(two(*pair, "say_different"), {"reason": ""}).status_code == 422
    refused = specialist.post(two(*pair, "say_different"), {"reason": f"số {NUMBER}"})
    assert "không ghi số định danh" in text(refused)

    specialist.post(two(*pair, "say_different"), {"reason": "Hai chị em"})

    listed = text(specialist.get(reverse("office:different_pairs")))
    assert "Hai chị em" in listed
    specialist.post(two(*pair, "doubt_again"))
    assert LikelyDouble.objects.filter(different_at__isnull=False).count() == 0


def test_a_pair_that_waits_or_was_said_to_be_two_is_not_proposed_again(
    specialist: Client, pair: tuple[Person, Person]
) -> None:
    propose(specialist, *pair)
    waiting = text(specialist.get(two(*pair)))
    assert "đang chờ xác nhận gộp" in waiting
    assert "Đề nghị gộp</button>" not in waiting
    specialist.post(
        at("decline_merge", Merge.objects.get().ref), {"version": 1, "reason": "Chưa đủ căn cứ"}
    )
    assert "Đề nghị gộp</button>" in text(specialist.get(two(*pair)))

    specialist.post(two(*pair, "say_different"), {"reason": "Hai chị em"})
    said = text(specialist.get(two(*pair[::-1])))
    assert "đã được ghi là của hai người" in said
    assert "Đề nghị gộp</button>" not in said


def test_bodies_are_listed_compared_and_called_so(specialist: Client) -> None:
    parent = organisation("UBND tỉnh Lào Cai", kind="PROVINCE")
    first, second = (organisation("Phòng Dân số", parent=parent) for _ in range(2))
    specialist.post(reverse("office:look_for_doubles"))

    assert "Cùng đơn vị cấp trên" in text(specialist.get(reverse("office:double_bodies")))
    address = reverse("office:two_records", args=["tap-the", first.ref, second.ref])
    assert "Đây là hai tập thể khác nhau" in text(specialist.get(address))
    assert specialist.get(address.replace("tap-the", "xe")).status_code == 404
    said = reverse("office:say_different", args=["tap-the", first.ref, second.ref])
    done = specialist.post(said, {"reason": "Hai phòng"})
    assert done["Location"] == reverse("office:double_bodies")


def test_bodies_said_to_be_two_are_listed_and_taken_back(specialist: Client) -> None:
    parent = organisation("UBND tỉnh Lào Cai", kind="PROVINCE")
    first, second = (organisation("Phòng Dân số", parent=parent) for _ in range(2))
    names = ["tap-the", first.ref, second.ref]
    specialist.post(reverse("office:say_different", args=names), {"reason": "Hai phòng"})
    listed = f"{reverse('office:different_pairs')}?loai=tap-the"

    assert "Hai phòng" not in text(specialist.get(reverse("office:different_pairs")))
    assert "Hai phòng" in text(specialist.get(listed))
    assert "Rút lại<span" in text(specialist.get(listed))
    assert "Rút lại<span" not in text(signed_in(Role.INSPECTOR).get(listed))

    answer = specialist.post(reverse("office:doubt_again", args=names))
    assert answer["Location"] == listed
    assert "Chưa có cặp nào" in text(specialist.get(listed))


def test_another_record_of_a_person_is_looked_for(
    specialist: Client, pair: tuple[Person, Person]
) -> None:
    kept, merged = pair

    shown = text(specialist.get(at("other_records", kept.ref)))

    assert two(kept, merged) in shown
    assert two(kept, kept) not in shown
    nobody = specialist.get(at("other_records", kept.ref), {"q": "khong ai ten nay"})
    assert "Không có ai khác" in text(nobody)


def test_two_numbers_cannot_become_one(specialist: Client, pair: tuple[Person, Person]) -> None:
    kept, merged = pair
    Person.objects.filter(pk=merged.pk).update(identity_digest="d" * 64)

    shown = text(specialist.get(two(kept, merged)))

    assert "hai số định danh khác nhau" in shown
    assert "Đề nghị gộp</button>" not in shown


def test_the_inspector_reads_and_does_nothing(pair: tuple[Person, Person]) -> None:
    inspector = signed_in(Role.INSPECTOR)
    propose(signed_in(Role.SPECIALIST), *pair)
    ref = Merge.objects.get().ref

    for address in (
        reverse("office:doubles"),
        reverse("office:merges"),
        f"{reverse('office:merges')}?trang-thai=DONE",
        reverse("office:different_pairs"),
        at("merge", ref),
        two(*pair),
    ):
        shown = inspector.get(address)
        assert shown.status_code == 200
        assert "Đề nghị gộp</button>" not in text(shown)
    assert inspector.post(at("confirm_merge", ref), {"version": 1}).status_code == 403


def test_the_head_reads_a_number_once_with_a_reason(
    head: Client, pair: tuple[Person, Person], caplog: pytest.LogCaptureFixture
) -> None:
    address = at("reveal_identity", pair[0].ref)
    assert NUMBER not in text(head.get(address))
    assert NUMBER not in text(head.post(address, {"reason": ""}))

    answer = head.post(address, {"reason": "Đối chiếu với căn cước"})

    assert NUMBER in text(answer)
    assert answer["Cache-Control"] == "no-store"
    assert NUMBER not in text(head.get(address))
    assert NUMBER not in caplog.text
    assert NUMBER not in str(list(Entry.objects.values()))
    assert Entry.objects.filter(verb="reveal_identity_number").count() == 1


def test_whoever_has_no_number_is_told_so(head: Client, pair: tuple[Person, Person]) -> None:
    answer = head.post(at("reveal_identity", pair[1].ref), {"reason": "Xem"})

    assert answer.status_code == 422
    assert "Sổ không lưu số định danh của người này." in text(answer)


def test_no_other_page_shows_the_number_or_its_digest(
    head: Client, specialist: Client, pair: tuple[Person, Person]
) -> None:
    kept, merged = pair
    specialist.post(reverse("office:look_for_doubles"))
    propose(specialist, kept, merged)
    ref = Merge.objects.get().ref
    addresses = [
        reverse("office:people"),
        at("person", kept.ref),
        at("person_ladder", kept.ref),
        at("other_records", merged.ref),
        reverse("office:doubles"),
        two(kept, merged),
        at("merge", ref),
        at("confirm_merge", ref),
        reverse("office:merges"),
    ]

    for address in addresses:
        shown = text(head.get(address))
        assert NUMBER not in shown, address
        assert digest_of_identity_number(NUMBER) not in shown, address
    assert "•••••••••062" in text(head.get(two(kept, merged)))
    for address in (reverse("portal:register"), reverse("portal:person", args=[kept.ref])):
        shown = text(Client().get(address))
        assert NUMBER not in shown
        assert "•062" not in shown


def test_bars_are_counted_beside_each_other(
    specialist: Client, pair: tuple[Person, Person]
) -> None:
    shown = text(specialist.get(two(*pair)))

    assert "Mục tạm dừng xét, kỷ luật" in shown
    assert not Bar.objects.exists()
