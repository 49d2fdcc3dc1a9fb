"""The law's benchmark: six criteria over an invented register, on columns and in other ways."""
