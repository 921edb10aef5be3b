import type { Fix } from '@/app/locate'
import type { PhoneVisit } from '@/pages/carer/visitShapes'

const LONGEST_SIDE = 1600
const QUALITY = 0.8

/** Meters as the crow flies to the elder's home; undefined when its place is unknown. */
export function metersFrom(visit: PhoneVisit, fix: Fix): number | undefined {
  const { lng, lat } = visit.elder
  if (lng === undefined || lng === null || lat === undefined || lat === null) return undefined
  return Math.hypot((fix.lng - lng) * Math.cos((lat * Math.PI) / 180), fix.lat - lat) * 111_320
}

/** A photo as a JPEG data address, its longer side at most 1600 px, turned upright. */
export async function shrink(file: Blob): Promise<string> {
  const address = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = address
    await new Promise((resolve, reject) => {
      image.addEventListener('load', resolve)
      image.addEventListener('error', reject)
    })
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
    return canvas.toDataURL('image/jpeg', QUALITY)
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** `v-into-view`: what appears below the fold after a tap comes to the middle of the screen, else the tap seems to do nothing. */
export const vIntoView = { mounted: (element: HTMLElement) => element.scrollIntoView({ block: 'center' }) }
