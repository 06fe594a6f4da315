#!/usr/bin/env bash
# Succeeds when the service in this container says that it is ready. Needs no curl, except over TLS: without it, a service that listens counts there.
set -euo pipefail
port="${QUARKUS_HTTP_PORT:-8080}"
if [ -n "${CROSSLINE_ACCOUNT:-}" ]; then
  if command -v curl >/dev/null; then
    exec curl --silent --fail --max-time 5 --output /dev/null --cacert "$CROSSLINE_SECRETS/authority.crt" "https://localhost:$port/q/health/ready"
  fi
  exec 3<>"/dev/tcp/localhost/$port"
  exit 0
fi
exec 3<>"/dev/tcp/localhost/$port"
printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
IFS= read -r -t 5 status <&3
[[ "$status" == *" 200 "* ]]
