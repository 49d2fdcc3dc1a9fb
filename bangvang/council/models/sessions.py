"""Sessions: when and where, what is dealt with in which order, who was there."""

from django.db import models
from django.db.models import F, Q

from bangvang.council.models.councils import Council, Seat
from bangvang.council.states import SessionState
from bangvang.foundation.ref import new_ref
from bangvang.nominations.models import Nomination

ORDINALS = (
    "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười",
    "mười một", "mười hai",
)  # fmt: skip


class AgendaKind(models.TextChoices):
    """Whether something is talked over or balloted on."""

    BUSINESS = "BUSINESS", "nội dung thảo luận"
    BALLOT = "BALLOT", "nội dung bỏ phiếu"


class Presence(models.TextChoices):
    """Whether a member is at the session."""

    PRESENT = "PRESENT", "có mặt"
    ABSENT = "ABSENT", "vắng mặt"


class Session(models.Model):
    """One session of a council; `version` grows with every change, so a stale form is noticed.

    `opened_at` and `ends_at` are the real moments, set when it happens; `starts_at` is the call.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    council = models.ForeignKey(Council, models.PROTECT, related_name="+")
    year = models.IntegerField()
    number_in_year = models.IntegerField()
    place = models.CharField(max_length=300)
    starts_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    chair_seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    secretary_name = models.CharField(max_length=200)
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in SessionState])
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "year", "number_in_year"], name="one_session_a_number_a_year"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("opened_at")),
                name="session_ends_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.title

    @property
    def title(self) -> str:
        """How people say it: "phiên họp thứ nhất năm 2022"."""
        number = self.number_in_year
        said = ORDINALS[number - 1] if number <= len(ORDINALS) else str(number)
        return f"phiên họp thứ {said} năm {self.year}"


class AgendaItem(models.Model):
    """One point of the agenda; a ballot item carries the award and its achievement year.

    `notes` is what the secretary writes down of the discussion, for the minutes.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    session = models.ForeignKey(Session, models.PROTECT, related_name="items")
    order = models.IntegerField()
    kind = models.CharField(max_length=8, choices=AgendaKind.choices)
    title = models.TextField()
    award_code = models.CharField(max_length=20, blank=True)
    achievement_year = models.IntegerField(null=True)
    notes = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "award_code", "achievement_year"],
                condition=Q(kind=AgendaKind.BALLOT),
                name="one_ballot_item_an_award_a_year",
            ),
            models.CheckConstraint(
                condition=Q(kind=AgendaKind.BUSINESS)
                | (~Q(award_code="") & Q(achievement_year__isnull=False)),
                name="ballot_item_has_an_award",
            ),
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.title


class AgendaRow(models.Model):
    """A nomination under a ballot item, while it is on this agenda."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="rows")
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="+")
    order = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "nomination"], name="once_on_an_agenda_item")
        ]

    def __str__(self) -> str:
        """Return order and nomination."""
        return f"{self.order} {self.nomination_id}"


class Attendance(models.Model):
    """Whether the holder of a seat was there, and why not."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="attendance")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    presence = models.CharField(max_length=8, choices=Presence.choices)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "seat"], name="one_attendance_a_seat"),
        ]

    def __str__(self) -> str:
        """Return seat and presence."""
        return f"{self.seat_id} {self.presence}"
