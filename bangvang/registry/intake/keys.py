"""What is found out about a text, each once: a file writes the same ones in many rows."""

from functools import lru_cache

from bangvang import law
from bangvang.foundation import vietnamese

KEPT = 1 << 15

fold = lru_cache(KEPT)(vietnamese.fold)
name_key = lru_cache(KEPT)(vietnamese.name_key)
name_key_loose = lru_cache(KEPT)(vietnamese.name_key_loose)
damage_in = lru_cache(KEPT)(vietnamese.damage_in)
find_code = lru_cache(KEPT)(law.find_code)
