"""What `./run` uses: one machine, SQLite by default, keys made on the first start and kept."""

from config.settings.base import *  # noqa: F403  a settings file is its base and what differs
from config.settings.base import DATA_DIR
from config.settings.keys import kept_key

SECRET_KEY = kept_key(DATA_DIR, "secret.key")
IDENTITY_KEY = kept_key(DATA_DIR, "identity.key")
