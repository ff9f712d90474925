#!/bin/sh
# Run once by the PostgreSQL image, when its data folder is new. Makes the database and its two roles: the owner, who
# migrates, and the application role, which owns nothing and can alter nothing. On a server of your own run it by hand:
#   OWNER_PASSWORD=… APP_PASSWORD=… POSTGRES_USER=postgres sh roles.sh
set -eu

secret() {
  if [ -n "${2:-}" ]; then printf '%s' "$2"; else cat "/run/secrets/$1"; fi
}

# Passwords go in by standard input and as psql variables: neither a list of processes nor a quote in one gets at them.
psql --no-psqlrc --set ON_ERROR_STOP=1 --quiet --username "${POSTGRES_USER:-postgres}" --dbname postgres <<SQL
\set owner_password '$(secret owner_password "${OWNER_PASSWORD:-}" | sed "s/'/''/g; s/\\\\/\\\\\\\\/g")'
\set app_password '$(secret app_password "${APP_PASSWORD:-}" | sed "s/'/''/g; s/\\\\/\\\\\\\\/g")'
CREATE ROLE khoi_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'owner_password';
CREATE ROLE khoi_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'app_password';
CREATE DATABASE khoi OWNER khoi_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE khoi FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE khoi TO khoi_app;
SQL
