"""What the register does in the background."""

from bangvang.foundation.jobs.kinds import job
from bangvang.foundation.jobs.work import Work
from bangvang.registry.actions.enter_import import enter_import
from bangvang.registry.actions.enter_posting_list import enter_posting_list
from bangvang.registry.actions.match_list_again import match_list_again
from bangvang.registry.actions.read_import import read_import
from bangvang.registry.actions.undo_import import undo_import
from bangvang.registry.intake.readers import AGENCY_LISTS, AWARDS, POSTING_LISTS, Reader
from bangvang.registry.selectors.import_jobs import (
    ENTER_IMPORT,
    MATCH_LIST,
    READ_IMPORT,
    READ_LIST,
    UNDO_IMPORT,
)
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.selectors.posting_lists import ENTER_POSTINGS, READ_POSTINGS

KINDS = ("AWARD", "GRADE", "INITIATIVE")


@job(READ_IMPORT, says="Đọc tệp khen thưởng các năm trước")
def read(work: Work) -> None:
    """Read a file of past awards into staged rows."""
    _read(work, AWARDS)


@job(READ_LIST, says="Đọc danh sách cơ quan khác gửi")
def read_list(work: Work) -> None:
    """Read a list of another agency, and match its rows."""
    _read(work, AGENCY_LISTS)


@job(READ_POSTINGS, says="Đọc danh sách quá trình công tác")
def read_postings(work: Work) -> None:
    """Read a list of postings into staged rows."""
    _read(work, POSTING_LISTS)


@job(ENTER_POSTINGS, says="Ghi danh sách vào quá trình công tác")
def enter_postings(work: Work) -> None:
    """Enter the ready rows of a list of postings."""
    enter_posting_list(
        str(work.arguments["posting_list"]),
        version=int(work.arguments["version"]),
        job_ref=work.ref,
        last_step=work.last_step(),
        actor=work.actor,
        at=work.at,
    )


def _read(work: Work, of: Reader) -> None:
    read_import(
        str(work.arguments[of.subject]),
        version=int(work.arguments["version"]),
        report=work.report,
        last_step=work.last_step(),
        of=of,
        actor=work.actor,
        at=work.at,
    )


@job(MATCH_LIST, says="Đối chiếu lại danh sách cơ quan khác gửi với sổ")
def match_list(work: Work) -> None:
    """Match what waits in a list of another agency against the register of now."""
    match_list_again(
        str(work.arguments["agency_list"]),
        report=work.report,
        last_step=work.last_step(),
        actor=work.actor,
        at=work.at,
    )


@job(ENTER_IMPORT, says="Ghi khen thưởng các năm trước vào sổ")
def enter(work: Work) -> None:
    """Enter the ready rows of an import."""
    said = work.arguments
    enter_import(
        str(said["import"]),
        version=int(said["version"]),
        with_newcomers=bool(said["with_newcomers"]),
        complete_from={kind: int(said[f"from_{kind}"]) for kind in KINDS if f"from_{kind}" in said},
        job_ref=work.ref,
        report=work.report,
        last_step=work.last_step(),
        actor=work.actor,
        at=work.at,
    )


@job(UNDO_IMPORT, says="Hủy một lần nhập khen thưởng các năm trước")
def undo(work: Work) -> None:
    """Undo a whole import."""
    ref = str(work.arguments["import"])
    with work.last_step():
        undo_import(
            ref,
            import_for(work.actor, ref).undone_reason,
            version=int(work.arguments["version"]),
            job_ref=work.ref,
            actor=work.actor,
            at=work.at,
        )
