"""Who may enter the pages of rounds, years, late lists and secret files, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.office.views import announcements, late_lists, rounds, secret_files, year_opening

HEAD = frozenset({Role.OFFICE_HEAD})
READS = OFFICE | {Role.INSPECTOR}
SECRET = HEAD | {Role.INSPECTOR}

ROUNDS = (
    entry("dot-xet/", rounds.rounds, may=READS, name="rounds"),
    entry("dot-xet/mo/", rounds.open_, may=HEAD, name="open_round"),
    entry("dot-xet/nam/<int:year>/", year_opening.show, may=HEAD, name="open_year"),
    entry("dot-xet/<ref>/", rounds.show, may=READS, name="round"),
    entry("dot-xet/<ref>/doi/", rounds.change, may=HEAD, name="change_round"),
    entry("dot-xet/<ref>/thong-bao/", announcements.write, may=HEAD, name="announce"),
    entry("dot-xet/<ref>/thong-bao/gui/", announcements.send, may=HEAD, name="send_announcement"),
    entry("dot-xet/<ref>/han-rieng/", rounds.set_day, may=HEAD, name="set_intake_day"),
    entry(
        "dot-xet/<ref>/han-rieng/<day_ref>/bo/", rounds.drop_day, may=HEAD, name="drop_intake_day"
    ),
    entry("ho-so-mat/", secret_files.secret_files, may=SECRET, name="secret_files"),
    entry("ho-so-mat/<ref>/", secret_files.move, may=HEAD, name="move_secret"),
    entry("danh-sach/<ref>/nop-muon/", late_lists.late, may=HEAD, name="late_list"),
    entry("danh-sach/<ref>/nop-muon/nhan/", late_lists.accept, may=HEAD, name="accept_late"),
    entry("danh-sach/<ref>/nop-muon/chuyen/", late_lists.move, may=HEAD, name="move_to_round"),
)
