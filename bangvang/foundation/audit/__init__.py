"""The append-only record of every act: who, in which role, when it happened, when it was recorded.

Each entry carries the digest of the one before it, so a changed, removed or inserted entry is
found by recomputing the chain. Whoever rewrites the whole chain is found by an anchor: a head
that was printed on signed minutes.
"""
