"""New households and collectives of an import on the office's pages: proposed, chosen, refused."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.registry.models import AwardImport, ImportRow
from bangvang.registry.tests import factories
from bangvang.registry.tests.test_imports_apart import given, rows_of, staged
from bangvang.registry.tests.test_recipients import commune, household

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
ABOVE = "Sở Y tế tỉnh Lào Cai"


@pytest.fixture
def office(settings: Settings) -> Client:
    settings.BANGVANG_DAY = DAY
    client = Client()
    client.force_login(account("specialist", Role.SPECIALIST), backend=BACKEND)
    return client


def at(name: str, *given: object) -> str:
    return reverse(f"office:{name}", args=given)


def text(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().replace("\u00a0", " ").split())


def posted(client: Client, row: ImportRow, parent: str, version: int = 1) -> int:
    address = at("import_new_body", row.award_import.ref, row.unit_key)
    return client.post(address, {"parent": parent, "version": version}).status_code


def test_what_would_be_new_is_shown_and_chosen(office: Client) -> None:
    home = household()
    where = commune("Ủy ban nhân dân xã Nậm Sương")
    above = factories.organisation(ABOVE)
    found: AwardImport = staged(
        given("Hộ bà Vàng Thị Ngô", unit="xã Nậm Sương"),
        given("Hộ bà Lù Văn Bậc Thang"),
        given("Phòng Nương Ngô", unit=ABOVE),
    )
    new, near, team = rows_of(found)

    said = text(office, at("import", found.ref))
    assert f"Hộ mới sẽ ghi ở {where.name}. {where.name} chưa có hộ nào như vậy trong sổ." in said
    assert "Sổ có hộ gần giống: “Hộ ông Lù Văn Bậc Thang”, Xã Mường Hum Mây." in said
    assert "Ghi cả 1 hộ, tập thể mới, sổ chưa có" in said
    asked = text(office, at("import_unit", found.ref, near.unit_key))
    assert home.ref in asked
    assert "Hoặc là hộ mới" in asked
    below = text(office, at("import_unit", found.ref, team.unit_key))
    assert f'<option value="{above.ref}" selected>' in below
    assert "Hoặc là tập thể mới" in below

    assert posted(office, team, "") == 422
    assert posted(office, near, above.ref) == 422
    assert home.parent is not None
    assert posted(office, near, home.parent.ref) == 302
    assert posted(office, team, above.ref, version=1) == 409
    assert posted(office, team, above.ref, version=2) == 302
    said = text(office, at("import", found.ref))
    assert f"Tập thể mới sẽ ghi trực thuộc {ABOVE}. Cán bộ chọn: chưa có trong sổ." in said
    assert "Ghi cả 3 hộ, tập thể mới, sổ chưa có" in said
    sent = {"version": 3, "newcomers": "on"}
    assert office.post(at("accept_import", found.ref), sent).status_code == 302
    entered = text(office, at("import", found.ref))
    assert "Đã ghi 3 dòng vào sổ, trong đó 3 hộ, tập thể mới." in entered
    assert office.get(at("import_unit", found.ref, new.unit_key)).status_code == 404
