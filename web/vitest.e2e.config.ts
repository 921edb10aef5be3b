import { defineConfig } from 'vitest/config'

/** Journeys in a real browser against a running server: `ZHIYANG_URL=… ZHIYANG_ACCOUNTS=… npm run e2e [-- name]`. */
export default defineConfig({
  test: { include: ['e2e/**/*.e2e.ts'], environment: 'node', testTimeout: 90_000, hookTimeout: 60_000, fileParallelism: false, maxWorkers: 1, isolate: false },
})
