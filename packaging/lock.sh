#!/bin/sh
# Pin every Python package with its hashes, for Linux and Windows, into packaging/requirements*.txt.
#
# Three files that hold no package twice: -build (what installing the project needs), the runtime, and -dev (checks and tests).
# No address of an index is written. Uses uv; brings one of its own if there is none.
set -eu
cd "$(dirname "$0")/.."
if ! command -v uv >/dev/null; then
    own=$(mktemp -d)
    trap 'rm -rf "$own"' EXIT
    python3 -m venv "$own"
    "$own/bin/python" -m pip install -q uv
    PATH=$own/bin:$PATH
fi
compile() {  # compile FILE OPTION…
    file=packaging/$1 head=$2
    shift 2
    { echo "# $head"; echo "# Made by ./run lock; not to be edited by hand."; } >"$file.new"
    uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --upgrade "$@" >>"$file.new"
    mv "$file.new" "$file"
}
without() { sed -n 's/^\([a-z0-9][a-z0-9._-]*\)==.*/--no-emit-package \1/p' "$@" | sort -u; }

compile requirements.txt "What running needs." pyproject.toml
compile requirements-build.txt "What installing the project needs; installed first." -c packaging/requirements.txt packaging/requirements-build.in
# shellcheck disable=SC2046  # words are wanted
compile requirements-dev.txt "What checks and tests need beside the other two." --extra dev \
    -c packaging/requirements.txt -c packaging/requirements-build.txt \
    $(without packaging/requirements.txt packaging/requirements-build.txt) pyproject.toml
