"""The only writers of decisions: one verb, one file."""
