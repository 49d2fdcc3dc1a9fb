"""Emulation titles of individuals, from the base to the State: the routes of all of them."""

from bangvang.law.titles import (
    advanced_worker,
    grassroots_fighter,
    national_fighter,
    provincial_fighter,
)

ROUTES = (
    *advanced_worker.ROUTES,
    *grassroots_fighter.ROUTES,
    *provincial_fighter.ROUTES,
    *national_fighter.ROUTES,
)
