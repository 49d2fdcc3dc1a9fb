"""The addresses of lists of postings, a part of those of the office."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.office.views import posting_lists

READS = OFFICE | {Role.INSPECTOR}
_AT = "nhap-qua-trinh-cong-tac/"
_ONE = f"{_AT}<ref>/"
_ROW = f"{_ONE}dong/<int:sheet>/<int:row>/"

PATTERNS = (
    entry(_AT, posting_lists.posting_lists, may=READS, name="posting_lists"),
    entry(f"{_AT}moi/", posting_lists.take, may=OFFICE, name="take_posting_list"),
    entry(_ONE, posting_lists.show, may=READS, name="posting_list"),
    entry(f"{_ONE}tep/", posting_lists.file, may=READS, name="posting_list_file"),
    entry(f"{_ONE}doc-lai/", posting_lists.read_again, may=OFFICE, name="posting_list_read"),
    entry(f"{_ONE}bang-ma/", posting_lists.letters, may=OFFICE, name="posting_list_letters"),
    entry(f"{_ONE}doi-chieu-lai/", posting_lists.match_again, may=OFFICE, name="match_postings"),
    entry(f"{_ONE}ghi/", posting_lists.enter, may=OFFICE, name="enter_postings"),
    entry(f"{_ONE}huy/", posting_lists.undo, may=OFFICE, name="undo_posting_list"),
    entry(
        f"{_ONE}cot/<int:sheet>/", posting_lists.columns, may=OFFICE, name="posting_list_columns"
    ),
    entry(_ROW, posting_lists.choose, may=OFFICE, name="choose_posted"),
    entry(f"{_ROW}sua/", posting_lists.mend, may=OFFICE, name="posting_list_mend"),
)
