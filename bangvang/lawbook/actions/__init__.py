"""What people do with readings of the law: one verb, one file, one function."""
