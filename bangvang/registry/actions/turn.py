"""Merges take turns: two that share a record would otherwise wait for each other for ever."""

MERGING_TURN = 4_170_011
"""Held by every action that joins, parts or pairs records, until its transaction ends."""

RECIPIENTS_TURN = 4_170_024
"""Held by whoever enters a household or a foreign recipient, so that nobody comes in twice."""
