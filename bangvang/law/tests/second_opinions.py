"""Every oracle by the name of its route; a route without one fails a test."""

from bangvang.law.tests.oracle import Oracle
from bangvang.law.tests.oracles import (
    certificates,
    collective_emulation,
    individual_emulation,
    orders,
)

ORACLES: dict[str, Oracle] = {
    **individual_emulation.ORACLES,
    **certificates.ORACLES,
    **collective_emulation.ORACLES,
    **orders.ORACLES,
}
