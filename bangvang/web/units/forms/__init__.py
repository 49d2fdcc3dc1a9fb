"""Forms of the units' door."""
