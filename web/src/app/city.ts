import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { City } from './contract'
import { api } from './http'

/** The city whose installation this is: names, brand, hotline, and its business time. */
export const useCity = defineStore('city', () => {
  const city = ref<City | null>(null)
  let aheadMs = 0

  async function load(): Promise<void> {
    const { data } = await api.GET('/api/city')
    if (!data) return
    city.value = data
    setNow(data.businessNow)
    if (data.color && contrastWithWhite(data.color) >= 4.5) document.documentElement.style.setProperty('--city-color', data.color)
  }

  /** The moment that counts for deadlines and dates; a demo's clock may run ahead of the device's. */
  function now(): Date {
    return new Date(Date.now() + aheadMs)
  }

  function setNow(businessNow: string): void {
    aheadMs = new Date(businessNow).getTime() - Date.now()
  }

  return { city, load, now, setNow }
})

/** WCAG contrast of `#RRGGBB` with white, 1 to 21; 0 for anything else, so that it is refused. */
export function contrastWithWhite(color: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return 0
  const channel = (from: number) => {
    const value = Number.parseInt(color.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 1.05 / (0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05)
}
