"""Histories that come in from outside, and whose they are."""
