"""Signing in and out, choosing a capacity, setting a password; open with any working door."""
