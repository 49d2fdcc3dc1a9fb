"""Files that hold a State secret: where they are, and nothing of what is in them."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.ref import new_ref
from bangvang.nominations.states import SecretState
from bangvang.registry.models import Joining, Organisation, Way


class SecretFile(models.Model):
    """A paper file with a State secret: its number, who holds it, its state.

    There is no field for a name, an award, a text or a file, and the number is of a form that no
    name fits: what such a file holds does not come into this system.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    number = models.CharField(max_length=40)
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=SecretState.choices)
    holder = models.CharField(max_length=300)
    held_since = models.DateTimeField()
    version = models.IntegerField(default=1)

    joining = {
        "unit": Joining(
            Way.MOVE,
            clash="Hai cơ quan cùng ghi hồ sơ bí mật nhà nước mang một số; hãy giải quyết xong một "
            "hồ sơ rồi gộp.",
        )
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "number"], name="one_secret_file_a_number"),
            models.CheckConstraint(
                condition=~Q(number="") & ~Q(number__contains=" "),
                name="secret_file_number_is_no_name",
            ),
        ]

    def __str__(self) -> str:
        """Return the number."""
        return self.number
