"""One row of a list: somebody, a collective or a household, proposed for an award."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.ref import new_ref
from bangvang.nominations.models.batches import Batch
from bangvang.nominations.states import OVER, State
from bangvang.registry.models import MOVES, Joining, Organisation, Person, Way


class Identity(models.TextChoices):
    """How it was settled who is meant."""

    LINKED = "LINKED", "khớp sổ khen thưởng"
    CHOSEN = "CHOSEN", "cán bộ chọn"
    NEW = "NEW", "chưa có trong sổ"
    OPEN = "OPEN", "cơ quan thường trực đối chiếu với sổ"


class Subject(models.TextChoices):
    """Who is proposed, as the law names them (`law.Subject`)."""

    PERSON = "person", "cá nhân"
    COLLECTIVE = "collective", "tập thể"
    HOUSEHOLD = "household", "hộ gia đình"


class Nomination(models.Model):
    """Somebody proposed for one award, and where the proposal is.

    `subject` says whether it is a person, a collective or a household. The record of a person is
    `person`, of the others `body`; empty for whom the register does not know yet. `unit` is where
    a person works, the body above a collective, the commune of a household. Personal data:
    `birth_on`, `identity_digest`. `source_row` is the row's number in the unit's own sheet, or, in
    a list that a superior gathered, its place there; `origin` is then the list that it came from,
    with `origin_row` its number in that one.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="nominations")
    source_row = models.IntegerField()
    origin = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="gathered")
    origin_row = models.IntegerField(null=True)
    subject = models.CharField(max_length=12, choices=Subject.choices, default=Subject.PERSON)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    identity = models.CharField(max_length=8, choices=Identity.choices)
    name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=600)
    birth_on = models.DateField(null=True)
    birth_year = models.IntegerField(null=True)
    sex = models.CharField(max_length=1, blank=True)
    identity_digest = models.CharField(max_length=64, blank=True)
    identity_tail = models.CharField(max_length=3, blank=True)
    position = models.CharField(max_length=300, blank=True)
    unit_name = models.CharField(max_length=400)
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    award_code = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    achievement_year = models.IntegerField()
    achievement = models.TextField(blank=True)
    note = models.TextField(blank=True)
    state = models.CharField(max_length=14, choices=[(s.value, s.value) for s in State])
    holder = models.CharField(max_length=300)
    held_since = models.DateTimeField()
    reason = models.TextField(blank=True)
    reply = models.TextField(blank=True)
    version = models.IntegerField(default=1)

    joining = {
        "person": Joining(
            Way.MOVE,
            clash="Hai bản ghi cùng có đề nghị đang mở cho một hình thức của cùng một năm; "
            "hãy giải quyết xong một đề nghị rồi gộp.",
        ),
        "body": Joining(
            Way.MOVE,
            clash="Hai tập thể cùng có đề nghị đang mở cho một hình thức của cùng một năm; "
            "hãy giải quyết xong một đề nghị rồi gộp.",
        ),
        "unit": MOVES,
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "award_code", "achievement_year"],
                condition=~Q(state__in=[s.value for s in State if s in OVER]),
                name="one_open_nomination_a_person_an_award_a_year",
            ),
            models.UniqueConstraint(
                fields=["identity_digest", "award_code", "achievement_year"],
                condition=~Q(identity_digest="")
                & ~Q(state__in=[s.value for s in State if s in OVER]),
                name="one_open_nomination_an_identity_an_award_a_year",
            ),
            models.UniqueConstraint(
                fields=["body", "award_code", "achievement_year"],
                condition=~Q(state__in=[s.value for s in State if s in OVER]),
                name="one_open_nomination_a_body_an_award_a_year",
            ),
            models.CheckConstraint(
                condition=Q(subject=Subject.PERSON, body__isnull=True)
                | (~Q(subject=Subject.PERSON) & Q(person__isnull=True, identity_digest="")),
                name="nomination_is_of_one",
            ),
            models.UniqueConstraint(fields=["batch", "source_row"], name="one_nomination_a_row"),
            models.UniqueConstraint(
                fields=["origin", "origin_row"], name="one_gathered_nomination_a_row"
            ),
            models.CheckConstraint(
                condition=Q(origin__isnull=True, origin_row__isnull=True)
                | Q(origin__isnull=False, origin_row__isnull=False),
                name="gathered_nomination_knows_its_row",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.GATHERED) | Q(origin__isnull=False),
                name="gathered_nomination_has_an_origin",
            ),
        ]
        indexes = [models.Index(fields=["state"], name="nomination_state")]

    def __str__(self) -> str:
        """Return name and award."""
        return f"{self.name} {self.award_code}"
