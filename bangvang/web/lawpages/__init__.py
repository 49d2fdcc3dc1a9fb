"""The law on a chosen day, as the public and the office read it: the same pieces for both."""
