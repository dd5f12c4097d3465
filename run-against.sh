#!/usr/bin/env bash
# Runs the conformance suite: ./run-against.sh [TARGET] [options]; --help says more.
# Builds what has changed since the last time, and starts at once where nothing has.
set -euo pipefail

root="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
project="$root/src/Conformance.Cli"
output="$project/bin/Release/net10.0"
program="$output/conformance.dll"
stamp="$output/conformance.built"

# Exit codes: 2 for what the user can put right, 4 for what is our own fault.
complain() {
  echo "run-against.sh: $1" >&2
  exit "$2"
}

# The files that go into the build.
sources() {
  find "$root/src" "$root/steps" "$root/features" "$root/schemas" "$root/targets" \
    "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/global.json" \
    \( -name bin -o -name obj -o -name 'Conformance.*.Tests' -o -name Conformance.Testing -o -name '*.md' \) -prune -o -type f "$@" -print
}

# The stamp lists the files of the last build, and has the time before it: what is edited meanwhile is built the next time.
is_built() {
  [[ -f "$program" && -f "$stamp" ]] &&
    [[ -z "$(sources -newer "$stamp" | head -n 1)" ]] &&
    sources | sort | cmp -s - "$stamp"
}

build() {
  local newest log
  newest="$(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | sort -t. -k1,1n -k2,2n -k3,3n | tail -n 1)" || true
  [[ "${newest%%.*}" =~ ^[0-9]+$ && "${newest%%.*}" -ge 10 ]] ||
    complain "the .NET SDK 10 or newer is needed, and ${newest:-no SDK} is what \"dotnet --list-sdks\" has; get it from https://dotnet.microsoft.com/download" 2

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
  complain "the .NET SDK 10 is needed, and there is no \"dotnet\" on the PATH; get it from https://dotnet.microsoft.com/download" 2
is_built || build
exec dotnet "$program" "$@"
