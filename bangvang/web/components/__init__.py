"""The shared pieces of all pages: their filters and tags, their shapes, their gallery."""
