"""Who may enter the pages about personal data, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.office.views import erasure, privacy, retention

HEAD = frozenset({Role.OFFICE_HEAD})
READS = OFFICE | {Role.INSPECTOR}
LOOKS = READS | {Role.ADMINISTRATOR}
AT = "du-lieu-ca-nhan"

PRIVACY = (
    entry(f"{AT}/", privacy.personal_data, may=LOOKS, name="personal_data"),
    entry(f"{AT}/xoa/", privacy.past_periods, may=LOOKS, name="past_periods"),
    entry(f"{AT}/xoa/thuc-hien/", privacy.forget, may=HEAD, name="forget"),
    entry(f"{AT}/thoi-han/", retention.periods, may=LOOKS, name="periods"),
    entry(f"{AT}/thoi-han/ghi/", retention.enter, may=OFFICE, name="enter_period"),
    entry(f"{AT}/thoi-han/<ref>/tep/", retention.scan, may=LOOKS, name="period_scan"),
    entry(f"{AT}/thoi-han/<ref>/xac-nhan/", retention.confirm, may=OFFICE, name="confirm_period"),
    entry(f"{AT}/thoi-han/<ref>/khong/", retention.reject, may=OFFICE, name="reject_period"),
    entry(f"{AT}/thoi-han/<ref>/rut/", retention.withdraw, may=OFFICE, name="withdraw_period"),
    entry(f"{AT}/yeu-cau/", erasure.requests, may=READS, name="erasures"),
    entry(f"{AT}/yeu-cau/moi/", erasure.record, may=OFFICE, name="record_erasure"),
    entry(f"{AT}/yeu-cau/<ref>/", erasure.request_, may=READS, name="erasure"),
    entry(f"{AT}/yeu-cau/<ref>/xac-nhan/", erasure.answer, may=OFFICE, name="answer_erasure"),
    entry(f"{AT}/yeu-cau/<ref>/khong/", erasure.send_back, may=OFFICE, name="send_back_erasure"),
)
