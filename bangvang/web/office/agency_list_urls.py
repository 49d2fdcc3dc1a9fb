"""The addresses of lists that other agencies send, a part of those of the office."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.office.views import agency_lists, listed_rows

READS = OFFICE | {Role.INSPECTOR}

PATTERNS = (
    entry("danh-sach-co-quan-khac/", agency_lists.agency_lists, may=READS, name="agency_lists"),
    entry("danh-sach-co-quan-khac/moi/", agency_lists.take, may=OFFICE, name="take_agency_list"),
    entry("danh-sach-co-quan-khac/<ref>/", agency_lists.show, may=READS, name="agency_list"),
    entry(
        "danh-sach-co-quan-khac/<ref>/tep/", agency_lists.file, may=READS, name="agency_list_file"
    ),
    entry(
        "danh-sach-co-quan-khac/<ref>/doi-chieu-lai/",
        agency_lists.match_again,
        may=OFFICE,
        name="match_agency_list",
    ),
    entry(
        "danh-sach-co-quan-khac/<ref>/doc-lai/",
        agency_lists.read_again,
        may=OFFICE,
        name="agency_list_read",
    ),
    entry(
        "danh-sach-co-quan-khac/<ref>/bang-ma/",
        agency_lists.letters,
        may=OFFICE,
        name="agency_list_letters",
    ),
    entry(
        "danh-sach-co-quan-khac/<ref>/xac-nhan/",
        agency_lists.confirm_ticked,
        may=OFFICE,
        name="confirm_ticked",
    ),
    entry(
        "danh-sach-co-quan-khac/<ref>/cot/<int:sheet>/",
        agency_lists.columns,
        may=OFFICE,
        name="agency_list_columns",
    ),
    entry(
        "danh-sach-co-quan-khac/<ref>/huy/", agency_lists.undo, may=OFFICE, name="undo_agency_list"
    ),
    entry(
        "danh-sach-co-quan-khac/<ref>/dong/<int:sheet>/<int:row>/",
        listed_rows.row,
        may=READS,
        name="listed_row",
    ),
    entry(
        "danh-sach-co-quan-khac/<ref>/dong/<int:sheet>/<int:row>/khong-phai/",
        listed_rows.deny,
        may=OFFICE,
        name="deny_match",
    ),
    entry(
        "danh-sach-co-quan-khac/<ref>/dong/<int:sheet>/<int:row>/khong-ghi/",
        listed_rows.dismiss,
        may=OFFICE,
        name="dismiss_listed_row",
    ),
    entry(
        "danh-sach-co-quan-khac/<ref>/dong/<int:sheet>/<int:row>/mo-lai/",
        listed_rows.reopen,
        may=OFFICE,
        name="reopen_listed_row",
    ),
    entry(
        "danh-sach-co-quan-khac/<ref>/dong/<int:sheet>/<int:row>/sua/",
        agency_lists.mend,
        may=OFFICE,
        name="agency_list_mend",
    ),
    entry("luu-y/<ref>/rut/", agency_lists.withdraw, may=OFFICE, name="withdraw_notice"),
)
