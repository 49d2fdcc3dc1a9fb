"""The application as a web server calls it."""

import os

from django.core.wsgi import get_wsgi_application

from bangvang.law import rulebook
from config.settings.environment import settings_module

os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings_module())

application = get_wsgi_application()
rulebook()  # a broken text of the law stops the start, and the first visitor does not wait for it
