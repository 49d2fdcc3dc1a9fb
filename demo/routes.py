"""Through whom the schools of a commune hand in, by a paper of the demonstration's own."""

from datetime import date

from bangvang.nominations.actions.confirm_route import confirm_route
from bangvang.nominations.actions.enter_route import RouteEntered, enter_route
from demo.cast import holder_of
from demo.council import OF_THE_DEMONSTRATION
from demo.moments import at
from demo.papers import scan
from demo.places import Places

ISSUED_ON = date(2026, 8, 5)
COMMUNE = "x-batxat"


def enter_route_of_schools(places: Places) -> None:
    """Let the schools of one commune go through it: entered by one person, confirmed by another."""
    ref = enter_route(
        RouteEntered(
            branch_ref=places[COMMUNE].ref,
            kind="SUB_UNIT",
            family="",
            way="TERRITORY",
            through_ref=places[COMMUNE].ref,
            advisory="Phòng Văn hóa - Xã hội xã Bát Xát",
            number="118/HD-SNV",
            issued_on=ISSUED_ON,
            clause=f"Mục 3 ({OF_THE_DEMONSTRATION})",
            since=date(2026, 8, 10),
            scan=scan("hướng dẫn nộp hồ sơ khen thưởng", "Văn thư", ISSUED_ON),
            scan_name="huong-dan-nop-ho-so.pdf",
        ),
        actor=holder_of("chuyenvien", on=date(2026, 8, 10)),
        at=at(2026, 8, 10, 9),
    )
    confirm_route(
        ref, actor=holder_of("truongphong", on=date(2026, 8, 10)), at=at(2026, 8, 10, 9, 40)
    )
