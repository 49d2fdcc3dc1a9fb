"""The house's own benchmarks: each figure beside its alternative, in alternating rounds.

`bangvang bench` runs them. Nothing here is imported by the system itself, and no test holds a time.
"""
