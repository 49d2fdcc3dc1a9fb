"""What other agencies are asked about rows of a list (hiệp y), and what they answer."""

from django.db import models
from django.db.models import F, Q

from bangvang.appraisal.states import ReplyWay, RequestState, Silence, Stance
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref
from bangvang.nominations.models import Batch, Nomination


class SilenceRule(models.Model):
    """What it means that an agency does not answer in time, by a paper; two people said so.

    For requests made from `since` on, until the next confirmed rule that was not withdrawn. One
    that nobody confirmed means nothing.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    meaning = models.CharField(max_length=12, choices=Silence.choices)
    number = models.CharField(max_length=60)
    issued_on = models.DateField()
    clause = models.CharField(max_length=120)
    since = models.DateField()
    scan = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    entered_by_ref = models.CharField(max_length=40)
    entered_by_name = models.CharField(max_length=200)
    entered_at = models.DateTimeField()
    confirmed_by_name = models.CharField(max_length=200, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["since"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_silence_rule_a_day",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
                name="withdrawn_silence_rule_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        """Return the number of the paper."""
        return self.number


class AgencyRequest(models.Model):
    """One agency asked about some rows of one list, until `due_on`.

    `is_awaited`: its rows are not concluded on while it is open; whoever asks says so, and the head
    may stop waiting with a reason. `silence` is the rule that held when it was asked. Of the link
    and of its code only keyed digests are kept; both serve until the end of `expires_on`.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="+")
    year = models.PositiveIntegerField()
    number_in_year = models.PositiveIntegerField()
    agency = models.CharField(max_length=300)
    about = models.CharField(max_length=500)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in RequestState])
    asked_on = models.DateField()
    due_on = models.DateField()
    is_awaited = models.BooleanField()
    silence = models.ForeignKey(SilenceRule, models.PROTECT, null=True, related_name="+")
    form_digest = models.CharField(max_length=64)
    link_digest = models.CharField(max_length=64)
    code_digest = models.CharField(max_length=64)
    expires_on = models.DateField()
    wrong_codes = models.PositiveIntegerField(default=0)
    asked_for = models.CharField(max_length=300)
    asked_by_ref = models.CharField(max_length=40)
    asked_by_name = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    stopped_by_name = models.CharField(max_length=200, blank=True)
    stopped_at = models.DateTimeField(null=True)
    stopped_reason = models.CharField(max_length=300, blank=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["year", "number_in_year"], name="one_agency_request_a_number"
            ),
            models.UniqueConstraint(
                fields=["form_digest", "agency"], name="one_agency_request_a_form"
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("asked_on"), expires_on__gte=F("due_on")),
                name="agency_request_has_its_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(stopped_at__isnull=True)
                | (Q(is_awaited=False) & ~Q(stopped_reason="")),
                name="waiting_stops_for_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="WITHDRAWN") | ~Q(withdrawn_reason=""),
                name="agency_request_is_withdrawn_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        """Return number and agency."""
        return f"{self.number} {self.agency}"

    @property
    def number(self) -> str:
        """The number as people say it, `HY-007/2026`."""
        return f"HY-{self.number_in_year:03d}/{self.year}"


class AskedRow(models.Model):
    """One row that an agency is asked about, in the words that it is shown, and in no other."""

    request = models.ForeignKey(AgencyRequest, models.PROTECT, related_name="rows")
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="+")
    order = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    position = models.CharField(max_length=300, blank=True)
    unit_name = models.CharField(max_length=400)
    award_name = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "order"], name="one_asked_row_a_place"),
            models.UniqueConstraint(
                fields=["request", "nomination"], name="a_row_is_asked_about_once_a_request"
            ),
        ]

    def __str__(self) -> str:
        """Return place and name."""
        return f"{self.order} {self.name}"


class AgencyReply(models.Model):
    """The one answer of an agency, signed by whoever gave it; by link, or by paper with a scan."""

    request = models.OneToOneField(AgencyRequest, models.PROTECT, related_name="reply")
    way = models.CharField(max_length=8, choices=ReplyWay.choices)
    signer_name = models.CharField(max_length=200)
    signer_position = models.CharField(max_length=200)
    came_on = models.DateField()
    received_at = models.DateTimeField()
    paper_no = models.CharField(max_length=60, blank=True)
    paper_on = models.DateField(null=True)
    scan = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    recorded_by_ref = models.CharField(max_length=40, blank=True)
    recorded_by_name = models.CharField(max_length=200, blank=True)
    fingerprint = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(signer_name="") & ~Q(signer_position=""),
                name="an_agency_reply_is_signed",
            ),
            models.CheckConstraint(
                condition=Q(way="LINK", recorded_by_ref="")
                | (
                    Q(way="PAPER", scan__isnull=False, paper_on__isnull=False)
                    & ~Q(paper_no="")
                    & ~Q(recorded_by_ref="")
                ),
                name="an_agency_reply_on_paper_has_number_day_and_scan",
            ),
        ]

    def __str__(self) -> str:
        """Return who signed."""
        return self.signer_name


class RowReply(models.Model):
    """What an agency says of one row; information names the document it comes from."""

    reply = models.ForeignKey(AgencyReply, models.PROTECT, related_name="rows")
    row = models.OneToOneField(AskedRow, models.PROTECT, related_name="reply")
    stance = models.CharField(max_length=12, choices=Stance.choices)
    words = models.TextField(blank=True)
    source_no = models.CharField(max_length=60, blank=True)
    source_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(stance__in=["AGREES", "NO_OPINION"]) | ~Q(words=""),
                name="a_row_reply_that_hinders_has_words",
            ),
            models.CheckConstraint(
                condition=~Q(stance="INFORMS") | (~Q(source_no="") & Q(source_on__isnull=False)),
                name="information_names_its_document",
            ),
        ]

    def __str__(self) -> str:
        """Return the stance."""
        return self.stance


class AgencyReminder(models.Model):
    """That an officer reminded an agency, how and when."""

    request = models.ForeignKey(AgencyRequest, models.PROTECT, related_name="reminders")
    how = models.CharField(max_length=300)
    by_ref = models.CharField(max_length=40)
    by_name = models.CharField(max_length=200)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(how=""), name="a_reminder_says_how"),
        ]

    def __str__(self) -> str:
        """Return how."""
        return self.how
