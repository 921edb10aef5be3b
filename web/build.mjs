// Builds the four apps, then refuses a build whose first load is over its budget.
import { rmSync } from 'node:fs'

process.env.NODE_ENV = 'production' // before Vite is loaded, else the development build of Vue is shipped
const { build, runnerImport } = await import('vite')
const { APPS, configFor } = (await runnerImport('./vite.config.ts')).module
const { checkBudgets } = await import('./build/budget.mjs')

const wanted = process.argv.slice(2)
for (const app of APPS.filter((name) => wanted.length === 0 || wanted.includes(name))) {
  await build({ ...configFor(app), configFile: false, logLevel: 'error' })
}
const dist = new URL('./dist/', import.meta.url)
const fits = checkBudgets(dist)
for (const app of APPS) rmSync(new URL(`${app}/.vite`, dist), { recursive: true, force: true }) // measured, not shipped
if (!fits) process.exit(1)
