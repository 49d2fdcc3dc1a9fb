"""Keep identity numbers, sealed, beside their digests; part of the act that read them in."""

from collections.abc import Iterable

from bangvang.registry.models import IdentityNumber
from bangvang.registry.selectors.identity import AT_ONCE, numbers_kept, seals
from bangvang.registry.selectors.people import digest_of_identity_number


def keep_identity_numbers(numbers: Iterable[str]) -> int:
    """Seal those that are not kept yet and return how many; no audit entry of its own.

    Call it in the transaction that saves the people or nominations who carry the digests. Two
    that bring the same number at once keep it once.
    """
    by_digest = {digest_of_identity_number(number): number for number in numbers if number}
    there = numbers_kept(by_digest)
    keys = seals()
    fresh = [
        IdentityNumber(
            digest=digest, sealed=keys.seal(number, bound_to=digest), key_id=keys.current
        )
        for digest, number in sorted(by_digest.items())
        if digest not in there
    ]
    IdentityNumber.objects.bulk_create(fresh, batch_size=AT_ONCE, ignore_conflicts=True)
    return len(fresh)
