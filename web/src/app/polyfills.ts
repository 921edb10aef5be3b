/** What phones of 2016 to 2020 lack and our libraries use. Imported first by the phone apps. */
const root = (typeof globalThis === 'undefined' ? self : globalThis) as typeof globalThis & Record<string, unknown>
if (typeof globalThis === 'undefined') Object.defineProperty(root, 'globalThis', { value: root })

if (!Object.fromEntries) {
  Object.fromEntries = (entries: Iterable<readonly [PropertyKey, unknown]>) => {
    const made: Record<PropertyKey, unknown> = {}
    for (const [key, value] of entries) made[key] = value
    return made
  }
}

if (!String.prototype.replaceAll) {
  Object.defineProperty(String.prototype, 'replaceAll', {
    value(this: string, from: string | RegExp, to: string) {
      return typeof from === 'string' ? this.split(from).join(to) : this.replace(from, to)
    },
  })
}

if (!Array.prototype.at) {
  Object.defineProperty(Array.prototype, 'at', {
    value(this: unknown[], index: number) {
      return this[index < 0 ? this.length + index : index]
    },
  })
}

export {}
