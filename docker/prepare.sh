#!/bin/sh
# Makes docker/.env and the secrets that are still missing, and touches none that is there. Needs nothing but a shell.
#   sh docker/prepare.sh
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets

# 32 random bytes, as hexadecimal digits or as base64.
hex() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }
base64_key() { head -c 32 /dev/urandom | base64 | tr -d '\n'; }

keep() {
  if [ ! -e "secrets/$1" ]; then
    printf '%s' "$2" > "secrets/$1"
    echo "+ secrets/$1"
  fi
  # The folder is closed; the file is read inside the container by another user.
  chmod 0444 "secrets/$1"
}

keep postgres_password "$(hex)"
keep owner_password "$(hex)"
keep app_password "$(hex)"
keep redis_password "$(hex)"
keep s3_access_key "khoi$(hex | cut -c1-12)"
keep s3_secret_key "$(hex)"
keep secret_key "$(base64_key)"
keep backup_key "$(hex)"
keep database_url "postgresql://khoi_app:$(cat secrets/app_password)@postgres:5432/khoi"
keep database_owner_url "postgresql://khoi_owner:$(cat secrets/owner_password)@postgres:5432/khoi"
keep redis_url "redis://:$(cat secrets/redis_password)@redis:6379"
# Empty: nothing is mailed. With a mail server: smtps://user:password@mail.example.vn:465
keep smtp_url ""

if [ ! -e .env ]; then
  cp .env.example .env
  chmod 0600 .env
  echo "+ .env"
fi
echo "Keep a copy of secrets/backup_key and secrets/secret_key in another place: without the first no backup can be opened."
