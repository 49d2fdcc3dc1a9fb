"""Printing and keeping a paper."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from bangvang.foundation.actor import Actor
from bangvang.foundation.documents.docx_templates import TEMPLATES
from bangvang.foundation.documents.keep import keep_document
from bangvang.foundation.documents.models import KeptDocument
from bangvang.foundation.documents.render import render, render_ballot
from bangvang.foundation.documents.selectors import documents_about
from bangvang.foundation.documents.tests.papers import ballot, decision, minutes
from bangvang.foundation.files.selectors import read

AT = datetime(2022, 4, 9, 8, 0, tzinfo=UTC)
SECRETARY = Actor("acc-1", "Lò Thị Thư Ký", "Thư ký", "org-1", "Hội đồng")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.PRIVATE_FILES_ROOT = tmp_path


def kept(paper_number: int = 5, kind: str = "DECISION") -> KeptDocument:
    return keep_document(
        replace(decision(), number=paper_number),
        kind=kind,
        subject=("decision", "ref-1"),
        name="quyet-dinh-05",
        actor=SECRETARY,
        at=AT,
    )


def test_a_kept_paper_can_be_read_again_in_both_forms() -> None:
    kept()

    (paper,) = documents_about("decision", "ref-1")

    printed = render(decision())
    assert paper.pdf is not None
    assert paper.docx is not None
    assert (paper.pdf.name, paper.docx.name) == ("quyet-dinh-05.pdf", "quyet-dinh-05.docx")
    assert read(paper.pdf.ref) == printed.pdf
    assert read(paper.docx.ref) == printed.docx
    assert (paper.kind, paper.made_at, paper.made_by) == ("DECISION", AT, "Lò Thị Thư Ký")


def test_only_the_papers_about_the_thing_are_listed_oldest_first() -> None:
    first, second = kept(1), kept(2, kind="CORRECTION")
    keep_document(
        minutes(), kind="MINUTES", subject=("session", "ref-1"), name="a", actor=SECRETARY, at=AT
    )

    assert [paper.ref for paper in documents_about("decision", "ref-1")] == [first.ref, second.ref]
    assert documents_about("decision", "ref-2") == []


def test_a_ballot_paper_is_kept_as_pdf_only() -> None:
    row = keep_document(
        ballot(), kind="BALLOT", subject=("ballot", "b"), name="phieu", actor=SECRETARY, at=AT
    )

    (paper,) = documents_about("ballot", "b")
    assert paper.docx is None
    assert paper.pdf is not None
    assert read(paper.pdf.ref) == render_ballot(ballot()).pdf
    assert str(row) == "Phiếu bầu Danh hiệu Chiến sĩ thi đua cấp tỉnh năm 2021"


def test_the_row_remembers_template_and_data() -> None:
    same, again, other = kept(), kept(), kept(6)

    assert same.data_digest == again.data_digest != other.data_digest
    assert same.template_digest == again.template_digest == other.template_digest


def test_a_stage_may_bring_its_own_templates() -> None:
    printed = render(
        decision(),
        docx_template=TEMPLATES / "to-trinh.docx",
        pdf_template="/foundation/documents/templates/to-trinh.typ",
    )

    general = render(decision())
    assert printed.pdf != general.pdf
    assert printed.template_digest != general.template_digest
    assert printed.data_digest == general.data_digest
