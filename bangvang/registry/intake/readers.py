"""The kinds of files that come into the register: how each is found, read and spoken of.

What is done with a file is one mechanism (`actions/take_file`, `read_import`, `map_columns`,
`mend_row`); what differs between the kinds stands here and in `actions/incoming_rows`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from bangvang.foundation.actor import Actor
from bangvang.foundation.sheets import Grid, Limits
from bangvang.registry.intake import agency_rows, award_sheets, posting_rows
from bangvang.registry.intake.agency_rows import agency_key, list_plan_found, listed_by
from bangvang.registry.intake.award_rows import said_by
from bangvang.registry.intake.award_sheets import Plan, plan_found
from bangvang.registry.intake.cells import Line
from bangvang.registry.intake.groups import Group
from bangvang.registry.intake.posting_rows import posted_by, posting_plan_found
from bangvang.registry.models import (
    AgencyList,
    AwardImport,
    ImportRow,
    ListedRow,
    PostingList,
    PostingRow,
)
from bangvang.registry.models.incoming import IncomingFile, IncomingRow
from bangvang.registry.selectors.agency_lists import list_for, list_of_file
from bangvang.registry.selectors.import_jobs import READ_IMPORT, READ_LIST, is_entering
from bangvang.registry.selectors.imports import import_for, import_of_file
from bangvang.registry.selectors.listed_rows import are_decided
from bangvang.registry.selectors.posting_lists import (
    READ_POSTINGS,
    is_entering_postings,
    posting_list_for,
    posting_list_of_file,
)
from bangvang.registry.states import ImportState


class RowRead(Protocol):
    """How the fields of one row are read; see `award_rows.said_by`."""

    def __call__(
        self, line: Line, group: Group, fixed: Mapping[str, str], *, on: date
    ) -> dict[str, Any]:
        """Return what the row says, `number` (the identity number) among it."""


class FindFile(Protocol):
    """How a file is found by somebody who may see it; see `selectors.imports.import_for`."""

    def __call__(self, actor: Actor, ref: str, *, lock: bool = False) -> Any:
        """Return the file; raise `Unseen` where this actor has none."""


@dataclass(frozen=True)
class Reader:
    """One kind of files that come in.

    Attributes:
        files: the model of the file, which says how the audit record calls it.
        rows: the model of its rows.
        find: returns a file, locked on demand.
        of_file: returns the one that stands of just this file, by digest.
        job: the kind of job that reads it.
        limits: how large it may be.
        fields: what a column may be, and how pages call it.
        find_plan: where the headings of a sheet say that its columns stand.
        read_row: what a row says.
        source: under what the columns of such a file are remembered.
        called: how the audit record calls this file; administrators read that too.
        is_busy: whether a job is about to change what came of it.
        is_decided: whether rows of it are decided, so that it is not read anew.
    """

    files: type[IncomingFile]
    rows: type[IncomingRow]
    find: FindFile
    of_file: Callable[[str], Any]
    job: str
    limits: Limits
    fields: Mapping[str, str]
    find_plan: Callable[[Grid], Plan | None]
    read_row: RowRead
    source: Callable[[Any], str]
    called: Callable[[Any], str]
    is_busy: Callable[[str], bool]
    is_decided: Callable[[Any], bool]

    @property
    def subject(self) -> str:
        """What the audit record and jobs call such a file."""
        return self.files.subject


def _never(_ref: str) -> bool:
    return False


def _source_of(award_import: AwardImport) -> str:
    return award_import.source.ref if award_import.source else ""


def _name_of(award_import: AwardImport) -> str:
    return f"tệp khen thưởng các năm trước {award_import.file.original_name}"


def _is_in(file: IncomingFile) -> bool:
    return file.state == ImportState.ACCEPTED


def _key_of(agency_list: AgencyList) -> str:
    return agency_key(agency_list.agency)


def _nameless(_agency_list: AgencyList) -> str:
    return "một danh sách do cơ quan khác gửi"


AWARDS = Reader(
    files=AwardImport,
    rows=ImportRow,
    find=import_for,
    of_file=import_of_file,
    job=READ_IMPORT,
    limits=award_sheets.LIMITS,
    fields=award_sheets.FIELDS,
    find_plan=plan_found,
    read_row=said_by,
    source=_source_of,
    called=_name_of,
    is_busy=is_entering,
    is_decided=_is_in,
)
"""Awards of past years."""

AGENCY_LISTS = Reader(
    files=AgencyList,
    rows=ListedRow,
    find=list_for,
    of_file=list_of_file,
    job=READ_LIST,
    limits=agency_rows.LIMITS,
    fields=agency_rows.FIELDS,
    find_plan=list_plan_found,
    read_row=listed_by,
    source=_key_of,
    called=_nameless,
    is_busy=_never,
    is_decided=are_decided,
)
"""Lists that other agencies send: violations, debts, disciplines, complaints."""


def _of_nobody(_posting_list: PostingList) -> str:
    return "ct"


def _postings_named(posting_list: PostingList) -> str:
    return f"danh sách quá trình công tác {posting_list.file.original_name}"


POSTING_LISTS = Reader(
    files=PostingList,
    rows=PostingRow,
    find=posting_list_for,
    of_file=posting_list_of_file,
    job=READ_POSTINGS,
    limits=posting_rows.LIMITS,
    fields=posting_rows.FIELDS,
    find_plan=posting_plan_found,
    read_row=posted_by,
    source=_of_nobody,
    called=_postings_named,
    is_busy=is_entering_postings,
    is_decided=_is_in,
)
"""Lists of who worked where as what, and to which class they belonged."""
