# Finds a JDK and starts Faultline. POSIX sh; sourced by bin/faultline of a release and by ./faultline
# of a checkout. Everything on the way to `exec java` stays inside the shell: it runs on every command.

# Prints one line to stderr and ends with the exit code of an internal error.
faultline_fail() {
  printf 'faultline: %s\n' "$*" >&2
  exit 70
}

# Sets java_version ("25.0.1") and java_major ("25") of the JDK in $1, from its `release` file; asks its
# `java` only where there is none. Fails when $1 holds no runnable java.
faultline_read_version() {
  java_version=
  [ -x "$1/bin/java" ] || return 1
  if [ -r "$1/release" ]; then
    while IFS='=' read -r faultline_key faultline_value; do
      if [ "$faultline_key" = JAVA_VERSION ]; then
        faultline_value=${faultline_value#\"}
        java_version=${faultline_value%%\"*}
        break
      fi
    done <"$1/release"
  fi
  if [ -z "$java_version" ]; then
    faultline_value=$("$1/bin/java" -version 2>&1) || return 1
    case $faultline_value in
      *version\ \"*) ;;
      *) return 1 ;;
    esac
    faultline_value=${faultline_value#*version \"}
    java_version=${faultline_value%%\"*}
  fi
  faultline_value=${java_version#1.} # 1.8.0 is 8
  java_major=${faultline_value%%[!0-9]*}
  [ -n "$java_major" ]
}

# Looks at the JDK in $1: takes it when it is new enough and (when $2 is "javac") can compile.
# Remembers what was too old, for the message.
faultline_try() {
  faultline_read_version "$1" || return 1
  if [ "$java_major" -lt 21 ]; then
    case "$faultline_found" in
      *"($1)"*) ;;
      *) faultline_found="$faultline_found${faultline_found:+, }$java_version ($1)" ;;
    esac
    return 1
  fi
  if [ "$2" = javac ] && [ ! -x "$1/bin/javac" ]; then
    faultline_found="$faultline_found${faultline_found:+, }$java_version without javac ($1)"
    return 1
  fi
  java_home=$1
}

# Sets java_home, java_version and java_major, from JAVA_HOME, the PATH, or the newest in the usual
# folders. $1: "java", or "javac" when it has to compile.
faultline_find_java() {
  faultline_found=
  if [ -n "${JAVA_HOME:-}" ] && faultline_try "$JAVA_HOME" "$1"; then
    return
  fi
  if faultline_path=$(command -v java 2>/dev/null) && [ -n "$faultline_path" ]; then
    faultline_path=$(readlink -f "$faultline_path" 2>/dev/null || printf '%s' "$faultline_path")
    if faultline_try "${faultline_path%/bin/java}" "$1"; then
      return
    fi
  fi
  faultline_best=0
  faultline_best_home=
  for faultline_home in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /usr/local/openjdk-* \
    /opt/java/* /opt/jdk* /opt/*/jdk* "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* \
    "${HOME:-/}"/.asdf/installs/java/* "${HOME:-/}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if faultline_try "$faultline_home" "$1" && [ "$java_major" -gt "$faultline_best" ]; then
      faultline_best=$java_major
      faultline_best_home=$faultline_home
    fi
  done
  if [ -z "$faultline_best_home" ]; then
    faultline_fail "needs a JDK 21 or newer; found ${faultline_found:-none}." \
      "Install one, or set JAVA_HOME to it."
  fi
  faultline_try "$faultline_best_home" "$1"
}

# Sets faultline_cache_dir to where class caches may be written: beside the jars, else the user's cache.
faultline_find_cache_dir() {
  faultline_cache_dir=$1/cache
  if [ -d "$faultline_cache_dir" ] || mkdir -p "$faultline_cache_dir" 2>/dev/null; then
    if [ -w "$faultline_cache_dir" ]; then
      return
    fi
  fi
  faultline_cache_dir=${XDG_CACHE_HOME:-${HOME:-/nowhere}/.cache}/faultline/$(printf '%s' "$1" | cksum | tr ' ' '-')
  mkdir -p "$faultline_cache_dir" 2>/dev/null && [ -w "$faultline_cache_dir" ]
}

# Succeeds when file $1 is there and newer than every jar of $2.
faultline_cache_is_fresh() {
  [ -f "$1" ] || return 1
  for faultline_jar in "$2"/lib/*.jar; do
    [ "$1" -nt "$faultline_jar" ] || return 1
  done
}

# Makes the class cache $1 of the program in $2 by running the library's first scenario once, charts
# included, into a folder that is thrown away. Leaves nothing behind when it fails. $3: library folder.
faultline_train() {
  faultline_lock=$1.lock
  # A lock older than ten minutes belonged to someone who is gone.
  if [ -d "$faultline_lock" ] && [ -n "$(find "$faultline_lock" -prune -mmin +10 2>/dev/null)" ]; then
    rm -rf "$faultline_lock"
  fi
  mkdir "$faultline_lock" 2>/dev/null || return 0
  : >"$faultline_lock/began"
  faultline_cache=$1
  faultline_dist=$2
  if [ "$java_major" -ge 25 ]; then
    faultline_output=-XX:AOTCacheOutput=$faultline_lock/cache
  else
    faultline_output=-XX:ArchiveClassesAtExit=$faultline_lock/cache
  fi
  faultline_set_options run
  set -- run "$3/raft/minority-partition.yaml" --out "$faultline_lock/out"
  [ -f "$2" ] || set -- --help
  # `nice`: the command that the user is waiting for goes first.
  nice "$java_home/bin/java" $faultline_options "$faultline_output" \
    -cp "$faultline_dist/lib/faultline-cli.jar" dev.faultline.cli.Main "$@" </dev/null >/dev/null 2>&1 || true
  # A build may have replaced the jars in the meantime.
  if [ -s "$faultline_lock/cache" ] && faultline_cache_is_fresh "$faultline_lock/began" "$faultline_dist"; then
    mv -f "$faultline_lock/cache" "$faultline_cache"
  fi
  rm -rf "$faultline_lock"
}

# One run is one thread and wants the least to start; a campaign keeps every core busy with garbage.
faultline_run_collector=-XX:+UseSerialGC
faultline_campaign_collector=-XX:+UseParallelGC

# Sets faultline_options, the same for a run and for the training of its class cache. -Xlog:disable: a
# cache that does not fit is ignored in silence.
faultline_set_options() {
  faultline_options="-XX:-UsePerfData -Xlog:disable --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true"
  faultline_options="$faultline_options -Dslf4j.internal.verbosity=ERROR" # libraries log to nobody
  case "${FAULTLINE_JAVA_OPTS:-}/${1:-}" in
    *-XX:+Use*GC*) ;; # the user's choice
    */fuzz | */shrink | */score) faultline_options="$faultline_options $faultline_campaign_collector" ;;
    *) faultline_options="$faultline_options $faultline_run_collector" ;;
  esac
  # One run of a minute is over before the second compiler pays: it takes half the time without it, and
  # an hour of virtual time a fifth more.
  case "${1:-}" in
    fuzz | shrink | score) ;;
    *) faultline_options="$faultline_options -XX:TieredStopAtLevel=1" ;;
  esac
}

# Replaces this shell with the program. $1: folder that holds lib/; $2: folder of the scenario library;
# $3: "now" to make the class cache before starting, "later" to make it in the background; $4: the command
# as the user typed it; then the user's arguments.
faultline_start() {
  faultline_dist=$1
  faultline_library=$2
  faultline_when=$3
  faultline_command=$4
  shift 4
  [ -n "${java_home:-}" ] || faultline_find_java java
  faultline_set_options "$@"

  faultline_cache_option=
  if [ -z "${FAULTLINE_NO_CACHE:-}" ] && faultline_find_cache_dir "$faultline_dist"; then
    faultline_cache=$faultline_cache_dir/classes-$java_version
    if ! faultline_cache_is_fresh "$faultline_cache" "$faultline_dist"; then
      if [ "$faultline_when" = now ]; then
        (faultline_train "$faultline_cache" "$faultline_dist" "$faultline_library")
      else
        # A terminal that is closed meanwhile must not leave a half-made cache and its lock behind.
        (
          trap '' HUP
          faultline_train "$faultline_cache" "$faultline_dist" "$faultline_library"
        ) </dev/null >/dev/null 2>&1 &
      fi
    fi
    if faultline_cache_is_fresh "$faultline_cache" "$faultline_dist"; then
      if [ "$java_major" -ge 25 ]; then
        faultline_cache_option=-XX:AOTCache=$faultline_cache
      else
        faultline_cache_option=-XX:SharedArchiveFile=$faultline_cache
      fi
    fi
  fi
  # Progress bars go to stderr; Java cannot tell where that leads.
  faultline_interactive=false
  if [ -t 2 ]; then
    faultline_interactive=true
  fi
  # FAULTLINE_JAVA_OPTS is split into words on purpose.
  exec "$java_home/bin/java" $faultline_options ${faultline_cache_option:+"$faultline_cache_option"} \
    ${FAULTLINE_JAVA_OPTS:-} "-Dfaultline.library=$faultline_library" "-Dfaultline.command=$faultline_command" \
    "-Dfaultline.interactive=$faultline_interactive" \
    -cp "$faultline_dist/lib/faultline-cli.jar" dev.faultline.cli.Main "$@"
}
