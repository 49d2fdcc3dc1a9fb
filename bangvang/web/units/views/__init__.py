"""Pages of the units' door."""
