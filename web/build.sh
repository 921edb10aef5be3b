#!/usr/bin/env bash
# Builds the web apps for the Maven module: installs packages only when the lock file changed,
# builds only when a source changed. The stamps lie in node_modules.
set -euo pipefail
cd "$(dirname "$0")"

lock_hash=$(cat package-lock.json .npmrc | sha256sum | cut -d' ' -f1)
if [ "$(cat node_modules/.zhiyang-lock 2>/dev/null || true)" != "$lock_hash" ]; then
  echo "web: installing packages (about a minute)"
  npm ci --no-progress --loglevel=error
  echo "$lock_hash" > node_modules/.zhiyang-lock
fi

source_hash=$({
  echo "$lock_hash"
  find apps src public build build.mjs vite.config.ts package.json ../docs/openapi.yaml -type f \
    -not -path 'src/api/*' -not -name components.d.ts -not -name '*.spec.ts' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
} | sha256sum | cut -d' ' -f1)
if [ ! -f dist/screen/index.html ] || [ "$(cat node_modules/.zhiyang-sources 2>/dev/null || true)" != "$source_hash" ]; then
  echo "web: building four apps"
  npm run --silent build
  echo "$source_hash" > node_modules/.zhiyang-sources
fi
