"""Which way lists take to the standing office, by which paper."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref
from bangvang.nominations.states import RouteWay
from bangvang.registry.models import MOVES, Joining, Organisation, Way


class Route(models.Model):
    """Through whom some units hand in, from `since` on, by a paper; two people said so.

    It is for the lists of `branch`, a body and everything below it, of one `kind` of body, of one
    `family` of `families.toml`; what is empty restricts nothing. `through` is the superior; without
    one it is the nearest commune (by territory) or department (by sector) above each unit. Of
    several that fit the nearest body decides, then what names more, then the newest day.
    `advisory` is the unit that prepares the superior's answer (đơn vị tham mưu).
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    branch = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=12, blank=True)
    family = models.CharField(max_length=20, blank=True)
    way = models.CharField(max_length=10, choices=RouteWay.choices)
    through = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    advisory = models.CharField(max_length=300, blank=True)
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

    joining = {
        "branch": Joining(
            Way.MOVE,
            clash="Hai cơ quan có tuyến trình riêng từ cùng một ngày; hãy rút một tuyến rồi gộp.",
        ),
        "through": MOVES,
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["branch", "kind", "family", "since"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_route_a_case_a_day",
            ),
            models.UniqueConstraint(
                fields=["kind", "family", "since"],
                condition=Q(withdrawn_at__isnull=True, branch__isnull=True),
                name="one_route_a_case_a_day_everywhere",
            ),
            models.CheckConstraint(
                condition=~Q(way=RouteWay.DIRECT) | Q(through__isnull=True, advisory=""),
                name="direct_route_is_through_nobody",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
                name="withdrawn_route_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        """Return the number of the paper."""
        return self.number
