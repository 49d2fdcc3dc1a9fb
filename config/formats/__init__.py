"""How forms read what is typed, by language."""
