# Sourced by ./run and ./test: finds Python, makes .venv from the hashed lock, writes the launcher.
# Skips what is already as the lock says, so a second start takes no time.

say() { printf '%s\n' "$*" >&2; }

find_python() {
  for name in python3.11 python3.12 python3.13 python3 python; do
    candidate=$(command -v "$name" 2>/dev/null) || continue
    if "$candidate" -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  say "Bảng Vàng cần Python 3.11, 3.12 hoặc 3.13 có mô-đun venv; máy này chưa có."
  say "(Python 3.11-3.13 with the venv module was not found.)"
  return 1
}

prepare() { # $1: the lock file to install
  lock=$1
  stamp=.venv/installed.lock
  if [ -x .venv/bin/python ] && { cat "$lock"; printf '%s\n' "$PWD"; } | cmp -s - "$stamp"; then
    return 0
  fi
  python=$(find_python) || return 2
  say "[1/3] Tạo môi trường Python (.venv) từ $python"
  [ -x .venv/bin/python ] || "$python" -m venv .venv || return 2
  say "[2/3] Cài các thư viện theo $lock (kiểm từng dấu vân tay)"
  install_lock "$lock" || { say "Không cài được thư viện; xem dòng lỗi ở trên."; return 2; }
  say "[3/3] Ghi lệnh .venv/bin/bangvang"
  write_launcher || return 2
  { cat "$lock"; printf '%s\n' "$PWD"; } > "$stamp"
}

install_lock() {
  if [ -x .tools/bin/uv ] || { "$python" -m venv .tools && .tools/bin/pip install -q uv==0.13.9; } 2>/dev/null; then
    .tools/bin/uv pip sync -q --python .venv/bin/python --require-hashes "$1" && return 0
  fi
  .venv/bin/python -m pip install -q --require-hashes -r "$1"
}

write_launcher() {
  cat > .venv/bin/bangvang <<EOF
#!$PWD/.venv/bin/python
"""The command bangvang; the project itself is not installed."""

import sys

sys.path.insert(0, "$PWD")

from bangvang.cli.main import main

sys.exit(main())
EOF
  chmod +x .venv/bin/bangvang
}
