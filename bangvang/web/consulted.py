"""What a row has to do with the people's opinion, in one sentence for units and the office."""

from bangvang.appraisal.selectors.consulted import Standing
from bangvang.appraisal.states import ConsultationState
from bangvang.foundation.vietnamese import say_date


def consulted_told(standing: Standing) -> str:
    """Return from when to when it stands on a list, and the outcome; empty where on none."""
    if standing.state is ConsultationState.CLOSED and standing.last_on:
        outcome = "có ý kiến, đã giải quyết xong" if standing.has_opinions else "không có ý kiến"
        return f"Đã kết thúc, đến hết ngày {say_date(standing.last_on)}; {outcome}."
    if standing.state is ConsultationState.OPEN and standing.opens_on and standing.last_on:
        return (
            f"Đang lấy ý kiến từ ngày {say_date(standing.opens_on)} đến hết ngày "
            f"{say_date(standing.last_on)}."
        )
    return "Đang chuẩn bị." if standing.state is ConsultationState.PREPARING else ""
