import { defineConfig } from 'vitest/config'

/** Makes the pictures of the README: `ZHIYANG_URL=… ZHIYANG_ACCOUNTS=… npm run screenshots`. */
export default defineConfig({
  test: { include: ['scripts/screenshots.ts'], environment: 'node', testTimeout: 120_000, hookTimeout: 60_000 },
})
