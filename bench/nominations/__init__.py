"""Rounds of a whole province: its lists, its pages, and two hundred people at once."""
