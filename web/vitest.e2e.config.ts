import { defineConfig } from 'vitest/config'

/** A second try where the machine is shared and slow (CI); at a desk a journey that fails once has failed.
 *  Journeys in a real browser against a running server: `ZHIYANG_URL=… ZHIYANG_ACCOUNTS=… npm run e2e [-- name]`. */
export default defineConfig({
  test: { include: ['e2e/**/*.e2e.ts'], environment: 'node', testTimeout: 90_000, retry: process.env.CI ? 1 : 0, hookTimeout: 60_000, fileParallelism: false, maxWorkers: 1, isolate: false },
})
