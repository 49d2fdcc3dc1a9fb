"""Pages of the office's door."""
