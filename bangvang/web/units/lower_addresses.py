"""Who may enter the pages on what lower units send up to be gathered, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import UNIT
from bangvang.web.units.views import lower, lower_returns, sending_up

HEAD = frozenset({Role.UNIT_HEAD})

LOWER = (
    entry("danh-sach/<ref>/nop-cap-tren/", sending_up.send_up, may=HEAD, name="send_up"),
    entry("danh-sach/<ref>/tach/", lower.split, may=UNIT, name="split_off"),
    entry("cap-duoi/", lower.lists, may=UNIT, name="lower_lists"),
    entry("cap-duoi/<ref>/", lower.show, may=UNIT, name="lower_list"),
    entry("cap-duoi/<ref>/tong-hop/", lower.gather, may=UNIT, name="gather_rows"),
    entry("cap-duoi/<ref>/tra-lai/", lower_returns.whole, may=UNIT, name="return_lower_list"),
    entry("cap-duoi/dong/<ref>/tra-lai/", lower_returns.row, may=UNIT, name="return_lower_row"),
)
