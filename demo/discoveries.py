"""Two good deeds that people reported: one waits at the office, one at the head of a unit."""

from bangvang.nominations.actions.report_discovery import Report, report_discovery
from bangvang.nominations.actions.send_discovery import send_discovery
from bangvang.nominations.models import Discovery
from demo.cast import holder_of
from demo.moments import at
from demo.places import Places

SENT = Report(
    name="Giàng Thị Suối Trong",
    story="Đêm mưa lũ, chị lội qua suối đón một sản phụ rồi ở lại trực đến sáng.",
    place_text="Trạm y tế thôn Mây Bay",
    reporter_name="Tẩn A Ruộng Bậc",
    reporter_contact="0900 000 111",
)
NEW = Report(
    name="Nhóm thanh niên thôn Đá Trắng",
    story="Năm bạn trẻ tự góp công, góp đá làm lại đoạn đường bị sạt để học sinh đến trường.",
    place_text="Thôn Đá Trắng, xã vùng cao",
)
FORMS = ("pheathien22222", "pheathien33333")


def report_good_deeds(places: Places) -> int:
    """Take both in, send the first on; return how many there are."""
    for report, once, day in zip((SENT, NEW), FORMS, (9, 11), strict=True):
        report_discovery(report, once=once, sender="", at=at(2026, 9, day, 17))
    ref = Discovery.objects.get(number=1, year=2026).ref
    by, moment = holder_of("chuyenvien", on=at(2026, 9, 10).date()), at(2026, 9, 10, 9)
    send_discovery(ref, places["syt"].ref, working_days=5, version=1, actor=by, at=moment)
    return len(FORMS)
