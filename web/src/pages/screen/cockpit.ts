import { call } from '@/app/http'

export interface Figure {
  key: string
  label: string
  value: number
  unit: string
  of?: number | null
  change?: number | null
  asOf: string
  path?: string | null
}

export interface Share {
  key: string
  value: number
}

export interface Child {
  code: string
  name: string
  level: number
  center?: { lng: number; lat: number } | null
  counts: Record<string, number>
}

/** One region as the cockpit shows it; everything counted from records. */
export interface Cockpit {
  regionCode: string
  regionName: string
  level: number
  path: { code: string; name: string; level: number }[]
  businessDay: string
  asOf: string
  bands: { key: 'people' | 'danger' | 'service' | 'money'; figures: Figure[] }[]
  pyramid: { from: number; male: number; female: number }[]
  levels: Share[]
  living: Share[]
  economy: Share[]
  steps: Share[]
  children: Child[]
}

export interface Areas {
  type: 'FeatureCollection'
  sketch?: boolean
  features: GeoJSON.Feature[]
}

export const readCockpit = (region: string) => call<Cockpit>('GET', '/api/cockpit', { query: { region } })

/** Outlines of counties, sketched areas of towns; below that there are only points. */
export async function readAreas(level: number, region: string): Promise<Areas | undefined> {
  if (level === 2) return call<Areas>('GET', '/api/regions/boundaries')
  if (level === 3) {
    const areas = await call<Areas>('GET', '/api/cockpit/areas', { query: { region } })
    return areas.features.length > 0 ? areas : undefined
  }
  return undefined
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`
}
