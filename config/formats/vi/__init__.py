"""How forms read what is typed in Vietnamese."""
