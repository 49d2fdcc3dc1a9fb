"""What the office may read of periods, of what is over, and of requests."""
