#!/usr/bin/env bash
# Runs the conformance suite: ./run-against.sh [TARGET] [options]; see --help.
# Builds the suite if a source file has changed since the last build.
set -Eeuo pipefail

root="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
project="$root/src/Conformance.Cli"
output="$project/bin/Release/net10.0"
program="$output/conformance.dll"
stamp="$output/conformance.built"

# The suite's exit code 1 is a verdict. Whatever goes wrong before the suite runs is 2.
complain() {
  echo "run-against.sh: $1" >&2
  exit 2
}
trap 'complain "\"$BASH_COMMAND\" failed in line $LINENO"' ERR

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
  local newest log why
  newest="$(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | sort -t. -k1,1n -k2,2n -k3,3n | tail -n 1)" || true
  [[ "${newest%%.*}" =~ ^[0-9]+$ && "${newest%%.*}" -ge 10 ]] ||
    complain "the suite needs the .NET SDK 10 or newer, and \"dotnet --list-sdks\" lists ${newest:-none}; install it from https://dotnet.microsoft.com/download"

  if [[ -t 2 ]]; then echo "Building ..." >&2; fi
  why="$(sources 2>&1 >/dev/null)" || complain "the checkout is not whole: ${why#find: }; check it out again"
  why="$({ mkdir -p "$output" && sources | sort >"$stamp.new"; } 2>&1)" ||
    complain "$output cannot be written: ${why##*: }; make the checkout writable, or run a copy of it that is"
  log="$(cd "$root" && dotnet build "$project" --configuration Release --nologo --verbosity quiet -consoleLoggerParameters:NoSummary 2>&1)" || {
    printf '%s\n' "$log" >&2
    complain "the build failed; the lines above say why"
  }
  mv "$stamp.new" "$stamp"
}

command -v dotnet >/dev/null ||
  complain "the suite needs the .NET SDK 10, and \"dotnet\" is not on the PATH; install it from https://dotnet.microsoft.com/download"
is_built || build
exec dotnet "$program" "$@"
