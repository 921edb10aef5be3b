import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Journeys that move the clock of the one server far ahead, which the others must not meet. */
const LAST = /whole-loop\.e2e\.ts$/

class LastThingsLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter((file) => !LAST.test(file.moduleId)), ...sorted.filter((file) => LAST.test(file.moduleId))]
  }
}

/** Journeys in a real browser against a running server: `ZHIYANG_URL=… ZHIYANG_ACCOUNTS=… npm run e2e [-- name]`.
 *  A second try where the machine is shared and slow (CI); at a desk a journey that fails once has failed. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    environment: 'node',
    testTimeout: 90_000,
    retry: process.env.CI ? 1 : 0,
    hookTimeout: 60_000,
    fileParallelism: false,
    maxWorkers: 1,
    isolate: false,
    sequence: { sequencer: LastThingsLast },
  },
})
