"""Every act on periods and requests, one a file."""
