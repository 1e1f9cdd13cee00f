#!/bin/sh
# Serves PHEMS Notebook on this machine only, and opens it. Stop with Ctrl-C. --port N for another port, --no-open.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
if python3 -c 'import http.server' >/dev/null 2>&1; then
  exec python3 "$here/server/stick/serve.py" "$@"
elif node -e '' >/dev/null 2>&1; then
  exec node "$here/server/stick/serve.mjs" "$@"
fi
echo "Neither python3 nor Node is here. Any other server for the folder \"site\" will do, on 127.0.0.1 (see README.txt)." >&2
exit 1
