"""Forms of the office's door."""
