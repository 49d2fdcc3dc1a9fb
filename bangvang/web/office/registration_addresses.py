"""Who may enter the pages about what units register, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import OFFICE
from bangvang.web.office.views import registrations

HEAD = frozenset({Role.OFFICE_HEAD})
READS = OFFICE | {Role.INSPECTOR}
AT = "dang-ky-thi-dua"

REGISTRATIONS = (
    entry(f"{AT}/", registrations.years, may=READS, name="registrations"),
    entry(f"{AT}/mo/", registrations.open_year, may=HEAD, name="open_registration_year"),
    entry(f"{AT}/nam/<ref>/", registrations.year, may=READS, name="registration_year"),
    entry(f"{AT}/nam/<ref>/han/", registrations.move_day, may=HEAD, name="move_registration_day"),
    entry(f"{AT}/nam/<ref>/ket-qua/", registrations.reached, may=READS, name="registered_reached"),
    entry(f"{AT}/nam/<ref>/tai-ve/", registrations.export, may=READS, name="export_registrations"),
    entry(f"{AT}/<ref>/", registrations.registration, may=READS, name="registration"),
    entry(f"{AT}/<ref>/tra-loi/", registrations.answer, may=OFFICE, name="answer_registration"),
)
