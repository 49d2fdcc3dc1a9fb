"""Huân chương Dũng cảm (HCDC), given for one brave act: the decree of 2017.

Not coded: the law of 2022 (Điều 52), whose wording was not read.
"""

from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf
from bangvang.law.kinds import Kind
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import IsFact
from bangvang.law.titles.judged import NEW, OLD, judged

ACT_2017 = Citation("ND-91-2017", 32, 1)
DIED_2017 = Citation("ND-91-2017", 32, 2)

TITLE = "Huân chương Dũng cảm"
ACT = (
    "Cứu người, cứu tài sản khi có thiên tai, hỏa hoạn, tai nạn; chống tội phạm; xung phong vào "
    "vùng dịch"
)
BRAVE_ACT = "HC_HANH_DONG_DUNG_CAM"


def _act(rule: str, cite: Citation) -> IsFact:
    return IsFact(rule, ACT, cite, BRAVE_ACT)


# Nghị định 91/2017/NĐ-CP, Điều 32 khoản 1 (tóm lược, không phải nguyên văn): có hành động dũng cảm
# cứu người, cứu tài sản khi có thiên tai, hỏa hoạn, tai nạn, bảo vệ tài sản, công dân trước tội
# phạm, xung phong vào nơi nguy hiểm của dịch bệnh; là tấm gương trong tỉnh, vùng trở lên.
@route(
    "bravery.act.2017",
    code="HCDC",
    way="hành động dũng cảm",
    cite=ACT_2017,
    since=OLD,
    until=NEW,
    kind=Kind.SUDDEN,
)
def bravery_act_2017(t: TextsOn) -> Rule:  # noqa: ARG001  # no numbers
    """An act of the kinds named, an example in the province or wider."""
    example = judged("bravery.act.example", "Tấm gương trong tỉnh hoặc rộng hơn", ACT_2017)
    parts = (_act("bravery.act.done", ACT_2017), example)
    return AllOf("bravery.act", f"Hành động dũng cảm, {TITLE}", ACT_2017, parts)


# Nghị định 91/2017/NĐ-CP, Điều 32 khoản 2 (tóm lược, không phải nguyên văn): hy sinh khi có hành
# động như vậy, được nhân dân cảm phục.
@route(
    "bravery.died.2017",
    code="HCDC",
    way="hy sinh khi có hành động dũng cảm",
    cite=DIED_2017,
    since=OLD,
    until=NEW,
    kind=Kind.SUDDEN,
    claim="HC_HY_SINH",
)
def bravery_died_2017(t: TextsOn) -> Rule:  # noqa: ARG001  # no numbers
    """Death in such an act; how far it is admired, people judge."""
    admired = judged("bravery.died.admired", "Được nhân dân cảm phục", DIED_2017)
    parts = (_act("bravery.died.act", DIED_2017), admired)
    return AllOf("bravery.died", f"Hy sinh khi có hành động dũng cảm, {TITLE}", DIED_2017, parts)


ROUTES = (bravery_act_2017, bravery_died_2017)
