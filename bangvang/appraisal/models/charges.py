"""Which officer follows the lists of which units, or one award type, from one day to another."""

from django.db import models
from django.db.models import F, Q

from bangvang.foundation.ref import new_ref
from bangvang.registry.models import Joining, Organisation, Way


class Charge(models.Model):
    """What an officer follows on `[since, until)`: a body with everything below it, or an award.

    The account stands as reference and name, since accounts lie above this stage. A charge is
    given without an end and gets one later, so that whatever has no `until` is in nobody else's
    hands.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    account_ref = models.CharField(max_length=20)
    account_name = models.CharField(max_length=200)
    unit = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    award_code = models.CharField(max_length=20, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    version = models.IntegerField(default=1)

    joining = {
        "unit": Joining(
            Way.MOVE,
            clash="Hai cơ quan đều đang có chuyên viên theo dõi; hãy kết thúc một phân công rồi "
            "gộp.",
        )
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=True) & ~Q(award_code="")
                | Q(unit__isnull=False, award_code=""),
                name="charge_is_of_one_matter",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="charge_ends_not_before_it_begins",
            ),
            models.UniqueConstraint(
                fields=["unit"], condition=Q(until__isnull=True), name="one_open_charge_a_unit"
            ),
            models.UniqueConstraint(
                fields=["award_code"],
                condition=Q(until__isnull=True) & ~Q(award_code=""),
                name="one_open_charge_an_award",
            ),
        ]

    def __str__(self) -> str:
        """Return whose it is, and since when."""
        return f"{self.account_name} {self.since}"
