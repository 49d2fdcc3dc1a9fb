"""Who may enter the pages where a unit registers titles, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.navigation import UNIT
from bangvang.web.units.views import registrations

HEAD = frozenset({Role.UNIT_HEAD})
AT = "dang-ky"

REGISTRATIONS = (
    entry(f"{AT}/", registrations.years, may=UNIT, name="registrations"),
    entry(f"{AT}/<ref>/", registrations.own, may=UNIT, name="registration"),
    entry(f"{AT}/<ref>/nguoi/", registrations.people, may=UNIT, name="register_people"),
    entry(f"{AT}/<ref>/tap-the/", registrations.bodies, may=UNIT, name="register_bodies"),
    entry(f"{AT}/<ref>/dong/<row_ref>/bo/", registrations.drop, may=UNIT, name="drop_title"),
    entry(f"{AT}/<ref>/nop/", registrations.submit, may=HEAD, name="submit_registration"),
    entry(f"{AT}/truc-thuoc/<ref>/", registrations.below, may=HEAD, name="registration_below"),
    entry(
        f"{AT}/truc-thuoc/<ref>/tra-loi/",
        registrations.answer,
        may=HEAD,
        name="answer_registration",
    ),
)
