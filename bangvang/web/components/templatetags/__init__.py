"""Filters and tags, loaded into every template."""
