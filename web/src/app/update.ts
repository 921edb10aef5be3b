import { ref } from 'vue'

/** A newer version of the carer app lies ready on the phone. It is taken between visits, when the person says so. */
export const updateReady = ref(false)
/** A visit is open on this phone: nothing is installed meanwhile. */
export const busyVisit = ref(false)
let waiting: ServiceWorker | null = null

/** Registers the service worker (needs https or localhost; without it the app simply is not kept for offline use). */
export async function keepOnPhone(): Promise<void> {
  if (!('serviceWorker' in navigator) || !window.isSecureContext || import.meta.env.DEV) return
  try {
    const registration = await navigator.serviceWorker.register('/carer/sw.js', { scope: '/carer/' })
    const offer = (worker: ServiceWorker | null) => {
      if (!worker || !navigator.serviceWorker.controller) return
      waiting = worker
      updateReady.value = true
    }
    offer(registration.waiting)
    registration.addEventListener('updatefound', () => {
      const fresh = registration.installing
      fresh?.addEventListener('statechange', () => fresh.state === 'installed' && offer(fresh))
    })
  } catch (thrown) {
    console.warn('no service worker', thrown)
  }
}

export function takeUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage('take-over')
}
