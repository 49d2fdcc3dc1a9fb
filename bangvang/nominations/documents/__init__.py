"""Papers that a unit writes here: the achievement report, filled from the register, printed."""
