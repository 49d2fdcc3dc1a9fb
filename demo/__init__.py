"""A believable made-up province: what a new database is filled with, for showing and for journeys.

Everything is entered through the actions that people use: a register with histories, the session
of 19 April 2022 replayed from the units' spreadsheets to the public page, and a round of September
2026 in the middle of its work. All people are invented.
"""

from datetime import date

DAY = date(2026, 9, 14)
"""The Monday on which the demonstration's clock stands."""
