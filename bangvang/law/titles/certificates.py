"""Bằng khen and Giấy khen, all ways, smallest award last; each award has files of its own."""

from bangvang.law.titles import (
    commendation_letter,
    prime_minister_achievements,
    prime_minister_certificate,
    prime_minister_labour,
    provincial_achievements,
    provincial_certificate,
)

ROUTES = (
    *prime_minister_certificate.ROUTES,
    *prime_minister_achievements.ROUTES,
    *prime_minister_labour.ROUTES,
    *provincial_certificate.ROUTES,
    *provincial_achievements.ROUTES,
    *commendation_letter.ROUTES,
)
