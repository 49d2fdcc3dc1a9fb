"""Pieces of a file over HTTP: begun, gone on with, taken by a form; refusals and strangers."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.models import Attachment, ComingIn
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
PDF = b"%PDF-1.4\n" + b"trang " * 20 + b"\n%%EOF\n"


@pytest.fixture(autouse=True)
def _september(settings: Settings, tmp_path: Any) -> None:
    settings.BANGVANG_DAY = DAY
    settings.PRIVATE_FILES_ROOT = tmp_path


@pytest.fixture
def unit() -> Any:
    return organisation("Ủy ban nhân dân xã Suối Mây")


@pytest.fixture
def officer(client: Client, unit: Any) -> Client:
    client.force_login(account("donvi", Role.UNIT_OFFICER, unit=unit), backend=BACKEND)
    return client


def begin(client: Client, size: object = len(PDF)) -> Any:
    values = {"name": "to-trinh.pdf", "size": str(size)}
    return client.post(reverse("units:begin_coming_in"), values)


def send(client: Client, at: str, offset: object, piece: bytes) -> Any:
    kind = "application/offset+octet-stream"
    return client.patch(at, piece, content_type=kind, headers={"Upload-Offset": str(offset)})


def test_a_paper_comes_in_by_pieces_and_is_attached(officer: Client, unit: Any) -> None:
    batch = make.batch(unit=unit)
    begun = begin(officer)
    at = begun.json()["at"]

    first = send(officer, at, 0, PDF[:50])
    asked = officer.get(at)
    again = send(officer, at, 0, PDF[:50])
    send(officer, at, 50, PDF[50:])
    form = {"kind": "TO_TRINH", "tep-da-len": begun.json()["ref"]}
    answer = officer.post(reverse("units:attach", args=[batch.ref]), form)

    assert (begun.status_code, first.json()) == (201, {"received": 50})
    assert asked.json() == {"received": 50, "size": len(PDF)}
    assert (again.status_code, again.json()) == (409, {"received": 50})
    assert answer.status_code == 302
    paper = Attachment.objects.get()
    assert (paper.file.size_bytes, paper.file.original_name) == (len(PDF), "to-trinh.pdf")
    assert "attach_paper" in {entry.verb for entry in entries_about(("batch", batch.ref))}
    assert not ComingIn.objects.exists()


def test_a_form_takes_nothing_that_is_not_whole_or_not_there(officer: Client, unit: Any) -> None:
    where = reverse("units:attach", args=[make.batch(unit=unit).ref])
    begun = begin(officer).json()
    send(officer, begun["at"], 0, PDF[:50])

    half = officer.post(where, {"kind": "TO_TRINH", "tep-da-len": begun["ref"]})
    none = officer.post(where, {"kind": "TO_TRINH", "tep-da-len": "khong-co"})
    whole = SimpleUploadedFile("a.pdf", PDF)
    plain = officer.post(where, {"kind": "TO_TRINH", "tep-da-len": "khong-co", "file": whole})

    assert (half.status_code, none.status_code, plain.status_code) == (422, 422, 302)
    assert Attachment.objects.get().file.original_name == "a.pdf"


def test_what_a_form_refuses_stays_to_be_taken_by_another(officer: Client, unit: Any) -> None:
    where = reverse("units:attach", args=[make.batch(unit=unit).ref])
    begun = begin(officer, 5).json()
    send(officer, begun["at"], 0, b"aaaaa")

    refused = officer.post(where, {"kind": "TO_TRINH", "tep-da-len": begun["ref"]})

    assert "không phải" in refused.content.decode()
    assert officer.get(begun["at"]).json()["received"] == 5


def test_bad_requests_are_answered(officer: Client, settings: Settings) -> None:
    settings.PRIVATE_FILES_LARGEST = 4_000_000
    at = begin(officer).json()["at"]

    answers = [
        begin(officer, "chữ"),
        begin(officer, "9" * 13),
        begin(officer, 4_000_001),
        send(officer, at, 0, b"a" * (len(PDF) + 1)),
        send(officer, at, "chữ", b"a"),
        send(officer, at, 0, b"a" * 1_048_577),
    ]

    assert [answer.status_code for answer in answers] == [422, 422, 422, 422, 409, 413]
    assert answers[2].json()["said"].startswith("Tệp «to-trinh.pdf» lớn hơn 3 MB")


def test_another_account_neither_asks_nor_sends_nor_takes(officer: Client, unit: Any) -> None:
    begun = begin(officer).json()
    send(officer, begun["at"], 0, PDF)
    stranger = Client()
    other = organisation("Sở Khác")
    stranger.force_login(account("khac", Role.UNIT_OFFICER, unit=other), backend=BACKEND)
    colleague = Client()
    colleague.force_login(account("cung", Role.UNIT_OFFICER, unit=unit), backend=BACKEND)
    where = reverse("units:attach", args=[make.batch(unit=unit).ref])

    for who in (stranger, colleague):
        assert who.get(begun["at"]).status_code == 404
        assert send(who, begun["at"], 0, b"a").status_code == 404
    taken = colleague.post(where, {"kind": "TO_TRINH", "tep-da-len": begun["ref"]})
    assert taken.status_code == 422
    assert Client().get(begun["at"]).status_code == 302


def test_the_pages_offer_it_and_work_without(officer: Client, unit: Any) -> None:
    batch = make.batch(unit=unit)

    for address in (reverse("units:upload"), reverse("units:batch", args=[batch.ref])):
        page = officer.get(address).content.decode()
        assert f'data-resumable="{reverse("units:begin_coming_in")}"' in page
        assert "data-resume-bar" in page
