#!/usr/bin/env bash
# Succeeds when the service in this container says that it is ready. Needs no curl.
set -euo pipefail
exec 3<>"/dev/tcp/localhost/${QUARKUS_HTTP_PORT:-8080}"
printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
IFS= read -r -t 5 status <&3
[[ "$status" == *" 200 "* ]]
