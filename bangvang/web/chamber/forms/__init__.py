"""Plain forms: they clean what is typed and stop there."""
