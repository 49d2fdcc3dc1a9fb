"""Long service: time in a post, stated in months, held against the rows of a table."""

from dataclasses import dataclass, replace

from bangvang.law.combined import AnyOf
from bangvang.law.dated import Entry
from bangvang.law.facts import Certainty, Hand, RecordHand
from bangvang.law.finding import Answer, Finding, Reason, Used, chosen
from bangvang.law.rule import Criterion, Rule, Said, as_answer

MONTHS = 12
HIGHER = (
    "thời gian dài hơn khung này thì thuộc khung của hạng cao hơn, người thẩm định quyết định hạng "
    "đề nghị"
)


@dataclass(frozen=True)
class TimeInPost(Criterion):
    """So many years in a post, in months; ``below``: and less than so many, where the row ends.

    Time past the end of the row is no refusal: it belongs to the row of a higher class, and a
    person chooses. ``posts``: the counts of months that are added up, the post itself first, then
    the higher ones whose time goes to it. ``part``: one part of so many is taken off the years,
    «giảm 1/3»; the comparison stays in whole numbers.
    """

    posts: tuple[str, ...]
    least: Entry
    below: Entry | None = None
    part: Entry | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The years of the row, and the part that is taken off."""
        return tuple(entry for entry in (self.least, self.below, self.part) if entry)

    @property
    def requires(self) -> str:
        """The row in words."""
        if any(entry.text_unseen for entry in self.entries):
            return "Phải có: đủ thời gian giữ chức vụ"
        return f"Phải có: {self._row()}"

    def asks(self) -> tuple[str, ...]:
        """What the file is asked."""
        return self.posts

    def compute(self, hand: Hand) -> Certainty:
        """Add up; while one count is not known the sum may be anything from there up."""
        known, total = hand.yes, 0
        for name in self.posts:
            found = hand.number(name)
            known, total = known & found.known, total + found.value
        have = total * self._whole()
        met = have >= self._needed(self.least)
        may = met | (known ^ hand.yes)
        if self.below is None:
            return Certainty(met, may)
        return Certainty(met & known & ((have >= self._needed(self.below)) ^ hand.yes), may)

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Repeat the time, how much is short, or that it runs past the row."""
        found = [hand.number(name) for name in self.posts]
        total = sum(one.value for one in found)
        told = f"{self.title}: {in_years(total)}"
        if answer is Answer.MET:
            return Said(f"{told}, thuộc khung {self._row()}.")
        if answer is Answer.NOT_MET:
            short = self._months(self.least) - total
            return Said(f"{told}; cần {self._row()}, thiếu {in_years(short)}.")
        if all(one.known for one in found):
            return Said(f"{told}, vượt khung {self._row()}; {HIGHER}.", why=Reason.TWO_READINGS)
        return Said(f"{self.title}: hồ sơ chưa cho biết đủ thời gian; cần {self._row()}.")

    def _whole(self) -> int:
        return 1 if self.part is None else self.part.whole()

    def _needed(self, years: Entry) -> int:
        """Return months, times the parts where one part is taken off."""
        return years.whole() * MONTHS * max(self._whole() - 1, 1)

    def _months(self, years: Entry) -> int:
        return -(-self._needed(years) // self._whole())

    def _told(self, years: Entry) -> str:
        plain = in_years(years.whole() * MONTHS)
        return plain if self.part is None else f"{plain} → {in_years(self._months(years))}"

    def _row(self) -> str:
        end = " trở lên" if self.below is None else f" đến dưới {self._told(self.below)}"
        return f"từ {self._told(self.least)}{end}"


@dataclass(frozen=True)
class Rows(AnyOf):
    """The rows of a table: one is enough, and the one that fits speaks; none, and all speak."""

    def explain(self, hand: RecordHand) -> Finding:
        """Explain every row, those that fit best first."""
        order = (Answer.MET, Answer.FOR_A_PERSON, Answer.NOT_MET)
        ranked = sorted(self.parts, key=lambda part: order.index(_fits(part, hand)))
        best_first = replace(self, parts=tuple(ranked))
        return super(Rows, best_first).explain(hand)

    def told(self, parts: tuple[Finding, ...], answer: Answer) -> tuple[str, tuple[Used, ...]]:
        """Let the row that fits speak, or each row say what it lacks."""
        sentence, used = super().told(parts, answer)
        speaks = chosen(parts, answer)
        if speaks.parts and not speaks.is_choice:
            left = (part.sentence for part in speaks.parts if part.answer is not Answer.MET)
            sentence = " ".join(left) or sentence
        if answer is Answer.NOT_MET:
            sentence = " ".join(dict.fromkeys(part.sentence for part in parts))
        return sentence, used


def _fits(part: Rule, hand: RecordHand) -> Answer:
    """Return what the numbers say, however well the table itself is known."""
    if isinstance(part, TimeInPost) and part.open_why is Reason.WEAK_SOURCE:
        return as_answer(part.compute(hand))
    return as_answer(part.ask(hand))


def in_years(months: int) -> str:
    """Return a time as an official writes it, «3 năm 4 tháng»."""
    years, rest = divmod(months, MONTHS)
    told = ((years, "năm"), (rest, "tháng"))
    return " ".join(f"{count} {word}" for count, word in told if count) or "0 tháng"
