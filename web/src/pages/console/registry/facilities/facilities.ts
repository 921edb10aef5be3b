/** A provider of home care as the lists show it; public facts. */
export interface ProviderRow {
  id: string
  name: string
  regionCode: string
  regionName: string
  lng: number
  lat: number
  services: string[]
  visitsPerDay: number
  listing: 'NORMAL' | 'WATCHED' | 'DEFAULTED'
  score?: number | null
  scoreMonth?: string | null
}

/** A community center, station or care home. */
export interface FacilityRow {
  id: string
  kind: 'COUNTY_CENTER' | 'TOWN_CENTER' | 'VILLAGE_STATION' | 'CARE_HOME'
  name: string
  regionCode: string
  regionName: string
  lng: number
  lat: number
  beds?: number | null
  bedsTaken?: number | null
  stars?: number | null
}
