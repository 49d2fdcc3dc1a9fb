"""Pages about amendments of the register, for the standing office and for units alike."""
