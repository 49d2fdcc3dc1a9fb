"""What `./run` uses: one machine, SQLite by default, keys made on the first start and kept."""

from config.settings.base import *  # noqa: F403  a settings file is its base and what differs
from config.settings.base import BANGVANG_DAY, BANGVANG_DEMO, DATA_DIR
from config.settings.demonstration import kept_day
from config.settings.keys import kept_key

SECRET_KEY = kept_key(DATA_DIR, "secret.key")
IDENTITY_KEY = kept_key(DATA_DIR, "identity.key")

BANGVANG_DEMO = BANGVANG_DEMO or kept_day(DATA_DIR) is not None
BANGVANG_DAY = BANGVANG_DAY or kept_day(DATA_DIR)
