#!/usr/bin/env bash
# Runs the conformance suite: ./run-against.sh [TARGET] [options]; see --help.
# Builds the suite if a source file has changed since the last build.
set -euo pipefail

root="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
project="$root/src/Conformance.Cli"
output="$project/bin/Release/net10.0"
program="$output/conformance.dll"
stamp="$output/conformance.built"

# Exit codes: 2 if the user can fix it, 4 if the suite is at fault.
complain() {
  echo "run-against.sh: $1" >&2
  exit "$2"
}

# The source files of the build.
sources() {
  find "$root/src" "$root/steps" "$root/features" "$root/schemas" "$root/targets" \
    "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/global.json" \
    \( -name bin -o -name obj -o -name 'Conformance.*.Tests' -o -name Conformance.Testing -o -name '*.md' \) -prune -o -type f "$@" -print
}

# The stamp lists the files of the last build. Its time is that before the build, so that a file edited meanwhile is built next time.
is_built() {
  [[ -f "$program" && -f "$stamp" ]] &&
    [[ -z "$(sources -newer "$stamp" | head -n 1)" ]] &&
    sources | sort | cmp -s - "$stamp"
}

build() {
  local newest log
  newest="$(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | sort -t. -k1,1n -k2,2n -k3,3n | tail -n 1)" || true
  [[ "${newest%%.*}" =~ ^[0-9]+$ && "${newest%%.*}" -ge 10 ]] ||
    complain "the suite needs the .NET SDK 10 or newer, and \"dotnet --list-sdks\" lists ${newest:-none}; install it from https://dotnet.microsoft.com/download" 2

  if [[ -t 2 ]]; then echo "Building ..." >&2; fi
  mkdir -p "$output"
  sources | sort >"$stamp.new"
  log="$(cd "$root" && dotnet build "$project" --configuration Release --nologo --verbosity quiet -consoleLoggerParameters:NoSummary 2>&1)" || {
    printf '%s\n' "$log" >&2
    complain "the build failed; see above" 4
  }
  mv "$stamp.new" "$stamp"
}

command -v dotnet >/dev/null ||
  complain "the suite needs the .NET SDK 10, and \"dotnet\" is not on the PATH; install it from https://dotnet.microsoft.com/download" 2
is_built || build
exec dotnet "$program" "$@"
