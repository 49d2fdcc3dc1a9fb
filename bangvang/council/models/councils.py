"""The council, who sits on it from one day to another, and the rules it gave itself."""

from django.db import models
from django.db.models import F, Q

from bangvang.foundation.ref import new_ref
from bangvang.law import Share
from bangvang.registry.models import MOVES, Organisation


class SeatRole(models.TextChoices):
    """What a seat is in the council, in the order of rank."""

    CHAIR = "CHAIR", "Chủ tịch Hội đồng"
    FIRST_VICE_CHAIR = "FIRST_VICE_CHAIR", "Phó Chủ tịch thứ nhất Hội đồng"
    STANDING_VICE_CHAIR = "STANDING_VICE_CHAIR", "Phó Chủ tịch thường trực Hội đồng"
    VICE_CHAIR = "VICE_CHAIR", "Phó Chủ tịch Hội đồng"
    STANDING_MEMBER = "STANDING_MEMBER", "Ủy viên thường trực Hội đồng"
    MEMBER_SECRETARY = "MEMBER_SECRETARY", "Ủy viên kiêm thư ký Hội đồng"
    MEMBER = "MEMBER", "Ủy viên Hội đồng"


class AbsentMode(models.TextChoices):
    """How a member who is absent takes part."""

    WRITTEN_OPINION = "WRITTEN_OPINION", "gửi ý kiến bằng văn bản, được tính vào kết quả"
    NONE = "NONE", "không tham gia bỏ phiếu"


class InvalidLine(models.TextChoices):
    """What becomes of a paper on which a line is marked twice."""

    LINE_BLANK = "LINE_BLANK", "dòng đó tính là để trống"
    PAPER_INVALID = "PAPER_INVALID", "cả phiếu không hợp lệ"


class Council(models.Model):
    """A council that stands at an organisation."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    name = models.CharField(max_length=300)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    joining = {"organisation": MOVES}

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class Seat(models.Model):
    """One seat under one decision on `[since, until)`; a vacancy keeps the seat, without a name.

    A new holder of the same `number` is a new row. `account_ref` is the holder's account, if any.
    """

    council = models.ForeignKey(Council, models.PROTECT, related_name="+")
    number = models.IntegerField()
    role = models.CharField(max_length=20, choices=SeatRole.choices)
    holder_name = models.CharField(max_length=200, blank=True)
    post_title = models.CharField(max_length=300)
    account_ref = models.CharField(max_length=20, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    decision_no = models.CharField(max_length=60)
    decided_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "number", "since"], name="one_holder_a_seat_a_day"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="seat_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        """Return number and name."""
        return f"{self.number} {self.holder_name}"

    @property
    def is_vacant(self) -> bool:
        """Whether nobody sits here; the seat counts in the total all the same."""
        return not self.holder_name


class Regulation(models.Model):
    """The council's operating regulation, in force on `[since, until)`.

    The quorum is a fraction of the total membership: at least, or more than it.
    """

    council = models.ForeignKey(Council, models.PROTECT, related_name="+")
    number = models.CharField(max_length=60)
    issued_on = models.DateField()
    issued_by = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField(null=True)
    quorum_num = models.IntegerField()
    quorum_den = models.IntegerField()
    quorum_more_than = models.BooleanField(default=False)
    quorum_clause = models.CharField(max_length=120)
    absent_mode = models.CharField(max_length=16, choices=AbsentMode.choices)
    invalid_line = models.CharField(max_length=16, choices=InvalidLine.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "since"], name="one_regulation_a_day"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="regulation_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(quorum_num__gt=0, quorum_den__gte=F("quorum_num")),
                name="quorum_is_a_fraction",
            ),
        ]

    def __str__(self) -> str:
        """Return the number."""
        return self.number

    @property
    def quorum(self) -> Share:
        """The share of the total membership that must be present."""
        return Share(self.quorum_num, self.quorum_den, self.quorum_more_than)


class PassMark(models.Model):
    """The share of the total membership that an award needs, by the council's own regulation."""

    regulation = models.ForeignKey(Regulation, models.PROTECT, related_name="pass_marks")
    award_code = models.CharField(max_length=20)
    num = models.IntegerField()
    den = models.IntegerField()
    more_than = models.BooleanField(default=False)
    clause = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["regulation", "award_code"], name="one_pass_mark_an_award"
            ),
            models.CheckConstraint(
                condition=Q(num__gt=0, den__gte=F("num")), name="pass_mark_is_a_fraction"
            ),
        ]

    def __str__(self) -> str:
        """Return award and share."""
        return f"{self.award_code} {self.num}/{self.den}"
