"""The keys of names and units, each found once: a file writes the same ones in many rows."""

from functools import lru_cache

from bangvang.foundation import vietnamese

KEPT = 1 << 15

fold = lru_cache(KEPT)(vietnamese.fold)
name_key = lru_cache(KEPT)(vietnamese.name_key)
name_key_loose = lru_cache(KEPT)(vietnamese.name_key_loose)
