"""Who may enter, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.office.views import (
    accounts,
    articles,
    audit,
    bars,
    batches,
    bodies,
    body_acts,
    body_events,
    collectives,
    decision_acts,
    decisions,
    gallery,
    ladders,
    law,
    law_changes,
    lawbook,
    lawbook_acts,
    letters,
    nominations,
    people,
    questions,
    rounds,
    today,
)

HEAD = frozenset({Role.OFFICE_HEAD})
ADMIN = frozenset({Role.ADMINISTRATOR})
READS = OFFICE | {Role.INSPECTOR}
WATCHES = frozenset({Role.INSPECTOR, Role.ADMINISTRATOR})
COMES_IN = OFFICE | {Role.EDITOR, Role.INSPECTOR, Role.ADMINISTRATOR}
PRESS = frozenset({Role.EDITOR, Role.OFFICE_HEAD})
EDITS = frozenset({Role.EDITOR})

app_name = "office"
urlpatterns = [
    entry("", today.today, may=COMES_IN, name="today"),
    entry("dot-xet/", rounds.rounds, may=READS, name="rounds"),
    entry("dot-xet/mo/", rounds.open_, may=HEAD, name="open_round"),
    entry("dot-xet/<ref>/", rounds.show, may=READS, name="round"),
    entry("danh-sach/", batches.batches, may=READS, name="batches"),
    entry("danh-sach/<ref>/", batches.batch, may=READS, name="batch"),
    entry("danh-sach/<ref>/tiep-nhan/", batches.take, may=OFFICE, name="take_up"),
    entry("danh-sach/<ref>/trinh/", batches.send_on, may=HEAD, name="release"),
    entry("giay/<paper_ref>/", batches.paper, may=READS, name="paper"),
    entry("ho-so/", nominations.nominations, may=READS, name="nominations"),
    entry("ho-so/<ref>/", nominations.nomination, may=READS, name="nomination"),
    entry("ho-so/<ref>/du-kien/", questions.answer, may=OFFICE, name="answer_questions"),
    entry("ho-so/<ref>/doi-chieu-lai/", questions.again, may=OFFICE, name="check_again"),
    entry("ho-so/<ref>/chap-nhan/", nominations.conclude_accept, may=OFFICE, name="accept"),
    entry("ho-so/<ref>/tra-lai/", nominations.conclude_return, may=OFFICE, name="return_row"),
    entry("ho-so/<ref>/de-nghi-khac/", nominations.conclude_overrule, may=OFFICE, name="overrule"),
    entry("ho-so/<ref>/dong-y/", nominations.conclude_confirm, may=HEAD, name="confirm_overrule"),
    entry(
        "ho-so/<ref>/khong-dong-y/", nominations.conclude_reject, may=HEAD, name="reject_overrule"
    ),
    entry("ho-so/<ref>/dung-xet/", nominations.conclude_decline, may=HEAD, name="decline"),
    entry("ho-so/<ref>/thong-bao/", letters.letters, may=READS, name="letters"),
    entry("ho-so/<ref>/thong-bao/lap/", letters.make, may=OFFICE, name="print_letter"),
    entry("ho-so/<ref>/thong-bao/<file_ref>/", letters.file, may=READS, name="letter_file"),
    entry("luat/", law.awards, may=READS, name="law"),
    entry("luat/dieu-khoan/", law.clauses, may=READS, name="law_clauses"),
    entry("luat/thay-doi/", law_changes.changes, may=READS, name="law_changes"),
    entry("luat/thay-doi/bang-tinh/", law_changes.sheet, may=READS, name="law_changes_sheet"),
    entry("luat/danh-hieu/<slug:code>/", law.award, may=READS, name="law_award"),
    entry("nguoi/", people.people, may=READS, name="people"),
    entry("nguoi/<ref>/", people.person, may=READS, name="person"),
    entry("nguoi/<ref>/lo-trinh/", ladders.person, may=READS, name="person_ladder"),
    entry("nguoi/<ref>/tam-dung/moi/", bars.record_of_person, may=OFFICE, name="record_bar"),
    entry(
        "nguoi/<ref>/tam-dung/<bar_ref>/ket-thuc/",
        bars.lift_of_person,
        may=OFFICE,
        name="lift_bar",
    ),
    entry(
        "nguoi/<ref>/tam-dung/<bar_ref>/rut/",
        bars.withdraw_of_person,
        may=OFFICE,
        name="withdraw_bar",
    ),
    entry("tap-the/", collectives.collectives, may=READS, name="collectives"),
    entry("tap-the/<ref>/", collectives.collective, may=READS, name="collective"),
    entry("tap-the/<ref>/lo-trinh/", ladders.collective, may=READS, name="collective_ladder"),
    entry(
        "tap-the/<ref>/tam-dung/moi/",
        bars.record_of_collective,
        may=OFFICE,
        name="record_collective_bar",
    ),
    entry(
        "tap-the/<ref>/tam-dung/<bar_ref>/ket-thuc/",
        bars.lift_of_collective,
        may=OFFICE,
        name="lift_collective_bar",
    ),
    entry(
        "tap-the/<ref>/tam-dung/<bar_ref>/rut/",
        bars.withdraw_of_collective,
        may=OFFICE,
        name="withdraw_collective_bar",
    ),
    entry("quyet-dinh/", decisions.decisions, may=READS, name="decisions"),
    entry("quyet-dinh/khong-duoc/", decisions.refused_lines, may=READS, name="refused_lines"),
    entry("quyet-dinh/lap/<ballot_ref>/", decisions.propose_decision, may=HEAD, name="propose"),
    entry("quyet-dinh/<ref>/", decisions.decision, may=READS, name="decision"),
    entry("quyet-dinh/<ref>/ban-in/", decisions.decision_papers, may=READS, name="decision_papers"),
    entry(
        "quyet-dinh/<ref>/tep/<file_ref>/", decisions.decision_file, may=READS, name="decision_file"
    ),
    entry(
        "quyet-dinh/<ref>/sua/", decision_acts.revise_decision, may=OFFICE, name="revise_decision"
    ),
    entry(
        "quyet-dinh/<ref>/in/", decision_acts.reprint_decision, may=OFFICE, name="reprint_decision"
    ),
    entry("quyet-dinh/<ref>/ghi-so/", decision_acts.record, may=OFFICE, name="record_signing"),
    entry(
        "quyet-dinh/<ref>/xac-nhan/",
        decision_acts.second_signing,
        may=OFFICE,
        name="confirm_signing",
    ),
    entry(
        "quyet-dinh/<ref>/tra-lai/", decision_acts.return_signing, may=OFFICE, name="return_signing"
    ),
    entry("quyet-dinh/<ref>/ket-qua/", decision_acts.answer, may=OFFICE, name="record_answer"),
    entry(
        "quyet-dinh/<ref>/ket-qua/xac-nhan/",
        decision_acts.second_answer,
        may=OFFICE,
        name="confirm_answer",
    ),
    entry(
        "quyet-dinh/<ref>/ket-qua/tra-lai/",
        decision_acts.return_answer,
        may=OFFICE,
        name="return_answer",
    ),
    entry("luat/cho-doi-chieu/", lawbook.waiting, may=READS, name="waiting_texts"),
    entry("luat/doi-chieu/", lawbook.readings, may=READS, name="readings"),
    entry("luat/doi-chieu/moi/", lawbook_acts.propose, may=OFFICE, name="propose_reading"),
    entry("luat/doi-chieu/<ref>/", lawbook.reading, may=READS, name="reading"),
    entry("luat/doi-chieu/<ref>/tep/", lawbook.reading_file, may=READS, name="reading_file"),
    entry(
        "luat/doi-chieu/<ref>/xac-nhan/", lawbook_acts.confirm, may=OFFICE, name="confirm_reading"
    ),
    entry(
        "luat/doi-chieu/<ref>/khong-xac-nhan/",
        lawbook_acts.reject,
        may=OFFICE,
        name="reject_reading",
    ),
    entry("luat/doi-chieu/<ref>/rut/", lawbook_acts.withdraw, may=OFFICE, name="withdraw_reading"),
    entry("tin-bai/", articles.articles, may=PRESS, name="articles"),
    entry("tin-bai/moi/", articles.write, may=EDITS, name="write_article"),
    entry("tin-bai/phien-hop/<session_ref>/", articles.draft, may=EDITS, name="draft_article"),
    entry("tin-bai/<ref>/", articles.article, may=PRESS, name="article"),
    entry("tin-bai/<ref>/sua/", articles.edit, may=EDITS, name="edit_article"),
    entry("tin-bai/<ref>/trinh-duyet/", articles.send, may=EDITS, name="send_article"),
    entry("tin-bai/<ref>/duyet/", articles.approve, may=HEAD, name="approve_article"),
    entry("tin-bai/<ref>/tra-lai/", articles.return_, may=HEAD, name="send_back_article"),
    entry("tin-bai/<ref>/go/", articles.withdraw, may=HEAD, name="withdraw_article"),
    entry("tin-bai/<ref>/mo-lai/", articles.reopen, may=EDITS, name="reopen_article"),
    entry("tai-khoan/", accounts.accounts, may=ADMIN, name="accounts"),
    entry("tai-khoan/moi/", accounts.create, may=ADMIN, name="create_account"),
    entry("tai-khoan/<ref>/", accounts.account, may=ADMIN, name="account"),
    entry("tai-khoan/<ref>/khoa/", accounts.suspend, may=ADMIN, name="suspend"),
    entry("tai-khoan/<ref>/mo/", accounts.restore, may=ADMIN, name="restore"),
    entry("tai-khoan/<ref>/go-chan/", accounts.lift, may=ADMIN, name="lift_lockout"),
    entry("tai-khoan/<ref>/lien-ket/", accounts.link, may=ADMIN, name="password_link"),
    entry("tai-khoan/<ref>/vai-tro/", accounts.give, may=ADMIN, name="give_role"),
    entry("tai-khoan/<ref>/vai-tro/<int:held>/", accounts.hand_over, may=ADMIN, name="hand_over"),
    entry("nhat-ky/", audit.audit, may=WATCHES, name="audit"),
    entry("to-chuc/", bodies.bodies, may=READS, name="bodies"),
    entry("to-chuc/moi/", bodies.register, may=OFFICE, name="register_body"),
    entry("to-chuc/nap/", bodies.places, may=OFFICE, name="load_places"),
    entry("to-chuc/su-kien/<ref>/", body_events.event, may=READS, name="body_event"),
    entry(
        "to-chuc/su-kien/<ref>/xac-nhan/",
        body_events.confirm,
        may=OFFICE,
        name="confirm_body_event",
    ),
    entry(
        "to-chuc/su-kien/<ref>/rut/", body_events.withdraw, may=OFFICE, name="withdraw_body_event"
    ),
    entry("to-chuc/<ref>/", bodies.body, may=READS, name="body"),
    entry("to-chuc/<ref>/doi-ten/", body_acts.rename, may=OFFICE, name="rename_body"),
    entry("to-chuc/<ref>/chuyen/", body_acts.move, may=OFFICE, name="move_body"),
    entry("to-chuc/<ref>/sap-nhap/", body_acts.merge, may=OFFICE, name="merge_body"),
    entry("to-chuc/<ref>/chia-tach/", body_acts.split, may=OFFICE, name="split_body"),
    entry("to-chuc/<ref>/chuyen-nguoi/", body_events.people, may=OFFICE, name="move_people"),
    entry("to-chuc/<ref>/giai-the/", body_acts.abolish, may=OFFICE, name="abolish_body"),
    entry("bang-mau/", gallery.show, may=ADMIN, name="gallery"),
]
