"""Who may enter the pages that say who follows or holds which lists, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.office.views import charges, handing_over

CHARGES = (
    entry(
        "phan-cong/",
        charges.charges,
        may=OFFICE | {Role.INSPECTOR},
        name="charges",
    ),
    entry("phan-cong/giao/", charges.give, may={Role.OFFICE_HEAD}, name="give_charge"),
    entry("phan-cong/<ref>/thoi/", charges.end, may={Role.OFFICE_HEAD}, name="end_charge"),
    entry(
        "danh-sach/<ref>/chuyen-nguoi/",
        handing_over.hand_over,
        may={Role.OFFICE_HEAD},
        name="hand_over_list",
    ),
)
