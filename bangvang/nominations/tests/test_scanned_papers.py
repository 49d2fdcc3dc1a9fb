"""Attached papers where a scanner is set up: shut, let out, or shut for good."""

from typing import Any

import pytest
from pytest_django import Settings

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.jobs.models import Job
from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.scanner import scanner
from bangvang.nominations.actions.attach_paper import attach_paper
from bangvang.nominations.actions.explain_missing_paper import explain_missing_paper
from bangvang.nominations.actions.remove_paper import remove_paper
from bangvang.nominations.models import Batch
from bangvang.nominations.selectors.batches import batch_page, missing_kinds
from bangvang.nominations.selectors.paper_files import paper_file_for
from bangvang.nominations.states import PaperKind, Scan
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
NOBODY = "tcp://127.0.0.1:1"


@pytest.fixture
def batch() -> Batch:
    return make.batch(unit=organisation("Ủy ban nhân dân xã Suối Mây"))


@pytest.fixture
def officer(batch: Batch) -> Any:
    return actor(Role.UNIT_OFFICER, unit=batch.unit)


def attached(batch: Batch, officer: Any) -> str:
    return attach_paper(
        batch.ref, PaperKind.TO_TRINH, PDF, original_name="to-trinh.pdf", actor=officer, at=AT
    )


def scan_of(batch: Batch, officer: Any) -> tuple[Scan, str]:
    paper = batch_page(officer, batch.ref).asked[0].papers[0]
    return paper.scan, paper.scan_found


def test_without_a_scanner_nothing_is_asked(batch: Batch, officer: Any) -> None:
    paper = attached(batch, officer)

    assert paper_file_for(officer, paper)[1] == "to-trinh.pdf"
    assert not Job.objects.exists()


def test_a_clean_paper_is_let_out(batch: Batch, officer: Any, settings: Settings) -> None:
    with scanner("stream: OK") as (settings.BANGVANG_CLAMD, seen):
        paper = attached(batch, officer)

    assert seen == [PDF]
    assert scan_of(batch, officer) == (Scan.CLEAN, "")
    assert paper_file_for(officer, paper)[1] == "to-trinh.pdf"


def test_malware_is_shut_away_and_is_no_paper(
    batch: Batch, officer: Any, settings: Settings
) -> None:
    with scanner("stream: Eicar FOUND") as (settings.BANGVANG_CLAMD, _):
        paper = attached(batch, officer)

    assert scan_of(batch, officer) == (Scan.INFECTED, "Eicar")
    assert PaperKind.TO_TRINH in missing_kinds(batch)
    assert Entry.objects.filter(verb="quarantine_paper").count() == 1
    with pytest.raises(Refused, match="đã cách ly"):
        paper_file_for(officer, paper)
    explain_missing_paper(batch.ref, PaperKind.TO_TRINH, "Chờ ký lại", actor=officer, at=AT)
    remove_paper(batch.ref, paper, actor=officer, at=AT)


def test_while_the_scanner_is_away_the_paper_waits(
    batch: Batch, officer: Any, settings: Settings
) -> None:
    settings.BANGVANG_CLAMD = NOBODY

    paper = attached(batch, officer)

    assert Job.objects.get().state == "WAITING"
    assert scan_of(batch, officer) == (Scan.WAITING, "")
    with pytest.raises(Refused, match="đang chờ quét"):
        paper_file_for(officer, paper)
