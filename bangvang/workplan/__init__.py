"""What somebody has to do, and by when.

Comes in: tasks that other stages hand out, such as the conclusions of a council's session. Adds: an
owner, a last day, a result. Goes on: lists of what is open and what was done.
"""
