"""Who may enter the pages of recognised initiatives and their corrections, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.office.views import initiative_corrections, initiatives, sources

READS = OFFICE | {Role.INSPECTOR}

INITIATIVES = [
    entry("nguoi/<ref>/sang-kien/moi/", initiatives.recognise, may=OFFICE, name="recognise"),
    entry(
        "nguoi/<ref>/nguon-sang-kien/<initiative_ref>/",
        sources.person_initiative,
        may=READS,
        name="person_initiative",
    ),
    entry(
        "nguoi/<ref>/nguon-sang-kien/<initiative_ref>/dinh-chinh/",
        initiative_corrections.propose,
        may=OFFICE,
        name="propose_correction",
    ),
    entry(
        "dinh-chinh-sang-kien/<ref>/",
        initiative_corrections.show,
        may=READS,
        name="initiative_correction",
    ),
    entry(
        "dinh-chinh-sang-kien/<ref>/xac-nhan/",
        initiative_corrections.confirm,
        may=OFFICE,
        name="confirm_correction",
    ),
    entry(
        "dinh-chinh-sang-kien/<ref>/khong-ghi/",
        initiative_corrections.decline,
        may=OFFICE,
        name="decline_correction",
    ),
]
