# shellcheck shell=bash
# What the commands share: finding the tools, building only what changed, starting and stopping one server.
# Sourced, never run. Everything it says goes to standard error.

ROOT="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
BUILD="$ROOT/build"
# Set by use_app: the folder of the extracted application.
APP=""
JVM_FLAGS=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)
# The server does not look for its beans: the list made when it was built tells which there are.
SERVER_FLAGS=("${JVM_FLAGS[@]}" -Dspring.aot.enabled=true)

# Each argument becomes a line.
say() { printf '%s\n' "$@" >&2; }

# die STATUS SENTENCE…
die() {
  local status=$1
  shift
  say "$@"
  exit "$status"
}

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

# seconds_since MILLISECONDS: "3.4"
seconds_since() { awk -v from="$1" -v to="$(milliseconds)" 'BEGIN { printf "%.1f", (to - from) / 1000 }'; }

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] && "$1/bin/java" -version 2>&1 | grep -q 'version "25[."]'
}

# Sets and exports JAVA_HOME to a JDK 25: the one named, else an installed one, else the one on the path.
find_jdk() {
  local candidate on_path
  on_path="$(command -v javac || true)"
  [ -z "$on_path" ] || on_path="$(dirname "$(dirname "$(readlink -f "$on_path")")")"
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* "$on_path"; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      export JAVA_HOME="$candidate"
      return
    fi
  done
  die 3 "没有找到 JDK 25。请安装 JDK 25，或把 JAVA_HOME 设为它的目录。" \
    "(No JDK 25 found: install one or set JAVA_HOME.)"
}

find_maven() {
  command -v mvn >/dev/null || die 3 "没有找到 Maven。请先安装：apt-get install maven"
}

find_node() {
  local major
  command -v node >/dev/null && command -v npm >/dev/null || die 3 "没有找到 Node.js 和 npm。请安装 Node.js 20 或更高版本。"
  major="$(node -p 'process.versions.node.split(".")[0]')"
  [ "$major" -ge 20 ] || die 3 "Node.js 版本太低（$(node -v)）。请安装 20 或更高版本。"
}

# install_browser: what the browser journeys need. As root or with sudo it installs Debian's chromium when there is none, with fonts for Chinese; a browser that is there is left as it is, and
# missing fonts are only told of: they matter to screenshots.
install_browser() {
  local fonts=fonts-noto-cjk missing=(chromium) root=()
  if [ -n "$(fc-list :lang=zh family 2>/dev/null)" ]; then fonts=""; fi
  if command -v "${CHROMIUM:-chromium}" >/dev/null; then
    [ -z "$fonts" ] || say "▸ 没有中文字体，截图里的汉字会是方框，测试照常运行。需要截图时执行：apt-get install $fonts"
    return 0
  fi
  [ -z "$fonts" ] || missing+=("$fonts")
  local install="apt-get install -y --no-install-recommends ${missing[*]}"
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || die 3 "浏览器测试缺少 ${missing[*]}。请执行：sudo $install"
    root=(sudo -n)
  fi
  say "▸ 安装浏览器测试所需：${missing[*]}"
  # shellcheck disable=SC2086 # words of one command
  { "${root[@]}" apt-get update && "${root[@]}" $install; } >"$BUILD/apt.log" 2>&1 || die 3 "安装失败，见 $BUILD/apt.log。请手动执行：${root[*]:+sudo }$install"
}

# A word that changes when anything the application is built from changes (names, sizes, times; no contents).
sources_fingerprint() {
  (
    cd "$ROOT" || exit 1
    {
      echo "$JAVA_HOME" "${ZHIYANG_SKIP_WEB:-}"
      find pom.xml server/pom.xml server/src/main routing/pom.xml routing/src/main roads/pom.xml roads/src/main loop-client/pom.xml loop-client/src/main profiles web docs/openapi.yaml \
        \( -name node_modules -o -name dist -o -name target -o -name test-results -o -path web/src/api \) -prune \
        -o -type f ! -name '*.log' ! -name '.build-*' ! -name components.d.ts -printf '%p %s %T@\n' 2>/dev/null | LC_ALL=C sort || true
    } | sha256sum | cut -c1-16
  )
}

require_writable() {
  mkdir -p "$BUILD" 2>/dev/null && [ -w "$BUILD" ] ||
    die 3 "不能写入 $BUILD。请用拥有这个源码目录的用户运行，或复制一份自己的源码。"
}

# Standard input belongs to the command that is run afterwards: no step of the build may read it.
# run_maven ARGUMENTS…: builds with one progress line per module; the whole log lies in build/maven.log.
run_maven() {
  local options=(-B -ntp)
  [ -z "${ZHIYANG_SKIP_WEB:-}" ] || options+=(-Dskip.web)
  # shellcheck disable=SC2206 # several options in one variable
  options+=(${ZHIYANG_MAVEN_OPTIONS:-})
  (
    set -o pipefail
    cd "$ROOT" && mvn "${options[@]}" "$@" 2>&1 </dev/null | tee "$BUILD/maven.log" |
      awk '/^\[INFO\] Building Zhiyang/ { sub(/^\[INFO\] Building /, "  · "); sub(/ [0-9][^ ]*-SNAPSHOT.*/, ""); print; fflush() }' >&2
  )
}

show_maven_errors() {
  grep -E '^\[ERROR\]' "$BUILD/maven.log" | head -n 40 >&2 || true
  say "完整日志：$BUILD/maven.log"
}

# prepare_app [MAVEN ARGUMENTS…]: builds if the sources changed (always, when arguments are given) and sets APP to the
# extracted application. Holds a lock meanwhile, so that two calls at once build once.
prepare_app() {
  local fingerprint lock
  require_writable
  fingerprint="$(sources_fingerprint)"
  APP="$BUILD/app/$fingerprint"
  if [ $# -eq 0 ] && [ -f "$APP/.complete" ]; then
    use_app
    return
  fi
  exec {lock}>"$BUILD/.lock"
  flock "$lock"
  if [ $# -gt 0 ] || [ ! -f "$APP/.complete" ]; then
    [ $# -gt 0 ] || set -- package -Dmaven.test.skip=true
    build_app "$@"
  fi
  exec {lock}>&-
  use_app
}

build_app() {
  find_maven
  [ -n "${ZHIYANG_SKIP_WEB:-}" ] || find_node
  [ -d "${HOME:-/nonexistent}/.m2/repository" ] || say "第一次构建要下载依赖，可能需要几分钟。"
  if ! run_maven "$@"; then
    show_maven_errors
    die 1 "构建失败，原因见上。"
  fi
  # The build itself may write among the sources (generated, ignored files): what counts is the state after it.
  APP="$BUILD/app/$(sources_fingerprint)"
  rm -rf "$APP" "$APP.new"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$ROOT/server/target/zhiyang.jar" extract --destination "$APP.new" </dev/null >/dev/null ||
    die 1 "无法展开 $ROOT/server/target/zhiyang.jar。"
  # Commands start in a third of the time with this; without it they only start slower.
  "$JAVA_HOME/bin/java" "${JVM_FLAGS[@]}" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:AOTCacheOutput="$APP.new/command.aot" \
    -jar "$APP.new/zhiyang.jar" --help </dev/null >/dev/null 2>&1 || rm -f "$APP.new/command.aot"
  mv "$APP.new" "$APP"
  touch "$APP/.complete"
  remove_old_apps
}

# Marks APP as used by this process and its children; the mark goes with the last of them.
use_app() {
  local mark
  exec {mark}<"$APP/.complete"
  flock -s "$mark"
}

remove_old_apps() {
  local app
  for app in "$BUILD"/app/*/; do
    app="${app%/}"
    [ "$app" != "$APP" ] || continue
    flock -n -x "$app/.complete" true 2>/dev/null || [ ! -f "$app/.complete" ] || continue
    rm -rf "$app"
  done
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# free_port FIRST: FIRST or the next port nobody listens on
free_port() {
  local port=$1
  until port_is_free "$port"; do port=$((port + 1)); done
  echo "$port"
}

random_port() { free_port $((20000 + RANDOM % 8000)); }

# is_up SCHEME PORT: true when /actuator/health answers UP
is_up() {
  if [ "$1" = https ]; then
    NODE_NO_WARNINGS=1 NODE_TLS_REJECT_UNAUTHORIZED=0 node -e '
      fetch(process.argv[1], { signal: AbortSignal.timeout(3000) }).then(r => r.text())
        .then(t => process.exit(t.includes("\"UP\"") ? 0 : 1), () => process.exit(1))' "https://127.0.0.1:$2/actuator/health"
    return
  fi
  local answer
  answer="$(
    {
      exec 3<>"/dev/tcp/127.0.0.1/$2" &&
        printf 'GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3 &&
        timeout 3 cat <&3
    } 2>/dev/null
  )" || return 1
  [[ $answer == *'"UP"'* ]]
}

# wait_until_up PID SCHEME PORT: fails when the process ends before
wait_until_up() {
  until is_up "$2" "$3"; do
    kill -0 "$1" 2>/dev/null || return 1
    sleep 0.1
  done
}

# show_progress [TERMINAL]: reads a server's log and shows what it says about its progress (logger "zhiyang.progress"): with an argument, for a terminal, as one
# bar that is drawn anew; without as a line every few percent. A loop of the shell, because awk may wait for 4 KB of log before it looks at the first line.
show_progress() {
  local line text percent bar part told=-1 open=""
  while IFS= read -r line; do
    [[ $line =~ \ zhiyang\.progress\ +:\ (.*)$ ]] || continue
    text="${BASH_REMATCH[1]}"
    percent=-1
    [[ ! $text =~ ([0-9]+)% ]] || percent="${BASH_REMATCH[1]}"
    if [ -z "${1:-}" ]; then
      if [ "$told" -lt 0 ] || [ "$percent" -lt "$told" ] || [ $((percent / 5)) -gt $((told / 5)) ]; then
        printf '  · %s\n' "$text"
        told=$percent
      fi
    elif [ "$percent" -lt 0 ]; then
      printf '%s  · %s\n' "${open:+$'\n'}" "$text"
      open=""
    else
      bar=""
      for ((part = 5; part <= 100; part += 5)); do
        if [ "$part" -le "$percent" ]; then bar+="█"; else bar+="░"; fi
      done
      printf '\r\033[K  · %s %s' "$bar" "$text"
      open=yes
      [ "$percent" -lt 100 ] || { printf '\n'; open=""; }
    fi
  done
}

# prepare_certificate DATA: a certificate for this machine's names and addresses, signed by a small authority that only this data folder has: a phone that trusts
# the authority also keeps the pages for use without a line, which no browser does for a certificate that signed itself. The authority is made once; the
# certificate when names or addresses change or it ends within a month. Exports what the server reads; the password reaches nobody else.
prepare_certificate() {
  local data=$1 names="dns:localhost,ip:127.0.0.1" host address known="" renew_at=0
  host="$(hostname)"
  # shellcheck disable=SC2013 # addresses have no blanks
  for address in $(hostname -I 2>/dev/null || true); do names+=",ip:$address"; done
  [[ ! $host =~ ^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$ ]] || names+=",dns:$host"
  [ ! -f "$data/https.names" ] || { read -r known && read -r renew_at; } <"$data/https.names" || renew_at=0
  [ -s "$data/https.password" ] || (umask 077 && head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$data/https.password")
  SERVER_SSL_KEY_STORE_PASSWORD="$(cat "$data/https.password")"
  export SERVER_SSL_KEY_STORE_PASSWORD SERVER_SSL_KEY_ALIAS=zhiyang
  export SERVER_SSL_ENABLED=true SERVER_SSL_KEY_STORE="file:$data/https.p12" SERVER_SSL_KEY_STORE_TYPE=PKCS12
  if [ ! -f "$data/https-ca.p12" ]; then
    rm -f "$data/https.p12"
    make_authority "$data" "$host" || die 1 "无法生成 https 根证书。请不带 --https 启动。"
  fi
  if [ ! -f "$data/https.p12" ] || [ "$known" != "$names" ] || [ "${renew_at:-0}" -le "$(date +%s)" ]; then
    make_certificate "$data" "$names" || die 1 "无法生成 https 证书。请不带 --https 启动。"
    printf '%s\n%s\n' "$names" "$(($(date +%s) + 367 * 86400))" >"$data/https.names"
  fi
}

# keytool_in STORE ARGUMENTS…: of prepare_certificate; what it makes is readable by the owner only
keytool_in() {
  local store=$1
  shift
  (umask 077 && "$JAVA_HOME/bin/keytool" "$@" -keystore "$store" -storetype PKCS12 -storepass:env SERVER_SSL_KEY_STORE_PASSWORD 2>/dev/null)
}

# make_authority DATA HOST: ten years; it may sign servers, not further authorities
make_authority() {
  local store="$1/https-ca.p12"
  rm -f "$store.new"
  keytool_in "$store.new" -genkeypair -alias ca -keyalg EC -groupname secp256r1 -sigalg SHA256withECDSA -validity 3650 -startdate -1d \
    -dname "CN=Zhiyang local authority $2 $(date +%F), O=Zhiyang" -ext bc:critical=ca:true,pathlen:0 -ext ku:critical=keyCertSign,cRLSign >/dev/null &&
    keytool_in "$store.new" -exportcert -rfc -alias ca >"$1/https-ca.crt" && mv "$store.new" "$store"
}

# make_certificate DATA NAMES: 398 days, the most that phones accept of any authority
make_certificate() {
  local store="$1/https.p12" key=(-alias zhiyang -validity 398 -startdate -1d)
  rm -f "$store.new"
  keytool_in "$store.new" -genkeypair "${key[@]}" -keyalg EC -groupname secp256r1 -dname "CN=Zhiyang, O=Zhiyang" >/dev/null &&
    keytool_in "$store.new" -certreq -alias zhiyang |
    keytool_in "$1/https-ca.p12" -gencert -rfc -alias ca "${key[@]:2}" -ext "SAN=$2" -ext ku:critical=digitalSignature -ext eku=serverAuth |
      cat - "$1/https-ca.crt" >"$store.pem" &&
    keytool_in "$store.new" -importcert -noprompt -alias zhiyang -file "$store.pem" >/dev/null && rm "$store.pem" && mv "$store.new" "$store"
}

# stop_process PID: asks it to end, waits for it, insists after 60 s
stop_process() {
  local tenth
  kill -TERM "$1" 2>/dev/null || return 0
  for ((tenth = 0; tenth < 600; tenth++)); do
    kill -0 "$1" 2>/dev/null || break
    sleep 0.1
  done
  kill -KILL "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

# kill_family PID: kills a process and its children at once
kill_family() {
  local child
  # shellcheck disable=SC2013 # numbers
  for child in $(cat "/proc/$1/task/$1/children" 2>/dev/null); do
    case "$(cat "/proc/$child/comm" 2>/dev/null)" in java) kill -KILL "$child" 2>/dev/null ;; esac
  done
  kill -KILL "$1" 2>/dev/null
  wait "$1" 2>/dev/null
}

# serve_flags: sets SERVE_FLAGS to the JVM options of the server, with the AOT cache if there is one
serve_flags() {
  SERVE_FLAGS=("${SERVER_FLAGS[@]}")
  [ ! -f "$APP/server.aot" ] || SERVE_FLAGS+=("-XX:AOTCache=$APP/server.aot" -Xlog:aot=off -Xlog:cds=off)
}

# How a training run is started: beside a server of somebody, so at the lowest priority.
TRAINING_PRIORITY=(nice -n 19)

# The cache remembers up to where each method was compiled. Trained with the simple compiler only, a start compiles what it needs once and simply
# instead of compiling the methods of the start a second time with all optimisations, which took half of its processor time. docs/decisions/0009
TRAINING_FLAGS=(-XX:TieredStopAtLevel=1)

# train_server [ELDERS]: makes the AOT cache by a short run of the server on a throw-away database. Nothing depends on
# its success. Run it in the background: it ends its server when it is told to end.
train_server() (
  set +e
  port="$(random_port)"
  data="$(mktemp -d "$BUILD/training.XXXXXX")"
  server=""
  # Killed, not asked: asked, it would still write the cache. Its database notices and stops by itself.
  trap '[ -z "$server" ] || kill_family "$server"; until rm -rf "$data" 2>/dev/null; do sleep 0.2; done' EXIT
  trap 'rm -f "$APP"/server.aot.new*; exit 1' TERM INT HUP
  # The city is loaded by a run that is not recorded: what only loading uses shall be compiled in full when a large city is loaded.
  start_training "${1:-200}" || exit 1
  end_training
  start_training "${1:-200}" -XX:AOTCacheOutput="$APP/server.aot.new" || exit 1
  # What a start ends with belongs to it: signing in and the first page. Where that fails, the cache only knows less.
  "${TRAINING_PRIORITY[@]}" node "$ROOT/bin/first-page.mjs" "http://127.0.0.1:$port" "$data/accounts.json" >>"$BUILD/training.log" 2>&1
  end_training
  [ -s "$APP/server.aot.new" ] && mv "$APP/server.aot.new" "$APP/server.aot"
)

# start_training ELDERS FLAG…: of train_server, waits until its server is up
start_training() {
  local elders=$1
  shift
  "${TRAINING_PRIORITY[@]}" "$JAVA_HOME/bin/java" "${SERVER_FLAGS[@]}" "${TRAINING_FLAGS[@]}" "$@" -jar "$APP/zhiyang.jar" serve \
    --server.port="$port" --server.address=127.0.0.1 --zhiyang.data-directory="$data" --zhiyang.demo.elders="$elders" \
    >"$BUILD/training.log" 2>&1 &
  server=$!
  wait_until_up "$server" http "$port"
}

end_training() {
  kill -TERM "$server"
  wait "$server"
  server=""
}
