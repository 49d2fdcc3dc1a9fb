"""What stands in the navigation of each door, and where a role finds its first page."""

from dataclasses import dataclass

from django.conf import settings

from bangvang.foundation.actor import Actor, Role

OFFICE = frozenset({Role.SPECIALIST, Role.OFFICE_HEAD})
UNIT = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD})
COUNCIL = frozenset({Role.SECRETARY, Role.CHAIR, Role.MEMBER, Role.TELLER})


@dataclass(frozen=True)
class Item:
    """One link of a navigation; `may` empty means everybody, `also` are other lists under it."""

    label: str
    url_name: str
    may: frozenset[Role] = frozenset()
    exactly: bool = False
    also: tuple[str, ...] = ()


TITLES = {
    "units": "Đơn vị trình khen",
    "office": "Cơ quan thường trực",
    "council": "Hội đồng",
}

DOORS: dict[str, tuple[Item, ...]] = {
    "units": (
        Item("Việc hôm nay", "units:today", UNIT, exactly=True),
        Item("Thông báo", "units:notifications", UNIT),
        Item("Danh sách đề nghị", "units:batches", UNIT, also=("units:lower_lists",)),
        Item("Tải danh sách lên", "units:upload", UNIT),
        Item("Đăng ký thi đua", "units:registrations", UNIT),
        Item("Tin báo việc tốt", "units:discoveries", frozenset({Role.UNIT_HEAD})),
        Item("Lộ trình khen thưởng", "units:ladders", UNIT),
        Item("Khen thưởng của đơn vị", "units:own_decisions", UNIT, also=("units:years",)),
    ),
    "office": (
        Item("Việc hôm nay", "office:today", exactly=True),
        Item("Thông báo", "office:notifications"),
        Item(
            "Danh sách tiếp nhận",
            "office:batches",
            OFFICE | {Role.INSPECTOR},
            also=("office:charges", "office:agency_requests"),
        ),
        Item("Hồ sơ", "office:nominations", OFFICE | {Role.INSPECTOR}),
        Item("Tin báo việc tốt", "office:discoveries", OFFICE | {Role.INSPECTOR}),
        Item(
            "Người và tập thể",
            "office:people",
            OFFICE | {Role.INSPECTOR},
            also=("office:collectives",),
        ),
        Item(
            "Nhập khen thưởng cũ",
            "office:imports",
            OFFICE | {Role.INSPECTOR},
            also=("office:agency_lists", "office:posting_lists"),
        ),
        Item("Cơ quan, đơn vị", "office:bodies", OFFICE | {Role.INSPECTOR}),
        Item("Đợt xét", "office:rounds", OFFICE | {Role.INSPECTOR}, also=("office:routes",)),
        Item("Đăng ký thi đua", "office:registrations", OFFICE | {Role.INSPECTOR}),
        Item("Lấy ý kiến Nhân dân", "office:consultations", OFFICE | {Role.INSPECTOR}),
        Item("Quy định", "office:law", OFFICE | {Role.INSPECTOR}),
        Item("Quyết định", "office:decisions", OFFICE | {Role.INSPECTOR}),
        Item(
            "Dữ liệu cá nhân",
            "office:personal_data",
            OFFICE | {Role.INSPECTOR, Role.ADMINISTRATOR},
        ),
        Item("Tin bài", "office:articles", frozenset({Role.EDITOR, Role.OFFICE_HEAD})),
        Item("Tài khoản", "office:accounts", frozenset({Role.ADMINISTRATOR})),
        Item("Việc chạy nền", "office:jobs", frozenset({Role.ADMINISTRATOR})),
        Item("Nhật ký", "office:audit", frozenset({Role.INSPECTOR, Role.ADMINISTRATOR})),
    ),
    "council": (
        Item("Việc hôm nay", "council:today", exactly=True),
        Item("Thông báo", "council:notifications"),
        Item("Các phiên họp", "council:sessions"),
        Item("Thành phần Hội đồng", "council:composition"),
        Item("Tỷ lệ phiếu phải đạt", "council:marks"),
    ),
}

SEARCHES: dict[str, Item] = {
    "units": Item("Tìm trong đơn vị", "units:search", UNIT),
    "office": Item("Tìm trong sổ", "office:search", OFFICE | {Role.INSPECTOR}),
    "council": Item(
        "Tìm trong sổ công khai",
        "council:search",
        COUNCIL | {Role.OFFICE_HEAD, Role.INSPECTOR},
    ),
}
"""Where the box in the head of each working door looks, and who has one."""

SECTIONS: tuple[Item, ...] = (
    Item("Trang chủ", "portal:home", exactly=True),
    Item("Tin tức", "portal:news"),
    Item("Sổ khen thưởng", "portal:register"),
    Item("Lấy ý kiến Nhân dân", "portal:consultations"),
    Item("Quy định", "portal:law"),
    Item("Phát hiện gương tốt", "portal:report_discovery"),
)

FIRST_PAGES: tuple[tuple[frozenset[Role], str], ...] = (
    (UNIT, "units:today"),
    (COUNCIL, "council:today"),
    (OFFICE | {Role.EDITOR, Role.INSPECTOR, Role.ADMINISTRATOR}, "office:today"),
)


def first_page(actor: Actor) -> str:
    """Return the URL name of the page on which the actor's day begins, behind an open door."""
    names = (name for roles, name in FIRST_PAGES if actor.has(*roles) and is_open(name))
    return next(names, "gate:no_role")


def is_open(url_name: str) -> bool:
    """Tell whether this process opens the door that the page lies behind."""
    return url_name.split(":")[0] in settings.BANGVANG_DOORS
