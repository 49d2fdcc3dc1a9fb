"""What machines ask: is the system able to serve."""
