"""Who may enter the pages of households and foreign recipients, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.office.views import householders, recipients

READS = OFFICE | {Role.INSPECTOR}

RECIPIENTS = [
    entry(
        "tap-the/<ref>/ghi-khen/", recipients.give_collective, may=OFFICE, name="give_collective"
    ),
    entry("nguoi/<ref>/ghi-khen/", recipients.give_person, may=OFFICE, name="give_person"),
    entry("tap-the/<ref>/chu-ho/", householders.householder, may=OFFICE, name="householder"),
    entry("tap-the/<ref>/ban-ghi-khac/", householders.others, may=OFFICE, name="other_apart"),
    entry("doi-tuong-khac/", recipients.recipients, may=READS, name="recipients"),
    entry(
        "doi-tuong-khac/ho-gia-dinh/",
        recipients.household,
        may=OFFICE,
        name="register_household",
    ),
    entry(
        "doi-tuong-khac/tap-the-nuoc-ngoai/",
        recipients.foreign_collective,
        may=OFFICE,
        name="register_foreign_collective",
    ),
    entry(
        "doi-tuong-khac/nguoi-nuoc-ngoai/",
        recipients.foreigner,
        may=OFFICE,
        name="register_foreigner",
    ),
]
