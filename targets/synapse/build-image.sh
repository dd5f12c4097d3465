#!/usr/bin/env bash
# Makes the image conformance/synapse:debian from Debian's own package of Synapse, for machines that cannot reach an image registry.
# See --help for the options.
set -euo pipefail

image=conformance/synapse:debian
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
suite=sid
mirror="${MIRROR:-}"
tree=
force=false
work=

complain() {
  echo "build-image.sh: $1" >&2
  exit "${2:-2}"
}

usage() {
  cat <<END
Usage: build-image.sh [options]

Makes the Docker image $image from Debian's package matrix-synapse. Needs root, debootstrap and Docker,
500 MB of disk beside the image, and a few minutes. Keeps an existing image.

  --tree DIR     keep the unpacked system in DIR, to run Synapse without Docker; Docker is then not needed
  --mirror URL   the Debian mirror (default: \$MIRROR, or else the mirror in this machine's apt sources)
  --suite NAME   the Debian suite (default: $suite)
  --force        make the image and the tree again
  --help         show this
END
}

read_options() {
  while (($# > 0)); do
    case "$1" in
      --tree | --mirror | --suite)
        [[ -n "${2:-}" && "${2:-}" != --* ]] || complain "the option $1 needs a value; see --help"
        printf -v "${1#--}" %s "$2"
        shift 2
        ;;
      --force)
        force=true
        shift
        ;;
      --help | -h)
        usage
        exit 0
        ;;
      *) complain "unknown option $1; see --help" ;;
    esac
  done
}

# The first Debian mirror that apt uses on this machine; nothing on other systems.
machine_mirror() {
  { cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null || true; } |
    sed -nE 's,^(deb |URIs:)(.*[[:space:]])?(https?://[^[:space:]]+/debian)/?([[:space:]].*)?$,\3,;T;p;q'
}

has_docker() { command -v docker >/dev/null && docker version >/dev/null 2>&1; }

check_tools() {
  local missing=()
  ((EUID == 0)) || missing+=("root (run it as root)")
  command -v debootstrap >/dev/null || missing+=("debootstrap (apt-get install debootstrap)")
  command -v chroot >/dev/null || missing+=("chroot (PATH must have /usr/sbin)")
  if [[ -z "$tree" ]]; then
    if ! command -v docker >/dev/null; then
      missing+=("docker, or --tree DIR to work without it")
    elif ! has_docker; then
      missing+=("a Docker engine that answers (\"docker version\" fails), or --tree DIR to work without it")
    fi
  fi
  ((${#missing[@]} == 0)) || complain "missing: $(printf '%s; ' "${missing[@]}" | sed 's/; $//')"
}

is_synapse() { [[ -d "$1/usr/lib/python3/dist-packages/synapse" ]]; }

# Runs a step quietly, and shows its output only if it fails.
step() {
  local name="$1"
  shift
  echo "$name ..." >&2
  "$@" >"$work/log" 2>&1 || {
    tail -n 20 "$work/log" >&2
    complain "$name failed; see above" 4
  }
}

# chroot with a clean environment, except for the proxy settings.
inside() {
  local variable kept=()
  for variable in http_proxy https_proxy ftp_proxy no_proxy; do
    [[ -z "${!variable:-}" ]] || kept+=("$variable=${!variable}")
  done
  env -i "${kept[@]}" PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$work/tree" "$@"
}

# The package itself cannot be named here: it depends on virtual packages, which debootstrap does not resolve.
bootstrap() {
  local options=(--variant=minbase --include=python3,ca-certificates)
  [[ ! -f "$keyring" ]] || options+=("--keyring=$keyring" --force-check-gpg)
  debootstrap "${options[@]}" "$suite" "$work/tree" "$mirror"
}

# Copies what apt needs on this machine to reach a mirror; clean removes it all.
lend_network() {
  local parts="$work/tree/etc/apt/apt.conf.d" auth
  cp -L /etc/resolv.conf "$work/tree/etc/resolv.conf"
  if command -v apt-config >/dev/null; then
    { apt-config dump 2>/dev/null || true; } |
      grep -E '^Acquire::(.*::)?(Proxy|Verify-Peer|Verify-Host|CaInfo|Retries|Timeout|Check-Valid-Until|Check-Date)[ :]' >"$parts/00-lent" || true
  fi
  for auth in /etc/apt/auth.conf /etc/apt/auth.conf.d; do
    [[ ! -e "$auth" ]] || cp -rL "$auth" "$work/tree/etc/apt/"
  done
  # No service may start while packages are installed.
  printf '#!/bin/sh\nexit 101\n' >"$work/tree/usr/sbin/policy-rc.d"
  chmod 755 "$work/tree/usr/sbin/policy-rc.d"
}

# A frozen mirror has an expired Release file. That does not stop us; a wrong signature does.
update() {
  local output
  output="$(inside apt-get update --error-on=any 2>&1)" && return
  echo "$output"
  grep -qiE 'is (expired|not valid anymore)|past its' <<<"$output" || return
  echo "build-image.sh: the mirror's Release file has expired; using it all the same" >&3
  inside apt-get -o Acquire::Check-Valid-Until=false update --error-on=any
}

install() { inside apt-get install -y --no-install-recommends matrix-synapse; }

clean() {
  inside apt-get clean
  rm -rf "$work/tree"/var/lib/apt/lists/* "$work/tree"/var/cache/apt/*.bin "$work/tree"/var/log/*.log "$work/tree"/var/log/apt \
    "$work/tree"/etc/apt/auth.conf "$work/tree"/etc/apt/auth.conf.d/* "$work/tree/etc/apt/apt.conf.d/00-lent" \
    "$work/tree/etc/resolv.conf" "$work/tree/usr/sbin/policy-rc.d"
  # This machine's mirror may not be reachable from elsewhere.
  : >"$work/tree/etc/apt/sources.list"
}

version_of() { chroot "$1" dpkg-query --show --showformat '${Version}' matrix-synapse; }

build_tree() {
  step "Unpacking Debian $suite from ${mirror/\/\/*@/\/\/}" bootstrap
  lend_network
  step "Reading the list of packages" update
  step "Installing matrix-synapse" install
  step "Cleaning up" clean
}

import_tree() { tar -C "$1" --numeric-owner -c . | docker import --change "LABEL org.opencontainers.image.version=$(version_of "$1")" - "$image"; }

read_options "$@"
exec 3>&2

makes_tree=false
if [[ -n "$tree" ]]; then
  if [[ "$force" == true ]] || ! is_synapse "$tree"; then makes_tree=true; fi
  [[ ! -e "$tree" || -z "$(ls -A "$tree" 2>&1)" ]] || is_synapse "$tree" ||
    complain "$tree is neither empty nor a tree that this script made; give another folder with --tree"
fi
makes_image=false
if has_docker && { [[ "$force" == true ]] || ! docker image inspect "$image" >/dev/null 2>&1; }; then makes_image=true; fi
if [[ "$makes_tree" == false && "$makes_image" == false ]] && { [[ -n "$tree" ]] || has_docker; }; then
  echo "${tree:+$tree and }$image: already there; --force makes it again" >&2
  exit 0
fi

check_tools
[[ -n "$mirror" ]] || mirror="$(machine_mirror)"
[[ -n "$mirror" ]] || complain "no Debian mirror: this machine's apt sources name none; give a URL with --mirror or in MIRROR"

# Beside its final place, so that an existing tree is always complete.
if [[ "$makes_tree" == true ]]; then
  mkdir -p "$(dirname "$tree")"
  work="$(mktemp -d "$(dirname "$tree")/.build-image.XXXXXX")"
else
  work="$(mktemp -d "${TMPDIR:-/var/tmp}/build-image.XXXXXX")"
fi
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

source="$tree"
if [[ -z "$tree" || "$makes_tree" == true ]]; then
  build_tree
  source="$work/tree"
fi
version="$(version_of "$source")"
[[ "$makes_image" == false ]] || step "Making the image $image" import_tree "$source"
if [[ "$makes_tree" == true ]]; then
  rm -rf "$tree"
  mv "$work/tree" "$tree"
fi
echo "Synapse $version: $([[ "$makes_image" == false ]] || echo "image $image")$([[ "$makes_image" == false || -z "$tree" ]] || echo ", ")${tree:+tree $tree}" >&2
