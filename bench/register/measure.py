"""`bangvang bench register`: what the register is measured by."""

from collections.abc import Callable

from bench.register.linking import linking_rows
from bench.rounds import Measured


def measure(*, small: bool, say: Callable[[str], None]) -> Measured:
    """Measure everything that can be measured here.

    Raises:
        Disagreement: the alternatives do not answer alike.
    """
    return Measured(tuple(linking_rows(small=small, say=say)))
