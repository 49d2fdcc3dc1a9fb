"""Is it lawful, is it deserved: what the law says of each row, and what people make of it.

Comes in: a list that was handed in. Adds: stored findings with facts and rulebook version, a
specialist's judgement, the head's confirmation. Goes on: rows released to the agenda.
"""
