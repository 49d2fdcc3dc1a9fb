"""Who may enter the pages on what other agencies are asked, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.office.views import agency_acts, agency_opinions, silence_rules

HEAD = frozenset({Role.OFFICE_HEAD})
READS = OFFICE | {Role.INSPECTOR}

AGENCY_OPINIONS = (
    entry("hiep-y/", agency_opinions.requests, may=READS, name="agency_requests"),
    entry("hiep-y/hoi/<ref>/", agency_opinions.ask, may=OFFICE, name="ask_agencies"),
    entry("hiep-y/quy-dinh/", silence_rules.rules, may=READS, name="silence_rules"),
    entry("hiep-y/quy-dinh/moi/", silence_rules.enter, may=OFFICE, name="enter_silence_rule"),
    entry("hiep-y/quy-dinh/<ref>/tep/", silence_rules.scan, may=READS, name="silence_rule_scan"),
    entry(
        "hiep-y/quy-dinh/<ref>/xac-nhan/",
        silence_rules.confirm,
        may=HEAD,
        name="confirm_silence_rule",
    ),
    entry(
        "hiep-y/quy-dinh/<ref>/rut/",
        silence_rules.withdraw,
        may=HEAD,
        name="withdraw_silence_rule",
    ),
    entry("hiep-y/<ref>/", agency_opinions.show, may=READS, name="agency_request"),
    entry("hiep-y/<ref>/tep/", agency_opinions.scan, may=READS, name="agency_reply_scan"),
    entry("hiep-y/<ref>/cong-van/", agency_acts.paper, may=OFFICE, name="record_agency_paper"),
    entry("hiep-y/<ref>/nhac/", agency_acts.remind, may=OFFICE, name="remind_agency"),
    entry("hiep-y/<ref>/cap-lai/", agency_acts.renew, may=OFFICE, name="renew_agency_link"),
    entry("hiep-y/<ref>/thoi-cho/", agency_acts.stop, may=HEAD, name="stop_awaiting_agency"),
    entry("hiep-y/<ref>/rut/", agency_acts.withdraw, may=HEAD, name="withdraw_agency_request"),
)
