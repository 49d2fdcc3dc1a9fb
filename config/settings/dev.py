"""What `./run` uses: one machine, SQLite by default, keys made on the first start and kept."""

from config.settings.base import *  # noqa: F403  a settings file is its base and what differs
from config.settings.base import BANGVANG_DAY, BANGVANG_DEMO, DATA_DIR, IDENTITY_SEALS
from config.settings.demonstration import kept_day
from config.settings.keys import kept_key, kept_seal

SECRET_KEY = kept_key(DATA_DIR, "secret.key")
IDENTITY_KEY = kept_key(DATA_DIR, "identity.key")
IDENTITY_SEALS = IDENTITY_SEALS or kept_seal(DATA_DIR, "identity-seal.key")

BANGVANG_DEMO = BANGVANG_DEMO or kept_day(DATA_DIR) is not None
BANGVANG_DAY = BANGVANG_DAY or kept_day(DATA_DIR)
