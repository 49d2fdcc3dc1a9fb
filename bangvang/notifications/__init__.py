"""Notices: what happened, told to whoever it concerns, in the application and by mail.

The record of acts comes in; who is concerned and what may be said to them is added; mails go out.
"""
