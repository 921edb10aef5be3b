import type { Feature } from 'geojson'
import type { CircleMarker, Map as LeafletMap, GeoJSON as GeoJsonLayer, LayerGroup } from 'leaflet'
import { count } from '@/app/format'
import type { MapArea, MapPoint } from './EcMap.vue'

export interface DrawnMap {
  show: (content: { boundaries?: GeoJSON.FeatureCollection; areas: MapArea[]; points: MapPoint[]; unit: string; selected?: string }) => void
  remove: () => void
}

/** Five classes of equal count, so that one large place does not wash out the others. */
export function classOf(value: number, all: number[]): number {
  const below = all.filter((other) => other < value).length
  return Math.min(4, Math.floor((below / Math.max(1, all.length)) * 5))
}

/** The Leaflet side of EcMap; loads the library when the first map is drawn. */
export async function mapOf(host: HTMLElement, center: { lng: number; lat: number }, zoom: number, pick: (code: string) => void): Promise<DrawnMap> {
  const [{ default: L }] = await Promise.all([import('leaflet'), import('leaflet/dist/leaflet.css')])
  const map: LeafletMap = L.map(host, { preferCanvas: true, zoomAnimation: false, fadeAnimation: false, attributionControl: false, zoomControl: false, zoomSnap: 0.25 })
  L.control.zoom({ zoomInTitle: '放大', zoomOutTitle: '缩小' }).addTo(map)
  map.setView([center.lat, center.lng], zoom)
  const css = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
  let areas: GeoJsonLayer | undefined
  let points: LayerGroup | undefined
  let fitted: unknown

  function label(text: string, dark: boolean, at: [number, number]): CircleMarker | ReturnType<typeof L.marker> {
    return L.marker(at, { interactive: false, keyboard: false, icon: L.divIcon({ className: 'map-label', html: `<span class="${dark ? 'map-label-light' : ''}">${escaped(text)}</span>`, iconSize: [0, 0] }) })
  }

  return {
    show({ boundaries, areas: figures, points: places, unit, selected }) {
      areas?.remove()
      points?.remove()
      points = L.layerGroup().addTo(map)
      const values = figures.map((area) => area.value).filter((value): value is number => value !== null)
      if (boundaries) {
        const labels = points
        const codeOf = (feature?: Feature) => String(feature?.properties?.code ?? '')
        areas = L.geoJSON(boundaries, {
          style: (feature) => {
            const figure = figures.find((area) => area.code === codeOf(feature))
            const shade = figure?.value === null || figure === undefined ? css('--map-none') : css(`--map-${classOf(figure.value, values)}`)
            return { color: css(codeOf(feature) === selected ? '--apricot' : '--ink-2'), weight: codeOf(feature) === selected ? 3 : 1, fillColor: shade, fillOpacity: 1 }
          },
          onEachFeature: (feature, layer) => {
            const figure = figures.find((area) => area.code === codeOf(feature))
            const name = String(feature.properties?.name ?? figure?.name ?? '')
            layer.on('click', () => pick(codeOf(feature)))
            const bounds = (layer as unknown as { getBounds: () => { getCenter: () => { lat: number; lng: number } } }).getBounds()
            const middle = bounds.getCenter()
            const value = figure && figure.value !== null ? ` ${count(figure.value)}${unit}` : ''
            labels.addLayer(label(name + value, figure !== undefined && figure.value !== null && classOf(figure.value, values) === 4, [middle.lat, middle.lng]))
          },
        }).addTo(map)
        if (fitted !== boundaries && boundaries.features.length > 0) {
          fitted = boundaries
          map.fitBounds(areas.getBounds(), { padding: [12, 12] })
        }
      }
      for (const place of places) {
        const dot = L.circleMarker([place.lat, place.lng], { radius: place.id === selected ? 9 : 6, color: css('--surface'), weight: 2, fillColor: css(place.id === selected ? '--apricot' : '--pine'), fillOpacity: 1 })
        dot.bindTooltip(escaped([place.name, place.detail].filter(Boolean).join(' ')))
        dot.on('click', () => pick(place.id))
        points.addLayer(dot)
      }
    },
    remove: () => map.remove(),
  }
}

function escaped(text: string): string {
  const holder = document.createElement('span')
  holder.textContent = text
  return holder.innerHTML
}
