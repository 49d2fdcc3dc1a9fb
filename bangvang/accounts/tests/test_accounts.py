"""Accounts: actors of a day, what an administrator does and what is refused."""

from datetime import date

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory
from pytest_django import Settings

from bangvang.accounts.actions.appoint_first_administrator import appoint_first_administrator
from bangvang.accounts.actions.create_account import create_account
from bangvang.accounts.actions.give_role import give_role
from bangvang.accounts.actions.hand_over_role import hand_over_role
from bangvang.accounts.actions.issue_password_link import issue_password_link
from bangvang.accounts.actions.restore_account import restore_account
from bangvang.accounts.actions.set_password import link_is_good, set_password
from bangvang.accounts.actions.suspend_account import suspend_account
from bangvang.accounts.models import Account, RoleHeld
from bangvang.accounts.selectors import account_for, accounts_acting_for, accounts_for, actors_of
from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db


def administrator() -> Actor:
    admin = account("quantri", Role.ADMINISTRATOR)
    return actors_of(admin, on=DAY)[0]


def code_of(caught: pytest.ExceptionInfo[Refused]) -> str:
    return caught.value.objection.code


def test_a_role_counts_from_its_first_day_to_the_day_before_it_ends() -> None:
    clerk = account("donvi", Role.UNIT_OFFICER, since=date(2026, 9, 1), until=date(2026, 9, 14))

    assert actors_of(clerk, on=date(2026, 8, 31)) == []
    assert actors_of(clerk, on=date(2026, 9, 1))[0].roles == {Role.UNIT_OFFICER}
    assert actors_of(clerk, on=date(2026, 9, 13))[0].has(Role.UNIT_OFFICER)
    assert actors_of(clerk, on=date(2026, 9, 14)) == []


def test_somebody_who_serves_two_organisations_is_two_actors() -> None:
    clerk = account("donvi", Role.UNIT_OFFICER, unit=organisation("Sở Một"))
    RoleHeld.objects.create(
        account=clerk,
        role=Role.TELLER,
        organisation=organisation("Hội đồng"),
        since=date(2026, 1, 1),
    )

    first, second = actors_of(clerk, on=DAY)

    assert (first.organisation_name, first.roles) == ("Sở Một", frozenset({Role.UNIT_OFFICER}))
    assert (second.organisation_name, second.roles) == ("Hội đồng", frozenset({Role.TELLER}))


def test_a_suspended_account_acts_for_nobody() -> None:
    clerk = account("donvi", Role.UNIT_OFFICER)
    clerk.is_active = False

    assert actors_of(clerk, on=DAY) == []


def test_only_an_administrator_sees_accounts() -> None:
    clerk = account("donvi", Role.UNIT_OFFICER)

    assert accounts_for(actor(Role.OFFICE_HEAD), on=DAY) == []
    with pytest.raises(Unseen):
        account_for(actor(Role.OFFICE_HEAD), clerk.ref, on=DAY)


def test_an_account_is_opened_without_a_password() -> None:
    ref = create_account(
        "moi.den", full_name="Lù A Mới", title="Cán bộ", actor=administrator(), at=AT
    )

    shown = account_for(administrator_again(), ref, on=DAY)

    assert (shown.username, shown.has_password, shown.roles) == ("moi.den", False, ())
    assert entries_about(("account", ref))[0].verb == "create_account"


def administrator_again() -> Actor:
    return actors_of(Account.objects.get(username="quantri"), on=DAY)[0]


def test_opening_is_refused_to_others_and_for_a_name_that_is_taken() -> None:
    admin = administrator()

    with pytest.raises(Refused) as not_admin:
        create_account("a", full_name="A", title="", actor=actor(Role.OFFICE_HEAD), at=AT)
    with pytest.raises(Refused) as taken:
        create_account("quantri", full_name="A", title="", actor=admin, at=AT)

    assert code_of(not_admin) == "NOT_ADMINISTRATOR"
    assert code_of(taken) == "USERNAME_TAKEN"


def test_suspending_and_restoring_leave_entries_and_cannot_be_done_twice() -> None:
    admin, clerk = administrator(), account("donvi", Role.UNIT_OFFICER)

    suspend_account(clerk.ref, actor=admin, at=AT)
    with pytest.raises(Refused) as twice:
        suspend_account(clerk.ref, actor=admin, at=AT)
    restore_account(clerk.ref, actor=admin, at=AT)
    with pytest.raises(Refused) as not_suspended:
        restore_account(clerk.ref, actor=admin, at=AT)

    assert code_of(twice) == "ALREADY_SUSPENDED"
    assert code_of(not_suspended) == "NOT_SUSPENDED"
    verbs = [line.verb for line in entries_about(("account", clerk.ref))]
    assert verbs == ["suspend_account", "restore_account"]


def test_nobody_suspends_the_own_account() -> None:
    admin = administrator()

    with pytest.raises(Refused) as own:
        suspend_account(admin.account_ref, actor=admin, at=AT)

    assert code_of(own) == "OWN_ACCOUNT"


def test_others_do_not_even_see_the_account_they_would_suspend() -> None:
    clerk = account("donvi", Role.UNIT_OFFICER)

    with pytest.raises(Unseen):
        suspend_account(clerk.ref, actor=actor(Role.OFFICE_HEAD), at=AT)


def test_a_role_is_given_from_a_day_and_not_twice_at_once() -> None:
    admin, clerk, unit = administrator(), account("donvi"), organisation("Sở Một")

    give_role(clerk.ref, Role.UNIT_OFFICER, unit.ref, since=date(2026, 10, 1), actor=admin, at=AT)
    with pytest.raises(Refused) as twice:
        give_role(
            clerk.ref, Role.UNIT_OFFICER, unit.ref, since=date(2027, 1, 1), actor=admin, at=AT
        )

    assert code_of(twice) == "ROLE_OVERLAPS"
    assert actors_of(clerk, on=date(2026, 9, 30)) == []
    assert actors_of(clerk, on=date(2026, 10, 1))[0].organisation_name == "Sở Một"


def test_a_suspended_account_is_given_nothing() -> None:
    admin, clerk, unit = administrator(), account("donvi"), organisation("Sở Một")
    suspend_account(clerk.ref, actor=admin, at=AT)

    with pytest.raises(Refused) as suspended:
        give_role(clerk.ref, Role.UNIT_OFFICER, unit.ref, since=DAY, actor=admin, at=AT)

    assert code_of(suspended) == "SUSPENDED"


def test_a_role_is_handed_over_on_one_day_without_a_gap() -> None:
    admin = administrator()
    old, new = account("cu", Role.SECRETARY), account("moi")
    held = RoleHeld.objects.get(account=old)
    day = date(2026, 10, 1)

    hand_over_role(old.ref, held.pk, to_ref=new.ref, on=day, actor=admin, at=AT)

    assert actors_of(old, on=date(2026, 9, 30))[0].has(Role.SECRETARY)
    assert actors_of(new, on=date(2026, 9, 30)) == []
    assert actors_of(old, on=day) == []
    assert actors_of(new, on=day)[0].has(Role.SECRETARY)


def test_a_role_can_be_laid_down_without_a_successor() -> None:
    admin, old = administrator(), account("cu", Role.SECRETARY)
    held = RoleHeld.objects.get(account=old)

    hand_over_role(old.ref, held.pk, to_ref=None, on=DAY, actor=admin, at=AT)

    assert actors_of(old, on=DAY) == []


def test_handing_over_is_refused_to_oneself_twice_and_of_the_own_role() -> None:
    admin, old = administrator(), account("cu", Role.SECRETARY)
    held = RoleHeld.objects.get(account=old)
    own = RoleHeld.objects.get(account__username="quantri")

    with pytest.raises(Refused) as same:
        hand_over_role(old.ref, held.pk, to_ref=old.ref, on=DAY, actor=admin, at=AT)
    with pytest.raises(Refused) as of_own:
        hand_over_role(admin.account_ref, own.pk, to_ref=old.ref, on=DAY, actor=admin, at=AT)
    with pytest.raises(Unseen):
        hand_over_role(old.ref, own.pk, to_ref=None, on=DAY, actor=admin, at=AT)
    hand_over_role(old.ref, held.pk, to_ref=None, on=DAY, actor=admin, at=AT)
    with pytest.raises(Refused) as ended:
        hand_over_role(old.ref, held.pk, to_ref=None, on=DAY, actor=admin, at=AT)

    assert code_of(same) == "SAME_ACCOUNT"
    assert code_of(of_own) == "OWN_ACCOUNT"
    assert code_of(ended) == "ROLE_ENDED"


def test_a_password_link_serves_once() -> None:
    admin, clerk = administrator(), account("donvi", Role.UNIT_OFFICER)

    secret = issue_password_link(clerk.ref, actor=admin, at=AT)

    assert link_is_good(clerk.ref, secret)
    set_password(clerk.ref, secret, "một mật khẩu rất dài", at=AT)
    assert not link_is_good(clerk.ref, secret)
    with pytest.raises(Refused) as spent:
        set_password(clerk.ref, secret, "lần nữa cũng rất dài", at=AT)
    assert code_of(spent) == "LINK_SPENT"


def test_the_secret_of_a_link_stands_in_no_entry() -> None:
    admin, clerk = administrator(), account("donvi", Role.UNIT_OFFICER)

    secret = issue_password_link(clerk.ref, actor=admin, at=AT)

    assert all(secret not in line.said for line in entries_about(("account", clerk.ref)))


def test_a_link_of_a_suspended_account_is_refused_and_worthless() -> None:
    admin, clerk = administrator(), account("donvi", Role.UNIT_OFFICER)
    secret = issue_password_link(clerk.ref, actor=admin, at=AT)
    suspend_account(clerk.ref, actor=admin, at=AT)

    with pytest.raises(Refused) as suspended:
        issue_password_link(clerk.ref, actor=admin, at=AT)

    assert code_of(suspended) == "SUSPENDED"
    assert not link_is_good(clerk.ref, secret)
    with pytest.raises(Refused):
        set_password(clerk.ref, secret, "một mật khẩu rất dài", at=AT)


def test_an_empty_system_gets_its_first_administrator_once() -> None:
    ref, secret = appoint_first_administrator(since=DAY, at=AT)

    first = Account.objects.get(ref=ref)
    assert actors_of(first, on=DAY)[0].roles == {Role.ADMINISTRATOR}
    assert link_is_good(ref, secret)
    with pytest.raises(Refused) as not_empty:
        appoint_first_administrator(since=DAY, at=AT)
    assert code_of(not_empty) == "NOT_EMPTY"


@pytest.mark.parametrize(("in_demo", "comes_in"), [(True, True), (False, False)])
def test_a_demonstration_account_comes_in_only_in_a_demonstration(
    settings: Settings, in_demo: bool, comes_in: bool
) -> None:
    settings.BANGVANG_DEMO = in_demo
    account("donvi", Role.UNIT_OFFICER, password="demo", is_demonstration=True)
    request = RequestFactory().post("/dang-nhap/")

    found = authenticate(request, username="donvi", password="demo")

    assert (found is not None) is comes_in


def test_a_role_is_not_given_for_a_body_that_is_no_more() -> None:
    ended = organisation("Ủy ban nhân dân huyện Bát Xát", until=date(2025, 7, 1))
    admin, someone, other = administrator(), account("moi"), account("khac")
    held = RoleHeld.objects.create(
        account=someone, role=Role.UNIT_OFFICER, organisation=ended, since=date(2020, 1, 1)
    )

    with pytest.raises(Refused) as given:
        give_role(other.ref, Role.UNIT_HEAD, ended.ref, since=date(2025, 7, 1), actor=admin, at=AT)
    with pytest.raises(Refused) as handed:
        hand_over_role(
            someone.ref, held.pk, to_ref=other.ref, on=date(2025, 8, 1), actor=admin, at=AT
        )

    assert given.value.objection.code == handed.value.objection.code == "BODY_ENDED"
    assert actors_of(someone, on=date(2025, 6, 30))[0].organisation_ref == ended.ref
    assert actors_of(someone, on=date(2025, 7, 1)) == []
    assert [row.in_force for row in account_for(admin, someone.ref, on=DAY).roles] == [False]
    assert accounts_acting_for([ended.ref], on=date(2025, 6, 30)) == 1
    assert accounts_acting_for([ended.ref], on=date(2025, 7, 1)) == 0
