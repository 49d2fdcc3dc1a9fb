"""The criterion about discipline in the year: bars of the record, or else the file's word."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from bangvang.law.answers import disciplines
from bangvang.law.facts import Certainty, Hand, RecordHand
from bangvang.law.finding import Answer, Finding, Reason, Used
from bangvang.law.record import Bar
from bangvang.law.rule import Criterion, Said

LEVELS: Mapping[str, str] = MappingProxyType(
    {
        "KHIEN_TRACH": "khiển trách",
        "CANH_CAO": "cảnh cáo",
        "HA_BAC_LUONG": "hạ bậc lương",
        "GIANG_CHUC": "giáng chức",
        "CACH_CHUC": "cách chức",
        "BUOC_THOI_VIEC": "buộc thôi việc",
    }
)
"""What the levels of a recorded discipline are called; a level without a name counts as well."""


@dataclass(frozen=True)
class NotDisciplined(Criterion):
    """No discipline, from a reprimand upwards, in the achievement year.

    One that is recorded refuses; where none is recorded the file answers. One that was imposed in
    another year and reaches into this one, or followed it, is left to a person.
    """

    name: str

    @property
    def requires(self) -> str:
        """The condition in words."""
        return "Không bị kỷ luật từ hình thức khiển trách trở lên trong năm xét"

    def asks(self) -> tuple[str, ...]:
        """What the file is asked."""
        return (self.name,)

    def compute(self, hand: Hand) -> Certainty:
        """The other way round: a «yes» refuses."""
        found = hand.fact(self.name)
        return Certainty(found.may ^ hand.yes, found.met ^ hand.yes)

    def explain(self, hand: RecordHand) -> Finding:
        """Return the answer with the recorded disciplines it rests on."""
        inside, beside = disciplines(hand.record, hand.year, hand.on)
        rows = tuple(
            Used(bar.record_id, "", bar.since.year, "", bar.since) for bar in (*inside, *beside)
        )
        return replace(super().explain(hand), used=rows)

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Name the discipline with its day, or say whose word it rests on."""
        inside, beside = disciplines(hand.record, hand.year, hand.on)
        if inside:
            return Said(f"Năm {hand.year} bị kỷ luật: {named_disciplines(inside)}.")
        if answer is Answer.NOT_MET:
            return Said(f"Năm {hand.year} bị kỷ luật, theo hồ sơ.")
        if beside:
            return Said(
                f"Có kỷ luật ngoài năm {hand.year}: {named_disciplines(beside)}; quy định không "
                f"nói rõ có tính cho năm {hand.year} hay không, người thẩm định quyết định.",
                why=Reason.TWO_READINGS,
            )
        if answer is Answer.MET:
            return Said(f"Năm {hand.year} không bị kỷ luật, theo hồ sơ.")
        return Said(f"Chưa rõ năm {hand.year} có bị kỷ luật hay không: hồ sơ chưa cho biết.")


def named_disciplines(bars: tuple[Bar, ...]) -> str:
    """Name disciplines by level and day, the oldest first."""
    ordered = sorted(bars, key=lambda bar: (bar.since, bar.record_id))
    return "; ".join(
        f"{LEVELS.get(bar.level, 'kỷ luật')} từ ngày {bar.since:%d/%m/%Y}" for bar in ordered
    )
