"""Who may enter: every machine that can reach the process."""

from bangvang.web.entry import EVERYONE, entry
from bangvang.web.machines import views

app_name = "machines"
urlpatterns = [entry("healthz", views.healthz, may=EVERYONE, name="healthz")]
