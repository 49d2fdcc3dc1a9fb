"""The register's benchmark: an invented province, and what is looked up in it."""
