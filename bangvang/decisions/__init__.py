"""What is signed after the council has spoken, and what follows.

Comes in: the passed rows of a closed ballot whose minutes are signed. Adds: a decision, or a
submission to a higher authority and its answer, each recorded by one and confirmed by another.
Goes on: awards in the register, refusals with their reasons.
"""
