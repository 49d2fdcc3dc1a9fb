"""Who may enter, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.notifications import notification_entries
from bangvang.web.office import agency_list_urls, consultation_urls, posting_list_urls
from bangvang.web.office.account_addresses import ACCOUNTS
from bangvang.web.office.agency_opinion_addresses import AGENCY_OPINIONS
from bangvang.web.office.case_addresses import CASES
from bangvang.web.office.charge_addresses import CHARGES
from bangvang.web.office.discovery_addresses import DISCOVERIES
from bangvang.web.office.import_addresses import IMPORTS
from bangvang.web.office.initiative_addresses import INITIATIVES
from bangvang.web.office.privacy_addresses import PRIVACY
from bangvang.web.office.recipient_addresses import RECIPIENTS
from bangvang.web.office.registration_addresses import REGISTRATIONS
from bangvang.web.office.round_addresses import ROUNDS
from bangvang.web.office.route_addresses import ROUTES
from bangvang.web.office.views import (
    amendments,
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
    described,
    doubles,
    gallery,
    identity,
    jobs,
    ladders,
    law,
    law_changes,
    lawbook,
    lawbook_acts,
    merges,
    people,
    postings,
    search,
    sources,
    today,
    whole_years,
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
    *notification_entries(COMES_IN),
    *ROUNDS,
    *ROUTES,
    *DISCOVERIES,
    *PRIVACY,
    *REGISTRATIONS,
    entry("danh-sach/", batches.batches, may=READS, name="batches"),
    entry("danh-sach/<ref>/", batches.batch, may=READS, name="batch"),
    entry("danh-sach/<ref>/tiep-nhan/", batches.take, may=OFFICE, name="take_up"),
    entry("danh-sach/<ref>/trinh/", batches.send_on, may=HEAD, name="release"),
    entry("giay/<paper_ref>/", batches.paper, may=READS, name="paper"),
    *CASES,
    entry("luat/", law.awards, may=READS, name="law"),
    entry("luat/dieu-khoan/", law.clauses, may=READS, name="law_clauses"),
    entry("luat/thay-doi/", law_changes.changes, may=READS, name="law_changes"),
    entry("luat/thay-doi/tinh/", law_changes.ask, may=READS, name="law_changes_ask"),
    entry("luat/thay-doi/bang-tinh/", law_changes.sheet, may=READS, name="law_changes_sheet"),
    entry("luat/danh-hieu/<slug:code>/", law.award, may=READS, name="law_award"),
    entry("tim/", search.search, may=READS, name="search"),
    entry("tim/luu/", search.keep, may=READS, name="save_search"),
    entry("tim/da-luu/<ref>/bo/", search.let_go, may=READS, name="forget_search"),
    entry("nguoi/", people.people, may=READS, name="people"),
    entry("nguoi/<ref>/", people.person, may=READS, name="person"),
    entry("nguoi/<ref>/luot/<award_ref>/", sources.person_award, may=READS, name="person_award"),
    entry(
        "nguoi/<ref>/xep-loai/<grade_ref>/", sources.person_grade, may=READS, name="person_grade"
    ),
    *INITIATIVES,
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
    *IMPORTS,
    *agency_list_urls.PATTERNS,
    *posting_list_urls.PATTERNS,
    *consultation_urls.PATTERNS,
    *AGENCY_OPINIONS,
    entry("tap-the/", collectives.collectives, may=READS, name="collectives"),
    entry("tap-the/<ref>/", collectives.collective, may=READS, name="collective"),
    entry(
        "tap-the/<ref>/luot/<award_ref>/",
        sources.collective_award,
        may=READS,
        name="collective_award",
    ),
    entry(
        "tap-the/<ref>/xep-loai/<grade_ref>/",
        sources.collective_grade,
        may=READS,
        name="collective_grade",
    ),
    *RECIPIENTS,
    *CHARGES,
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
    entry("nguoi/<ref>/so-dinh-danh/", identity.reveal, may=HEAD, name="reveal_identity"),
    entry("nguoi/<ref>/cong-tac/", postings.record, may=OFFICE, name="record_posting"),
    entry(
        "nguoi/<ref>/cong-tac/<posting_ref>/ket-thuc/",
        postings.end,
        may=OFFICE,
        name="end_posting",
    ),
    entry(
        "nguoi/<ref>/cong-tac/<posting_ref>/rut/",
        postings.withdraw,
        may=OFFICE,
        name="withdraw_posting",
    ),
    entry("nguoi/<ref>/gioi-tinh-dan-toc/", described.describe, may=OFFICE, name="describe_person"),
    entry("nguoi/<ref>/so-dinh-danh/ghi/", identity.enter, may=OFFICE, name="enter_identity"),
    entry("nguoi/<ref>/ban-ghi-khac/", doubles.others, may=OFFICE, name="other_records"),
    entry("dong/<record_ref>/<word>/", amendments.propose, may=OFFICE, name="amend"),
    entry("dinh-chinh/", amendments.amendments, may=READS, name="amendments"),
    entry("dinh-chinh/<ref>/", amendments.show, may=READS, name="amendment"),
    entry("dinh-chinh/<ref>/xac-nhan/", amendments.confirm, may=OFFICE, name="confirm_amendment"),
    entry("dinh-chinh/<ref>/khong-ghi/", amendments.decline, may=OFFICE, name="decline_amendment"),
    entry("dinh-chinh/<ref>/van-ban/", amendments.scan, may=READS, name="amendment_scan"),
    entry("trung/", doubles.people, may=READS, name="doubles"),
    entry("trung/tap-the/", doubles.bodies, may=READS, name="double_bodies"),
    entry("trung/khac-nhau/", doubles.different, may=READS, name="different_pairs"),
    entry("trung/ra-soat/", doubles.look, may=OFFICE, name="look_for_doubles"),
    entry("trung/<of>/<ref>/<other_ref>/", merges.compare, may=READS, name="two_records"),
    entry("trung/<of>/<ref>/<other_ref>/gop/", merges.propose, may=OFFICE, name="propose_merge"),
    entry("trung/<of>/<ref>/<other_ref>/khac-nhau/", doubles.say, may=OFFICE, name="say_different"),
    entry("trung/<of>/<ref>/<other_ref>/xem-lai/", doubles.doubt, may=OFFICE, name="doubt_again"),
    entry("gop/", merges.merges, may=READS, name="merges"),
    entry("gop/<ref>/", merges.merge, may=READS, name="merge"),
    entry("gop/<ref>/xac-nhan/", merges.confirm, may=OFFICE, name="confirm_merge"),
    entry("gop/<ref>/khong-gop/", merges.decline, may=OFFICE, name="decline_merge"),
    entry("gop/<ref>/tach-lai/", merges.undo, may=HEAD, name="undo_merge"),
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
    *ACCOUNTS,
    entry("nhat-ky/", audit.audit, may=WATCHES, name="audit"),
    entry("viec-nen/", jobs.jobs, may=ADMIN, name="jobs"),
    entry("viec-nen/<ref>/", jobs.job, may=ADMIN, name="job"),
    entry("viec-nen/<ref>/chay-lai/", jobs.retry, may=ADMIN, name="retry_job"),
    entry("viec-nen/<ref>/bo/", jobs.discard, may=ADMIN, name="discard_job"),
    entry("da-du/", whole_years.whole_years, may=READS, name="whole_years"),
    entry(
        "da-du/<unit_ref>/<word>/<int:year>/de-nghi/",
        whole_years.ask,
        may=OFFICE,
        name="ask_for_year",
    ),
    entry("quyet-dinh-don-vi/<ref>/", whole_years.own_decision, may=READS, name="own_decision"),
    entry("quyet-dinh-don-vi/<ref>/tep/<which>/", whole_years.own_file, may=READS, name="own_file"),
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
