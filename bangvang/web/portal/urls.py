"""Who may enter: everybody."""

from bangvang.web.entry import EVERYONE, entry
from bangvang.web.portal.views import (
    consultations,
    decisions,
    discoveries,
    home,
    law,
    machines,
    news,
    register,
)

app_name = "portal"
urlpatterns = [
    entry("", home.home, may=EVERYONE, name="home"),
    entry("tin-tuc/", news.news, may=EVERYONE, name="news"),
    entry("tin-tuc/<slug:slug>/", news.article, may=EVERYONE, name="article"),
    entry("khen-thuong/", register.register, may=EVERYONE, name="register"),
    entry("khen-thuong/nguoi/<slug:ref>/", register.person, may=EVERYONE, name="person"),
    entry("khen-thuong/quyet-dinh/<slug:ref>/", decisions.decision, may=EVERYONE, name="decision"),
    entry("lay-y-kien/", consultations.consultations, may=EVERYONE, name="consultations"),
    entry("lay-y-kien/tra-cuu/", consultations.follow, may=EVERYONE, name="follow_opinion"),
    entry("lay-y-kien/<slug:ref>/", consultations.consultation, may=EVERYONE, name="consultation"),
    entry("lay-y-kien/<slug:ref>/gui/", consultations.send, may=EVERYONE, name="send_opinion"),
    entry(
        "lay-y-kien/<slug:ref>/tep/<slug:file_ref>/",
        consultations.file,
        may=EVERYONE,
        name="consultation_file",
    ),
    entry("phat-hien/", discoveries.report, may=EVERYONE, name="report_discovery"),
    entry("phat-hien/theo-doi/", discoveries.follow, may=EVERYONE, name="follow_discovery"),
    entry("tim-kiem/", register.search, may=EVERYONE, name="search"),
    entry("van-ban/", law.awards, may=EVERYONE, name="law"),
    entry("van-ban/dieu-khoan/", law.clauses, may=EVERYONE, name="law_clauses"),
    entry("van-ban/danh-hieu/<slug:code>/", law.award, may=EVERYONE, name="law_award"),
    entry("sitemap.xml", machines.pages, may=EVERYONE, name="sitemap"),
    entry("rss.xml", machines.newest, may=EVERYONE, name="rss"),
]
