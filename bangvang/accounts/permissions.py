"""Why an administrator may not change an account now."""

from datetime import date

from bangvang.accounts.models import Account, RoleHeld
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.registry.models import Organisation

NOT_ADMINISTRATOR = Objection("NOT_ADMINISTRATOR", "Chỉ quản trị hệ thống được quản lý tài khoản.")
OWN_ACCOUNT = Objection("OWN_ACCOUNT", "Không tự thay đổi tài khoản của chính mình.")
USERNAME_TAKEN = Objection("USERNAME_TAKEN", "Tên đăng nhập này đã có người dùng.")
ALREADY_SUSPENDED = Objection("ALREADY_SUSPENDED", "Tài khoản đã tạm khóa từ trước.")
NOT_SUSPENDED = Objection("NOT_SUSPENDED", "Tài khoản đang hoạt động, không cần mở lại.")
ROLE_OVERLAPS = Objection("ROLE_OVERLAPS", "Người này đã giữ vai trò ấy trong thời gian đó.")
ROLE_ENDED = Objection("ROLE_ENDED", "Vai trò này đã thôi từ trước ngày đó.")
ADDRESS_CHANGED = Objection(
    "ADDRESS_CHANGED", "Người khác vừa đổi địa chỉ thư này; hãy xem lại rồi ghi."
)
SAME_ACCOUNT = Objection("SAME_ACCOUNT", "Người nhận phải là một tài khoản khác.")
BODY_ENDED = Objection(
    "BODY_ENDED", "Cơ quan này đã kết thúc hoạt động; hãy giao vai trò ở đơn vị kế tục."
)
SUSPENDED = Objection("SUSPENDED", "Tài khoản đang tạm khóa, hãy mở lại trước.")


def objection_to_administering(actor: Actor) -> Objection | None:
    """Only an administrator manages accounts."""
    return None if actor.has(Role.ADMINISTRATOR) else NOT_ADMINISTRATOR


def objection_to_suspending(actor: Actor, account: Account) -> Objection | None:
    """An administrator, not on the own account, not twice."""
    if account.ref == actor.account_ref:
        return OWN_ACCOUNT
    return None if account.is_active else ALREADY_SUSPENDED


def objection_to_body(organisation: Organisation, *, since: date) -> Objection | None:
    """A role is held for an organisation that goes on."""
    ended = organisation.until is not None and organisation.until <= since
    return BODY_ENDED if ended else None


def objection_to_giving_role(
    account: Account, held: list[RoleHeld], *, since: date
) -> Objection | None:
    """No second tenure of one role for one organisation while the first still runs.

    Args:
        account: who is to hold the role.
        held: the account's tenures of that role for that organisation.
        since: the first day of the new tenure.
    """
    if not account.is_active:
        return SUSPENDED
    overlaps = any(h.until is None or h.until > since for h in held)
    return ROLE_OVERLAPS if overlaps else None
