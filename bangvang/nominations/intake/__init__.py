"""What units send in, read and set in order before anything is kept."""
