"""Long service: time in a post, stated in months, held against the years of a table."""

from dataclasses import dataclass

from bangvang.law.dated import Entry
from bangvang.law.facts import Certainty, Hand, RecordHand
from bangvang.law.finding import Answer
from bangvang.law.rule import Criterion, Said

MONTHS = 12


@dataclass(frozen=True)
class TimeInPost(Criterion):
    """So many years in a post, in months; ``below``: and less than so many, where a row ends.

    ``posts``: the counts of months that are added up, the post itself first, then the higher ones
    whose time goes to it. ``part``: one part of so many is taken off the years, «giảm 1/3»; the
    comparison stays in whole numbers.
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
        inside = (have >= self._needed(self.below)) ^ hand.yes
        return Certainty(met & known & inside, may & inside)

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Repeat the time, how much is short, or that it runs past the row."""
        total = sum(hand.number(name).value for name in self.posts)
        told = f"{self.title}: {in_years(total)}"
        if answer is Answer.FOR_A_PERSON:
            return Said(f"{self.title}: hồ sơ chưa cho biết đủ thời gian; cần {self._row()}.")
        if answer is Answer.MET:
            return Said(f"{told}, thuộc khung {self._row()}.")
        short = -(-self._needed(self.least) // self._whole()) - total
        if short > 0:
            return Said(f"{told}; cần {self._row()}, thiếu {in_years(short)}.")
        return Said(f"{told}, vượt khung {self._row()}.")

    def _whole(self) -> int:
        return 1 if self.part is None else self.part.whole()

    def _needed(self, years: Entry) -> int:
        """Return months, times the parts where one part is taken off."""
        whole = self._whole()
        return years.whole() * MONTHS * max(whole - 1, 1)

    def _told(self, years: Entry) -> str:
        plain = in_years(years.whole() * MONTHS)
        if self.part is None:
            return plain
        return f"{plain} → {in_years(-(-self._needed(years) // self._whole()))}"

    def _row(self) -> str:
        end = "" if self.below is None else f" đến dưới {self._told(self.below)}"
        return f"từ {self._told(self.least)}{end or ' trở lên'}"


def in_years(months: int) -> str:
    """Return a time as an official writes it, «3 năm 4 tháng»."""
    years, rest = divmod(months, MONTHS)
    told = ((years, "năm"), (rest, "tháng"))
    return " ".join(f"{count} {word}" for count, word in told if count) or "0 tháng"
