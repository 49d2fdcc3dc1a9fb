"""Accounts as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Label `accounts`; holds the user model."""

    name = "bangvang.accounts"
    label = "accounts"
