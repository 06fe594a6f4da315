#!/usr/bin/env bash
# Runs once, when the database is made: the roles of Crossline. Tables belong to crossline_migrate; what the others may do with
# them, the migrations say (evaluation-service/src/main/resources/db/rights).
set -euo pipefail
secrets="${CROSSLINE_SECRETS:-/run/secrets}"
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  --set migrate="$(cat "$secrets/database-migrate.password")" \
  --set write="$(cat "$secrets/database-write.password")" \
  --set read="$(cat "$secrets/database-read.password")" <<'SQL'
create role crossline_migrate login password :'migrate';
create role crossline_write login password :'write';
create role crossline_read login password :'read';
create database crossline owner crossline_migrate;
revoke all on database crossline from public;
grant connect on database crossline to crossline_write, crossline_read;
SQL
