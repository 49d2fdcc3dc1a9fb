"""One file per place; every setting is documented in docs/operations.md."""
