// First load of each app: its entry, the entry's static imports, their styles, and the page a person
// lands on. In bytes after gzip. Charts and maps come later by themselves and are not counted.
import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const KB = 1000
export const BUDGETS = {
  console: { limit: 280 * KB, landing: /pages\/console\/workbench\/Workbench\.page\.vue$/ },
  carer: { limit: 80 * KB, landing: /pages\/carer\/today\/[A-Z]\w+\.page\.vue$/ },
  m: { limit: 60 * KB, landing: /pages\/m\/Home\.page\.vue$/ },
  screen: { limit: 320 * KB, landing: /pages\/screen\/Cockpit\.page\.vue$/ },
}

/** The files a browser loads before the landing page shows, by Vite's manifest. */
export function firstLoadFiles(manifest, landing) {
  const files = new Set()
  const seen = new Set()
  const follow = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = manifest[key]
    files.add(chunk.file)
    for (const css of chunk.css ?? []) files.add(css)
    for (const next of chunk.imports ?? []) follow(next)
  }
  for (const key of Object.keys(manifest)) if (manifest[key].isEntry || landing.test(key)) follow(key)
  return [...files]
}

export function checkBudgets(dist) {
  let fits = true
  for (const [app, { limit, landing }] of Object.entries(BUDGETS)) {
    const manifestFile = new URL(`${app}/.vite/manifest.json`, dist)
    if (!existsSync(manifestFile)) continue
    const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
    const files = ['index.html', ...firstLoadFiles(manifest, landing)]
    const sizes = files.map((file) => [file, gzipSync(readFileSync(new URL(`${app}/${file}`, dist))).length])
    const total = sizes.reduce((sum, [, size]) => sum + size, 0)
    const verdict = total <= limit ? 'ok' : 'OVER BUDGET'
    console.log(`${app.padEnd(8)} first load ${(total / KB).toFixed(1).padStart(6)} kB of ${limit / KB} kB gzip  ${verdict}`)
    if (total > limit) {
      fits = false
      for (const [file, size] of sizes.sort((a, b) => b[1] - a[1]).slice(0, 12)) console.log(`           ${(size / KB).toFixed(1).padStart(6)} kB ${file}`)
    }
  }
  return fits
}
