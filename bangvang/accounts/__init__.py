"""Who signs in, and in which roles for which organisation on which day; turns a user into an Actor.

Comes in: a signed-in account and a day. Adds: the roles held that day. Goes on: an `Actor`.
"""
