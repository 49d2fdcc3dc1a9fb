"""What the public reads: articles and how often pages are opened.

Comes in: the record of a session, an editor's words. Adds: a second person's approval, the numbers
of visits. Goes on: the pages of the portal; nothing below is changed.
"""
