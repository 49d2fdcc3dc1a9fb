"""The council's session: agenda, quorum, secret ballots counted twice, minutes.

Comes in: nominations that the office released. Adds: the vote of the whole membership, with the
clause of the pass mark, and the signed minutes. Goes on: passed rows, which a decision is made of.
"""
