"""Who may enter the pages of reported good deeds, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.office.views import discoveries

HEAD = frozenset({Role.OFFICE_HEAD})
READS = OFFICE | {Role.INSPECTOR}

DISCOVERIES = (
    entry("phat-hien/", discoveries.discoveries, may=READS, name="discoveries"),
    entry("phat-hien/<ref>/", discoveries.discovery, may=READS, name="discovery"),
    entry("phat-hien/<ref>/tep/", discoveries.file, may=READS, name="discovery_file"),
    entry("phat-hien/<ref>/chuyen/", discoveries.send, may=OFFICE, name="send_discovery"),
    entry("phat-hien/<ref>/khep/", discoveries.set_aside, may=OFFICE, name="set_discovery_aside"),
    entry("phat-hien/<ref>/nguoi-bao/", discoveries.reveal, may=HEAD, name="reveal_reporter"),
)
