"""Reading what is kept of identity numbers: whether one is there, and how many wait for a new key.

No function here returns a number; only `actions/reveal_identity_number.py` opens one.
"""

from collections.abc import Iterable

from django.conf import settings

from bangvang.foundation.sealing import Seals, seals_of
from bangvang.registry.models import IdentityNumber
from bangvang.registry.selectors.units_named import portions

AT_ONCE = 500


def seals() -> Seals:
    """Return the keys of this installation."""
    return seals_of(settings.IDENTITY_SEALS)


def numbers_kept(digests: Iterable[str]) -> frozenset[str]:
    """Return for which of these digests the number itself is kept."""
    there: set[str] = set()
    for some in portions(sorted(digests), AT_ONCE):
        found = IdentityNumber.objects.filter(digest__in=some)
        there.update(found.values_list("digest", flat=True))
    return frozenset(there)


def sealed_with_other_keys() -> int:
    """Return how many numbers are not sealed with the current key."""
    return IdentityNumber.objects.exclude(key_id=seals().current).count()


def names_of_keys_in_use() -> list[str]:
    """Return the names of the keys that something is sealed with."""
    found = IdentityNumber.objects.order_by("key_id").values_list("key_id", flat=True)
    return list(found.distinct())
