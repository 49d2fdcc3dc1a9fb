"""What is held about people: the list of it, how long it is kept, what is erased on request."""
