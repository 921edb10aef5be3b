import type { Feature } from 'geojson'
import type { CircleMarker, GeoJSON as GeoJsonLayer, LatLngBounds, LayerGroup, Map as LeafletMap } from 'leaflet'
import { count } from '@/app/format'
import type { MapArea, MapPoint } from './EcMap.vue'

export interface DrawnMap {
  show: (content: { boundaries?: GeoJSON.FeatureCollection; outline?: GeoJSON.FeatureCollection; areas: MapArea[]; points: MapPoint[]; route: MapPoint[]; unit: string; selected?: string }) => void
  remove: () => void
}

/** Five classes of equal count, so that one large place does not wash out the others. */
export function classOf(value: number, all: number[]): number {
  const below = all.filter((other) => other < value).length
  return Math.min(4, Math.floor((below / Math.max(1, all.length)) * 5))
}

/** The Leaflet side of EcMap; loads the library when the first map is drawn. */
export async function mapOf(host: HTMLElement, center: { lng: number; lat: number }, zoom: number, pick: (code: string) => void, spot: (at: { lng: number; lat: number }) => void): Promise<DrawnMap> {
  const [{ default: L }] = await Promise.all([import('leaflet'), import('leaflet/dist/leaflet.css')])
  const map: LeafletMap = L.map(host, { preferCanvas: true, zoomAnimation: false, fadeAnimation: false, attributionControl: false, zoomControl: false, zoomSnap: 0.25 })
  L.control.zoom({ zoomInTitle: '放大', zoomOutTitle: '缩小' }).addTo(map)
  map.setView([center.lat, center.lng], zoom)
  const css = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
  let areas: GeoJsonLayer | undefined
  let points: LayerGroup | undefined
  let labelLayer: LayerGroup | undefined
  let behind: GeoJsonLayer | undefined
  let fitted: unknown

  let refit = () => {}
  const resized = new ResizeObserver(() => {
    map.invalidateSize({ animate: false })
    refit()
  })
  resized.observe(host)
  map.on('dragstart', () => (refit = () => {}))
  map.on('click', ({ latlng }) => spot({ lng: latlng.lng, lat: latlng.lat }))

  let relabel = () => {}
  map.on('zoomend', () => relabel())
  const fontSize = labelSize(host)

  function label(lines: string[], dark: boolean, at: [number, number]): CircleMarker | ReturnType<typeof L.marker> {
    return L.marker(at, { interactive: false, keyboard: false, icon: L.divIcon({ className: 'map-label', html: `<span class="${dark ? 'map-label-light' : ''}">${lines.map(escaped).join('<br>')}</span>`, iconSize: [0, 0] }) })
  }

  return {
    show({ boundaries, outline, areas: figures, points: places, route, unit, selected }) {
      areas?.remove()
      points?.remove()
      labelLayer?.remove()
      behind?.remove()
      behind = outline && L.geoJSON(outline, { interactive: false, style: { color: css('--line-strong'), weight: 1, fillColor: css('--surface'), fillOpacity: 1 } }).addTo(map)
      points = L.layerGroup().addTo(map)
      labelLayer = L.layerGroup().addTo(map)
      const values = figures.map((area) => area.value).filter((value): value is number => value !== null)
      if (boundaries) {
        const codeOf = (feature?: Feature) => String(feature?.properties?.code ?? '')
        areas = L.geoJSON(boundaries, {
          style: (feature) => {
            const figure = figures.find((area) => area.code === codeOf(feature))
            const shade = figure?.value === null || figure === undefined ? css('--map-none') : css(`--map-${classOf(figure.value, values)}`)
            return { color: css(codeOf(feature) === selected ? '--apricot' : '--ink-2'), weight: codeOf(feature) === selected ? 3 : 1, fillColor: shade, fillOpacity: 1 }
          },
          onEachFeature: (feature, layer) => layer.on('click', () => pick(codeOf(feature))),
        }).addTo(map)
        if (fitted !== boundaries && boundaries.features.length > 0) {
          fitted = boundaries
          const bounds = areas.getBounds()
          refit = () => map.fitBounds(bounds, { padding: [12, 12] })
          refit()
        }
        const labels = labelLayer
        const shown = areas
        relabel = () => {
          labels.clearLayers()
          const taken: Box[] = []
          const shapes = shown.getLayers().map((layer) => ({ feature: (layer as unknown as { feature: Feature }).feature, bounds: (layer as unknown as { getBounds: () => LatLngBounds }).getBounds() }))
          // Large areas first: where two names would cover each other, the smaller place is named by the table alone.
          for (const { feature, bounds } of shapes.sort((a, b) => sizeOf(b.bounds) - sizeOf(a.bounds))) {
            const figure = figures.find((area) => area.code === codeOf(feature))
            const lines = [String(feature.properties?.name ?? figure?.name ?? ''), figure && figure.value !== null ? `${count(figure.value)}${unit}` : ''].filter(Boolean)
            const at = middleOf(feature) ?? bounds.getCenter()
            const box = boxAround(map.latLngToContainerPoint(at), lines, fontSize)
            if (taken.some((other) => overlaps(box, other))) continue
            taken.push(box)
            labels.addLayer(label(lines, figure !== undefined && figure.value !== null && classOf(figure.value, values) === 4, [at.lat, at.lng]))
          }
        }
        relabel()
      } else {
        // Another choice of places is shown whole; the same ones again leave the view to the reader.
        const shown = route.length > 0 ? route : places
        const wanted = route.length > 0 ? route.map((place) => place.id).join() : places.length
        if (shown.length > 0 && fitted !== wanted) {
          fitted = wanted
          const bounds = L.latLngBounds(shown.map((place) => [place.lat, place.lng]))
          refit = () => map.fitBounds(bounds, { padding: [40, 40], maxZoom: 14 })
          refit()
        }
      }
      const told = (place: MapPoint) => escaped([place.name, place.detail].filter(Boolean).join(' '))
      for (const place of places) {
        const at: [number, number] = [place.lat, place.lng]
        const chosen = place.id === selected
        if (place.look === 'base' || place.look === 'danger' || place.look === 'start') {
          const sign = L.marker(at, { keyboard: false, icon: L.divIcon({ className: 'map-sign', html: `<i data-look="${place.look}"${chosen ? ' data-chosen' : ''}></i>`, iconSize: place.look === 'start' ? [22, 22] : [16, 16] }), zIndexOffset: place.look === 'start' ? 200 : 0 })
          sign.bindTooltip(told(place)).on('click', () => pick(place.id))
          points.addLayer(sign)
          continue
        }
        const hollow = place.look === 'open'
        const dot = L.circleMarker(at, { radius: chosen ? 9 : 6, color: css(hollow ? '--warn' : place.look === 'fixed' ? '--ink' : '--surface'), weight: hollow ? 3 : 2, fillColor: css(chosen ? '--apricot' : hollow ? '--surface' : '--pine'), fillOpacity: route.length > 0 && !chosen ? 0.35 : 1, opacity: route.length > 0 && !chosen ? 0.45 : 1 })
        dot.bindTooltip(told(place))
        // On canvas the map would hear the click too, as one beside all places.
        dot.on('click', (event) => {
          L.DomEvent.stopPropagation(event)
          pick(place.id)
        })
        points.addLayer(dot)
      }
      if (route.length > 0) {
        points.addLayer(L.polyline(route.map((place) => [place.lat, place.lng]), { color: css('--apricot'), weight: 3, interactive: false }))
        let number = 0
        for (const place of route) {
          const inside = place.look === 'base' ? '<i data-look="base"></i>' : `<b${place.id === selected ? ' data-chosen' : ''}>${++number}</b>`
          const stop = L.marker([place.lat, place.lng], { keyboard: false, zIndexOffset: 100, icon: L.divIcon({ className: 'map-sign', html: inside, iconSize: place.look === 'base' ? [16, 16] : [24, 24] }) })
          stop.bindTooltip(told(place)).on('click', () => pick(place.id))
          points.addLayer(stop)
        }
      }
    },
    remove: () => {
      resized.disconnect()
      map.remove()
    },
  }
}

function escaped(text: string): string {
  const holder = document.createElement('span')
  holder.textContent = text
  return holder.innerHTML
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** The center of mass of an area's largest part: inside it for the shapes counties and towns have, where the middle of its frame often is not. */
function middleOf(feature: Feature): { lat: number; lng: number } | undefined {
  const shape = feature.geometry
  const rings = shape.type === 'Polygon' ? [shape.coordinates[0]] : shape.type === 'MultiPolygon' ? shape.coordinates.map((part) => part[0]) : []
  let largest: { lat: number; lng: number } | undefined
  let most = 0
  for (const ring of rings) {
    let twice = 0
    let x = 0
    let y = 0
    for (let i = 0; ring && i + 1 < ring.length; i++) {
      const [ax = 0, ay = 0] = ring[i]!
      const [bx = 0, by = 0] = ring[i + 1]!
      const cross = ax * by - bx * ay
      twice += cross
      x += (ax + bx) * cross
      y += (ay + by) * cross
    }
    if (Math.abs(twice) <= most) continue
    most = Math.abs(twice)
    largest = { lng: x / (3 * twice), lat: y / (3 * twice) }
  }
  return largest
}

/** Chinese characters are as wide as they are high, digits and letters little more than half of that. */
function widthOf(line: string): number {
  return Array.from(line).reduce((sum, character) => sum + (character.codePointAt(0)! > 0x2e7f ? 1 : 0.58), 0)
}

function boxAround(middle: { x: number; y: number }, lines: string[], size: number): Box {
  const width = Math.max(...lines.map(widthOf)) * size
  const height = lines.length * size * 1.25
  return { left: middle.x - width / 2, right: middle.x + width / 2, top: middle.y - height / 2, bottom: middle.y + height / 2 }
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function sizeOf(bounds: LatLngBounds): number {
  return (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth())
}

/** The labels' text size as the app's styles set it. */
function labelSize(host: HTMLElement): number {
  const probe = document.createElement('div')
  probe.className = 'map-label'
  probe.innerHTML = '<span></span>'
  host.appendChild(probe)
  const size = Number.parseFloat(getComputedStyle(probe.firstElementChild!).fontSize) || 12
  probe.remove()
  return size
}
