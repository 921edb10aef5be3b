// Keeps the carer app on the phone. Data is not its business: nothing under /api/ passes through here.
const VERSION = __VERSION__
const BASE = __BASE__
const FILES = __FILES__
const CACHE = 'zhiyang-carer-' + VERSION

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(BASE + file, { cache: 'reload' })))))
})

// A new version waits until the page says that no visit is open.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('zhiyang-carer-') && name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== self.location.origin || !url.pathname.startsWith(BASE)) return
  if (event.request.mode === 'navigate') {
    event.respondWith(fetch(event.request).catch(() => caches.match(BASE + 'index.html', { cacheName: CACHE })))
    return
  }
  event.respondWith(caches.match(event.request, { cacheName: CACHE }).then((kept) => kept || fetch(event.request)))
})
