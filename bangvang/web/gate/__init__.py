"""Signing in and out, a password, what an agency answers by a link; open with any working door."""
