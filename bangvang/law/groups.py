"""Rules over a whole list: how many of a group may be proposed, and who comes first among equals.

Run after each proposal was asked about alone, on the list of one unit, cluster or session; what is
a group is the caller's to say. Counts are ranges while answers are open. The engine says how many
are too many and on what base; it never says who is to go.

Law: ``texts/groups.toml``, by the day of receipt. A share that the province sets itself is laid
over as ``group.<code>.province_percent``; where there is no entry there is no share.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bangvang.law.catalogue import award_name, award_of
from bangvang.law.citation import Citation
from bangvang.law.dated import Entry
from bangvang.law.finding import Answer, Finding, Reason
from bangvang.law.instruments import Seen
from bangvang.law.loading import texts
from bangvang.law.regimes import regime_on


@dataclass(frozen=True)
class Base:
    """What a share is taken of: in Vietnamese, and the word for one of them."""

    of: str
    unit: str


BASES: Mapping[str, Base] = MappingProxyType(
    {
        "CSTDCS": Base(
            "cá nhân được tặng danh hiệu Lao động tiên tiến, Chiến sĩ tiên tiến", "người"
        ),
        "CO_CP": Base("tập thể đạt tiêu chuẩn tặng Cờ thi đua của bộ, ban, ngành, tỉnh", "tập thể"),
    }
)
PARTS = ("percent", "province_percent")
WOMEN_FIRST = "group.women_first.percent"
READS = frozenset(
    {f"group.{code}.{part}" for code in BASES for part in ("percent", "rounding")} | {WOMEN_FIRST}
)
ROUNDED: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"down": (0, 0), "nearest": (50, 50), "up": (99, 99), "unsettled": (0, 99)}
)
"""What is added to hundredths before they are cut off: the lowest and the highest rounding."""


@dataclass(frozen=True)
class Count:
    """A number that is known to lie between two; alike where it is known.

    ``or_more``: it may also be larger than ``possible``.
    """

    certain: int
    possible: int
    or_more: bool = False

    def __post_init__(self) -> None:
        """Refuse what is no range.

        Raises:
            ValueError: negative, or the wrong way round.
        """
        if not 0 <= self.certain <= self.possible:
            raise ValueError(f"from {self.certain} to {self.possible} is no count")

    @property
    def is_known(self) -> bool:
        """Say whether it is one number."""
        return self.certain == self.possible and not self.or_more

    @property
    def text(self) -> str:
        """The number, or both ends, «4 đến 6», or the lower one, «ít nhất 4»."""
        if self.or_more:
            return f"ít nhất {self.certain}"
        return f"{self.possible}" if self.is_known else f"{self.certain} đến {self.possible}"


@dataclass(frozen=True)
class Proposal:
    """One row of a list: its group, and what the law says of it alone.

    ``woman`` is for persons; ``women`` of ``members`` for collectives; None where not known.
    """

    id: str
    group: str
    answer: Answer
    woman: bool | None = None
    women: int | None = None
    members: int | None = None


@dataclass(frozen=True)
class GroupRule:
    """At most a share of a base, group by group.

    A way of rounding that is absent or was not read is unsettled: both ways are reckoned.
    """

    code: str
    on: date
    percent: Entry
    rounding: Entry | None

    def ask(
        self, proposals: Iterable[Proposal], bases: Mapping[str, Count]
    ) -> Mapping[str, Finding]:
        """Return a finding for each group that proposes somebody, in the order of the list.

        ``bases``: what the share is taken of, by group; a group not named has an unknown one. A
        row that the law refuses is not counted.
        """
        groups: dict[str, list[Answer]] = {}
        for row in proposals:
            groups.setdefault(row.group, []).append(row.answer)
        return MappingProxyType(
            {
                group: self._finding(_counted(answers), bases.get(group))
                for group, answers in groups.items()
            }
        )

    def cap(self, base: Count) -> Count:
        """Return how many may be proposed, from the strictest to the most generous reckoning.

        Raises:
            TextUnseen: the share of that day was not read.
        """
        rounding = self.rounding
        is_read = rounding is not None and rounding.seen is Seen.SOURCE
        low, high = ROUNDED[rounding.word() if rounding and is_read else "unsettled"]
        share = self.percent.whole()
        least, most = (base.certain * share + low) // 100, (base.possible * share + high) // 100
        return Count(least, most, or_more=base.or_more)

    @property
    def base(self) -> Base:
        """What the share is taken of."""
        return BASES[self.code]

    def _finding(self, asked: Count, base: Count | None) -> Finding:
        if self.percent.text_unseen is not None:
            said = "hệ thống chưa có nguyên văn quy định về tỷ lệ của ngày này"
            return self._open(f"{self._proposed(asked)}; {said}.", Reason.TEXT_UNSEEN)
        if asked.possible and base is None:
            said = f"chưa rõ số {self.base.of}"
            return self._open(f"{self._proposed(asked)}; {said}.", Reason.FACT_MISSING)
        return self._held_against(asked, base or Count(0, 0))

    def _held_against(self, asked: Count, base: Count) -> Finding:
        cap = self.cap(base)
        told = (
            f"{self._proposed(asked)} trên {base.text} {self.base.of}; không quá "
            f"{self.percent.value} % là {cap.text} {self.base.unit}"
        )
        if self.percent.seen is not Seen.SOURCE:
            doubt = "Quy định này chưa được đối chiếu với văn bản gốc nên chưa thể kết luận."
            return self._open(f"{told}. {doubt}", Reason.WEAK_SOURCE)
        if asked.possible <= cap.certain:
            return self._made(Answer.MET, f"{told}.")
        if asked.certain > cap.possible and not cap.or_more:
            least = asked.certain - cap.possible
            most = asked.possible - cap.certain
            many = Count(least, most).text
            return self._made(Answer.NOT_MET, f"{told}: nhiều quá {many} {self.base.unit}.")
        over = asked.possible - cap.certain
        if asked.is_known and base.is_known:
            said = f"quy định không nói cách làm tròn, có thể nhiều quá {over} {self.base.unit}"
            return self._open(f"{told}; {said}.", Reason.TWO_READINGS)
        said = f"số liệu chưa chắc chắn, có thể nhiều quá {over} {self.base.unit}"
        return self._open(f"{told}; {said}.", Reason.FACT_MISSING)

    def _proposed(self, asked: Count) -> str:
        return f"Đề nghị {asked.text} {self.base.unit}"

    def _open(self, sentence: str, why: Reason) -> Finding:
        return self._made(Answer.FOR_A_PERSON, sentence, why)

    def _made(self, answer: Answer, sentence: str, why: Reason | None = None) -> Finding:
        share = self.percent.value
        limit = f"Không quá {share} % {self.base.of}"
        return Finding(
            rule=self.percent.id,
            title=f"Tỷ lệ {award_name(self.code, self.on)}",
            answer=answer,
            sentence=sentence,
            requires="Đối chiếu văn bản" if share is None else limit,
            cite=self.percent.cite,
            seen=self.percent.seen,
            why=why,
        )


def _counted(answers: list[Answer]) -> Count:
    certain = answers.count(Answer.MET)
    return Count(certain, certain + answers.count(Answer.FOR_A_PERSON))


def group_rules_on(code: str, on: date) -> tuple[GroupRule, ...]:
    """Return the shares that bind an award on the day of receipt; none is no «no».

    The national one first, then the province's own if one was laid over.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day.
    """
    award_of(code)
    regime_on(code, on)
    if code not in BASES:
        return ()
    rounding = _entry(f"group.{code}.rounding", on)
    found = (_entry(f"group.{code}.{part}", on) for part in PARTS)
    return tuple(GroupRule(code, on, share, rounding) for share in found if share)


def _entry(id_: str, on: date) -> Entry | None:
    row = texts().rows.get(id_)
    return None if row is None else row.get(on)


@dataclass(frozen=True)
class TieHint:
    """Who comes first among equals: a hint with its clause, no order of a list.

    ``first``: the ids of those to be preferred, in the order of the list.
    """

    first: tuple[str, ...]
    sentence: str
    cite: Citation
    seen: Seen


def tie_hint(proposals: Iterable[Proposal], on: date) -> TieHint | None:
    """Return whom the law prefers among proposals of equal merit; None if it makes no difference.

    Whether merit is equal is for people to say; somebody of whom it is not known is not named.
    """
    entry = _entry(WOMEN_FIRST, on)
    if entry is None or entry.text_unseen is not None:
        return None
    rows = tuple(proposals)
    first = tuple(row.id for row in rows if _is_preferred(row, entry.whole()))
    if len(first) in {0, len(rows)}:
        return None
    sentence = (
        "Khi thành tích ngang nhau, ưu tiên cá nhân là nữ hoặc tập thể có từ "
        f"{entry.value} % nữ trở lên."
    )
    return TieHint(first, sentence, entry.cite, entry.seen)


def _is_preferred(row: Proposal, percent: int) -> bool:
    if row.members:
        return row.women is not None and row.women * 100 >= percent * row.members
    return row.woman is True
