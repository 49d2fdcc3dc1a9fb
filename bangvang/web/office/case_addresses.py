"""Who may enter the pages of nominations at the office, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.office.views import (
    all_nominations,
    bar_answers,
    bulk,
    comparisons,
    conclusions,
    letters,
    linking,
    nominations,
    notice_answers,
    questions,
    queues,
    readings,
    summaries,
)

HEAD = frozenset({Role.OFFICE_HEAD})
READS = OFFICE | {Role.INSPECTOR}

CASES = (
    entry("ho-so/", all_nominations.nominations, may=READS, name="nominations"),
    entry("danh-sach/<ref>/chon/", bulk.choose, may=OFFICE, name="choose_rows"),
    entry("danh-sach/<ref>/hang-loat/", bulk.do, may=OFFICE, name="act_in_bulk"),
    entry("hang-loat/<ref>/", bulk.act, may=READS, name="bulk_act"),
    entry("hang-loat/<ref>/rut/", bulk.undo, may=OFFICE, name="undo_bulk"),
    entry("doc-lap/", readings.readings, may=READS, name="two_readings"),
    entry("doc-lap/bat/", readings.ask, may=HEAD, name="ask_two_readings"),
    entry("doc-lap/<ref>/thoi/", readings.end, may=HEAD, name="end_two_readings"),
    entry("ho-so/<ref>/doc-lap/", readings.give, may={Role.SPECIALIST}, name="give_reading"),
    entry("ho-so/<ref>/doc-lap/mo-lai/", readings.anew, may=HEAD, name="read_anew"),
    entry("so-sanh/", comparisons.compare, may=READS, name="compare"),
    entry("tham-dinh/<scope>/", queues.go_on, may=OFFICE, name="go_on"),
    entry("ho-so/<ref>/", nominations.nomination, may=READS, name="nomination"),
    entry("ho-so/<ref>/tom-tat/", summaries.summary, may=READS, name="case_summary"),
    entry("ho-so/<ref>/du-kien/", questions.answer, may=OFFICE, name="answer_questions"),
    entry("ho-so/<ref>/doi-chieu-lai/", questions.again, may=OFFICE, name="check_again"),
    entry("ho-so/<ref>/chap-nhan/", conclusions.accept_, may=OFFICE, name="accept"),
    entry("ho-so/<ref>/tra-lai/", conclusions.return_, may=OFFICE, name="return_row"),
    entry("ho-so/<ref>/de-nghi-khac/", conclusions.overrule, may=OFFICE, name="overrule"),
    entry("ho-so/<ref>/dong-y/", conclusions.confirm, may=HEAD, name="confirm_overrule"),
    entry("ho-so/<ref>/khong-dong-y/", conclusions.reject, may=HEAD, name="reject_overrule"),
    entry("ho-so/<ref>/gan-so/", linking.link, may=OFFICE, name="link_body"),
    entry("ho-so/<ref>/la-ai/", linking.person, may=OFFICE, name="link_person"),
    entry("ho-so/<ref>/dung-xet/", conclusions.decline_, may=HEAD, name="decline"),
    entry("ho-so/<ref>/y-kien-tam-dung/", bar_answers.answer, may=HEAD, name="answer_bars"),
    entry("ho-so/<ref>/thong-tin/<key>/", notice_answers.answer, may=OFFICE, name="answer_notice"),
    entry("ho-so/<ref>/thong-bao/", letters.letters, may=READS, name="letters"),
    entry("ho-so/<ref>/thong-bao/lap/", letters.make, may=OFFICE, name="print_letter"),
    entry(
        "ho-so/<ref>/thong-bao/<letter_ref>/ghi-so/",
        letters.sign,
        may=OFFICE,
        name="record_letter",
    ),
    entry("ho-so/<ref>/thong-bao/<file_ref>/", letters.file, may=READS, name="letter_file"),
)
