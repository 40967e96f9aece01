# shellcheck shell=sh
# Finds the JDK and the Maven that Ziffer is built with. Sourced by run, test and benchmarks/run.
# It looks further than the PATH, because a machine's default java is often an older one.

needed_jdk=25
needed_maven=3.8

# The feature release of the JDK at $1, such as 25; nothing if there is none.
jdk_release() {
    [ -x "$1/bin/javac" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

# Sets and exports JAVA_HOME, or says what to install and exits.
find_jdk() {
    javac=$(command -v javac || true)
    javac=$(readlink -f "${javac:-/}" 2>/dev/null || true)
    too_old=
    for home in "${JAVA_HOME:-}" "${javac%/bin/javac}" \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/* /opt/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
        "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
        "${MISE_DATA_DIR:-$HOME/.local/share/mise}"/installs/java/* "${ASDF_DATA_DIR:-$HOME/.asdf}"/installs/java/* \
        "$HOME"/.jdks/* "$HOME"/.gradle/jdks/* "$HOME"/.gradle/jdks/*/Contents/Home; do
        release=$(jdk_release "$home" || true)
        [ -n "$release" ] || continue
        if [ "$release" -ge "$needed_jdk" ]; then
            JAVA_HOME=$home
            export JAVA_HOME
            return
        fi
        too_old="$too_old
  found Java $release, which is too old: $home"
    done
    {
        echo "Ziffer needs a JDK $needed_jdk or newer (a JRE is not enough), and none was found.$too_old"
        echo "Install one, then repeat this command:"
        advise "$(name_jdk)"
        echo "  sdk install java $needed_jdk-tem    (with SDKMAN, https://sdkman.io, on any Linux or macOS)"
        echo "  or the Eclipse Temurin package for this system: https://adoptium.net/installation"
        echo "Or set JAVA_HOME to the folder of one that is installed."
    } >&2
    exit 1
}

# Sets MAVEN, or says what to install and exits. Needs JAVA_HOME.
find_maven() {
    too_old=
    for MAVEN in "$(command -v mvn || true)" "${MAVEN_HOME:-}/bin/mvn" \
        /usr/share/maven/bin/mvn /opt/*maven*/bin/mvn /opt/maven/*/bin/mvn /usr/local/*maven*/bin/mvn \
        /opt/homebrew/bin/mvn /usr/local/bin/mvn /home/linuxbrew/.linuxbrew/bin/mvn \
        "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/maven/*/bin/mvn \
        "${MISE_DATA_DIR:-$HOME/.local/share/mise}"/installs/maven/*/bin/mvn \
        "${ASDF_DATA_DIR:-$HOME/.asdf}"/installs/maven/*/bin/mvn \
        "$HOME"/.m2/wrapper/dists/apache-maven-*/*/*/bin/mvn "$HOME"/.m2/wrapper/dists/apache-maven-*/*/bin/mvn; do
        [ -x "$MAVEN" ] || continue
        version=$("$MAVEN" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p')
        if at_least "$version" "$needed_maven"; then
            return
        fi
        too_old="$too_old
  found Maven ${version:-of an unknown version}, which is too old: $MAVEN"
    done
    {
        echo "Ziffer is built with Maven $needed_maven or newer, and none was found.$too_old"
        echo "Install it, then repeat this command:"
        advise maven
        echo "  sdk install maven    (with SDKMAN, https://sdkman.io, on any Linux or macOS)"
    } >&2
    exit 1
}

# Whether version $1 (two numbers) is $2 or newer.
at_least() {
    [ -n "$1" ] || return 1
    [ "${1%%.*}" -gt "${2%%.*}" ] || { [ "${1%%.*}" -eq "${2%%.*}" ] && [ "${1#*.}" -ge "${2#*.}" ]; }
}

# The system's package manager, or nothing.
package_manager() {
    for manager in apt-get dnf zypper pacman apk brew; do
        if command -v "$manager" >/dev/null; then
            echo "$manager"
            return
        fi
    done
}

# What this system calls a JDK; nothing if its packages have none that is new enough.
name_jdk() {
    case $(package_manager) in
        apt-get)
            if apt-cache show "openjdk-$needed_jdk-jdk-headless" >/dev/null 2>&1; then
                echo "openjdk-$needed_jdk-jdk-headless"
            fi
            ;;
        dnf) echo "java-$needed_jdk-openjdk-devel" ;;
        zypper) echo "java-$needed_jdk-openjdk-devel" ;;
        pacman) echo "jdk-openjdk" ;;
        apk) echo "openjdk$needed_jdk-jdk" ;;
        brew) echo "openjdk@$needed_jdk" ;;
    esac
}

# Prints the command by which this system installs package $1; nothing if $1 is empty.
advise() {
    case $(package_manager) in
        apt-get) install="apt-get install" ;;
        dnf) install="dnf install" ;;
        zypper) install="zypper install" ;;
        pacman) install="pacman -S" ;;
        apk) install="apk add" ;;
        brew) install="brew install" ;;
        *) return 0 ;;
    esac
    if [ "$install" != "brew install" ] && [ "$(id -u)" -ne 0 ]; then
        install="sudo $install"
    fi
    [ -z "$1" ] || echo "  $install $1"
}
