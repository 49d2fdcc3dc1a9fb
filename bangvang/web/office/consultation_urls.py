"""The addresses of public lists and opinions, a part of those of the office."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.office.views import (
    consultation_acts,
    consultation_rules,
    consultations,
    opinions,
)

HEAD = frozenset({Role.OFFICE_HEAD})
READS = OFFICE | {Role.INSPECTOR}

PATTERNS = (
    entry("lay-y-kien/", consultations.consultations, may=READS, name="consultations"),
    entry("lay-y-kien/moi/", consultations.prepare, may=OFFICE, name="prepare_consultation"),
    entry("lay-y-kien/van-ban/", consultation_rules.rules, may=READS, name="consultation_rules"),
    entry(
        "lay-y-kien/van-ban/moi/",
        consultation_rules.enter,
        may=HEAD,
        name="enter_consultation_rule",
    ),
    entry(
        "lay-y-kien/van-ban/<ref>/tep/",
        consultation_rules.scan,
        may=READS,
        name="consultation_rule_scan",
    ),
    entry(
        "lay-y-kien/van-ban/<ref>/rut/",
        consultation_rules.withdraw,
        may=HEAD,
        name="withdraw_consultation_rule",
    ),
    entry("lay-y-kien/<ref>/", consultations.show, may=READS, name="consultation"),
    entry("lay-y-kien/<ref>/cong-khai/", consultations.published, may=READS, name="published_list"),
    entry(
        "lay-y-kien/<ref>/tep/<file_ref>/",
        consultations.file,
        may=READS,
        name="consultation_file",
    ),
    entry("lay-y-kien/<ref>/mo/", consultation_acts.open_, may=HEAD, name="open_public_list"),
    entry(
        "lay-y-kien/<ref>/bo/", consultation_acts.discard, may=OFFICE, name="discard_consultation"
    ),
    entry(
        "lay-y-kien/<ref>/gia-han/",
        consultation_acts.prolong,
        may=HEAD,
        name="prolong_consultation",
    ),
    entry(
        "lay-y-kien/<ref>/dong/<int:order>/rut/",
        consultation_acts.take_out,
        may=OFFICE,
        name="take_out_of_consultation",
    ),
    entry(
        "lay-y-kien/<ref>/ket-thuc/", consultation_acts.close, may=HEAD, name="close_consultation"
    ),
    entry("lay-y-kien/<ref>/y-kien/moi/", opinions.record, may=OFFICE, name="record_paper_opinion"),
    entry("lay-y-kien/<ref>/y-kien/<opinion_ref>/", opinions.show, may=READS, name="opinion"),
    entry(
        "lay-y-kien/<ref>/y-kien/<opinion_ref>/giai-quyet/",
        opinions.resolve,
        may=OFFICE,
        name="resolve_opinion",
    ),
    entry(
        "lay-y-kien/<ref>/y-kien/<opinion_ref>/xac-nhan/",
        opinions.answer,
        may=HEAD,
        name="answer_resolution",
    ),
    entry(
        "lay-y-kien/<ref>/y-kien/<opinion_ref>/nguoi-gui/",
        opinions.sender,
        may=HEAD,
        name="reveal_sender",
    ),
    entry(
        "ho-so/<ref>/khong-lay-y-kien/",
        consultation_acts.waive,
        may=HEAD,
        name="waive_consultation",
    ),
)
