"""Background work: a table of jobs, and a worker that takes one at a time.

A stage declares what it can do in its `tasks.py` (`@job`), an action asks for it (`enqueue`) in its
own transaction, a worker does it (`bangvang work`). Arguments are references only. A job may be
begun more than once, because a worker can be killed; what it changes in its last step is there
once, because the last step ends the job in the same transaction (`Work.last_step`).
"""
