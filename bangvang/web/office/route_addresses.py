"""Who may enter the pages on the way that lists take, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.office.views import routes

HEAD = frozenset({Role.OFFICE_HEAD})
READS = OFFICE | {Role.INSPECTOR}

ROUTES = (
    entry("tuyen-trinh/", routes.routes, may=READS, name="routes"),
    entry("tuyen-trinh/moi/", routes.enter, may=OFFICE, name="enter_route"),
    entry("tuyen-trinh/<ref>/tep/", routes.scan, may=READS, name="route_scan"),
    entry("tuyen-trinh/<ref>/xac-nhan/", routes.confirm, may=HEAD, name="confirm_route"),
    entry("tuyen-trinh/<ref>/rut/", routes.withdraw, may=HEAD, name="withdraw_route"),
)
