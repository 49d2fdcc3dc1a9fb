"""The lasting record: people, organisations, and every award they hold.

Comes in: past decisions, and each line of a new one. Adds: who is who, what is held, from which
year the record is complete. Goes on: the history that the law looks at, and what the public reads.
"""
