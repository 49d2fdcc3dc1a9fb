"""Who acts: in which roles, for which organisation, and whether live or replayed.

Lower floors know people who act only as an `Actor`; `accounts` turns a signed-in user into one.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a person may do, held for an organisation from one day to another."""

    UNIT_OFFICER = "UNIT_OFFICER"
    UNIT_HEAD = "UNIT_HEAD"
    SPECIALIST = "SPECIALIST"
    OFFICE_HEAD = "OFFICE_HEAD"
    SECRETARY = "SECRETARY"
    CHAIR = "CHAIR"
    MEMBER = "MEMBER"
    TELLER = "TELLER"
    EDITOR = "EDITOR"
    INSPECTOR = "INSPECTOR"
    ADMINISTRATOR = "ADMINISTRATOR"


ROLE_NAMES = {
    Role.UNIT_OFFICER: "cán bộ đơn vị trình khen",
    Role.UNIT_HEAD: "thủ trưởng đơn vị trình khen",
    Role.SPECIALIST: "chuyên viên thẩm định",
    Role.OFFICE_HEAD: "Trưởng phòng Thi đua, khen thưởng",
    Role.SECRETARY: "thư ký Hội đồng",
    Role.CHAIR: "Chủ tịch Hội đồng",
    Role.MEMBER: "ủy viên Hội đồng",
    Role.TELLER: "thành viên Ban kiểm phiếu",
    Role.EDITOR: "biên tập viên",
    Role.INSPECTOR: "thanh tra",
    Role.ADMINISTRATOR: "quản trị hệ thống",
}


class Origin(StrEnum):
    """How an act reached the record: as it happened, replayed, or entered afterwards."""

    LIVE = "LIVE"
    REPLAY = "REPLAY"
    BACK_ENTRY = "BACK_ENTRY"


@dataclass(frozen=True)
class Actor:
    """A person acting in the roles held for one organisation on the day of the act."""

    account_ref: str
    name: str
    title: str
    organisation_ref: str
    organisation_name: str
    roles: frozenset[Role] = field(default_factory=frozenset)
    origin: Origin = Origin.LIVE

    def has(self, *roles: Role) -> bool:
        """Tell whether any of the roles is held."""
        return not self.roles.isdisjoint(roles)

    @property
    def role_names(self) -> str:
        """The roles in Vietnamese, in the order of `Role`, as the audit record keeps them."""
        return ", ".join(ROLE_NAMES[role] for role in Role if role in self.roles)
