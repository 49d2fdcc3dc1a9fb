"""Who may enter: everybody; there is nobody else before signing in."""

from bangvang.web.entry import EVERYONE, SIGNED_IN, entry
from bangvang.web.gate import agencies, views

app_name = "gate"
urlpatterns = [
    entry("dang-nhap/", views.sign_in, may=EVERYONE, name="sign_in"),
    entry("dang-xuat/", views.sign_out, may=EVERYONE, name="sign_out"),
    entry("chua-co-vai-tro/", views.no_role, may=EVERYONE, name="no_role"),
    entry("tu-cach/", views.switch, may=SIGNED_IN, name="switch"),
    entry("mat-khau/<ref>/<secret>/", views.password_link, may=EVERYONE, name="password_link"),
    entry("mat-khau/moi/", views.new_password, may=EVERYONE, name="new_password"),
    entry("hiep-y/<ref>/<secret>/", agencies.link, may=EVERYONE, name="agency_link"),
    entry("hiep-y/", agencies.code, may=EVERYONE, name="asked_agency"),
    entry("hiep-y/tra-loi/", agencies.answer, may=EVERYONE, name="answer_agency"),
]
