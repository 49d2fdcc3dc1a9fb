"""FLOOR 9: all that people see, and nothing that decides."""
