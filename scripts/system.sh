# Sourced by ./test: a browser and PostgreSQL from the system's packages, and a throwaway cluster.

system_packages() {
  missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  command -v pg_virtualenv >/dev/null && ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing+=(postgresql)
  [ ${#missing[@]} -eq 0 ] && return 0
  say "Phép thử đầy đủ cần các gói hệ thống: ${missing[*]}"
  if [ -t 0 ]; then
    read -r -p "Cài bằng apt-get bây giờ? [c/K] " answer
    [ "$answer" = c ] || { say "Không cài. Dùng ./test quick để thử phần không cần các gói này."; return 2; }
  else
    say "Đang cài bằng apt-get…"
  fi
  as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

on_postgresql() {
  TEST_DB=postgres pg_virtualenv -o fsync=off -o synchronous_commit=off -o full_page_writes=off "$@"
}
