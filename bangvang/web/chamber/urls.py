"""Who may enter, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.chamber.views import (
    agenda,
    ballots,
    cases,
    composition,
    conclusions,
    counts,
    marks,
    minutes,
    opinions,
    papers,
    roll,
    search,
    sessions,
    today,
)
from bangvang.web.entry import entry
from bangvang.web.navigation import COUNCIL
from bangvang.web.notifications import notification_entries

READERS = COUNCIL | {Role.OFFICE_HEAD, Role.INSPECTOR}
SECRETARY = frozenset({Role.SECRETARY})
TELLER = frozenset({Role.TELLER})
BOARD = SECRETARY | TELLER

app_name = "council"
urlpatterns = [
    entry("", today.today, may=READERS, name="today"),
    *notification_entries(READERS),
    entry("tim/", search.search, may=READERS, name="search"),
    entry("thanh-phan/", composition.composition, may=READERS, name="composition"),
    entry("thanh-phan/ghe/", composition.appoint, may=SECRETARY, name="appoint"),
    entry("ty-le/", marks.marks, may=READERS, name="marks"),
    entry("ty-le/nghi-quyet/", marks.enter, may=SECRETARY, name="enter_resolution"),
    entry("ty-le/nghi-quyet/<ref>/rut/", marks.withdraw, may=SECRETARY, name="withdraw_resolution"),
    entry("tep/<ref>/", papers.file, may=READERS, name="file"),
    entry("phien/", sessions.sessions, may=READERS, name="sessions"),
    entry("phien/moi/", sessions.create, may=SECRETARY, name="create_session"),
    entry("phien/<ref>/", sessions.session, may=READERS, name="session"),
    entry("phien/<ref>/sua/", sessions.change, may=SECRETARY, name="change_session"),
    entry("phien/<ref>/trieu-tap/", sessions.call, may=SECRETARY, name="call_session"),
    entry("phien/<ref>/rut-trieu-tap/", sessions.revise, may=SECRETARY, name="revise_session"),
    entry("phien/<ref>/khai-mac/", sessions.open_, may=SECRETARY, name="open_session"),
    entry("phien/<ref>/be-mac/", sessions.close, may=SECRETARY, name="close_session"),
    entry("phien/<ref>/noi-dung/", agenda.add, may=SECRETARY, name="add_business"),
    entry("phien/<ref>/danh-sach/", agenda.put, may=SECRETARY, name="put_on_agenda"),
    entry("phien/<ref>/muc/<item>/", agenda.item, may=READERS, name="item"),
    entry("phien/<ref>/muc/<item>/ghi/", agenda.note, may=SECRETARY, name="note_item"),
    entry("phien/<ref>/muc/<item>/len/", agenda.move_up, may=SECRETARY, name="move_item_up"),
    entry("phien/<ref>/muc/<item>/bo/", agenda.remove, may=SECRETARY, name="remove_item"),
    entry("phien/<ref>/muc/<item>/chot/", agenda.freeze, may=SECRETARY, name="freeze_list"),
    entry("phien/<ref>/rut/<nomination>/", agenda.take_off, may=SECRETARY, name="take_row_off"),
    entry("phien/<ref>/ho-so/<nomination>/", cases.case, may=READERS, name="case"),
    entry(
        "phien/<ref>/ho-so/<nomination>/giay/<paper_ref>/",
        cases.paper,
        may=READERS,
        name="case_paper",
    ),
    entry("phien/<ref>/diem-danh/", roll.roll, may=READERS, name="roll"),
    entry("phien/<ref>/ket-luan/", conclusions.conclusions, may=READERS, name="conclusions"),
    entry("phien/<ref>/ket-luan/<task>/xong/", conclusions.close, may=SECRETARY, name="close_task"),
    entry("phien/<ref>/bien-ban/", minutes.of_session, may=READERS, name="session_minutes"),
    entry("phien/<ref>/bien-ban/in/", minutes.print_session, may=SECRETARY, name="print_minutes"),
    entry("bo-phieu/<ref>/", ballots.ballot, may=READERS, name="ballot"),
    entry("bo-phieu/<ref>/in-phieu/", ballots.print_papers, may=BOARD, name="print_papers"),
    entry("bo-phieu/<ref>/phat-phieu/", ballots.hand_out, may=BOARD, name="hand_out"),
    entry("bo-phieu/<ref>/mo-hom/", ballots.open_box, may=BOARD, name="open_box"),
    entry("bo-phieu/<ref>/bo-chot/", ballots.unfreeze, may=SECRETARY, name="unfreeze_list"),
    entry("bo-phieu/<ref>/cong-bo/", ballots.announce, may=BOARD, name="announce"),
    entry("bo-phieu/<ref>/bien-ban/", minutes.print_counting, may=BOARD, name="print_counting"),
    entry("bo-phieu/<ref>/kiem-phieu/", counts.count, may=TELLER, name="count"),
    entry("bo-phieu/<ref>/dem-lai/", counts.start_again, may=TELLER, name="discard_count"),
    entry("bo-phieu/<ref>/so-sanh/", counts.compare, may=TELLER, name="compare"),
    entry("bo-phieu/<ref>/y-kien/", opinions.opinions, may=TELLER, name="opinions"),
    entry("bo-phieu/<ref>/y-kien/<int:seat>/", opinions.enter, may=TELLER, name="enter_opinion"),
    entry("y-kien/<ref>/rut/", opinions.withdraw, may=TELLER, name="withdraw_opinion"),
    entry("y-kien/<ref>/tep/", opinions.file, may=TELLER, name="opinion_file"),
    entry("bien-ban/<ref>/", minutes.minutes, may=READERS, name="minutes"),
]
