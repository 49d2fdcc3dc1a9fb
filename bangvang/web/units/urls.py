"""Who may enter, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import UNIT
from bangvang.web.units.registration_addresses import REGISTRATIONS
from bangvang.web.units.views import (
    amendments,
    batches,
    discoveries,
    ladders,
    nominations,
    own,
    own_bodies,
    own_head,
    own_people,
    own_years,
    questions,
    records,
    search,
    today,
    uploads,
)

HEAD = frozenset({Role.UNIT_HEAD})
OFFICER = frozenset({Role.UNIT_OFFICER})

app_name = "units"
urlpatterns = [
    *REGISTRATIONS,
    entry("", today.today, may=UNIT, name="today"),
    entry("tep-mau/", uploads.template, may=UNIT, name="template"),
    entry("tai-len/", uploads.upload, may=UNIT, name="upload"),
    entry("tai-len/<ref>/", uploads.preview, may=UNIT, name="preview"),
    entry("tai-len/<ref>/dong/<int:row>/", uploads.choose, may=UNIT, name="choose"),
    entry("tai-len/<ref>/luu/", uploads.save, may=UNIT, name="save"),
    entry("danh-sach/", batches.batches, may=UNIT, name="batches"),
    entry("danh-sach/<ref>/", batches.batch, may=UNIT, name="batch"),
    entry("danh-sach/<ref>/dinh-kem/", batches.attach, may=UNIT, name="attach"),
    entry("danh-sach/<ref>/ly-do-thieu/", batches.explain, may=UNIT, name="explain"),
    entry("danh-sach/<ref>/go/<paper_ref>/", batches.remove, may=UNIT, name="remove"),
    entry("danh-sach/<ref>/chuyen/", batches.hand_over, may=UNIT, name="hand_to_head"),
    entry("danh-sach/<ref>/bo/", batches.discard, may=UNIT, name="discard"),
    entry("danh-sach/<ref>/tra-lai/", batches.give_back, may=HEAD, name="hand_back"),
    entry("danh-sach/<ref>/nop/", batches.submit, may=HEAD, name="submit"),
    entry("danh-sach/<ref>/thu-hoi/", batches.recall, may=HEAD, name="recall"),
    entry("danh-sach/<ref>/bien-nhan/", batches.receipt, may=UNIT, name="receipt"),
    entry("giay/<paper_ref>/", batches.paper, may=UNIT, name="paper"),
    entry("phat-hien/", discoveries.discoveries, may=HEAD, name="discoveries"),
    entry("phat-hien/<ref>/", discoveries.discovery, may=HEAD, name="discovery"),
    entry("phat-hien/<ref>/tep/", discoveries.file, may=HEAD, name="discovery_file"),
    entry("lo-trinh/", ladders.people, may=UNIT, name="ladders"),
    entry("ho-gia-dinh/", ladders.households, may=UNIT, name="households"),
    entry("lo-trinh/<ref>/", ladders.person, may=UNIT, name="ladder"),
    entry("tim/", search.search, may=UNIT, name="search"),
    entry("tim/luu/", search.keep, may=UNIT, name="save_search"),
    entry("tim/da-luu/<ref>/bo/", search.let_go, may=UNIT, name="forget_search"),
    entry("nguoi/<ref>/", records.person, may=UNIT, name="person"),
    entry("nguoi/<ref>/luot/<award_ref>/", records.person_award, may=UNIT, name="person_award"),
    entry("tap-the/<ref>/", records.collective, may=UNIT, name="collective"),
    entry("nguoi/<ref>/xep-loai/<grade_ref>/", records.person_grade, may=UNIT, name="person_grade"),
    entry(
        "nguoi/<ref>/nguon-sang-kien/<initiative_ref>/",
        records.person_initiative,
        may=UNIT,
        name="person_initiative",
    ),
    entry(
        "tap-the/<ref>/xep-loai/<grade_ref>/",
        records.collective_grade,
        may=UNIT,
        name="collective_grade",
    ),
    entry(
        "tap-the/<ref>/luot/<award_ref>/",
        records.collective_award,
        may=UNIT,
        name="collective_award",
    ),
    entry("ho-so/<ref>/", nominations.nomination, may=UNIT, name="nomination"),
    entry("ho-so/<ref>/thong-bao/<file_ref>/", nominations.letter, may=UNIT, name="letter_file"),
    entry("ho-so/<ref>/du-kien/", questions.answer, may=UNIT, name="answer_questions"),
    entry("ho-so/<ref>/bo-sung/", nominations.complete, may=UNIT, name="complete"),
    entry("ho-so/<ref>/dinh-kem/", nominations.attach, may=UNIT, name="attach_to_row"),
    entry("ho-so/<ref>/nop-lai/", nominations.hand_in_again, may=HEAD, name="resubmit"),
    entry("ho-so/<ref>/rut/", nominations.take_back, may=HEAD, name="withdraw"),
    entry("khen-thuong/", own.decisions, may=UNIT, name="own_decisions"),
    entry("khen-thuong/moi/", own.begin, may=OFFICER, name="own_begin"),
    entry("khen-thuong/<ref>/", own.decision, may=UNIT, name="own_decision"),
    entry("khen-thuong/<ref>/chon/", own_people.pick, may=OFFICER, name="own_pick"),
    entry("khen-thuong/<ref>/chon-tap-the/", own_bodies.pick, may=OFFICER, name="own_pick_bodies"),
    entry("khen-thuong/<ref>/phu-luc/", own_people.annex, may=OFFICER, name="own_annex"),
    entry(
        "khen-thuong/<ref>/nguoi-moi/", own_people.new_person, may=OFFICER, name="own_new_person"
    ),
    entry("khen-thuong/<ref>/dong/<row_ref>/", own_people.choose, may=OFFICER, name="own_choose"),
    entry(
        "khen-thuong/<ref>/dong/<row_ref>/bo/", own_people.remove, may=OFFICER, name="own_remove"
    ),
    entry("khen-thuong/<ref>/chuyen/", own.hand_over, may=OFFICER, name="own_hand_over"),
    entry("khen-thuong/<ref>/bo/", own.discard, may=OFFICER, name="own_discard"),
    entry("khen-thuong/<ref>/xac-nhan/", own_head.confirm, may=HEAD, name="own_confirm"),
    entry("khen-thuong/<ref>/tra-lai/", own_head.give_back, may=HEAD, name="own_give_back"),
    entry("khen-thuong/<ref>/tep/<which>/", own.file, may=UNIT, name="own_file"),
    entry(
        "khen-thuong/<ref>/thay-doi/<word>/",
        amendments.propose_all,
        may=OFFICER,
        name="amend_own",
    ),
    entry(
        "khen-thuong/<ref>/dong/<row_ref>/thay-doi/<word>/",
        amendments.propose_row,
        may=OFFICER,
        name="amend_own_row",
    ),
    entry("dinh-chinh/<ref>/", amendments.show, may=UNIT, name="amendment"),
    entry("dinh-chinh/<ref>/xac-nhan/", amendments.confirm, may=HEAD, name="confirm_amendment"),
    entry("dinh-chinh/<ref>/khong-ghi/", amendments.decline, may=UNIT, name="decline_amendment"),
    entry("dinh-chinh/<ref>/van-ban/", amendments.scan, may=UNIT, name="amendment_scan"),
    entry("da-du/", own_years.years, may=UNIT, name="years"),
    entry("da-du/<word>/<int:year>/", own_years.state, may=HEAD, name="state_year"),
    entry("xac-nhan-du/<ref>/rut/", own_years.withdraw, may=HEAD, name="withdraw_year"),
]
