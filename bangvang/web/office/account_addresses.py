"""Who may enter the pages about accounts, line by line."""

from bangvang.foundation.actor import Role
from bangvang.web.entry import entry
from bangvang.web.office.views import accounts

ADMIN = frozenset({Role.ADMINISTRATOR})

ACCOUNTS = (
    entry("tai-khoan/", accounts.accounts, may=ADMIN, name="accounts"),
    entry("tai-khoan/moi/", accounts.create, may=ADMIN, name="create_account"),
    entry("tai-khoan/<ref>/", accounts.account, may=ADMIN, name="account"),
    entry("tai-khoan/<ref>/dia-chi-thu/", accounts.mail_address, may=ADMIN, name="mail_address"),
    entry("tai-khoan/<ref>/khoa/", accounts.suspend, may=ADMIN, name="suspend"),
    entry("tai-khoan/<ref>/mo/", accounts.restore, may=ADMIN, name="restore"),
    entry("tai-khoan/<ref>/go-chan/", accounts.lift, may=ADMIN, name="lift_lockout"),
    entry("tai-khoan/<ref>/lien-ket/", accounts.link, may=ADMIN, name="password_link"),
    entry("tai-khoan/<ref>/vai-tro/", accounts.give, may=ADMIN, name="give_role"),
    entry("tai-khoan/<ref>/vai-tro/<int:held>/", accounts.hand_over, may=ADMIN, name="hand_over"),
)
