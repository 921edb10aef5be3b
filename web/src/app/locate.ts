const WAIT_MS = 15_000
const FRESH_MS = 10_000

export interface Fix {
  lng: number
  lat: number
  accuracyM: number
}

/** As an address takes it; nothing where nothing was read. */
export function coordinatesOf(place: Fix | undefined): { lng?: number; lat?: number } {
  return place ? { lng: place.lng, lat: place.lat } : {}
}

/** One reading of the position, at most `age` old, or undefined when the device gives none. */
export function locate(wait = WAIT_MS, age = FRESH_MS): Promise<Fix | undefined> {
  if (!navigator.geolocation) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lng: coords.longitude, lat: coords.latitude, accuracyM: Math.round(coords.accuracy) }),
      () => resolve(undefined),
      { enableHighAccuracy: true, timeout: wait, maximumAge: age },
    )
  })
}
