"""The only raw SQL of the system: one function per need, one branch per engine."""
