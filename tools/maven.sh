# shellcheck shell=sh
# Runs Maven quietly: one line of progress, everything it prints in a file. Sourced by run, test and benchmarks/run.

# maven LOG ARGUMENT...: runs Maven, which is "$MAVEN", in the folder "$here". Says what failed, and returns its status.
maven() {
    log=$1
    shift
    mkdir -p "$(dirname "$log")"
    started=$(date +%s)
    shown=
    "$MAVEN" -B -f "${here:?}/pom.xml" "$@" >"$log" 2>&1 &
    maven_pid=$!
    trap 'kill "$maven_pid"; exit 130' INT TERM HUP
    while kill -0 "$maven_pid" 2>/dev/null; do
        sleep 1
        show_progress
    done
    maven_status=0
    wait "$maven_pid" || maven_status=$?
    trap - INT TERM HUP
    [ ! -t 2 ] || printf '\r\033[K' >&2
    if [ "$maven_status" -ne 0 ]; then
        show_failure
    fi
    return "$maven_status"
}

elapsed() {
    echo "$(($(date +%s) - started)) s"
}

# Says which module is at work: over and over on one line of a terminal, else a line for each.
show_progress() {
    step=$(sed -n 's/^\[INFO\] Building \(Ziffer.*\) [0-9][^ ]* *\[\([0-9]*\)\/\([0-9]*\)\]$/\1 (\2 of \3)/p' "$log" | tail -n 1)
    step=${step:-Ziffer}
    if [ -t 2 ]; then
        fetched=$(grep -c '^\[INFO\] Downloaded' "$log" || true)
        [ "$fetched" -eq 0 ] || step="$step, $fetched files downloaded"
        printf '\r\033[K%s, %s' "$step" "$(elapsed)" >&2
    elif [ "$step" != "$shown" ]; then
        shown=$step
        echo "$(elapsed): $step" >&2
    fi
}

# The errors Maven reported, failed tests among them, without its advice about itself.
show_failure() {
    {
        if grep -q '^\[ERROR\]' "$log"; then
            grep '^\[ERROR\]' "$log" | grep -v -e '^\[ERROR\] *$' -e '-> \[Help' -e 'Help 1' \
                -e 'full stack trace' -e '-X switch' -e 'For more information' -e 'resume the build' -e 'mvn <args>' |
                awk '!seen[$0]++' | head -n 60
        else
            tail -n 30 "$log"
        fi
        echo "This failed after $(elapsed). Everything that was printed is in $log"
    } >&2
}
