"""What the person who starts the system reads: which accounts there are, or how to get in first."""

from bangvang.accounts.actions.appoint_first_administrator import appoint_first_administrator
from bangvang.accounts.selectors import has_accounts, has_demonstration_accounts
from bangvang.foundation import clock

SHOWN = (
    ("donvi", "cán bộ Sở Y tế, lập danh sách"),
    ("thutruong", "Giám đốc Sở Y tế, xem và nộp danh sách"),
    ("chuyenvien", "chuyên viên thẩm định"),
    ("truongphong", "Trưởng phòng Thi đua, khen thưởng"),
    ("thuky", "thư ký Hội đồng"),
    ("chutich, uyvien01…", "thành viên Hội đồng"),
    ("kiemphieu1, kiemphieu2", "Ban kiểm phiếu"),
    ("bientap", "biên tập viên"),
    ("khoitruong", "Giám đốc Sở Giáo dục và Đào tạo"),
    ("canboxa, chutichxa", "cán bộ, Chủ tịch Ủy ban nhân dân xã Bát Xát: hộ gia đình của xã"),
    ("canbotruong, hieutruong", "cán bộ, Hiệu trưởng một trường của xã: nộp lên xã để tổng hợp"),
    ("thanhtra", "thanh tra, đọc nhật ký"),
    ("quantri", "quản trị hệ thống"),
)


def is_new() -> bool:
    """Tell whether nobody can sign in yet."""
    return not has_accounts()


def is_demonstration() -> bool:
    """Tell whether the passwords of this database are known to everybody."""
    return has_demonstration_accounts()


def accounts() -> str:
    """Return the demonstration accounts as lines for a terminal."""
    lines = [f"  {name:<24} {who}" for name, who in SHOWN]
    return "\n".join(["Tài khoản trình diễn, mật khẩu đều là demo:", *lines])


def first_administrator() -> str:
    """Open the first account of an empty system and return how its owner gets in."""
    ref, secret = appoint_first_administrator(since=clock.today(), at=clock.now())
    return (
        "Hệ thống trống. Tài khoản đầu tiên: quantri. Mở địa chỉ sau một lần để đặt mật khẩu:\n"
        f"  /mat-khau/{ref}/{secret}/"
    )
