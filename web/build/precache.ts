import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Writes `sw.js`: a worker that keeps this build's files on the phone, named by a version made from them. */
export function precache(base: string, publicFolder: string, templateFile: string): Plugin {
  return {
    name: 'zhiyang-precache',
    apply: 'build',
    generateBundle(_options, bundle) {
      const emitted = Object.keys(bundle).filter((name) => !name.endsWith('.map') && !name.startsWith('.vite/'))
      const files = [...new Set([...emitted, ...readdirSync(publicFolder), 'index.html'])].sort()
      const hash = createHash('sha256')
      for (const name of files) hash.update(name)
      for (const name of readdirSync(publicFolder)) hash.update(readFileSync(`${publicFolder}/${name}`))
      const version = hash.digest('hex').slice(0, 16)
      const source = readFileSync(templateFile, 'utf8')
        .replace('__VERSION__', JSON.stringify(version))
        .replace('__BASE__', JSON.stringify(base))
        .replace('__FILES__', JSON.stringify(files))
      this.emitFile({ type: 'asset', fileName: 'sw.js', source })
    },
  }
}
